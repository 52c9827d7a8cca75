import UserTable from 'c/userTable';
import { columnsFor } from '../columns.ts';
import { drawnNext, rowOf, ROWS_AT_ONCE, type Row } from '../rows.ts';
import { NOTHING_SET } from '../tableSettings.ts';
import type { User } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import { ADA, BO, CY, DIALER, EVE, FAY, GUS, LOBBY, PAT, VOICE, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

/** Cases that start with the name of their user. The user itself comes last. */
function named<Rest extends (string | null)[]>(cases: [User, ...Rest][]): [string, ...Rest, User][] {
    return cases.map(([user, ...rest]) => [user.name, ...rest, user]);
}

describe('A row', () => {
    it('shows the user, and marks inactive users', () => {
        expect(rowOf(GUS, viewFrom(WORK))).toMatchObject({ name: 'Gus Gone', badge: 'Inactive', lastLogin: 'Never' });
        expect(rowOf(ADA, viewFrom(WORK))).toMatchObject({ badge: '', profile: 'Agent', role: 'EMEA' });
        expect(rowOf(ADA, viewFrom(WORK)).url).toContain(ADA.id);
    });

    it.each(
        named([
            [ADA, WORK, 'elsewhere', 'Old Dialer'],
            [BO, WORK, 'here', '8x8 Work'],
            [CY, WORK, 'none', ''],
            [ADA, 'everyone', 'member', 'Old Dialer'],
            [ADA, 'none', 'member', 'Old Dialer'],
            [FAY, WORK, 'elsewhere', `Unnamed call center ${LOBBY}`]
        ])
    )('of %s, with %s selected, has the state %s and the call center %s', (_, chosen, state, callCenter, user) => {
        expect(rowOf(user, viewFrom(chosen))).toMatchObject({ state, callCenter });
    });
});

describe('A row after a click', () => {
    const after = (user: User, from: string | null, to: string | null, more?: Partial<Viewpoint>) =>
        rowOf(user, viewFrom(WORK, { clicked: new Map([[user.id, { from, to }]]), ...more })).undo;

    it.each(
        named([
            [BO, 'Moved from Old Dialer', DIALER, WORK],
            [CY, 'Removed from Old Dialer', DIALER, null as unknown as string],
            [BO, 'Added', null as unknown as string, WORK]
        ])
    )('of %s says: %s', (_, note, from, to, user) => {
        expect(after(user, from, to)).toEqual({
            userId: user.id,
            note,
            accessibleName: `Undo the move of ${user.name}`,
            disabled: false
        });
    });

    it('has no Undo without a click, once the user is elsewhere, and after a search that failed', () => {
        expect(rowOf(BO, viewFrom(WORK)).undo).toBeNull();
        expect(after(ADA, VOICE, WORK)).toBeNull();
        const clicked = new Map([[BO.id, { from: DIALER, to: WORK }]]);
        expect(rowOf(BO, viewFrom(WORK, { clicked }), false).undo).toBeNull();
    });

    it('has an Undo that waits while the user is being moved, and for a moment after', () => {
        expect(after(BO, DIALER, WORK, { moving: new Set([BO.id]) })).toMatchObject({ disabled: true });
    });

    it('has Undo in the cell of the call center, not in the column of the button', () => {
        const [cell] = columnsFor(viewFrom(WORK), 1440, NOTHING_SET).filter((column) =>
            JSON.stringify(column).includes('"undo"')
        );
        expect(cell).toMatchObject({ type: 'membership' });
    });
});

describe('A row that the search did not ask for', () => {
    it('shows the user, and has neither a plan nor a button', () => {
        const row = rowOf(ADA, viewFrom(WORK), false);
        expect(row).toMatchObject({ name: 'Ada Byron', state: 'elsewhere', plan: null, move: null });
    });
});

describe('The row of a user whose call center is hidden', () => {
    const hidden = viewFrom(WORK, { hidesMemberships: true });

    it('says so, and has neither a tag nor a button, whatever the user has', () => {
        for (const user of [ADA, BO, CY]) {
            expect(rowOf(user, hidden)).toMatchObject({ state: 'hidden', plan: null, move: null, undo: null });
        }
    });

    it('is in a table without a column for buttons', () => {
        const columns = columnsFor(hidden, 1440, NOTHING_SET) as { type?: string }[];
        expect(columns.filter(({ type }) => type === 'move')).toEqual([]);
    });
});

describe('The row of a user in a run', () => {
    const inRun = { inRun: new Set([ADA.id, BO.id]) };

    it('has no button, whether the run has reached the user or not, and shows where they are', () => {
        expect(rowOf(ADA, viewFrom(WORK, inRun))).toMatchObject({ state: 'elsewhere', plan: null, move: null });
        expect(rowOf(BO, viewFrom(WORK, inRun))).toMatchObject({ state: 'here', plan: null, move: null });
        expect(rowOf(CY, viewFrom(WORK, inRun)).move).not.toBeNull();
    });

    it('keeps the Undo of an earlier click, which waits', () => {
        const clicked = new Map([[BO.id, { from: DIALER, to: WORK }]]);
        expect(rowOf(BO, viewFrom(WORK, { ...inRun, clicked })).undo).toMatchObject({ disabled: true });
    });
});

describe('The button in a row', () => {
    const button = (user: User, chosen: string, more?: Partial<Viewpoint>) => rowOf(user, viewFrom(chosen, more)).move;

    it.each(
        named<[string, string, string, string | null]>([
            [ADA, WORK, 'Move', 'Move Ada Byron to 8x8 Work', WORK],
            [CY, WORK, 'Add', 'Add Cy Tan to 8x8 Work', WORK],
            [BO, WORK, 'Remove', 'Remove Bo Lind from 8x8 Work', null],
            [ADA, 'none', 'Remove', 'Remove Ada Byron from Old Dialer', null],
            [ADA, VOICE, 'Review move', 'Review move of Ada Byron to Voice East', VOICE],
            [EVE, WORK, 'Review move', 'Review move of Eve Voice to 8x8 Work', WORK],
            [EVE, VOICE, 'Review move', 'Review move of Eve Voice out of Voice East', null],
            [FAY, WORK, 'Review move', 'Review move of Fay Lobby to 8x8 Work', WORK],
            [ADA, LOBBY, 'Review move', `Review move of Ada Byron to Unnamed call center ${LOBBY}`, LOBBY]
        ])
    )('for %s, with %s selected, is %s: %s', (_, chosen, label, accessibleName, to, user) => {
        expect(button(user, chosen)).toEqual({
            userId: user.id,
            to,
            label,
            accessibleName,
            title: accessibleName,
            disabled: false
        });
    });

    it('is absent when there is nothing to do', () => {
        expect(button(ADA, 'everyone')).toBeNull();
        expect(button(CY, 'none')).toBeNull();
    });

    it.each(
        named([
            [PAT, "Portal, guest, and system users can't be in a call center."],
            [GUS, "Inactive users can't be added. Activate the user first."]
        ])
    )('is disabled for %s, with the tooltip: %s', (_, title, user) => {
        expect(button(user, WORK)).toMatchObject({ disabled: true, title });
    });

    it("asks for the move, for users who can't edit users", () => {
        const viewpoint = viewFrom(WORK, { mayEdit: false });
        const ask = (user: typeof ADA) => rowOf(user, viewpoint).move;
        expect(ask(ADA)).toMatchObject({ label: 'Request', accessibleName: 'Request move of Ada Byron to 8x8 Work' });
        expect(ask(CY)).toMatchObject({ label: 'Request', accessibleName: 'Request move of Cy Tan to 8x8 Work' });
        expect(ask(BO)).toMatchObject({ accessibleName: 'Request removal of Bo Lind from 8x8 Work' });
        expect(columnsFor(viewpoint, 1440, NOTHING_SET).map(({ type }) => type)).toContain('move');
    });

    it('is disabled during a move, only for the user who moves', () => {
        const moving = new Set([ADA.id]);
        expect(button(ADA, WORK, { moving })?.disabled).toBe(true);
        expect(button(CY, WORK, { moving })?.disabled).toBe(false);
    });

    it('carries the plan that it runs', () => {
        expect(rowOf(ADA, viewFrom(WORK)).plan).toMatchObject({ target: WORK, users: [{ userId: ADA.id, to: WORK }] });
        expect(rowOf(BO, viewFrom(WORK)).plan).toMatchObject({ target: null, users: [{ userId: BO.id, to: null }] });
        expect(rowOf(ADA, viewFrom('everyone')).plan).toBeNull();
    });
});

describe('The columns', () => {
    type Column = {
        label: string;
        type?: keyof typeof UserTable.customTypes;
        sortable?: boolean;
        fieldName: string;
    } & {
        typeAttributes?: object;
    };
    const columns = (chosen: string, width = 1400) => columnsFor(viewFrom(chosen), width, NOTHING_SET) as Column[];
    const labels = (chosen: string, width?: number) => columns(chosen, width).map((column) => column.label);

    it('include the action unless all users are shown', () => {
        expect(labels(WORK)).toEqual(['Name', 'Profile', 'Role', 'Last login', 'Call center', 'Action']);
        expect(labels('none')).toContain('Action');
        expect(labels('everyone')).not.toContain('Action');
    });

    it('leave out the role in narrow tables, such as the frame of Setup, and then the last login', () => {
        expect(labels(WORK, 834)).toEqual(['Name', 'Profile', 'Last login', 'Call center', 'Action']);
        expect(labels(WORK, 720)).toEqual(['Name', 'Profile', 'Call center', 'Action']);
    });

    it('can be sorted by the fields that the platform sorts, so not by the name of the call center', () => {
        expect(
            columns(WORK)
                .filter((column) => column.sortable)
                .map((column) => column.fieldName)
        ).toEqual(['name', 'profile', 'role', 'lastLogin']);
    });

    it('show only fields that a row has, in cells that the table defines, with attributes that the cells declare', () => {
        const row = rowOf(ADA, viewFrom(WORK));
        for (const { fieldName, type, typeAttributes = {} } of columns(WORK)) {
            expect(row).toHaveProperty(fieldName);
            if (!type) continue;
            const known: string[] = UserTable.customTypes[type].typeAttributes;
            expect([...known].sort()).toEqual(Object.keys(typeAttributes).sort());
            for (const attribute of Object.values(typeAttributes) as { fieldName: string }[]) {
                expect(row).toHaveProperty(attribute.fieldName);
            }
        }
    });
});

describe('What is drawn next', () => {
    const row = (id: string, name = id) => ({ ...rowOf(ADA, viewFrom(WORK)), id, name });
    const list = (count: number, name?: string) => Array.from({ length: count }, (_, place) => row(`u${place}`, name));
    const steps = (rows: Row[], drawn: Row[]) => {
        const seen = [drawn];
        while (seen.at(-1) !== rows && seen.length < 100) seen.push(drawnNext(rows, seen.at(-1)!));
        return seen.slice(1);
    };

    it('is some rows from the top, until all are there', () => {
        const { first, more } = ROWS_AT_ONCE;
        const rows = list(first + more + 1);
        const lengths = steps(rows, []).map(({ length }) => length);
        expect(lengths).toEqual([first, first + more, rows.length]);
    });

    it('is every row at once, if few are new or have changed', () => {
        const before = list(5 * ROWS_AT_ONCE.more);
        const rows = before.with(-1, row(before.at(-1)!.id, 'changed'));
        expect(steps(rows, before)).toEqual([rows]);
    });

    it('keeps rows that changed as they were until it is their turn', () => {
        const [before, rows] = [list(2 * ROWS_AT_ONCE.more), list(2 * ROWS_AT_ONCE.more, 'changed')];
        const [first, last] = steps(rows, before);
        expect(first).toHaveLength(before.length);
        expect(first.map((one, place) => one === rows[place])).toEqual(
            before.map((_, place) => place < ROWS_AT_ONCE.more)
        );
        expect(last).toBe(rows);
    });

    it('never has a row that is not in the list any more', () => {
        const rows = list(2 * ROWS_AT_ONCE.more, 'changed').slice(1);
        for (const drawn of steps(rows, list(2 * ROWS_AT_ONCE.more)))
            expect(drawn.map(({ id }) => id)).toEqual(rows.slice(0, drawn.length).map(({ id }) => id));
    });
});
