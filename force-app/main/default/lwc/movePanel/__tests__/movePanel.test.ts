import { randomUUID } from 'node:crypto';
import { planRow } from 'c/movePlan';
import { OrgFault, type Org } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { all, heard, labelled, one, settled, standForStubs, unmountAll } from '#tests/support/mount.ts';
import { ADA, BO, CY, DI, DIALER, FAY, PAT, smallOrg, userOf, VOICE, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';
import { selected, show } from './panel.ts';

const files: { name: string; text: Promise<string> }[] = [];

beforeAll(() => {
    // jsdom has neither.
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: randomUUID, configurable: true });
    let content: Blob;
    URL.createObjectURL = (blob) => {
        content = blob as Blob;
        return 'blob:file';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
        const reader = new FileReader();
        const text = new Promise<string>((done) => (reader.onload = () => done(String(reader.result))));
        reader.readAsText(content);
        files.push({ name: this.download, text });
    });
});
afterEach(() => {
    unmountAll();
    files.length = 0;
});

describe('The move panel', () => {
    it('is hidden while no user is selected', async () => {
        const { element, root } = show(null);
        expect(all(root, '*')).toEqual([]);
        element.selection = selected();
        await settled();
        expect(all(root, '*')).toEqual([]);
    });

    it('is a region named after the move that it would make', () => {
        const { root, title } = show(selected(ADA, CY));
        expect(title()).toBe('Move 2 users to 8x8 Work');
        expect(one(root, 'section').getAttribute('aria-label')).toBe('Move 2 users to 8x8 Work');
    });

    it('moves a selection that needs no review at once, and shows the results', async () => {
        const { root, org, ended, press, title } = show(selected(ADA, BO, CY));
        await press('Move 2 users');
        expect([ADA, BO, CY].map((user) => org.snapshot().get(user.id))).toEqual([WORK, WORK, WORK]);
        expect(title()).toBe('2 of 3 users moved to 8x8 Work');
        expect(ended).toHaveLength(1);
        expect(ended[0]).toMatchObject({ by: 'Mo Admin', target: WORK });
        expect(ended[0].settled.map((one_) => one_.outcome).sort()).toEqual(['already there', 'moved', 'moved']);
        await press('Show results');
        expect(one(root, 'c-move-report')).toHaveProperty('report.runId', ended[0].runId);
    });

    it('changes nothing when a review is opened or canceled', async () => {
        const { root, org, cleared, press, title } = show(selected(ADA));
        const before = org.snapshot();
        await press('Review');
        expect(one(root, 'c-move-review')).toHaveProperty('review.plan.users.0.name', 'Ada Byron');
        await press('Cancel');
        expect(cleared).toEqual([]);
        expect(title()).toBe('Move Ada Byron to 8x8 Work');
        await press('Clear selection');
        expect(cleared).toHaveLength(1);
        expect(all(root, '*')).toEqual([]);
        expect(org.snapshot()).toEqual(before);
        expect(org.requests).toMatchObject({ write: 0, writeOne: 0 });
    });

    it('moves users of a call center of unknown type only after the admin confirms', async () => {
        const { root, org, press } = show(selected(FAY));
        await press('Review');
        expect(() => labelled(root, 'Move 1 user')).toThrow('No base component');
        one(one(root, 'c-move-review').shadowRoot!, '.buttons button').click();
        await settled();
        await press('Move 1 user');
        expect(org.snapshot().get(FAY.id)).toBe(WORK);
    });

    it('reads all matching users, page by page, before it reviews them', async () => {
        const search = { ...EVERYONE, target: WORK };
        const org = new WholeMemoryOrg(smallOrg(2100));
        const { root, press, title } = show({ count: 2109, users: [], matching: search }, viewFrom(WORK), org);
        expect(title()).toBe('Move 2,109 users to 8x8 Work');
        await press('Review');
        expect(one(root, 'c-move-review')).toHaveProperty('review.plan.users.length', 2109);
        expect(org.requests.users).toBe(2);
    });

    it("shows an error when they can't be read, and tries again on request", async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const users = jest.spyOn(org, 'users').mockRejectedValueOnce(new OrgFault('busy', 'Later'));
        const { root, press } = show(
            { count: 9, users: [], matching: { ...EVERYONE, target: WORK } },
            viewFrom(WORK),
            org
        );
        await press('Review');
        const problem = one(root, 'c-problem');
        expect(problem).toMatchObject({
            heading: "Couldn't load users",
            problem: { text: 'Salesforce is busy. Try again in a few minutes. Details: “Later”', isExpired: false }
        });
        problem.dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(users).toHaveBeenCalledTimes(2);
        expect(all(root, 'c-problem')).toEqual([]);
        expect(all(root, 'c-move-review')).toHaveLength(1);
    });

    it('drops the users of a canceled read', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        let answer!: (page: Awaited<ReturnType<Org['users']>>) => void;
        jest.spyOn(org, 'users').mockReturnValue(new Promise((done) => (answer = done)));
        const { root, press, title } = show({ count: 9, users: [], matching: EVERYONE }, viewFrom(WORK), org);
        await press('Review');
        await press('Cancel');
        answer({ users: [userOf(ADA)], total: 1, endCursor: null, hidesMemberships: false });
        await settled();
        expect(title()).toBe('Move 9 users to 8x8 Work');
        expect(all(root, 'c-move-review')).toEqual([]);
    });

    it('takes the place of the table for a review, and for results that need a look', async () => {
        const { element, root, org, press } = show(selected(ADA, CY));
        const layouts = heard<string>(element, 'layout');
        await press('Review');
        one(root, '.back').click();
        await settled();
        await press('Review');
        jest.spyOn(org, 'write').mockImplementation(async (writes) =>
            writes.map(({ userId }) => ({ userId, written: false, code: 'NO', words: 'No.' }))
        );
        await press('Move 2 users');
        expect(layouts).toEqual(['full', 'selection', 'full', 'run', 'full']);
        expect(root.activeElement).toBe(one(root, 'h2'));
        await press('Done');
        expect(layouts.at(-1)).toBe('none');
    });

    it('says in a line that everyone moved, and shows the results on request', async () => {
        const { element, root, press, title } = show(selected(ADA, CY));
        const layouts = heard<string>(element, 'layout');
        await press('Move 2 users');
        expect(title()).toBe('2 of 2 users moved to 8x8 Work');
        expect(layouts).toEqual(['run']);
        await press('Show results');
        expect(layouts).toEqual(['run', 'full']);
        expect(all(root, 'c-move-report')).toHaveLength(1);
    });

    it('reviews one user whose move needs a review, even without a selection', async () => {
        const { element, root, title } = show(null, viewFrom(VOICE));
        element.review(planRow(userOf(ADA), VOICE, viewFrom(VOICE).kindOf), [userOf(ADA)]);
        await settled();
        expect(title()).toBe('Review: Move Ada Byron to Voice East');
        expect(all(root, 'c-move-review')).toHaveLength(1);
        expect(() => labelled(root, 'Move 1 user')).toThrow('No base component');
    });

    it('downloads the AddUsers file for users who would join a Voice contact center', async () => {
        const { root, press } = show(selected(ADA), viewFrom(VOICE));
        await press('Review');
        one(root, 'c-move-review').dispatchEvent(new CustomEvent('csv'));
        expect(files.map((file) => file.name)).toEqual(['add-users.csv']);
        const text = await files[0].text;
        for (const part of [ADA.email, ADA.id, VOICE, 'AddUsers']) expect(text).toContain(part);
    });

    it('shows which users failed, retries them, and downloads the report', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const real = org.write.bind(org);
        jest.spyOn(org, 'write').mockImplementationOnce(async (writes) => {
            const answers = await real(writes.filter(({ userId }) => userId !== CY.id));
            return writes.map(({ userId }) =>
                userId === CY.id
                    ? { userId, written: false, words: 'Rule says no', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }
                    : answers.shift()!
            );
        });
        const { press, title, ended } = show(selected(ADA, CY), viewFrom(WORK), org);
        await press('Move 2 users');
        expect(title()).toBe('1 of 2 users moved to 8x8 Work');
        expect(ended[0].settled.find((each) => each.outcome === 'refused')).toMatchObject({
            name: 'Cy Tan',
            words: 'Rule says no'
        });
        await press('Download CSV');
        expect(files[0].name).toMatch(/^moves-8x8-work-\d{4}-\d\d-\d\d\.csv$/);
        expect(await files[0].text).toContain('Rule says no');
        await press('Retry 1 failed');
        expect(org.snapshot().get(CY.id)).toBe(WORK);
        expect(title()).toBe('1 of 1 user moved to 8x8 Work');
    });

    it('moves users back with Undo', async () => {
        const { org, press, title, cleared, root } = show(selected(ADA, CY));
        await press('Move 2 users');
        await press('Move 2 back');
        expect([ADA, CY].map((user) => org.snapshot().get(user.id))).toEqual([DIALER, null]);
        expect(title()).toBe('2 of 2 users moved back');
        await press('Done');
        expect(cleared).toHaveLength(1);
        expect(all(root, '*')).toEqual([]);
    });

    it('reviews an undo that would skip a user, and names that user', async () => {
        const { org, press, root } = show(selected(ADA, DI));
        await press('Move 2 users');
        org.move(DI.id, null, 'Bo Lind');
        await press('Move 2 back to Old Dialer');
        expect(one(root, 'c-move-review')).toHaveProperty('review.plan.users.1.verdict', 'kept');
        await press('Move 1 user');
        expect([ADA, DI].map((user) => org.snapshot().get(user.id))).toEqual([DIALER, null]);
    });

    it("keeps the report and shows the reason when an undo can't be planned, and tries again on request", async () => {
        const { org, press, root, title } = show(selected(ADA));
        await press('Move 1 user');
        jest.spyOn(org, 'memberships').mockRejectedValueOnce(new OrgFault('expired', ''));
        await press('Move 1 back to Old Dialer');
        expect(title()).toBe('1 of 1 user moved to 8x8 Work');
        expect(one(root, 'c-problem')).toHaveProperty('problem', {
            text: expect.stringContaining('session expired'),
            isExpired: true
        });
        expect(org.snapshot().get(ADA.id)).toBe(WORK);
        one(root, 'c-problem').dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(org.snapshot().get(ADA.id)).toBe(DIALER);
    });

    it('is accessible with a selection, in a review, and with results', async () => {
        const { element, root, press } = show(selected(ADA, PAT));
        const check = async () => {
            standForStubs(root);
            await expect(element).toBeAccessible();
        };
        await check();
        await press('Review');
        await check();
        await press('Move 1 user');
        await check();
    });
});
