import UserTable from 'c/userTable';
import { columnsFor, membershipOptionsFor, rowOf } from '../rows.ts';
import type { User } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import { ADA, BO, CY, EVE, FAY, GUS, LOBBY, PAT, VOICE, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

/** Cases by the name of their user, who comes last. */
function named<Rest extends string[]>(cases: [User, ...Rest][]): [string, ...Rest, User][] {
    return cases.map(([user, ...rest]) => [user.name, ...rest, user]);
}

describe('A row', () => {
    it('says who the user is, and that they are inactive', () => {
        expect(rowOf(GUS, viewFrom(WORK))).toMatchObject({ name: 'Gus Gone', note: 'inactive', lastLogin: 'never' });
        expect(rowOf(ADA, viewFrom(WORK))).toMatchObject({ note: '', profile: 'Agent', role: 'EMEA' });
        expect(rowOf(ADA, viewFrom(WORK)).url).toContain(ADA.id);
    });

    it.each(
        named([
            [ADA, WORK, 'elsewhere', 'Old Dialer'],
            [BO, WORK, 'here', '8x8 Work'],
            [CY, WORK, 'none', ''],
            [ADA, 'everyone', 'member', 'Old Dialer'],
            [ADA, 'none', 'member', 'Old Dialer'],
            [FAY, WORK, 'elsewhere', `unnamed call center ${LOBBY}`]
        ])
    )('of %s, seen from %s, is %s in %s', (_, chosen, state, callCenter, user) => {
        expect(rowOf(user, viewFrom(chosen))).toMatchObject({ state, callCenter });
    });
});

describe('The button of a row', () => {
    const button = (user: User, chosen: string, more?: Partial<Viewpoint>) => rowOf(user, viewFrom(chosen, more)).move;

    it.each(
        named([
            [ADA, WORK, 'Move', 'Move Ada Byron to 8x8 Work'],
            [CY, WORK, 'Add', 'Add Cy Tan to 8x8 Work'],
            [BO, WORK, 'Remove', 'Remove Bo Lind from 8x8 Work'],
            [ADA, 'none', 'Remove', 'Remove Ada Byron from Old Dialer'],
            [ADA, VOICE, 'Review move', 'Review move of Ada Byron to Voice East'],
            [EVE, WORK, 'Review move', 'Review move of Eve Voice to 8x8 Work'],
            [EVE, VOICE, 'Review move', 'Review move of Eve Voice to No call center'],
            [FAY, WORK, 'Review move', 'Review move of Fay Lobby to 8x8 Work'],
            [ADA, LOBBY, 'Review move', `Review move of Ada Byron to unnamed call center ${LOBBY}`]
        ])
    )('for %s, seen from %s, says %s', (_, chosen, label, accessibleName, user) => {
        expect(button(user, chosen)).toEqual({
            userId: user.id,
            label,
            accessibleName,
            title: accessibleName,
            disabled: false
        });
    });

    it('is not there where there is nothing to do', () => {
        expect(button(ADA, 'everyone')).toBeNull();
        expect(button(CY, 'none')).toBeNull();
    });

    it.each(
        named([
            [PAT, 'Portal, guest and system users cannot belong to a call center.'],
            [GUS, 'Inactive users are not added to a call center.']
        ])
    )('is disabled for %s, and says: %s', (_, title, user) => {
        expect(button(user, WORK)).toMatchObject({ disabled: true, title });
    });

    it('is disabled for who may not edit, and says what it takes', () => {
        const move = button(ADA, WORK, { mayEdit: false });
        expect(move).toMatchObject({ disabled: true, accessibleName: 'Move Ada Byron to 8x8 Work' });
        expect(move?.title).toContain('Manage Internal Users');
    });

    it('is disabled while the move is under way, for that user alone', () => {
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
    const columns = (chosen: string, width = 1400) => columnsFor(viewFrom(chosen), width) as Column[];
    const labels = (chosen: string, width?: number) => columns(chosen, width).map((column) => column.label);

    it('have a move only where there is a target', () => {
        expect(labels(WORK)).toEqual(['Name', 'Profile', 'Role', 'Last login', 'Call center', 'Move']);
        expect(labels('none')).toContain('Move');
        expect(labels('everyone')).not.toContain('Move');
    });

    it('leave the last login out in narrow windows, such as the frame of Setup', () => {
        expect(labels(WORK, 1100)).toEqual(['Name', 'Profile', 'Role', 'Call center', 'Move']);
    });

    it('can be sorted by what the platform sorts, and not by the name of the call center', () => {
        expect(
            columns(WORK)
                .filter((column) => column.sortable)
                .map((column) => column.fieldName)
        ).toEqual(['name', 'profile', 'role', 'lastLogin']);
    });

    it('show fields that a row has, in cells that the table has, with attributes that the cells know', () => {
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

describe('The filter by membership', () => {
    it('asks here, elsewhere or none of a center, and in a center or none without one', () => {
        const labels = (chosen: string) => membershipOptionsFor(viewFrom(chosen)).map((option) => option.label);
        expect(labels(WORK)).toEqual(['Everyone', 'Here', 'Elsewhere', 'None']);
        expect(labels('everyone')).toEqual(['Everyone', 'In a center', 'None']);
    });
});
