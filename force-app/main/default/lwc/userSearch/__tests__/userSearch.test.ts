import { canMatch, escapeLike, EVERYONE, sameQuestion, usersOrderBy, usersQuery, usersWhere } from 'c/userSearch';

const target = '04v000000000001AAA';

describe('userSearch', () => {
    it('asks for everyone without a filter', () => {
        expect(usersWhere(EVERYONE)).toBeUndefined();
    });

    it('looks for the typed text in name, username, email and alias', () => {
        expect(usersWhere({ ...EVERYONE, text: ' ada ' })).toEqual({
            or: ['Name', 'Username', 'Email', 'Alias'].map((field) => ({ [field]: { like: '%ada%' } }))
        });
    });

    it('takes wildcards and backslashes to the letter', () => {
        expect(escapeLike('100%_\\')).toBe('100\\%\\_\\\\');
    });

    it('never writes what was typed into the query', () => {
        const text = '"}) { nonsense }';
        expect(usersQuery(100)).not.toContain(text);
        expect(JSON.stringify(usersWhere({ ...EVERYONE, text }))).toContain('nonsense');
    });

    it('sends no request for a text that is longer than any value', () => {
        expect(canMatch({ ...EVERYONE, text: 'x'.repeat(10_000) })).toBe(false);
        expect(canMatch({ ...EVERYONE, text: '🙂'.repeat(128) })).toBe(true);
    });

    it('sees users from the target', () => {
        expect(usersWhere({ ...EVERYONE, target, membership: 'here' })).toEqual({ CallCenterId: { eq: target } });
        expect(usersWhere({ ...EVERYONE, target, membership: 'none' })).toEqual({ CallCenterId: { eq: null } });
        expect(usersWhere({ ...EVERYONE, target, membership: 'everyone' })).toBeUndefined();
    });

    it('finds users of other centers without finding those of none', () => {
        expect(usersWhere({ ...EVERYONE, target, membership: 'elsewhere' })).toEqual({
            and: [{ CallCenterId: { ne: null } }, { CallCenterId: { ne: target } }]
        });
        expect(usersWhere({ ...EVERYONE, membership: 'elsewhere' })).toEqual({ CallCenterId: { ne: null } });
    });

    it('combines filters', () => {
        const filters = { profileId: '00e000000000001AAA', roleId: '00E000000000001AAA', isActive: false };
        expect(usersWhere({ ...EVERYONE, ...filters, memberOf: target })).toEqual({
            and: [
                { CallCenterId: { eq: target } },
                { ProfileId: { eq: filters.profileId } },
                { UserRoleId: { eq: filters.roleId } },
                { IsActive: { eq: false } }
            ]
        });
    });

    it('sorts by what the platform can sort by', () => {
        const by = (field: (typeof EVERYONE.sort)['field']) =>
            usersOrderBy({ ...EVERYONE, sort: { field, descending: true } });
        const clause = { order: 'DESC', nulls: 'LAST' };
        expect(by('name')).toEqual({ Name: clause });
        expect(by('profile')).toEqual({ Profile: { Name: clause } });
        expect(by('role')).toEqual({ UserRole: { Name: clause } });
        expect(by('lastLogin')).toEqual({ LastLoginDate: clause });
    });

    it('names an upper bound only where a page may have one', () => {
        expect(usersQuery(100)).not.toContain('upperBound');
        expect(usersQuery(2000)).toContain('upperBound');
    });

    it('asks the same of everyone, whatever center they are seen from', () => {
        expect(sameQuestion(EVERYONE, { ...EVERYONE, target })).toBe(true);
        expect(sameQuestion({ ...EVERYONE, membership: 'here' }, { ...EVERYONE, membership: 'here', target })).toBe(
            false
        );
        expect(sameQuestion(EVERYONE, { ...EVERYONE, sort: { field: 'role', descending: false } })).toBe(false);
    });
});
