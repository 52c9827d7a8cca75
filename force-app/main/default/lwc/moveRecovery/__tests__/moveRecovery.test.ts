import { openJournal } from 'c/moveJournal';
import { planMoves } from 'c/movePlan';
import MoveRecovery, { type Recover } from 'c/moveRecovery';
import { OrgFault, type Org } from 'c/orgPort';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { all, heard, labelled, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, CY, DI, KINDS, smallOrg, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const WHOSE = { org: 'org', user: 'me' };

/** A run of three that was cut off: one moved, one in flight, one to go. */
function cutOff(storage: MemoryStorage, target: string | null = WORK) {
    const journal = openJournal(() => storage, WHOSE);
    const plan = planMoves([ADA, CY, DI], target, (id) => KINDS.get(id) ?? null);
    const moved = { userId: ADA.id, outcome: 'moved' } as never;
    journal.begin({ runId: 'run-1', plan, by: 'Mo Admin', startedAt: Date.now() });
    journal.settle('run-1', [moved]);
    journal.intend('run-1', [{ userId: DI.id, from: DI.callCenterId, to: target, lastModified: '' }]);
}

async function show(storage: MemoryStorage, org: Org = new WholeMemoryOrg(smallOrg()), viewpoint = viewFrom(WORK)) {
    const props = { org, journal: openJournal(() => storage, WHOSE), viewpoint, isBusy: false };
    const element = mount(MoveRecovery, props);
    await settled();
    return { element, root: element.shadowRoot, said: heard<Recover>(element, 'recover') };
}

const buttons = (root: ParentNode) =>
    all<HTMLElement & { label: string }>(root, '*').flatMap(({ label }) => label ?? []);

describe('Runs that did not end', () => {
    afterEach(unmountAll);

    it('are not spoken of when there are none', async () => {
        const { root } = await show(new MemoryStorage());
        expect(all(root, '*')).toEqual([]);
    });

    it('are told with how many were moved, those in flight by reading, and nothing is written', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const org = new WholeMemoryOrg(smallOrg());
        org.move(DI.id, WORK);
        const { root } = await show(storage, org);
        expect(textOf(one(root, '.text'))).toMatch(
            /^A run did not end: 2 of 3 users moved to 8x8 Work\. It began today, .+\.$/
        );
        expect(buttons(root)).toEqual(['Let it be', 'Undo', 'Continue']);
        expect(org.requests).toMatchObject({ memberships: 1, write: 0, writeOne: 0 });
        expect(openJournal(() => storage, WHOSE).unfinished()).toHaveLength(1);
    });

    it('of a removal say so', async () => {
        const storage = new MemoryStorage();
        cutOff(storage, null);
        const { root } = await show(storage);
        expect(textOf(one(root, '.text'))).toContain('1 of 3 users removed from their call centers');
    });

    it('say that some users are not known yet when the org cannot be read', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const org = new WholeMemoryOrg(smallOrg());
        jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('offline', ''));
        const { root } = await show(storage, org);
        expect(textOf(one(root, '.text'))).toContain('What became of 1 of them is read first, whatever you choose.');
    });

    it.each([
        ['Let it be', 'leave'],
        ['Undo', 'undo'],
        ['Continue', 'continue']
    ])('pass on what is chosen: %s', async (label, recovery) => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const { root, said } = await show(storage);
        labelled(root, label).click();
        await settled();
        expect(said).toEqual([{ runId: 'run-1', recovery }]);
        expect(all(root, '*')).toEqual([]);
    });

    it('that another tab has are not shown', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const locks = { request: async (_: string, __: unknown, held: (lock: null) => unknown) => held(null) };
        Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
        const { root } = await show(storage);
        Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
        expect(all(root, '*')).toEqual([]);
    });

    it('cannot be chosen by who may not move users, or during a run', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const { root } = await show(storage, undefined, viewFrom(WORK, { mayEdit: false }));
        expect(labelled(root, 'Continue').disabled).toBe(true);
        const busy = await show(storage);
        busy.element.isBusy = true;
        await settled();
        expect(labelled(busy.root, 'Continue').disabled).toBe(true);
    });

    it('of others, or damaged, are said once each, left as they are, and may be closed', async () => {
        const storage = new MemoryStorage();
        for (const run of ['a', 'b']) storage.setItem(`switchboard.moves|1|org|she|${run}|start`, '{}');
        storage.setItem('switchboard.moves|1|org|me|c|start', '{');
        const { root } = await show(storage);
        expect(all(root, '.aside p').map(textOf)).toEqual([
            'This browser holds notes of a run by another user. They are left as they are.',
            'Notes of a run in this browser are damaged and cannot be read. They are left as they are: look at its users before you move them again.'
        ]);
        expect(buttons(root)).toEqual([]);
        one(root, 'lightning-button-icon').click();
        await settled();
        expect(all(root, '*')).toEqual([]);
        expect(storage.length).toBe(3);
    });

    it('are accessible', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const { element, root } = await show(storage);
        standForStubs(root);
        await expect(element).toBeAccessible();
    });
});
