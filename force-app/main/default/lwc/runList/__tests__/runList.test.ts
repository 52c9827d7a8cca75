import type { HistoryRoute, HistoryRun } from 'c/orgPort';
import RunList from 'c/runList';
import { all, heard, labelled, mount, one, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { DIALER, WORK } from '#tests/support/people.ts';
import { nameOf } from '#tests/support/viewpoint.ts';

const RUN: HistoryRun = {
    recordId: 'a00000000000001AAA',
    name: 'MOVE-000042',
    runId: 'run-1',
    startedAt: '2026-01-05T09:41:00.000Z',
    endedAt: '2026-01-05T09:42:00.000Z',
    by: 'Mo Admin',
    target: WORK,
    targetName: '8x8 Work',
    counts: { moved: 61, refused: 2, 'changed meanwhile': 5 },
    undoOf: null,
    live: null
};

function route(from: string | null, to: string | null, more: Partial<HistoryRoute> = {}): HistoryRoute {
    return { recordId: RUN.recordId, from, fromName: null, to, toName: null, moved: 1, ...more };
}

function show(runs: Partial<HistoryRun>[] | null, routes: HistoryRoute[] = [], more: object = {}) {
    const given = runs && runs.map((run) => ({ ...RUN, ...run }));
    const element = mount(RunList, { runs: given, routes, nameOf, ...more });
    return {
        element,
        root: element.shadowRoot,
        heading: () => textOf(one(element.shadowRoot, 'h2')),
        entry: () => one(element.shadowRoot, '.run'),
        /** The text of the route. The arrow is an icon, whose name is its alternative text. */
        route: () => textOf(one(element.shadowRoot, '.route'))
    };
}

describe('The list of moves', () => {
    afterEach(unmountAll);

    it('shows of a move the route, how many moved, when, and who moved them', () => {
        const { entry, root } = show([{}], [route(DIALER, WORK)]);
        expect(all(entry(), 'bdi').map(textOf)).toEqual(['Old Dialer', '8x8 Work', 'Mo Admin']);
        expect(one(root, '.route lightning-icon')).toHaveProperty('alternativeText', 'to');
        expect(textOf(one(root, '.count'))).toBe('61 of 68');
        expect(textOf(one(root, '.when'))).toMatch(/^Jan 5, 2026/);
    });

    it('draws each result that occurs in proportion', () => {
        const { root } = show([{}]);
        expect(all(root, '.part').map(({ className, style }) => [className, style.flexGrow])).toEqual([
            ['part moved', '61'],
            ['part changed-meanwhile', '5'],
            ['part refused', '2']
        ]);
    });

    it.each<[string, Partial<HistoryRun>, HistoryRoute[], string]>([
        ['from several call centers', {}, [route(DIALER, WORK), route(null, WORK)], '2 call centers8x8 Work'],
        ['out of a call center', { target: null }, [route(WORK, null)], '8x8 WorkNo call center'],
        [
            'to several call centers',
            { target: null },
            [route(DIALER, WORK), route(DIALER, null)],
            'Old Dialer2 call centers'
        ],
        [
            'to call centers whose names are only in the records',
            { target: null },
            [route('04v1', '04v2', { fromName: 'Gone', toName: 'Gone, too' })],
            'GoneGone, too'
        ],
        ['of no one', {}, [], 'To 8x8 Work'],
        ['of no one to a call center that the records don’t name', { targetName: null }, [], 'To 8x8 Work']
    ])('shows the route of a move %s', (_, run, routes, text) => {
        expect(show([run], routes).route()).toBe(text);
    });

    it('says which move an undo undid', () => {
        const { entry } = show([{ undoOf: { runId: 'run-0', name: 'MOVE-000041' } }]);
        expect(textOf(entry())).toContain('Undo of MOVE-000041');
    });

    it('shows the record number of a move without a start, and no one whom the org doesn’t name', () => {
        const { entry } = show([{ startedAt: '', by: null }]);
        expect(textOf(entry())).toContain('MOVE-000042Unknown');
    });

    it('marks the move that is open', () => {
        const { entry } = show([{}], [], { opened: RUN.recordId });
        expect(entry().getAttribute('aria-current')).toBe('true');
    });

    it.each<[string, Partial<HistoryRun>[] | null, object, string]>([
        ['until moves are read', null, {}, 'History'],
        ['for all moves', [{}, { recordId: 'x' }], {}, '2 moves'],
        ['for one move', [{}], {}, '1 move'],
        ['while there are more', [{}, { recordId: 'x' }], { hasMore: true }, 'Newest 2 moves'],
        ['after a search', [{}, { recordId: 'x' }], { isSearch: true }, '2 moves found'],
        ['without moves', [], {}, 'History']
    ])('has a heading %s', (_, runs, more, text) => {
        expect(show(runs, [], more).heading()).toBe(text);
    });

    it('has nothing to search in an org without moves', () => {
        const { root } = show([]);
        expect(textOf(one(root, '.empty'))).toMatch(/^No moves yet/);
        expect(all(root, '.search')).toEqual([]);
    });

    it('says that a search found nothing, and stays searchable', () => {
        const { root } = show([], [], { isSearch: true });
        expect(textOf(one(root, '.empty'))).toMatch(/^No moves found/);
        expect(one(root, '.search')).toHaveProperty('label', 'Search moves');
    });

    it('reports what the person does', () => {
        const { element, root, entry } = show([{}], [], { hasMore: true });
        const events = ['search', 'open', 'more', 'back'].map((type) => heard(element, type));
        one(root, '.search').dispatchEvent(new CustomEvent('change', { detail: { value: 'ada' } }));
        entry().click();
        labelled(root, 'Show more moves').click();
        labelled(root, 'Back to users').click();
        expect(events).toEqual([['ada'], [RUN.recordId], [null], [null]]);
    });

    it('moves the focus to an entry on request', () => {
        const { element, root, entry } = show([{}]);
        (element as unknown as RunList).focusOn(RUN.recordId);
        expect(root.activeElement).toBe(entry());
    });

    it.each([
        ['moves', [{}]],
        ['no moves', []]
    ])('is accessible with %s', async (_, runs) => {
        const { element, root } = show(runs, [route(DIALER, WORK)], { opened: RUN.recordId, hasMore: true });
        standForStubs(root);
        await expect(element).toBeAccessible();
    });
});
