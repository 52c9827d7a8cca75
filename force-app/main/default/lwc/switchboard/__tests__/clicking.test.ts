import { randomUUID } from 'node:crypto';
import { openJournal } from 'c/moveJournal';
import { planRow } from 'c/movePlan';
import { OrgFault, type Id } from 'c/orgPort';
import { PageFlow } from 'c/pageFlow';
import { centerAfter, nextToUndo, openPage, readAddress, type Click, type Page } from 'c/pageState';
import { noticeOf } from '../messages.ts';
import { ADA, BO, CY, DIALER, KINDS, ME, smallOrg, userOf, VOICE, WORK } from '#tests/support/people.ts';
import { deskOf } from '#tests/support/desk.ts';
import { keeperOf } from '#tests/support/keeper.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { nameOf } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const noted = (storage: MemoryStorage) => openJournal(() => storage, { org: 'org', user: 'me' });

/** A page with an org in memory. */
function open(org = new WholeMemoryOrg(smallOrg()), storage = new MemoryStorage()) {
    let page: Page = openPage(readAddress(''));
    const flow = new PageFlow({
        org,
        journal: noted(storage),
        keeper: keeperOf(org),
        requests: deskOf(org),
        userId: ME.id,
        clock: { now: Date.now, wait: async () => {}, random: () => 0.5 },
        permission: () => 'granted',
        newRunId: randomUUID,
        whileUnlocked: (_, act) => act(),
        get page() {
            return page;
        },
        become: (next) => {
            page = next;
        }
    });
    const click = async (user: typeof ADA, to: Id | null) => {
        const [{ callCenterId, lastModified }] = await org.memberships([user.id]);
        const shown = { ...userOf(user), callCenterId, lastModified };
        const plan = planRow(shown, to ?? callCenterId, (id) => KINDS.get(id) ?? null);
        return async () => (await flow.click(shown, plan))!;
    };
    const notice = () => noticeOf(page.message!, nameOf, nextToUndo(page));
    return { org, storage, flow, click, notice, page: () => page };
}

const now = ({ run }: Click) => centerAfter(run.settled);

describe('One click', () => {
    it.each<[string, typeof ADA, string | null, string]>([
        ['moves', ADA, WORK, 'Ada Byron moved to 8x8 Work'],
        ['adds', CY, WORK, 'Cy Tan added to 8x8 Work'],
        ['removes', BO, null, 'Bo Lind removed from 8x8 Work']
    ])('%s a user, says so, and offers Undo', async (_, user, to, text) => {
        const { org, click, notice } = open();
        const done = await (await click(user, to))();
        expect(notice()).toEqual({ about: expect.anything(), tone: 'success', text, canUndo: true, isBusy: false });
        expect(now(done)).toBe(to);
        expect(org.snapshot().get(user.id)).toBe(to);
        expect(org.requests.writeOne).toBe(1);
    });

    it('skips a user whom someone else moved, and shows where they are', async () => {
        const { org, click, notice } = open();
        const press = await click(ADA, WORK);
        org.move(ADA.id, VOICE, 'Bo Lind');
        const done = await press();
        expect(notice()).toMatchObject({ tone: 'error', canUndo: false });
        expect(notice().text).toMatch(/^Ada Byron: Not moved\. Now in Voice East, last modified by Bo Lind \(.+\)\.$/);
        expect(now(done)).toBe(VOICE);
        expect(org.snapshot().get(ADA.id)).toBe(VOICE);
    });

    it('offers no Undo for what someone else already did', async () => {
        const { org, click, notice } = open();
        const press = await click(ADA, WORK);
        org.move(ADA.id, WORK);
        const done = await press();
        expect(notice()).toMatchObject({ tone: 'success', canUndo: false });
        expect(now(done)).toBe(WORK);
    });

    it("shows Salesforce's message for a failed move, and leaves the user where they are", async () => {
        const { org, click, notice } = open();
        jest.spyOn(org, 'writeOne').mockResolvedValue({ userId: ADA.id, written: false, words: 'No', code: 'X' });
        const done = await (await click(ADA, WORK))();
        expect(notice()).toMatchObject({ tone: 'error', canUndo: false });
        expect(notice().text).toContain('Ada Byron: Failed: “No”');
        expect(now(done)).toBeUndefined();
    });

    it("shows the move as not confirmed when the answer is lost and the org can't be read", async () => {
        const { org, click, notice } = open();
        const press = await click(ADA, WORK);
        jest.spyOn(org, 'writeOne').mockRejectedValue(new OrgFault('expired', ''));
        jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('expired', ''));
        const done = await press();
        expect(notice().text).toBe(
            "Your session expired. It's not clear whether Ada Byron moved. To find out, check again."
        );
        expect(now(done)).toBeUndefined();
    });

    it.each([
        ['moved', WORK, /^Ada Byron moved to 8x8 Work$/, [{ outcome: 'moved' }]],
        [
            'moved elsewhere by someone',
            VOICE,
            /^Ada Byron: Not moved\. Now in Voice East/,
            [{ outcome: 'changed meanwhile' }]
        ]
    ])('is checked again when it is not known, and is known once the user is %s', async (_, center, text, settled) => {
        const { org, flow, storage, click, notice, page } = open();
        const press = await click(ADA, WORK);
        const unread = jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('expired', ''));
        jest.spyOn(org, 'writeOne').mockRejectedValue(new OrgFault('expired', ''));
        await press();
        expect(notice()).toMatchObject({ canCheck: true, isBusy: false });
        await flow.check();
        expect(notice()).toMatchObject({ tone: 'error', canCheck: true, isBusy: false });
        unread.mockRestore();
        await flow.check();
        expect(notice()).toMatchObject({ canCheck: true });
        expect(noted(storage).unfinished()).toHaveLength(1);
        org.move(ADA.id, center, 'Bo Lind');
        const known = await flow.check();
        expect(notice().text).toMatch(text);
        expect(notice().canCheck).toBeUndefined();
        expect(known?.run.report).toMatchObject({ target: WORK, settled });
        expect(noted(storage).unfinished()).toEqual([]);
        expect(nextToUndo(page()) === null).toBe(center !== WORK);
        expect(await flow.check()).toBeNull();
    });

    it('runs the plan of its row without making another plan', async () => {
        const { click, page } = open();
        const done = await (await click(ADA, WORK))();
        expect(page().message).toMatchObject({ about: 'click', click: { plan: done.plan } });
        expect(done.run.report?.settled[0]).toMatchObject({ from: DIALER, to: WORK });
    });
});

