import { randomUUID } from 'node:crypto';
import { openJournal } from 'c/moveJournal';
import { planRow } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import { PageFlow } from 'c/pageFlow';
import { nextToUndo, openPage, readAddress, type Page } from 'c/pageState';
import { noticeOf } from '../messages.ts';
import { ADA, BO, CY, DIALER, KINDS, ME, smallOrg, userOf, VOICE, WORK } from '#tests/support/people.ts';
import { deskOf } from '#tests/support/desk.ts';
import { keeperOf } from '#tests/support/keeper.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { nameOf } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

/** A page over the org in memory, whose pauses end when the test says so. */
function open() {
    const org = new WholeMemoryOrg(smallOrg());
    let page: Page = openPage(readAddress(''));
    const pauses: { ms: number; end(): void }[] = [];
    const flow = new PageFlow({
        org,
        journal: openJournal(() => new MemoryStorage(), { org: 'org', user: 'me' }),
        keeper: keeperOf(org),
        requests: deskOf(org),
        userId: ME.id,
        clock: {
            now: Date.now,
            wait: (ms) => new Promise((end) => pauses.push({ ms, end })),
            random: () => 0.5
        },
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
    const press = async (user: typeof ADA, to: Id | null) => {
        const [{ callCenterId, lastModified }] = await org.memberships([user.id]);
        const shown = { ...userOf(user), callCenterId, lastModified };
        return flow.click(
            shown,
            planRow(shown, to ?? callCenterId, (id) => KINDS.get(id) ?? null)
        );
    };
    const rest = async () => {
        for (const { end } of pauses.splice(0)) end();
        await Promise.resolve();
    };
    const centers = (...users: (typeof ADA)[]) => users.map(({ id }) => org.snapshot().get(id));
    const notice = () => noticeOf(page.message!, nameOf, nextToUndo(page));
    return { org, flow, press, rest, pauses, centers, notice };
}

describe('A second press', () => {
    it('does nothing while the first one moves the user, and for a second after', async () => {
        const { org, press, rest, pauses, centers } = open();
        const [first, second] = await Promise.all([press(ADA, WORK), press(ADA, WORK)]);
        expect([first?.run.settled.outcome, second]).toEqual(['moved', null]);
        expect(await press(ADA, null)).toBeNull();
        expect(pauses.map(({ ms }) => ms)).toEqual([1_000]);
        expect([centers(ADA), org.requests.writeOne]).toEqual([[WORK], 1]);
        await rest();
        expect((await press(ADA, null))?.run.settled.outcome).toBe('moved');
        expect(centers(ADA)).toEqual([null]);
    });

    it('on another user works at once', async () => {
        const { press, centers } = open();
        await press(ADA, WORK);
        await press(CY, WORK);
        expect(centers(ADA, CY)).toEqual([WORK, WORK]);
    });
});

describe('Undo', () => {
    it('takes back one click after the other, the latest first, and says whose is next', async () => {
        const { flow, press, centers, notice } = open();
        await press(ADA, WORK);
        await press(CY, WORK);
        await press(BO, null);
        expect(notice()).toEqual({
            about: expect.anything(),
            tone: 'success',
            text: 'Bo Lind removed from 8x8 Work',
            canUndo: true,
            isBusy: false
        });
        await flow.undo();
        expect(centers(ADA, CY, BO)).toEqual([WORK, WORK, WORK]);
        expect(notice()).toMatchObject({ text: 'Bo Lind is back in 8x8 Work', undoLabel: 'Undo the move of Cy Tan' });
        await flow.undo();
        expect(centers(ADA, CY, BO)).toEqual([WORK, null, WORK]);
        await flow.undo();
        expect(centers(ADA, CY, BO)).toEqual([DIALER, null, WORK]);
        expect(notice()).toEqual({
            about: expect.anything(),
            tone: 'success',
            text: 'Ada Byron is back in Old Dialer',
            canUndo: false,
            isBusy: false
        });
        expect(await flow.undo()).toBeNull();
    });

    it('of a row takes back what that user’s clicks did, although others were clicked since', async () => {
        const { flow, press, rest, centers } = open();
        await press(ADA, WORK);
        await rest();
        // Only a review moves users to a call center of unknown type, so the second click removes her.
        await press(ADA, null);
        await press(CY, WORK);
        await flow.undo(ADA.id);
        expect(centers(ADA, CY)).toEqual([WORK, WORK]);
        await flow.undo(ADA.id);
        expect(centers(ADA, CY)).toEqual([DIALER, WORK]);
        expect(await flow.undo(ADA.id)).toBeNull();
    });

    it('lets the user move again with one write, because the user is read first', async () => {
        const { org, flow, press, rest, centers } = open();
        const first = (await press(ADA, WORK))!;
        await flow.undo();
        await rest();
        const writes = jest.spyOn(org, 'writeOne');
        await flow.click({ ...userOf(ADA), lastModified: null }, first.plan);
        expect(centers(ADA)).toEqual([WORK]);
        expect(writes).toHaveBeenCalledTimes(1);
    });

    it('works after the notice was closed', async () => {
        const { flow, press, centers } = open();
        await press(ADA, WORK);
        flow.tell(null);
        await flow.undo();
        expect(centers(ADA)).toEqual([DIALER]);
    });

    it('says why a user stays whom someone has moved since, and goes on with the click before', async () => {
        const { org, flow, press, centers, notice } = open();
        await press(CY, WORK);
        await press(ADA, WORK);
        org.move(ADA.id, VOICE, 'Bo Lind');
        await flow.undo();
        expect(notice().text).toContain('Now in Voice East, last modified by Bo Lind');
        await flow.undo();
        expect(centers(ADA, CY)).toEqual([VOICE, null]);
    });

    it('can be tried again after Salesforce rejected it', async () => {
        const { org, flow, press, centers, notice } = open();
        await press(ADA, WORK);
        jest.spyOn(org, 'writeOne').mockResolvedValueOnce({ userId: ADA.id, written: false, words: 'No', code: 'X' });
        await flow.undo();
        expect(notice().text).toContain('Ada Byron: Failed: “No”');
        expect(centers(ADA)).toEqual([WORK]);
        await flow.undo();
        expect(centers(ADA)).toEqual([DIALER]);
    });
});
