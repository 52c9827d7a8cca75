import { openJournal, type JournalEntry } from 'c/moveJournal';
import { planMoves } from 'c/movePlan';
import MoveRecovery, { type Recover } from 'c/moveRecovery';
import { OrgFault } from 'c/orgPort';
import { recoveryText } from '../texts.ts';
import { keeperOf } from '#tests/support/keeper.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { all, heard, labelled, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, CY, DI, KINDS, ME, smallOrg, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const WHOSE = { org: 'org', user: 'me' };

/** An interrupted run of three users: one moved, one in flight, one remaining. */
function cutOff(storage: MemoryStorage, target: string | null = WORK) {
    const journal = openJournal(() => storage, WHOSE);
    const plan = planMoves([ADA, CY, DI], target, (id) => KINDS.get(id) ?? null);
    const moved = { userId: ADA.id, outcome: 'moved' } as never;
    journal.begin({ runId: 'run-1', plan, by: 'Mo Admin', startedAt: Date.now() });
    journal.settle('run-1', [moved]);
    journal.intend('run-1', [{ userId: DI.id, from: DI.callCenterId, to: target, lastModified: '' }]);
}

async function show(storage: MemoryStorage, org = new WholeMemoryOrg(smallOrg()), viewpoint = viewFrom(WORK)) {
    const journal = openJournal(() => storage, WHOSE);
    const keeper = keeperOf(org);
    const props = { org, journal, keeper, userId: ME.id, runs: await keeper.watch.look([]), viewpoint, isBusy: false };
    const element = mount(MoveRecovery, props);
    await settled();
    return { element, root: element.shadowRoot, said: heard<Recover>(element, 'recover') };
}

const buttons = (root: ParentNode) =>
    all<HTMLElement & { label: string }>(root, '*').flatMap(({ label }) => label ?? []);

describe('Unfinished moves', () => {
    afterEach(unmountAll);

    it('show nothing when there are none', async () => {
        const { root } = await show(new MemoryStorage());
        expect(all(root, '*')).toEqual([]);
    });

    it('count users in flight by reading them, and write nothing', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const org = new WholeMemoryOrg(smallOrg());
        org.move(DI.id, WORK);
        const { root } = await show(storage, org);
        expect(textOf(one(root, '.text'))).toMatch(
            /^Unfinished move to 8x8 Work: 2 of 3 users moved \(started today at .+\)\.$/
        );
        expect(buttons(root)).toEqual(['Leave as is', 'Undo', 'Continue']);
        expect(org.requests).toMatchObject({ memberships: 1, write: 0, writeOne: 0 });
        expect(openJournal(() => storage, WHOSE).unfinished()).toHaveLength(1);
    });

    it('of a removal are called a removal', async () => {
        const storage = new MemoryStorage();
        cutOff(storage, null);
        const { root } = await show(storage);
        expect(textOf(one(root, '.text'))).toMatch(
            /^Unfinished removal: 1 of 3 users removed from their call centers \(started today at .+\)\.$/
        );
    });

    it.each<[(string | null)[], string | null, string]>([
        [[WORK], WORK, 'Unfinished move to 8x8 Work: 0 of 1 user moved (started'],
        [[WORK, WORK], WORK, 'Unfinished move to 8x8 Work: 0 of 2 users moved (started'],
        [[null], null, 'Unfinished removal: 0 of 1 user removed from their call center (started'],
        [[null, null], null, 'Unfinished removal: 0 of 2 users removed from their call centers (started'],
        [[WORK, null], null, 'Unfinished move: 0 of 2 users moved (started'],
        [[WORK], null, 'Unfinished move: 0 of 1 user moved (started']
    ])('to %j, with the target %s, are described as: %s', (tos, target, text) => {
        const entry = { plan: { target, undoOf: null, users: tos.map((to) => ({ to })) }, startedAt: 0 };
        const { nameOf } = viewFrom(WORK);
        expect(recoveryText(entry as JournalEntry, 0, nameOf, Date.now()).startsWith(text)).toBe(true);
    });

    it('that were an undo are called a move, even back to no call center', () => {
        const entry = { plan: { target: null, undoOf: 'earlier', users: [{ to: null }] }, startedAt: 0 };
        const { nameOf } = viewFrom(WORK);
        expect(recoveryText(entry as JournalEntry, 0, nameOf, Date.now())).toMatch(
            /^Unfinished move: 0 of 1 user moved \(started .+\)\.$/
        );
    });

    it('show how many users aren’t confirmed when reading them fails', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const org = new WholeMemoryOrg(smallOrg());
        jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('offline', ''));
        const { root } = await show(storage, org);
        expect(textOf(one(root, '.text'))).toContain(
            'Not confirmed yet: 1. Switchboard checks these users first, whatever you select.'
        );
    });

    it.each([
        ['Leave as is', 'leave'],
        ['Undo', 'undo'],
        ['Continue', 'continue']
    ])('send the selected action: %s', async (label, recovery) => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const { root, said } = await show(storage);
        labelled(root, label).click();
        await settled();
        expect(said).toEqual([{ runId: 'run-1', recovery }]);
        expect(all(root, '*')).toEqual([]);
    });

    it('are hidden while another tab runs them', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const locks = { request: async (_: string, __: unknown, held: (lock: null) => unknown) => held(null) };
        Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
        const { root } = await show(storage);
        Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
        expect(all(root, '*')).toEqual([]);
    });

    it('have disabled buttons during a move, and for users who can’t move users', async () => {
        const storage = new MemoryStorage();
        cutOff(storage);
        const { root } = await show(storage, undefined, viewFrom(WORK, { mayEdit: false }));
        expect(labelled(root, 'Continue').disabled).toBe(true);
        const busy = await show(storage);
        busy.element.isBusy = true;
        await settled();
        expect(labelled(busy.root, 'Continue').disabled).toBe(true);
    });

    it('of other users, or damaged, get one note each that can be closed, and stay unchanged', async () => {
        const storage = new MemoryStorage();
        for (const run of ['a', 'b']) storage.setItem(`switchboard.moves|1|org|she|${run}|start`, '{}');
        storage.setItem('switchboard.moves|1|org|me|c|start', '{');
        const { root } = await show(storage);
        expect(all(root, '.aside p').map(textOf)).toEqual([
            "This browser has saved progress for another user's move. Only that user can continue it, in this browser.",
            "Saved progress for an earlier move is damaged and can't be read. It wasn't changed. Check where its users are before you move them again."
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
