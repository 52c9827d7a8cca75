import { openJournal } from 'c/moveJournal';
import { planMoves } from 'c/movePlan';
import MoveRecovery, { type Recover } from 'c/moveRecovery';
import { OrgFault } from 'c/orgPort';
import { LONGEST_SILENCE } from 'c/runRecord';
import { keeperOf } from '#tests/support/keeper.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { all, heard, labelled, mount, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, CY, DI, KINDS, ME, smallOrg, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const WHOSE = { org: 'org', user: 'me' };
const BO_LIND = { id: '005000000000777AAA', name: 'Bo Lind' };

/** A run of three users that Bo Lind's page keeps in the org. */
async function recorded(org: WholeMemoryOrg, target: string | null = WORK, by = BO_LIND) {
    const me = org.history.user;
    org.history.user = by;
    const plan = planMoves([ADA, CY, DI], target, (id) => KINDS.get(id) ?? null);
    const keeper = keeperOf(org, { holder: 'another page', userId: by.id, centerName: () => '8x8 Work' });
    await keeper.begin({ runId: 'run-1', plan, by: by.name, startedAt: Date.now() });
    org.history.user = me;
    return { plan, keeper };
}

async function show(org: WholeMemoryOrg, storage = new MemoryStorage()) {
    const journal = openJournal(() => storage, WHOSE);
    const keeper = keeperOf(org);
    const runs = await keeper.watch.look(journal.unfinished().map(({ runId }) => runId));
    const props = { org, journal, keeper, userId: ME.id, runs, viewpoint: viewFrom(WORK), isBusy: false };
    const element = mount(MoveRecovery, props);
    await settled();
    const root = element.shadowRoot;
    const texts = () => all(root, '.text').map(textOf);
    const buttons = () => all<HTMLElement & { label: string }>(root, 'lightning-button').map(({ label }) => label);
    return { element, root, journal, texts, buttons, said: heard<Recover>(element, 'recover') };
}

describe('A move that someone else makes', () => {
    afterEach(unmountAll);

    it('is shown with its progress, and without buttons', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        await recorded(org);
        const { element, root, texts, buttons } = await show(org);
        expect(texts()).toEqual(['Bo Lind is moving 3 users to 8x8 Work · 3 remaining']);
        expect(buttons()).toEqual([]);
        expect(all(root, 'section').map((section) => section.ariaLabel ?? section.getAttribute('aria-label'))).toEqual([
            'Moves in progress'
        ]);
        standForStubs(root);
        await expect(element).toBeAccessible();
    });

    it.each([
        [null, BO_LIND, 'Bo Lind is moving 3 users · 3 remaining'],
        [WORK, { id: ME.id, name: ME.name }, "You're moving 3 users in another tab or browser · 3 remaining"]
    ])('to %s is described in its own words', async (target, by, text) => {
        const org = new WholeMemoryOrg(smallOrg());
        await recorded(org, target, by);
        expect((await show(org)).texts()).toEqual([text]);
    });
});

describe('A move that someone else left unfinished', () => {
    afterEach(unmountAll);

    it('is offered with what it did, as read from its users, and who started it', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        await recorded(org);
        org.move(ADA.id, WORK);
        org.history.pass(LONGEST_SILENCE + 1);
        const { root, texts, buttons, said } = await show(org);
        expect(texts()[0]).toMatch(
            /^Unfinished move to 8x8 Work: 1 of 3 users moved \(started today at .+\)\. Bo Lind started this move\. Its page stopped responding \(last active .+\)\.$/
        );
        expect(buttons()).toEqual(['Leave as is', 'Undo', 'Continue']);
        labelled(root, 'Continue').click();
        expect(said).toEqual([{ runId: 'run-1', recovery: 'continue' }]);
        expect(org.requests.write).toBe(0);
    });

    it('is offered with what its record says while its users can’t be read', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        await recorded(org);
        org.history.pass(LONGEST_SILENCE + 1);
        jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('offline', ''));
        const { texts, buttons } = await show(org);
        expect(texts()[0]).toContain('Unfinished move to 8x8 Work: 0 of 3 users moved');
        expect(texts()[0]).toContain('Not confirmed yet: 3.');
        expect(buttons()).toEqual(['Leave as is', 'Undo', 'Continue']);
    });

    it.each([
        ['edited', (text: string) => `${text}x`, /Its saved plan was edited or is damaged\./, ['Leave as is']],
        ['replaced by junk', () => 'x'.repeat(130_000), /was edited or is damaged\./, ['Leave as is']],
        ['of another version', (text: string) => text.replace('swb2', 'swb3'), /Another version of Switchboard/, []]
    ])('and whose plan was %s is explained, and can’t be continued', async (_, change, text, labels) => {
        const org = new WholeMemoryOrg(smallOrg());
        await recorded(org);
        org.history.parts = org.history.parts.map((part) => ({ ...part, text: change(part.text) }));
        org.history.pass(LONGEST_SILENCE + 1);
        const { texts, buttons } = await show(org);
        expect(texts()[0]).toMatch(/^Bo Lind started a move that can't be continued/);
        expect(texts()[0]).toMatch(text);
        expect(buttons()).toEqual(labels);
    });

    it('and whose plan is gone is explained', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        await recorded(org);
        org.history.parts = [];
        org.history.pass(LONGEST_SILENCE + 1);
        expect((await show(org)).texts()[0]).toContain('Part of its saved plan is missing.');
    });
});

describe('A move that this browser and the org keep', () => {
    afterEach(unmountAll);

    async function both() {
        const org = new WholeMemoryOrg(smallOrg());
        const { plan, keeper } = await recorded(org, WORK, { id: ME.id, name: ME.name });
        const storage = new MemoryStorage();
        openJournal(() => storage, WHOSE).begin({ runId: 'run-1', plan, by: ME.name, startedAt: Date.now() });
        return { org, storage, keeper };
    }

    it('is offered once, from the journal, without waiting', async () => {
        const { org, storage } = await both();
        const { texts, buttons } = await show(org, storage);
        expect(texts()).toHaveLength(1);
        expect(texts()[0]).toMatch(/^Unfinished move to 8x8 Work: 0 of 3 users moved \(started today at [^)]+\)\.$/);
        expect(buttons()).toEqual(['Leave as is', 'Continue']);
    });

    it('isn’t offered while someone else carries it out', async () => {
        const { org, storage } = await both();
        org.history.pass(LONGEST_SILENCE + 1);
        org.history.user = BO_LIND;
        await keeperOf(org, { holder: 'Bo’s page', userId: BO_LIND.id }).take('run-1');
        const { texts, buttons } = await show(org, storage);
        expect(texts()).toEqual(['Bo Lind is moving 3 users to 8x8 Work · 3 remaining']);
        expect(buttons()).toEqual([]);
    });

    it('is gone from the journal when it ended in the org', async () => {
        const { org, storage, keeper } = await both();
        await keeper.close('run-1');
        const { root, journal } = await show(org, storage);
        expect(all(root, '*')).toEqual([]);
        expect(journal.unfinished()).toEqual([]);
    });
});
