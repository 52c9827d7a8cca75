import { randomUUID } from 'node:crypto';
import type { LightningElement } from 'lwc';
import { planRow } from 'c/movePlan';
import type { Viewpoint } from 'c/pageState';
import { OrgFault, type Org, type User } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import * as engine from 'lwc';
import {
    all,
    labelled,
    mount,
    one,
    settled,
    standForStubs,
    textOf,
    unmountAll,
    type Stub
} from '#tests/support/mount.ts';
import { ADA, BO, CY, DI, DIALER, EVE, ME, smallOrg, userOf, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

/** The module with the permission. Its import is live. */
function module(has: true | undefined | null): { __esModule: true; default: true | undefined | null } {
    return { __esModule: true, default: has };
}

/** The page with an org in memory, for someone who can move users or only view them. */
async function open({
    org = new WholeMemoryOrg(smallOrg()),
    viewer = false,
    permission = module(!viewer || undefined)
} = {}) {
    jest.resetModules();
    jest.doMock('lwc', () => engine);
    jest.doMock('c/graphqlOrg', () => ({
        ...jest.requireActual<object>('c/graphqlOrg'),
        graphqlOrg: () => org
    }));
    jest.doMock('@salesforce/userPermission/ManageInternalUsers', () => permission, {
        virtual: true
    });
    jest.doMock('@salesforce/user/Id', () => ({ __esModule: true, default: ME.id }), { virtual: true });
    // Faults are recognized by their class, so the page and the test need the same one.
    jest.doMock('c/orgPort', () => port);
    const { default: page } = jest.requireActual<{ default: typeof LightningElement }>('c/switchboard');
    const element = mount(page, {});
    await settled();
    const root = element.shadowRoot;
    const part = (name: string) => one<Stub>(root, name).shadowRoot!;
    const choices = () => all<HTMLButtonElement>(part('c-call-center-list'), 'button[data-key]');
    return {
        element,
        root,
        org,
        part,
        names: () => choices().map((button) => button.getAttribute('aria-label')),
        async choose(key: string) {
            choices()
                .find((button) => button.dataset.key === key)!
                .click();
            await settled();
        },
        async press(user: User) {
            const finder = one<Stub>(root, 'c-user-finder');
            const { target, kindOf } = finder.viewpoint as Viewpoint;
            const detail = { user, plan: planRow(user, target, kindOf) };
            finder.dispatchEvent(new CustomEvent('rowaction', { detail }));
            await settled();
        },
        status: () => textOf(one(part('c-notice'), '[role="status"]')),
        rows: () => one<Stub>(tableIn(part), 'c-user-table').data as { id: string; state: string }[]
    };
}

/** Where the table of users is. */
const tableIn = (part: (name: string) => ShadowRoot) => one(part('c-user-finder'), 'c-user-list').shadowRoot!;

const port = jest.requireActual<typeof import('c/orgPort')>('c/orgPort');

/** The user as the org shows them now. */
async function shown(org: WholeMemoryOrg, user: typeof ADA): Promise<User> {
    const { users } = await org.users({ ...EVERYONE, text: user.name }, null, { first: 10 });
    return users[0];
}

describe('The page', () => {
    // jsdom has none.
    beforeAll(() => Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true }));
    afterEach(unmountAll);

    it('shows every call center and every user, and asks for each thing once', async () => {
        const { names, rows, org } = await open();
        expect(names()).toEqual(
            expect.arrayContaining(['All users, 9 users', 'No call center, 4 users', 'Old Dialer, 2 members'])
        );
        expect(rows()).toHaveLength(9);
        expect(org.requests).toMatchObject({
            ...{ callCenters: 1, memberCounts: 1, users: 1, visualforceCallCenters: 1, flowCallCenters: 1 },
            ...{ saveCenters: 1, profiles: 0, roles: 0, memberships: 0, profileCounts: 0, write: 0 }
        });
    });

    it('makes the selected call center the target, shows its name, and counts its members by profile', async () => {
        const { choose, part, rows } = await open();
        await choose(WORK);
        expect(textOf(one(part('c-center-header'), 'h2'))).toBe('8x8 Work');
        expect(textOf(one(part('c-center-header'), 'li'))).toBe('Agent: 1');
        expect(rows().find((row) => row.id === ADA.id)?.state).toBe('elsewhere');
        expect(rows().find((row) => row.id === BO.id)?.state).toBe('here');
    });

    it('moves a user of another call center with one click, says so, and updates the counts', async () => {
        const { choose, press, status, names, rows, org } = await open();
        await choose(WORK);
        await press(await shown(org, ADA));
        expect(org.snapshot().get(ADA.id)).toBe(WORK);
        expect(status()).toBe('Ada Byron moved to 8x8 Work');
        expect(names()).toEqual(expect.arrayContaining(['8x8 Work, 2 members', 'Old Dialer, 1 member']));
        expect(rows().find((row) => row.id === ADA.id)?.state).toBe('here');
    });

    it('undoes a click', async () => {
        const { choose, press, part, status, names, org } = await open();
        await choose(WORK);
        await press(await shown(org, ADA));
        one(part('c-notice'), 'button').click();
        await settled();
        expect(org.snapshot().get(ADA.id)).toBe(DIALER);
        expect(status()).toBe('Ada Byron is back in Old Dialer');
        expect(names()).toEqual(expect.arrayContaining(['8x8 Work, 1 member', 'Old Dialer, 2 members']));
    });

    it('removes a member of the target, and adds a user without a call center', async () => {
        const { choose, press, status, org } = await open();
        await choose(WORK);
        await press(await shown(org, BO));
        expect(status()).toBe('Bo Lind removed from 8x8 Work');
        await press(await shown(org, CY));
        expect(status()).toBe('Cy Tan added to 8x8 Work');
        expect([BO, CY].map((user) => org.snapshot().get(user.id))).toEqual([null, WORK]);
    });

    it('reviews a user of a Voice contact center instead of moving them', async () => {
        const { choose, press, part, org } = await open();
        await choose(WORK);
        await press(await shown(org, EVE));
        expect(org.requests.writeOne).toBe(0);
        expect(textOf(one(part('c-move-panel'), 'h2'))).toBe('Review: Move Eve Voice to 8x8 Work');
    });

    it('moves a selection, shows it in rows and counts, and counts again at the end', async () => {
        const { root, choose, part, names, rows, org } = await open();
        await choose(WORK);
        const selection = { count: 2, users: [userOf(ADA), userOf(CY)], matching: null };
        one(root, 'c-user-finder').dispatchEvent(new CustomEvent('selection', { detail: selection }));
        await settled();
        const before = { ...org.requests };
        labelled(part('c-move-panel'), 'Move 2 users').click();
        await settled();
        const { users, memberCounts, callCenters } = org.requests;
        expect([users, memberCounts, callCenters]).toEqual([before.users, before.memberCounts + 1, before.callCenters]);
        expect([ADA, CY].map((user) => org.snapshot().get(user.id))).toEqual([WORK, WORK]);
        expect(names()).toContain('8x8 Work, 3 members');
        expect(rows().filter((row) => row.state === 'here')).toHaveLength(3);
        expect(one<Stub>(tableIn(part), 'c-user-table').selectedRows).toEqual([]);
        expect(textOf(one(part('c-move-panel'), 'h2'))).toBe('2 of 2 users moved to 8x8 Work');
        labelled(part('c-move-panel'), 'Show results').click();
        await settled();
        expect(one<Stub>(part('c-move-panel'), 'c-move-report')).toHaveProperty('report.by', 'Mo Admin');
    });

    describe('while a run is on', () => {
        async function run() {
            const org = new WholeMemoryOrg(smallOrg(48));
            const page = await open({ org });
            await page.choose(WORK);
            // The second batch is held back. The first has 50 users.
            const { write } = org;
            let release!: () => void;
            const held = new Promise<void>((resolve) => (release = resolve));
            let batches = 0;
            jest.spyOn(org as Org, 'write').mockImplementation(async (writes) => {
                batches += 1;
                if (batches > 1) await held;
                return write.call(org, writes);
            });
            const zoes = smallOrg(48).people.filter(({ name }) => name.startsWith('Zoe'));
            const selection = { count: 51, users: [ADA, CY, ...zoes, DI].map(userOf), matching: null };
            one(page.root, 'c-user-finder').dispatchEvent(new CustomEvent('selection', { detail: selection }));
            await settled();
            labelled(page.part('c-move-panel'), 'Move 51 users').click();
            await settled();
            const row = (user: typeof ADA) =>
                page.rows().find(({ id }) => id === user.id) as unknown as { state: string; move: unknown };
            const press = async (user: typeof ADA, to: string) => {
                one(tableIn(page.part), 'c-user-table').dispatchEvent(
                    new CustomEvent('usermove', { detail: { userId: user.id, to } })
                );
                await settled();
            };
            const finish = async () => {
                release();
                await settled();
            };
            return { ...page, row, press, finish };
        }

        it('shows users where each batch left them, counts them there, and asks the org nothing for it', async () => {
            const { org, row, names, finish } = await run();
            const { users, memberCounts, profileCounts } = org.requests;
            expect(row(ADA)).toMatchObject({ state: 'here', move: null });
            expect(row(DI)).toMatchObject({ state: 'elsewhere', move: null });
            expect(row(BO).move).not.toBeNull();
            expect(names()).toEqual(expect.arrayContaining(['8x8 Work, 51 members', 'Old Dialer, 1 member']));
            expect({ users, memberCounts, profileCounts }).toEqual({ users: 1, memberCounts: 1, profileCounts: 1 });
            await finish();
            expect(row(DI)).toMatchObject({ state: 'here', move: { label: 'Remove' } });
            expect(names()).toContain('Old Dialer, 0 members');
        });

        it.each([
            [ADA, 'Ada Byron is already in 8x8 Work', 'moved'],
            [DI, "Di Vane is part of the move that's running. Wait until it's done.", 'did not reach yet']
        ])('answers an old button, and sends nothing: %o', async (user, text) => {
            const { org, press, status, finish } = await run();
            const { writeOne, memberships } = org.requests;
            await press(user, WORK);
            expect(status()).toBe(text);
            expect([org.requests.writeOne, org.requests.memberships]).toEqual([writeOne, memberships]);
            await finish();
            expect(org.snapshot().get(user.id)).toBe(WORK);
        });
    });

    it("shows what couldn't be read, keeps the rest, and reads again on request", async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const fault = new OrgFault('busy', 'Later');
        jest.spyOn(org as Org, 'memberCounts').mockRejectedValueOnce(fault);
        const { part, rows, names } = await open({ org });
        const problem = one(part('c-call-center-list'), 'c-problem');
        expect(problem).toHaveProperty(
            'problem.text',
            'Salesforce is busy. Try again in a few minutes. Details: “Later”'
        );
        expect(rows()).toHaveLength(9);
        problem.dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(names()).toContain('All users, 9 users');
    });

    it("shows everything to a user who can't edit users, and lets them ask for moves", async () => {
        const { root, choose, part, rows } = await open({ viewer: true });
        expect(textOf(one(root, '[role="note"]'))).toContain('Manage Internal Users');
        await choose(WORK);
        expect(rows()).toHaveLength(9);
        const labels = (rows() as unknown as { move: { label: string } | null }[]).map(({ move }) => move?.label);
        expect(new Set(labels)).toEqual(new Set(['Request']));
        expect(one<Stub>(tableIn(part), 'c-user-table').hideCheckboxColumn).toBe(false);
    });

    it('shows call centers and users when the call centers of users are hidden, and moves no one', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.hideMemberships(true);
        const { choose, part, rows, names } = await open({ org });
        expect(names()).toEqual(['All users', '8x8 Work', 'Old Dialer', 'Voice East']);
        expect(all(part('c-call-center-list'), 'c-problem')).toEqual([]);
        await choose(WORK);
        expect(rows()).toHaveLength(9);
        expect(rows().every((row) => row.state === 'hidden')).toBe(true);
        expect(all(part('c-center-header'), 'c-problem')).toEqual([]);
        expect(org.requests).toMatchObject({ profileCounts: 0, write: 0, writeOne: 0 });
    });

    it('goes back to all users when the call centers are hidden while users without one are shown', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { choose, part, rows, names } = await open({ org });
        await choose('none');
        org.hideMemberships(true);
        one(part('c-call-center-list'), 'lightning-button-icon').click();
        await settled();
        expect(rows()).toHaveLength(9);
        expect(names()).not.toContain('No call center');
    });

    it("doesn't claim that a permission is missing when it couldn't be read, even after Try again", async () => {
        const org = new WholeMemoryOrg(smallOrg());
        jest.spyOn(org as Org, 'memberCounts').mockRejectedValueOnce(new OrgFault('busy', ''));
        const permission = module(null);
        const { root, choose, part, rows } = await open({ org, permission });
        expect(all(root, '[role="note"]')).toEqual([]);
        one(part('c-call-center-list'), 'c-problem').dispatchEvent(new CustomEvent('retry'));
        await settled();
        await choose(WORK);
        const moves = rows() as unknown as { id: string; move: { disabled: boolean } }[];
        expect(moves.find(({ id }) => id === ADA.id)?.move.disabled).toBe(false);
        expect(all(root, '[role="note"]')).toEqual([]);
    });

    it("doesn't mention permissions to a user who has them", async () => {
        expect(all((await open()).root, '[role="note"]')).toEqual([]);
    });

    // axe reads the whole page twice, which takes longer than Jest's five seconds on a busy computer.
    it('is accessible with a call center selected and a notice shown', async () => {
        const { element, root, choose, press, org } = await open();
        standForStubs(root);
        await expect(element).toBeAccessible();
        await choose(WORK);
        await press(await shown(org, ADA));
        standForStubs(root);
        await expect(element).toBeAccessible();
    }, 30_000);
});