describe('The undo of a click', () => {
    it.each([
        [ADA, WORK, 'Ada Byron is back in Old Dialer'],
        [CY, WORK, 'Cy Tan has no call center again']
    ])('takes the user back, once', async (user, to, text) => {
        const { org, flow, click, notice } = open();
        await (
            await click(user, to)
        )();
        const undone = await flow.undo();
        expect(notice()).toEqual({ about: expect.anything(), tone: 'success', text, canUndo: false, isBusy: false });
        expect(now(undone!)).toBe(user.callCenterId);
        expect(org.snapshot().get(user.id)).toBe(user.callCenterId);
    });

    it('skips a user whom someone has moved since', async () => {
        const { org, flow, click, notice } = open();
        await (
            await click(ADA, WORK)
        )();
        org.move(ADA.id, VOICE, 'Bo Lind');
        await flow.undo();
        expect(notice().text).toContain('Now in Voice East, last modified by Bo Lind');
        expect(org.snapshot().get(ADA.id)).toBe(VOICE);
    });

    it("does nothing without a click, or when the result of the click isn't known", async () => {
        const { org, flow, click } = open();
        expect(await flow.undo()).toBeNull();
        const press = await click(ADA, WORK);
        const fault = jest.spyOn(org, 'writeOne').mockRejectedValue(new OrgFault('expired', ''));
        jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('expired', ''));
        await press();
        expect(await flow.undo()).toBeNull();
        expect(fault).toHaveBeenCalledTimes(1);
    });
});

describe('The journal of a click', () => {
    it('records a run of one user with its outcome, and links the undo to that run', async () => {
        const { storage, flow, click } = open();
        const done = await (await click(ADA, WORK))();
        await flow.undo();
        const runs = noted(storage).ended();
        expect(runs).toMatchObject([
            { by: 'Mo Admin', plan: { target: WORK, undoOf: null }, settled: [{ userId: ADA.id, outcome: 'moved' }] },
            { plan: { target: DIALER, undoOf: runs[0].runId }, settled: [{ userId: ADA.id, outcome: 'moved' }] }
        ]);
        expect(done.run.report).toMatchObject({ runId: runs[0].runId, target: WORK, settled: [{ outcome: 'moved' }] });
    });

    it('records the intended change before the write', async () => {
        const { org, storage, click } = open();
        const press = await click(ADA, WORK);
        const before: unknown[] = [];
        jest.spyOn(org, 'writeOne').mockImplementation(async () => {
            before.push(...noted(storage).unfinished());
            return { userId: ADA.id, written: true };
        });
        await press();
        expect(before).toMatchObject([{ inFlight: [{ userId: ADA.id, from: DIALER, to: WORK }] }]);
    });

    it("keeps the run as unfinished when it isn't known whether the user moved", async () => {
        const { org, storage, click } = open();
        const press = await click(ADA, WORK);
        jest.spyOn(org, 'writeOne').mockRejectedValue(new OrgFault('expired', ''));
        jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('expired', ''));
        const done = await press();
        expect(done.run.report).toBeNull();
        expect(noted(storage).unfinished()).toHaveLength(1);
        expect(noted(storage).ended()).toEqual([]);
    });
});
