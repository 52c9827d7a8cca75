import { randomUUID } from 'node:crypto';
import { openJournal } from 'c/moveJournal';
import { OrgFault } from 'c/orgPort';
import { clickUser, undoClick, type Desk } from '../oneClick.ts';
import { readChoices, readName } from '../reads.ts';
import { ADA, BO, CY, DIALER, ME, smallOrg, userOf, VOICE, WORK } from '#tests/support/people.ts';
import { nameOf } from '#tests/support/seen.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

function deskOf(org: WholeMemoryOrg, storage = new MemoryStorage()): Desk {
    const journal = openJournal(() => storage, { org: 'org', user: 'me' });
    return { org, journal, nameOf, by: 'Mo Admin', alone: (_, act) => act() };
}

/** The user as the org shows them now. */
async function shown(org: WholeMemoryOrg, user: typeof ADA) {
    const [{ callCenterId, lastModified }] = await org.memberships([user.id]);
    return { ...userOf(user), callCenterId, lastModified };
}

async function clicked(user: typeof ADA, to: string | null, org = new WholeMemoryOrg(smallOrg())) {
    return { org, click: await clickUser(await shown(org, user), to)(deskOf(org)) };
}

beforeAll(() => {
    // jsdom has none.
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: randomUUID, configurable: true });
});

describe('One click', () => {
    it.each<[string, typeof ADA, string | null, string]>([
        ['moves', ADA, WORK, 'Ada Byron moved to 8x8 Work'],
        ['adds', CY, WORK, 'Cy Tan added to 8x8 Work'],
        ['removes', BO, null, 'Bo Lind removed from 8x8 Work']
    ])('%s a user, says so, and offers Undo', async (_, user, to, text) => {
        const { org, click } = await clicked(user, to);
        expect(click.notice).toEqual({ tone: 'success', text, canUndo: true, isBusy: false });
        expect(click.now).toBe(to);
        expect(org.snapshot().get(user.id)).toBe(to);
        expect(org.requests.writeOne).toBe(1);
    });

    it('leaves alone whom somebody else moved, and says where they are', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const ada = await shown(org, ADA);
        org.move(ADA.id, VOICE, 'Bo Lind');
        const click = await clickUser(ada, WORK)(deskOf(org));
        expect(click.notice).toMatchObject({ tone: 'error', canUndo: false });
        expect(click.notice.text).toMatch(
            /^Ada Byron: Changed meanwhile: Bo Lind moved them to Voice East, .+\. Left there\.$/
        );
        expect(click.now).toBe(VOICE);
        expect(org.snapshot().get(ADA.id)).toBe(VOICE);
    });

    it('offers no Undo of what somebody else did already', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const ada = await shown(org, ADA);
        org.move(ADA.id, WORK);
        const { notice, now } = await clickUser(ada, WORK)(deskOf(org));
        expect(notice).toMatchObject({ tone: 'success', canUndo: false });
        expect(now).toBe(WORK);
    });

    it('says a refusal in the words of the org, and leaves the user where they are', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        jest.spyOn(org, 'writeOne').mockResolvedValue({ userId: ADA.id, written: false, words: 'No', code: 'X' });
        const { click } = await clicked(ADA, WORK, org);
        expect(click.notice).toMatchObject({ tone: 'error', canUndo: false });
        expect(click.notice.text).toContain('Ada Byron: Refused: “No”');
        expect(click.now).toBeUndefined();
    });

    it('claims nothing when the answer was lost and nothing can be read', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const ada = await shown(org, ADA);
        jest.spyOn(org, 'writeOne').mockRejectedValue(new OrgFault('expired', ''));
        jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('expired', ''));
        const click = await clickUser(ada, WORK)(deskOf(org));
        expect(click.notice.text).toContain('It is not known whether Ada Byron was moved');
        expect(click.now).toBeUndefined();
    });
});

describe('Its undo', () => {
    it.each([
        [ADA, WORK, 'Ada Byron is back in Old Dialer'],
        [CY, WORK, 'Cy Tan is in no call center again']
    ])('takes the user back, once', async (user, to, text) => {
        const { org, click } = await clicked(user, to);
        const undone = await undoClick(click)(deskOf(org));
        expect(undone.notice).toEqual({ tone: 'success', text, canUndo: false, isBusy: false });
        expect(undone.now).toBe(user.callCenterId);
        expect(org.snapshot().get(user.id)).toBe(user.callCenterId);
    });

    it('takes nobody back whom somebody has moved since', async () => {
        const { org, click } = await clicked(ADA, WORK);
        org.move(ADA.id, VOICE, 'Bo Lind');
        const undone = await undoClick(click)(deskOf(org));
        expect(undone.notice.text).toContain('Bo Lind moved them to Voice East');
        expect(org.snapshot().get(ADA.id)).toBe(VOICE);
    });
});

describe('The journal of a click', () => {
    const noted = (storage: MemoryStorage) => openJournal(() => storage, { org: 'org', user: 'me' });

    it('has a run of one with its outcome, and its undo as the undo of that run', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const storage = new MemoryStorage();
        const click = await clickUser(await shown(org, ADA), WORK)(deskOf(org, storage));
        await undoClick(click)(deskOf(org, storage));
        const runs = noted(storage).ended();
        expect(runs).toMatchObject([
            { by: 'Mo Admin', plan: { target: WORK, undoOf: null }, settled: [{ userId: ADA.id, outcome: 'moved' }] },
            { plan: { target: DIALER, undoOf: runs[0].runId }, settled: [{ userId: ADA.id, outcome: 'moved' }] }
        ]);
        expect(click.report).toMatchObject({ runId: runs[0].runId, target: WORK, settled: [{ outcome: 'moved' }] });
    });

    it('says before the write what is about to happen', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const storage = new MemoryStorage();
        const ada = await shown(org, ADA);
        const before: unknown[] = [];
        jest.spyOn(org, 'writeOne').mockImplementation(async () => {
            before.push(...noted(storage).unfinished());
            return { userId: ADA.id, written: true };
        });
        await clickUser(ada, WORK)(deskOf(org, storage));
        expect(before).toMatchObject([{ inFlight: [{ userId: ADA.id, from: DIALER, to: WORK }] }]);
    });

    it('keeps a run that did not end when nobody knows whether the user was moved', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const storage = new MemoryStorage();
        const ada = await shown(org, ADA);
        jest.spyOn(org, 'writeOne').mockRejectedValue(new OrgFault('expired', ''));
        jest.spyOn(org, 'memberships').mockRejectedValue(new OrgFault('expired', ''));
        const click = await clickUser(ada, WORK)(deskOf(org, storage));
        expect(click.report).toBeNull();
        expect(noted(storage).unfinished()).toHaveLength(1);
        expect(noted(storage).ended()).toEqual([]);
    });
});

describe('What the page reads', () => {
    it('is profiles and roles, and the name of a user, or their id when the org does not show them', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        expect(await readChoices(org)).toEqual({ profiles: smallOrg().profiles, roles: smallOrg().roles });
        expect(await readName(org, ME.id)).toBe('Mo Admin');
        expect(await readName(org, '005000000000999AAA')).toBe('005000000000999AAA');
    });
});
