import { randomUUID } from 'node:crypto';
import { planMoves } from 'c/movePlan';
import { OrgFault } from 'c/orgPort';
import { LONGEST_SILENCE } from 'c/runRecord';
import { keeperOf } from '#tests/support/keeper.ts';
import { all, settled, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, CY, DI, KINDS, smallOrg, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';
import { holdWrite, selected, show } from './panel.ts';

const BO_LIND = { id: '005000000000777AAA', name: 'Bo Lind' };

beforeAll(() => {
    // jsdom doesn't have it.
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: randomUUID, configurable: true });
});
afterEach(unmountAll);

/** Bo Lind's page starts to move Ada and Di. */
async function bosRun(org: WholeMemoryOrg) {
    const me = org.history.user;
    org.history.user = BO_LIND;
    const plan = planMoves([ADA, DI], WORK, (id) => KINDS.get(id) ?? null);
    const keeper = keeperOf(org, { holder: 'another page', userId: BO_LIND.id });
    const heartbeat = await keeper.begin({ runId: 'bos-run', plan, by: BO_LIND.name, startedAt: Date.now() });
    org.history.user = me;
    return { plan, keeper, heartbeat: heartbeat! };
}

const alerts = (root: ParentNode) => all(root, '[role="alert"]').map(textOf);
const notes = (root: ParentNode) => all(root, '[role="note"]').map(textOf);

describe('A move of users whom someone else is moving', () => {
    it('asks once, and moves them when the button is selected again', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        await bosRun(org);
        const { root, press, title } = show(selected(ADA, CY), viewFrom(WORK), org);
        await press('Move 2 users');
        expect(alerts(root)).toEqual([
            'Bo Lind is already moving 1 of these users. If you move this user too, they end up where the last move puts them. To continue, select the button again.'
        ]);
        expect(org.requests.write).toBe(0);
        expect(org.history.runs).toHaveLength(1);
        await press('Move 2 users');
        expect(title()).toBe('2 of 2 users moved to 8x8 Work');
    });

    it('asks nothing when their plans share no one, or when that can’t be known', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        await bosRun(org);
        const first = show(selected(CY), viewFrom(WORK), org);
        await first.press('Move 1 user');
        expect(first.title()).toBe('1 of 1 user moved to 8x8 Work');
        unmountAll();
        org.history.faults = [new OrgFault('busy', '')];
        const second = show(selected(ADA), viewFrom(WORK), org);
        await second.press('Move 1 user');
        expect(second.title()).toBe('1 of 1 user moved to 8x8 Work');
    });
});

describe('A move in progress', () => {
    it('is kept in the org before anyone moves, and says nothing about that', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const letThrough = holdWrite(org);
        const { root, press, title } = show(selected(ADA, CY), viewFrom(WORK), org);
        await press('Move 2 users');
        expect(org.history.runs[0].live).toMatchObject({ users: 2, holder: 'this page' });
        expect(notes(root)).toEqual([]);
        letThrough();
        await settled();
        expect(title()).toBe('2 of 2 users moved to 8x8 Work');
    });

    it('says that only this browser can continue it when the org can’t keep it', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const letThrough = holdWrite(org);
        org.history.faults = [null, new OrgFault('forbidden', 'No')];
        const { root, press, title } = show(selected(ADA, CY), viewFrom(WORK), org);
        await press('Move 2 users');
        expect(notes(root)).toEqual([
            "Your org can't save this move's progress. If this page closes, only this browser can continue the move."
        ]);
        letThrough();
        await settled();
        expect(title()).toBe('2 of 2 users moved to 8x8 Work');
    });
});

describe('An unfinished move of someone else', () => {
    it.each([
        ['continue', '2 of 2 users moved to 8x8 Work', WORK],
        ['leave', '1 of 2 users moved to 8x8 Work', DI.callCenterId]
    ] as const)('ends with %s', async (recovery, title, dis) => {
        const org = new WholeMemoryOrg(smallOrg());
        await bosRun(org);
        org.move(ADA.id, WORK);
        org.history.pass(LONGEST_SILENCE + 1);
        const panel = show(null, viewFrom(WORK), org);
        expect(await panel.element.recover('bos-run', recovery)).toBe(true);
        await settled();
        expect(panel.title()).toBe(title);
        expect(org.snapshot().get(DI.id)).toBe(dis);
        expect(panel.ended[0].settled.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
            'Ada Byron: moved',
            `Di Vane: ${recovery === 'continue' ? 'moved' : 'not attempted'}`
        ]);
    });

    it('is left alone while its page is active, or when it ended', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { keeper } = await bosRun(org);
        const panel = show(null, viewFrom(WORK), org);
        expect(await panel.element.recover('bos-run', 'continue')).toBe(false);
        await keeper.close('bos-run');
        expect(await panel.element.recover('bos-run', 'continue')).toBe(false);
        expect(org.requests.write).toBe(0);
    });

    it('whose plan is damaged is only closed', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        await bosRun(org);
        org.history.parts = [];
        org.history.pass(LONGEST_SILENCE + 1);
        const panel = show(null, viewFrom(WORK), org);
        expect(await panel.element.recover('bos-run', 'continue')).toBe(false);
        expect(org.history.runs[0].live).not.toBeNull();
        expect(await panel.element.recover('bos-run', 'leave')).toBe(true);
        expect(org.history.runs[0].live).toBeNull();
        expect(org.requests.write).toBe(0);
    });

    it('stops the page that fell silent, when it wakes up', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { heartbeat } = await bosRun(org);
        const stopped = jest.fn();
        heartbeat.whenTaken(stopped);
        org.history.pass(LONGEST_SILENCE + 1);
        const panel = show(null, viewFrom(WORK), org);
        await panel.element.recover('bos-run', 'continue');
        const counts = {
            moved: 1,
            'already there': 0,
            'changed meanwhile': 0,
            refused: 0,
            'not attempted': 0,
            uncertain: 0
        };
        for (let toGo = 20; toGo > 0; toGo -= 1)
            heartbeat.watch({ runId: 'bos-run', state: 'running', total: 20, counts, toGo } as never);
        await settled();
        expect(stopped).toHaveBeenCalledTimes(1);
        expect(panel.ended[0].runId).toBe('bos-run');
    });
});
