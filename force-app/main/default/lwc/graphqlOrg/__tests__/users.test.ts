import { EVERYONE } from 'c/userSearch';
import { escapeLike, usersOrderBy, usersQuery, usersWhere } from '../users.ts';

const target = '04v000000000001AAA';

describe('The filter of a user search', () => {
    it('is empty when no one is filtered out', () => {
        expect(usersWhere(EVERYONE)).toBeUndefined();
    });

    it('looks for the typed text in the name, username, email and alias', () => {
        expect(usersWhere({ ...EVERYONE, text: ' ada ' })).toEqual({
            or: ['Name', 'Username', 'Email', 'Alias'].map((field) => ({ [field]: { like: '%ada%' } }))
        });
    });

    it('looks for each word in any of these fields', () => {
        const { and } = usersWhere({ ...EVERYONE, text: 'Byron, ada' }) as { and: { or: object[] }[] };
        expect(and.map(({ or }) => or[0])).toEqual([{ Name: { like: '%Byron%' } }, { Name: { like: '%ada%' } }]);
    });

    it('matches wildcards and backslashes literally', () => {
        expect(escapeLike('100%_\\')).toBe('100\\%\\_\\\\');
    });

    it('carries the typed text as a variable, never in the query', () => {
        const text = '"}) { nonsense }';
        expect(usersQuery(100)).not.toContain(text);
        expect(JSON.stringify(usersWhere({ ...EVERYONE, text }))).toContain('nonsense');
    });

    it('finds members of the target, and users without a call center', () => {
        expect(usersWhere({ ...EVERYONE, target, membership: 'here' })).toEqual({ CallCenterId: { eq: target } });
        expect(usersWhere({ ...EVERYONE, target, membership: 'none' })).toEqual({ CallCenterId: { eq: null } });
        expect(usersWhere({ ...EVERYONE, target, membership: 'everyone' })).toBeUndefined();
    });

    it('finds users of other centers, but not users without a center', () => {
        expect(usersWhere({ ...EVERYONE, target, membership: 'elsewhere' })).toEqual({
            and: [{ CallCenterId: { ne: null } }, { CallCenterId: { ne: target } }]
        });
        expect(usersWhere({ ...EVERYONE, membership: 'elsewhere' })).toEqual({ CallCenterId: { ne: null } });
    });

    it('combines several filters', () => {
        const filters = {
            profileIds: ['00e000000000001AAA', '00e000000000002AAA'],
            roleIds: ['00E000000000001AAA'],
            isActive: false
        };
        expect(usersWhere({ ...EVERYONE, ...filters, memberOf: target })).toEqual({
            and: [
                { CallCenterId: { eq: target } },
                { ProfileId: { in: filters.profileIds } },
                { UserRoleId: { in: filters.roleIds } },
                { IsActive: { eq: false } }
            ]
        });
    });
});

describe('The query of a user search', () => {
    it('sorts by every field that the platform can sort by', () => {
        const by = (field: (typeof EVERYONE.sort)['field']) =>
            usersOrderBy({ ...EVERYONE, sort: { field, descending: true } });
        const clause = { order: 'DESC', nulls: 'LAST' };
        expect(by('name')).toEqual({ Name: clause });
        expect(by('profile')).toEqual({ Profile: { Name: clause } });
        expect(by('role')).toEqual({ UserRole: { Name: clause } });
        expect(by('lastLogin')).toEqual({ LastLoginDate: clause });
    });

    it('names an upper bound only for pages that may have one', () => {
        expect(usersQuery(100)).not.toContain('upperBound');
        expect(usersQuery(2000)).toContain('upperBound');
    });
});
