import CallCenterList from 'c/callCenterList';
import type { Overview } from 'c/callCenters';
import { choicesOf, smallPrintOf } from '../choices.ts';
import { all, heard, labelled, mount, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';

const WORK = '04v000000000001AAA';
const LOBBY = '04v000000000002AAA';
const PILOT = '04v000000000003AAA';
const NOW = Date.parse('2026-11-22T12:00:00Z');

const row = { internalName: null, vendor: null, note: null, source: 'registry', readAt: null } as const;
const OVERVIEW: Overview = {
    centers: [
        { ...row, id: WORK, name: '8x8 Work', kind: 'open-cti', members: 1412 },
        { ...row, id: LOBBY, name: null, kind: 'unknown', members: 706, source: 'used' },
        { ...row, id: PILOT, name: 'Pilot', kind: 'voice-amazon', members: 1 }
    ],
    everyone: 2429,
    withoutCenter: 310,
    sources: ['registry'],
    silent: [],
    namesReadAt: null,
    mayLackEmptyCenters: true
};
const EMPTY: Overview = { ...OVERVIEW, centers: [], everyone: 3, withoutCenter: 3 };

interface Given {
    overview?: Overview | null;
    chosen?: string;
    problem?: string | null;
}

const show = (given: Given = {}) =>
    mount(CallCenterList, { overview: OVERVIEW, chosen: 'everyone', problem: null, ...given });
const buttons = (root: ParentNode) => all<HTMLButtonElement>(root, 'button[data-key]');

describe('The list of call centers', () => {
    afterEach(unmountAll);

    it('is a region with one choice per center, named by the center and its members', () => {
        const region = one(show().shadowRoot, 'section');
        expect(region.getAttribute('aria-label')).toBe('Call centers');
        expect(buttons(region).map((button) => button.getAttribute('aria-label'))).toEqual([
            'All users, 2,429 users',
            'No call center, 310 users',
            '8x8 Work, 1,412 members',
            `unnamed call center ${LOBBY}, 706 members`,
            'Pilot, 1 member'
        ]);
    });

    it('shows which choice is made, and only that one', async () => {
        const element = show({ chosen: WORK });
        const pressed = () =>
            buttons(element.shadowRoot)
                .filter((button) => button.getAttribute('aria-pressed') === 'true')
                .map((button) => button.dataset.key);
        expect(pressed()).toEqual([WORK]);
        element.chosen = 'none';
        await settled();
        expect(pressed()).toEqual(['none']);
    });

    it('says which center was chosen, by button or by the picker of narrow windows', () => {
        const element = show();
        const chosen = heard(element, 'choose');
        buttons(element.shadowRoot)[2].click();
        const picker = labelled(element.shadowRoot, 'Call center');
        expect(picker.options).toContainEqual({ label: 'Pilot, 1 member', value: PILOT });
        expect(picker.value).toBe('everyone');
        picker.dispatchEvent(new CustomEvent('change', { detail: { value: PILOT } }));
        expect(chosen).toEqual([WORK, PILOT]);
    });

    it('draws each bar as long as its center is large beside the largest', () => {
        const bars = all(show().shadowRoot, '.fill').map((bar) => bar.getAttribute('style'));
        expect(bars[0]).toContain('width: 100%');
        expect(bars[1]).toContain('width: 50%');
    });

    it('says who named the centers, and that some may be missing', () => {
        expect(textOf(one(show().shadowRoot, '.print'))).toBe(
            'Names from the registry. The list may lack empty centers.'
        );
    });

    it('can be refreshed', () => {
        const element = show();
        const refreshed = heard(element, 'refresh');
        const refresh = one(element.shadowRoot, 'lightning-button-icon');
        expect(refresh).toHaveProperty('alternativeText', 'Refresh');
        refresh.click();
        expect(refreshed).toHaveLength(1);
    });

    it('says that it is loading, and is busy meanwhile', async () => {
        const element = show({ overview: null });
        expect(one(element.shadowRoot, 'section').getAttribute('aria-busy')).toBe('true');
        expect(one(element.shadowRoot, 'lightning-spinner')).toHaveProperty('alternativeText', 'Loading');
        expect(buttons(element.shadowRoot)).toEqual([]);
        element.overview = OVERVIEW;
        await settled();
        expect(one(element.shadowRoot, 'section').getAttribute('aria-busy')).not.toBe('true');
        expect(all(element.shadowRoot, 'lightning-spinner')).toEqual([]);
    });

    it('says where to begin when there is no center yet', () => {
        const { shadowRoot } = show({ overview: EMPTY });
        expect(textOf(one(shadowRoot, 'h3'))).toBe('No call centers yet');
        const link = one<HTMLAnchorElement>(shadowRoot, 'a');
        expect(link.getAttribute('href')).toBe('/lightning/setup/CallCenters/home');
        expect(link.target).toBe('_top');
        expect(buttons(shadowRoot)).toHaveLength(2);
    });

    it('says what went wrong, offers to try again, and keeps what it had', () => {
        const element = show({ problem: 'The org is busy.' });
        const refreshed = heard(element, 'refresh');
        const problem = one(element.shadowRoot, 'c-problem');
        expect(problem).toMatchObject({ heading: 'Call centers could not be read', message: 'The org is busy.' });
        problem.dispatchEvent(new CustomEvent('retry'));
        expect(refreshed).toHaveLength(1);
        expect(buttons(element.shadowRoot)).toHaveLength(5);
    });

    it('does not pretend to load when the first read failed', () => {
        const { shadowRoot } = show({ overview: null, problem: 'The org did not answer.' });
        expect(all(shadowRoot, 'lightning-spinner')).toEqual([]);
        expect(all(shadowRoot, 'c-problem')).toHaveLength(1);
    });

    it.each<[string, Given]>([
        ['data', {}],
        ['nothing yet', { overview: null }],
        ['no center', { overview: EMPTY }],
        ['a problem', { problem: 'The org is busy.' }]
    ])('is accessible with %s', async (_, given) => {
        await expect(show(given)).toBeAccessible();
    });
});

describe('The choices', () => {
    it('tell the kind of each center, and that nobody named one', () => {
        expect(choicesOf(OVERVIEW, 'everyone').map((choice) => choice.kind)).toEqual([
            '',
            '',
            'Open CTI',
            'Not in the registry',
            'Voice · Amazon Connect'
        ]);
    });

    it('draw no bar of a center without members, even when all are', () => {
        const centers = OVERVIEW.centers.map((center) => ({ ...center, members: 0 }));
        expect(choicesOf({ ...OVERVIEW, centers }, '').map((choice) => choice.share)).toEqual([
            '',
            '',
            'width: 0%',
            'width: 0%',
            'width: 0%'
        ]);
    });
});

describe('The small print', () => {
    const print = (change: Partial<Overview>) => smallPrintOf({ ...OVERVIEW, ...change }, NOW);

    it.each<[Partial<Overview>, string]>([
        [{ sources: ['graphql', 'registry'], mayLackEmptyCenters: false }, 'Names read from the org.'],
        [{ sources: ['flow'], mayLackEmptyCenters: false }, 'Names read by the flow.'],
        [
            { namesReadAt: '2026-11-21T08:00:00Z' },
            'Names from the registry, read yesterday. The list may lack empty centers.'
        ],
        [
            { sources: [], silent: [{ source: 'registry', words: 'No access.' }], mayLackEmptyCenters: false },
            'No source names the call centers. The registry could not be read: No access.'
        ],
        [{ sources: [] }, 'No source names the call centers. The list may lack empty centers.']
    ])('with %j says: %s', (change, text) => {
        expect(print(change)).toBe(text);
    });
});
