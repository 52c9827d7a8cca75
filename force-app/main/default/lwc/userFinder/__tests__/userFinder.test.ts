import UserFinder, { type RowAction } from 'c/userFinder';
import type { Viewpoint } from 'c/pageState';
import type { Selection } from 'c/userSelection';
import { OrgFault, type Org, type User, type UserSearch } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import {
    all,
    eventually,
    heard,
    labelled,
    mount,
    one,
    settled,
    standForStubs,
    textOf,
    type Stub,
    unmountAll
} from '#tests/support/mount.ts';
import { ADA, BO, CY, DIALER, smallOrg, userOf, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

/** Longer than a fast typist's pause, in milliseconds. */
const TYPED = 200;

interface Methods {
    reload(): void;
    clearSelection(): void;
    afterRun(): void;
    find(text: string): void;
    show(search: Partial<UserSearch>): void;
    applyMoves(moves: { userId: string; to: string | null }[]): void;
}

async function show({
    org = new WholeMemoryOrg(smallOrg()),
    viewpoint = viewFrom(WORK)
}: { org?: Org; viewpoint?: Viewpoint } = {}) {
    const users = jest.spyOn(org, 'users');
    const props = { org, viewpoint, centers: [], profiles: [], roles: [], choicesProblem: null as string | null };
    const element = mount(UserFinder, props) as unknown as HTMLElement & typeof props & Methods;
    const selections = heard<Selection>(element, 'selection');
    await settled();
    const root = element.shadowRoot!;
    return {
        element,
        root,
        selections,
        asked: () => users.mock.calls.map(([search]) => search),
        users,
        table: () => tableIn(root),
        names: () => (tableIn(root).data as { name: string }[]).map((row) => row.name),
        range: () => textOf(root.querySelector('.range'))
    };
}

const tableIn = (root: ParentNode) => one<Stub>(one(root, 'c-user-list').shadowRoot!, 'c-user-table');
const search = (root: ShadowRoot, detail: Partial<UserSearch>) =>
    one(root, 'c-user-filters').dispatchEvent(new CustomEvent('search', { detail }));
const pick = (table: Stub, users: User[], action: string | undefined = 'rowSelect') =>
    table.dispatchEvent(
        new CustomEvent('rowselection', {
            detail: { selectedRows: users.map(({ id }) => ({ id })), config: { action } }
        })
    );

describe('The finder of users', () => {
    afterEach(() => {
        jest.useRealTimers();
        unmountAll();
    });

    it('shows all users in a table named Users, and how many there are', async () => {
        const { table, names, range } = await show();
        expect(table().getAttribute('aria-label') ?? table().ariaLabel).toBe('Users');
        expect(names().slice(0, 3)).toEqual(['Ada Byron', 'Bo Lind', 'Cy Tan']);
        expect(range()).toBe('1–9 of 9');
    });

    it('asks the org once for its first page', async () => {
        const { asked } = await show();
        expect(asked()).toEqual([{ ...EVERYONE, target: WORK }]);
    });

    it('searches what was typed after a pause, and not at every key', async () => {
        const { root, asked, names } = await show();
        jest.useFakeTimers();
        search(root, { text: 'c' });
        search(root, { text: 'cy' });
        await settled();
        expect(asked()).toHaveLength(1);
        jest.advanceTimersByTime(TYPED);
        await settled();
        expect(
            asked()
                .slice(1)
                .map(({ text }) => text)
        ).toEqual(['cy']);
        expect(names()).toEqual(['Cy Tan']);
    });

    it('offers neither to select all nor more users while the users are still those of an earlier search', async () => {
        const { root, table, users } = await show({ org: new WholeMemoryOrg(smallOrg(150)) });
        pick(table(), [userOf(ADA)]);
        await settled();
        expect(all(root, '.about lightning-button')).toHaveLength(1);
        jest.useFakeTimers();
        search(root, { text: 'cy' });
        await settled();
        expect(all(root, '.about lightning-button')).toEqual([]);
        table().dispatchEvent(new CustomEvent('loadmore'));
        expect(users).toHaveBeenCalledTimes(1);
        jest.advanceTimersByTime(TYPED);
        await settled();
        search(root, { text: '' });
        await settled();
        expect(labelled(root, 'Select all 159 matching users')).toBeTruthy();
    });

    it('leads to the users on Enter only when they are those that were typed, and asks for them at once', async () => {
        const { root, users } = await show();
        const list = one<Stub>(root, 'c-user-list');
        const focusFirst = jest.spyOn(list as unknown as { focusFirst(): void }, 'focusFirst');
        const enter = () => one(root, 'c-user-filters').dispatchEvent(new CustomEvent('enter'));
        enter();
        expect(focusFirst).toHaveBeenCalledTimes(1);
        jest.useFakeTimers();
        search(root, { text: 'cy' });
        enter();
        expect(users).toHaveBeenCalledTimes(2);
        expect(focusFirst).toHaveBeenCalledTimes(1);
    });

    it('filters at once', async () => {
        const { root, names, range } = await show();
        search(root, { membership: 'here' });
        await settled();
        expect(names()).toEqual(['Bo Lind']);
        expect(range()).toBe('1–1 of 1');
    });

    it('sorts by the column that was chosen', async () => {
        const { table, asked, names } = await show();
        const detail = { fieldName: 'name', sortDirection: 'desc' };
        table().dispatchEvent(new CustomEvent('sort', { detail }));
        await settled();
        expect(asked().at(-1)?.sort).toEqual({ field: 'name', descending: true });
        expect(names()[0]).toBe('Pat Portal');
        expect(table()).toMatchObject({ sortedBy: 'name', sortedDirection: 'desc' });
    });

    it('reads the next page when the table is scrolled to its end, and no further than the last', async () => {
        const { table, names, users } = await show({ org: new WholeMemoryOrg(smallOrg(150)) });
        // Rows are drawn some at a time.
        const drawn = (count: number) => eventually(() => expect(names()).toHaveLength(count));
        await drawn(100);
        expect(table().enableInfiniteLoading).toBe(true);
        table().dispatchEvent(new CustomEvent('loadmore'));
        table().dispatchEvent(new CustomEvent('loadmore'));
        await drawn(159);
        expect(users).toHaveBeenCalledTimes(2);
        expect(table().enableInfiniteLoading).toBe(false);
    });

    it('says that no one was found, and offers to show everyone again', async () => {
        const { root, names, range } = await show();
        search(root, { memberOf: 'nowhere' });
        await settled();
        expect(all(root, 'c-user-list')).toEqual([]);
        expect(textOf(one(root, 'h3'))).toBe('No users found');
        expect(range()).toBe('0 users');
        labelled(root, 'Clear search and filters').click();
        await settled();
        expect(names()).toHaveLength(9);
    });

    it('is busy while it reads, and says so', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { root, element } = await show({ org });
        jest.spyOn(org, 'users').mockReturnValue(new Promise(() => {}));
        element.reload();
        await settled();
        expect(one(root, '.body').getAttribute('aria-busy')).toBe('true');
        expect(one(root, 'lightning-spinner')).toHaveProperty('alternativeText', 'Loading');
        expect(all(root, 'c-user-list')).toHaveLength(1);
    });

    it('says what went wrong, keeps what it had, and tries again', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { root, element, users, names } = await show({ org });
        users.mockRejectedValueOnce(new OrgFault('expired', 'Session expired'));
        element.reload();
        await settled();
        const problem = one(root, 'c-problem');
        expect(problem).toMatchObject({ heading: "Couldn't load users" });
        expect(problem).toHaveProperty('problem', {
            text: expect.stringContaining('Session expired'),
            isExpired: true
        });
        expect(names()).toHaveLength(9);
        problem.dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(all(root, 'c-problem')).toEqual([]);
    });

    it('marks the users of the previous search after a failed one, which can be neither selected nor moved', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { root, element, users, table, names, range, selections } = await show({ org });
        const actions = heard<RowAction>(element, 'rowaction');
        const moves = () => (table().data as { move: unknown }[]).filter(({ move }) => move !== null);
        pick(table(), [userOf(CY)]);
        users.mockRejectedValueOnce(new OrgFault('busy', ''));
        search(root, { membership: 'here' });
        await settled();
        const status = one(root, '.outdated');
        expect(textOf(status)).toBe(
            "These users are from your previous search. You can't select or move them until Switchboard can load users again."
        );
        expect(status.getAttribute('role')).toBe('status');
        expect(names()).toHaveLength(9);
        expect(moves()).toEqual([]);
        expect(table().hideCheckboxColumn).toBe(true);
        expect(range()).toBe('');
        table().dispatchEvent(new CustomEvent('usermove', { detail: { userId: ADA.id, to: WORK } }));
        expect(actions).toEqual([]);
        pick(table(), [userOf(ADA)]);
        expect(selections.at(-1)?.users.map((user) => user.name)).toEqual(['Cy Tan']);
        expect(all(root, 'lightning-button')).toEqual([]);
        one(root, 'c-problem').dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(all(root, '.outdated')).toEqual([]);
        expect(names()).toEqual(['Bo Lind']);
        expect(moves()).toHaveLength(1);
    });

    it('does not claim that there are no users when the first read failed', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        jest.spyOn(org, 'users').mockRejectedValue(new OrgFault('offline', ''));
        const { root, range } = await show({ org });
        expect(one(root, 'c-problem')).toHaveProperty(
            'problem.text',
            "Salesforce didn't respond. Check your connection, then try again."
        );
        expect(all(root, 'h3')).toEqual([]);
        expect(range()).toBe('');
    });

    it('passes on the user whose button was pressed', async () => {
        const { element, table } = await show();
        const picked = heard<RowAction>(element, 'rowaction');
        table().dispatchEvent(new CustomEvent('usermove', { detail: { userId: ADA.id, to: WORK } }));
        expect(picked).toMatchObject([
            {
                user: { id: ADA.id, name: 'Ada Byron' },
                to: WORK,
                plan: { target: WORK, users: [{ userId: ADA.id, verdict: 'move' }] }
            }
        ]);
    });

    it('says that call centers are hidden, shows users without tags, and offers no move', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.hideMemberships(true);
        const { element, root, table, names } = await show({ org });
        const pressed = heard<RowAction>(element, 'rowaction');
        expect(textOf(one(root, '[role="note"]'))).toBe(
            "You can't see which call centers users are in, because the Call Center field (CallCenterId) on User is hidden from you. To move users, ask an admin for access to this field."
        );
        expect(names()).toHaveLength(9);
        const rows = table().data as { state: string; move: unknown }[];
        expect(rows.every(({ state, move }) => state === 'hidden' && move === null)).toBe(true);
        expect(table().hideCheckboxColumn).toBe(true);
        const filters = one<Stub>(root, 'c-user-filters');
        expect([filters.segments, filters.centers]).toEqual([null, null]);
        table().dispatchEvent(new CustomEvent('usermove', { detail: { userId: ADA.id, to: WORK } }));
        expect(pressed.map(({ plan }) => plan)).toEqual([null]);
    });

    it('shows all users when call centers are hidden while they are filtered by them, and comes back', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { element, root, table, names } = await show({ org });
        search(root, { membership: 'elsewhere', memberOf: DIALER });
        await settled();
        org.hideMemberships(true);
        element.reload();
        await settled();
        expect(names()).toHaveLength(9);
        expect(all(root, 'c-problem')).toEqual([]);
        org.hideMemberships(false);
        element.reload();
        await settled();
        expect(all(root, '[role="note"]')).toEqual([]);
        expect((table().data as { state: string }[])[0].state).toBe('elsewhere');
    });

    it('passes on no plan when the row has changed since its button was drawn', async () => {
        const { element, table } = await show();
        const pressed = heard<RowAction>(element, 'rowaction');
        element.applyMoves([{ userId: ADA.id, to: WORK }]);
        await settled();
        table().dispatchEvent(new CustomEvent('usermove', { detail: { userId: ADA.id, to: WORK } }));
        expect(pressed).toMatchObject([{ user: { id: ADA.id, callCenterId: WORK }, to: WORK, plan: null }]);
    });

    it.each<[string, Partial<UserSearch>, number]>([
        ['nothing again', {}, 1],
        ['a search by membership again', { membership: 'elsewhere' }, 3],
        ['a search for members again', { memberOf: DIALER }, 3]
    ])('asks %s after a run, and clears the selection', async (_, filter, requests) => {
        const { element, root, table, selections, asked } = await show();
        if (requests > 1) search(root, filter);
        await settled();
        pick(table(), [userOf(ADA)]);
        element.afterRun();
        await settled();
        expect(asked()).toHaveLength(requests);
        expect(selections.at(-1)?.count).toBe(0);
    });

    it('passes on the user whose Undo was pressed', async () => {
        const { element, table } = await show();
        const undone = heard(element, 'undouser');
        table().dispatchEvent(new CustomEvent('userundo', { detail: ADA.id }));
        expect(undone).toEqual([ADA.id]);
    });

    it('passes on that profiles and roles are wanted', async () => {
        const { element, root } = await show();
        const opened = heard(element, 'open');
        one(root, 'c-user-filters').dispatchEvent(new CustomEvent('open'));
        expect(opened).toHaveLength(1);
    });

    it('says who was picked, keeps them through a search, and lets them go', async () => {
        const { root, table, selections, element } = await show();
        pick(table(), [userOf(ADA), userOf(CY)]);
        await settled();
        expect(selections.at(-1)).toMatchObject({ count: 2, users: [{ name: 'Ada Byron' }, { name: 'Cy Tan' }] });
        expect(textOf(one(root, '.foot'))).toContain('2 selected');
        search(root, { membership: 'here' });
        await settled();
        pick(table(), [], '');
        expect(table().selectedRows).toEqual([]);
        pick(table(), [userOf(BO)]);
        expect(selections.at(-1)?.users.map((user) => user.name)).toEqual(['Ada Byron', 'Cy Tan', 'Bo Lind']);
        element.clearSelection();
        expect(selections.at(-1)?.count).toBe(0);
    });

    it('offers to select all that match, across pages, and drops that when the search changes', async () => {
        const { root, table, selections } = await show({ org: new WholeMemoryOrg(smallOrg(150)) });
        pick(table(), [userOf(ADA)]);
        await settled();
        labelled(root, 'Select all 159 matching users').click();
        await settled();
        expect(selections.at(-1)).toMatchObject({ count: 159, matching: { ...EVERYONE, target: WORK } });
        expect(table().selectedRows).toHaveLength(100);
        expect(textOf(one(root, '.foot'))).toContain('159 selected');
        search(root, { membership: 'none' });
        expect(selections.at(-1)).toMatchObject({ count: 0, matching: null });
    });

    it('tells every new search, and shows the search it is given, without the filters that it does not name', async () => {
        const { element, root, table, names } = await show();
        const searched = heard<UserSearch>(element, 'search');
        const sort = { field: 'role', descending: true } as const;
        search(root, { membership: 'elsewhere' });
        table().dispatchEvent(new CustomEvent('sort', { detail: { fieldName: 'role', sortDirection: 'desc' } }));
        element.show({ text: 'bo lind' });
        await settled();
        const asked = { ...EVERYONE, target: WORK };
        expect(searched).toEqual([
            { ...asked, membership: 'elsewhere' },
            { ...asked, membership: 'elsewhere', sort },
            { ...asked, text: 'bo lind', sort }
        ]);
        expect(names()).toEqual(['Bo Lind']);
    });

    it('keeps all that match selected when they are only sorted', async () => {
        const { root, table, selections } = await show({ org: new WholeMemoryOrg(smallOrg(150)) });
        pick(table(), [userOf(ADA)]);
        await settled();
        labelled(root, 'Select all 159 matching users').click();
        table().dispatchEvent(new CustomEvent('sort', { detail: { fieldName: 'name', sortDirection: 'desc' } }));
        expect(selections.at(-1)?.count).toBe(159);
        search(root, { text: 'z' });
        expect(selections.at(-1)?.count).toBe(0);
    });

    it('drops the selection and searches anew when another center becomes the target', async () => {
        const { element, table, selections, asked } = await show();
        pick(table(), [userOf(ADA)]);
        element.viewpoint = viewFrom('none');
        await settled();
        expect(selections.at(-1)?.count).toBe(0);
        expect(asked().at(-1)).toMatchObject({ membership: 'none', target: null });
    });

    it('does not ask again when only names, kinds or moves under way change', async () => {
        const { element, asked } = await show();
        element.viewpoint = viewFrom(WORK, { moving: new Set([ADA.id]) });
        await settled();
        expect(asked()).toHaveLength(1);
    });

    it('shows a move without asking again, in rows and in the selection', async () => {
        const { element, table, selections, asked } = await show();
        pick(table(), [userOf(ADA)]);
        element.applyMoves([{ userId: ADA.id, to: WORK }]);
        await settled();
        expect((table().data as { id: string; state: string }[]).find((row) => row.id === ADA.id)?.state).toBe('here');
        pick(table(), [userOf(ADA), userOf(BO)]);
        expect(selections.at(-1)?.users[0].callCenterId).toBe(WORK);
        expect(asked()).toHaveLength(1);
    });

    it.each([
        ['everyone', {}],
        [WORK, { hidesMemberships: true }]
    ])('has nothing to tick where nothing can be moved: %s %j', async (chosen, more) => {
        const { table } = await show({ viewpoint: viewFrom(chosen, more) });
        expect(table().hideCheckboxColumn).toBe(true);
    });

    it('is accessible with users, without, with a problem and with a selection', async () => {
        const org = new WholeMemoryOrg(smallOrg(150));
        const { element, root, table, users } = await show({ org });
        const check = async () => {
            await settled();
            standForStubs(root);
            await expect(element).toBeAccessible();
        };
        await check();
        pick(table(), [userOf(ADA)]);
        await check();
        search(root, { memberOf: 'nowhere' });
        await check();
        users.mockRejectedValueOnce(new OrgFault('offline', ''));
        element.reload();
        await check();
        users.mockRejectedValueOnce(new OrgFault('offline', ''));
        search(root, { memberOf: null, membership: 'here' });
        await check();
        search(root, { membership: 'everyone' });
        await check();
        users.mockRejectedValueOnce(new OrgFault('offline', ''));
        search(root, { membership: 'here' });
        await check();
        expect(all(root, '.outdated')).toHaveLength(1);
    });
});
