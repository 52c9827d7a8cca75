import fc from 'fast-check';
import { readAddress, searchFrom, VIEWS } from 'c/pageState';

const WORK = '04v000000000001AAA';
const START = readAddress('');

describe('The address of the page', () => {
    it('without parameters is the list of all users', () => {
        expect(START).toEqual({
            view: 'users',
            center: null,
            user: null,
            isCovered: false,
            search: {
                text: '',
                membership: 'everyone',
                memberOf: null,
                profileIds: [],
                roleIds: [],
                isActive: null,
                sort: { field: 'name', descending: false }
            }
        });
    });

    it('names a call center and a user by an id of 15 or 18 characters', () => {
        expect(readAddress(`?c__center=${WORK}`).center).toBe(WORK);
        expect(readAddress('?as=admin&c__center=04v000000000001').center).toBe(WORK);
        expect(readAddress('?c__user=005000000000001').user).toBe('005000000000001AAA');
    });

    it('names no record without the parameter, or with anything that is not an id of its object', () => {
        for (const query of ['', '?c__center=', '?c__center=<script>', `?center=${WORK}`, '?c__center=005000000000001'])
            expect(readAddress(query).center).toBeNull();
        for (const query of ['?c__user=', `?c__user=${WORK}`, "?c__user=005' OR Id != '", '?c__user=005'])
            expect(readAddress(query).user).toBeNull();
    });

    it('names a view, or the list of users if there is no such view', () => {
        expect(readAddress('?c__view=history').view).toBe('history');
        for (const query of ['', '?c__view=', '?c__view=HISTORY', '?c__view=<script>', '?view=history'])
            expect(readAddress(query).view).toBe('users');
    });

    it('names filters', () => {
        const query = `?c__center=${WORK}&c__search=ada&c__membership=here&c__memberOf=${WORK}&c__profile=00e000000000001&c__role=00E000000000001`;
        expect(readAddress(`${query}&c__status=inactive`).search).toEqual({
            text: 'ada',
            membership: 'here',
            memberOf: WORK,
            profileIds: ['00e000000000001AAA'],
            roleIds: ['00E000000000001EAA'],
            isActive: false,
            sort: { field: 'name', descending: false }
        });
        expect(readAddress('?c__status=active').search.isActive).toBe(true);
    });

    it('leaves out filters that do not exist, ids of other objects, and a text that no user can match', () => {
        const query = `?c__membership=all&c__memberOf=00e000000000001&c__profile=${WORK}&c__role=x&c__status=true`;
        expect(readAddress(`${query}&c__search=${'x'.repeat(129)}`)).toEqual(START);
    });

    it('is valid whatever stands in it', () => {
        const names = ['view', 'center', 'user', 'search', 'membership', 'memberOf', 'profile', 'role', 'status'];
        const parameter = fc.tuple(fc.constantFrom(...names), fc.string());
        fc.assert(
            fc.property(fc.array(parameter), fc.string(), (parameters, junk) => {
                const query = `?${parameters.map(([name, value]) => `c__${name}=${value}`).join('&')}${junk}`;
                const { view, center, user, search } = readAddress(query);
                expect(VIEWS).toContain(view);
                for (const id of [center, user, search.memberOf, ...search.profileIds, ...search.roleIds])
                    expect(id === null || /^\w{18}$/.test(id)).toBe(true);
                expect(search.text.length).toBeLessThanOrEqual(128);
                expect([true, false, null]).toContain(search.isActive);
            })
        );
    });
});

describe("A link's search", () => {
    const linked = readAddress(`?c__center=${WORK}&c__membership=here&c__search=ada`);

    it('has its membership as soon as its call center is selected', () => {
        expect(searchFrom(linked, 'everyone')).toMatchObject({ text: 'ada', membership: 'everyone' });
        expect(searchFrom(linked, WORK)).toMatchObject({ text: 'ada', membership: 'here' });
    });

    it('without a call center finds no one "here"', () => {
        expect(searchFrom(readAddress('?c__membership=here'), 'everyone').membership).toBe('everyone');
        expect(searchFrom(readAddress('?c__membership=none'), 'everyone').membership).toBe('none');
    });
});

it('reads the parameters of a package, which have its namespace', () => {
    expect(readAddress('?swb__view=history').view).toBe('history');
    expect(readAddress('?view=history').view).toBe('users');
});
