import UserList, { type ColumnSettings, type RowAction } from 'c/userList';
import type { User } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import { EVERYONE } from 'c/userSearch';
import {
    all,
    eventually,
    heard,
    mount,
    one,
    settled,
    standForStubs,
    unmountAll,
    type Stub
} from '#tests/support/mount.ts';
import { ADA, BO, CY, DIALER, GUS, userOf, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const USERS = [ADA, BO, CY, GUS].map(userOf);
const WIDE = 1200;
const PHONE = 360;

const show = (given: object = {}) =>
    mount(UserList, {
        users: USERS as User[],
        viewpoint: viewFrom(WORK) as Viewpoint | null,
        isOutdated: false,
        width: WIDE,
        settings: { shown: null, widths: {} } as ColumnSettings,
        sort: EVERYONE.sort,
        selected: [] as string[],
        hidesCheckboxes: false,
        hasMore: false,
        state: 'read' as const,
        ...given
    });
const table = (root: ParentNode) => one<Stub>(root, 'c-user-table');
const cards = (root: ParentNode) => one(one(root, 'c-user-cards').shadowRoot!, 'ul');
const labels = (root: ParentNode) => (table(root).columns as { label: string }[]).map(({ label }) => label);

describe('The list of users', () => {
    afterEach(unmountAll);

    it('is a table named Users, and cards where a table has no room', async () => {
        const element = show();
        expect(table(element.shadowRoot).getAttribute('aria-label') ?? table(element.shadowRoot).ariaLabel).toBe(
            'Users'
        );
        element.width = PHONE;
        await settled();
        expect(all(element.shadowRoot, 'c-user-table')).toEqual([]);
        expect(cards(element.shadowRoot).getAttribute('aria-label')).toBe('Users');
        expect(all(cards(element.shadowRoot), 'li')).toHaveLength(USERS.length);
    });

    it('keeps rows, and the list of them, the same objects while nothing in them changes', async () => {
        const element = show();
        const before = table(element.shadowRoot).data as object[];
        element.viewpoint = viewFrom(WORK);
        await settled();
        expect(table(element.shadowRoot).data).toBe(before);
        element.users = USERS.map((user) => (user.id === ADA.id ? { ...user, callCenterId: WORK } : { ...user }));
        await settled();
        const after = table(element.shadowRoot).data as object[];
        expect(after).not.toBe(before);
        expect(after.map((row, place) => row === before[place])).toEqual([false, true, true, true]);
    });

    it('keeps its columns while only users change, and has others with another call center or width', async () => {
        const element = show();
        const before = table(element.shadowRoot).columns;
        element.users = [userOf(ADA)];
        await settled();
        expect(table(element.shadowRoot).columns).toBe(before);
        expect(labels(element.shadowRoot)).toEqual(['Name', 'Profile', 'Role', 'Last login', 'Call center', 'Action']);
        element.width = 834;
        await settled();
        expect(labels(element.shadowRoot)).toEqual(['Name', 'Profile', 'Last login', 'Call center', 'Action']);
        element.viewpoint = viewFrom('everyone');
        await settled();
        expect(labels(element.shadowRoot)).toEqual(['Name', 'Profile', 'Last login', 'Call center']);
    });

    it('shows the columns and widths that were chosen, in a window of any width', async () => {
        const element = show({ settings: { shown: ['role'], widths: { name: 321 } }, width: 720 });
        expect(labels(element.shadowRoot)).toEqual(['Name', 'Role', 'Call center', 'Action']);
        expect((table(element.shadowRoot).columns as { initialWidth: number }[])[0].initialWidth).toBe(321);
    });

    it('tells the widths that a person set, and not those that the table gave itself', () => {
        const element = show({ settings: { shown: [], widths: {} } });
        const widths = heard(element, 'widths');
        const resize = (isUserTriggered: boolean) =>
            table(element.shadowRoot).dispatchEvent(
                new CustomEvent('resize', { detail: { columnWidths: [32, 300.4, 200, 150], isUserTriggered } })
            );
        resize(false);
        expect(widths).toEqual([]);
        resize(true);
        expect(widths).toEqual([{ name: 300, callCenter: 200, move: 150 }]);
    });

    it('tells who is selected, and how users are sorted', () => {
        const element = show();
        const selected = heard(element, 'select');
        const sorted = heard(element, 'sort');
        const select = (action: string | undefined) =>
            table(element.shadowRoot).dispatchEvent(
                new CustomEvent('rowselection', { detail: { selectedRows: [{ id: ADA.id }], config: { action } } })
            );
        select(undefined);
        expect(selected).toEqual([]);
        select('rowSelect');
        expect(selected).toEqual([[ADA.id]]);
        const detail = { fieldName: 'role', sortDirection: 'desc' };
        table(element.shadowRoot).dispatchEvent(new CustomEvent('sort', { detail }));
        expect(sorted).toEqual([{ field: 'role', descending: true }]);
    });

    it('passes on the user whose button was pressed, with what the row does now', async () => {
        const element = show();
        const pressed = heard<RowAction>(element, 'rowaction');
        const press = () =>
            table(element.shadowRoot).dispatchEvent(
                new CustomEvent('usermove', { detail: { userId: ADA.id, to: WORK } })
            );
        press();
        element.users = [{ ...userOf(ADA), callCenterId: WORK }];
        await settled();
        press();
        expect(pressed).toMatchObject([
            { user: { id: ADA.id, callCenterId: DIALER }, to: WORK, plan: { target: WORK } },
            { user: { id: ADA.id, callCenterId: WORK }, to: WORK, plan: null }
        ]);
    });

    it('is accessible as a table and as cards', async () => {
        const element = show();
        const check = async () => {
            await settled();
            standForStubs(element.shadowRoot);
            await expect(element).toBeAccessible();
        };
        await check();
        element.width = PHONE;
        await check();
    });

    it('obeys a key that moves a user here, but no key removes one', async () => {
        const element = show({ viewpoint: viewFrom(DIALER, { moving: new Set([CY.id]) }) });
        const moved = heard<RowAction>(element, 'rowaction');
        const press = (userId: string) =>
            !table(element.shadowRoot).dispatchEvent(
                new CustomEvent('rowkey', { detail: { userId, action: 'move' }, cancelable: true })
            );
        await settled();
        const here = USERS.find(({ callCenterId }) => callCenterId === DIALER)!;
        const free = USERS.find(({ id, callCenterId }) => callCenterId !== DIALER && id !== CY.id)!;
        expect([here, free].map(({ id }) => press(id))).toEqual([false, true]);
        expect(moved.map(({ user, to }) => [user.id, to])).toEqual([[free.id, DIALER]]);
        expect(press(CY.id)).toBe(true);
        expect(moved).toHaveLength(1);
    });

    describe('while rows are drawn', () => {
        const many = Array.from({ length: 50 }, (_, place) => userOf({ ...ADA, id: `u${place}` }));
        const select = (element: ReturnType<typeof show>, action: string, ids: string[]) => {
            const selected = heard<string[]>(element, 'select');
            const selectedRows = ids.map((id) => ({ id }));
            const detail = { selectedRows, config: { action } };
            table(element.shadowRoot).dispatchEvent(new CustomEvent('rowselection', { detail }));
            return selected.at(-1);
        };
        const drawnIds = (element: ReturnType<typeof show>) =>
            (table(element.shadowRoot).data as { id: string }[]).map(({ id }) => id);

        it('selects all of them with the checkbox in the head, and none', () => {
            const element = show({ users: many });
            const drawn = drawnIds(element);
            expect(drawn.length).toBeLessThan(many.length);
            expect(select(element, 'selectAllRows', drawn)).toEqual(many.map(({ id }) => id));
            expect(select(element, 'deselectAllRows', [])).toEqual([]);
        });

        it('keeps the selection of rows that come later, and asks for no more users', async () => {
            const element = show({ users: many, selected: ['u1', 'u49'], hasMore: true });
            expect(table(element.shadowRoot)).toMatchObject({ selectedRows: ['u1'], enableInfiniteLoading: false });
            expect(select(element, 'rowSelect', ['u1', 'u2'])).toEqual(['u1', 'u2', 'u49']);
            await eventually(() => expect(drawnIds(element)).toHaveLength(many.length));
            expect(table(element.shadowRoot)).toMatchObject({
                selectedRows: ['u1', 'u49'],
                enableInfiniteLoading: true
            });
        });
    });
});
