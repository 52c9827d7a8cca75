import fc from 'fast-check';
import { SORT_FIELDS, toId18, type Id } from 'c/orgPort';
import {
    linkQuery,
    queryOf,
    readAddress,
    sameAddress,
    stateWith,
    VIEWS,
    writeAddress,
    type Address
} from 'c/pageState';
import { PARAMETERS } from '../address.ts';

const WORK = '04v000000000001AAA';
const START = readAddress('');

const anyId = (prefix: string) => fc.stringMatching(/^[0-9A-Za-z]{12}$/).map((rest): Id => toId18(prefix + rest)!);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const anyText = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .filter((text) => text.trim() !== '' || text === '')
    .filter((text) => [...text].length <= 128);

/** Every address that the page can show. */
const anyAddress: fc.Arbitrary<Address> = fc
    .record({
        view: fc.constantFrom(...VIEWS),
        center: fc.oneof(fc.constantFrom(null, 'none' as const), anyId('04v')),
        user: orNull(anyId('005')),
        isCovered: fc.boolean(),
        search: fc.record({
            text: anyText,
            membership: fc.constantFrom('everyone', 'here', 'elsewhere', 'none'),
            memberOf: orNull(anyId('04v')),
            profileIds: fc.uniqueArray(anyId('00e'), { maxLength: 5 }),
            roleIds: fc.uniqueArray(anyId('00E'), { maxLength: 5 }),
            isActive: fc.constantFrom(true, false, null),
            sort: fc.record({ field: fc.constantFrom(...SORT_FIELDS), descending: fc.boolean() })
        })
    })
    // Nobody is here without a call center to be in.
    .filter(({ center, search }) => search.membership !== 'here' || (center !== null && center !== 'none'));

describe('An address that the page writes', () => {
    it('is read as the same address', () => {
        fc.assert(
            fc.property(anyAddress, fc.constantFrom('c__', 'swb__'), (address, prefix) => {
                expect(readAddress(linkQuery(address, prefix))).toEqual(address);
            })
        );
    });

    it('is read as the same address when the page had another one', () => {
        fc.assert(
            fc.property(anyAddress, anyAddress, (before, after) => {
                const state = stateWith(after, 'c__', stateWith(before, 'swb__', { filterName: 'Recent' }));
                expect(readAddress(queryOf(state))).toEqual(after);
                expect(state.filterName).toBe('Recent');
            })
        );
    });

    it('differs from an address that differs in one thing', () => {
        const ofPage = ['view', 'user', 'isCovered'];
        const things = fc.constantFrom(...ofPage, 'text', 'memberOf', 'profileIds', 'roleIds', 'isActive', 'sort');
        fc.assert(
            fc.property(anyAddress, anyAddress, things, (one, other, thing) => {
                const isOfSearch = thing in one.search;
                const search = isOfSearch ? { ...one.search, [thing]: other.search[thing as 'text'] } : one.search;
                const changed = isOfSearch ? { ...one, search } : { ...one, [thing]: other[thing as 'view'] };
                expect(sameAddress(one, changed)).toBe(JSON.stringify(one) === JSON.stringify(changed));
            })
        );
    });

    it('has only strings, in the namespace of the page', () => {
        fc.assert(
            fc.property(anyAddress, (address) => {
                for (const [key, value] of Object.entries(stateWith(address, 'swb__', {}))) {
                    expect(key).toMatch(/^swb__\w+$/);
                    expect(typeof value).toBe('string');
                }
            })
        );
    });

    it('is empty for the list of all users', () => {
        expect(writeAddress(START)).toEqual({});
        expect(linkQuery(START, 'c__')).toBe('');
    });

    it('says in words what the page shows', () => {
        const search = { ...START.search, text: 'ada & co', isActive: false, membership: 'elsewhere' as const };
        const sort = { field: 'lastLogin' as const, descending: true };
        const address = { ...START, view: 'history' as const, center: WORK, search: { ...search, sort } };
        expect(writeAddress(address)).toEqual({
            view: 'history',
            center: WORK,
            search: 'ada & co',
            membership: 'elsewhere',
            status: 'inactive',
            sort: 'lastLogin.desc'
        });
    });

    it('takes out what the page had before', () => {
        const before = { c__view: 'history', swb__center: WORK, filterName: 'Recent', c__other: '1' };
        expect(stateWith(START, 'c__', before)).toEqual({
            c__view: undefined,
            swb__center: undefined,
            filterName: 'Recent',
            c__other: '1'
        });
    });

    it('leaves out a text that no user can match, and half a character', () => {
        const withText = (text: string) => writeAddress({ ...START, search: { ...START.search, text } }).search;
        expect(withText('x'.repeat(10_000))).toBeUndefined();
        expect(withText('   ')).toBeUndefined();
        expect(withText('a\uD83D')).toBe('a\uFFFD');
        expect(() => encodeURIComponent(withText('a\uD83D')!)).not.toThrow();
    });
});

it('an address names several profiles and roles, each once, without anything else', () => {
    const query =
        '?c__profile=00e000000000001.00e000000000002.00e000000000001AAA.04v000000000001.x.&c__role=.00E000000000001';
    expect(readAddress(query).search).toMatchObject({
        profileIds: ['00e000000000001AAA', '00e000000000002AAA'],
        roleIds: ['00E000000000001EAA']
    });
});

describe('The users without a call center', () => {
    it('have an address of their own', () => {
        const without = readAddress('?c__center=none');
        expect(without).toMatchObject({ center: 'none', search: { membership: 'none' } });
        expect(writeAddress(without)).toEqual({ center: 'none' });
    });

    it('are not here, because here needs a call center', () => {
        expect(readAddress('?c__center=none&c__membership=here').search.membership).toBe('none');
        expect(readAddress('?c__membership=here').search.membership).toBe('everyone');
    });
});

it('an address names an order, or the usual one if there is no such order', () => {
    const sortOf = (query: string) => readAddress(query).search.sort;
    expect(sortOf('?c__sort=role')).toEqual({ field: 'role', descending: false });
    expect(sortOf('?c__sort=name.desc')).toEqual({ field: 'name', descending: true });
    for (const query of ['?c__sort=', '?c__sort=Name', '?c__sort=role.up', '?c__sort=.desc', '?sort=role'])
        expect(sortOf(query)).toEqual(START.search.sort);
});

it('any query string is an address that can be written and read again', () => {
    const values = fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(
            WORK,
            '04v000000000001',
            'none',
            'here',
            'name.desc',
            'history',
            'open',
            '005000000000001',
            '%',
            '%E0%A4%A'
        )
    );
    fc.assert(
        fc.property(fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), values)), fc.string(), (parameters, junk) => {
            const read = readAddress(`?${parameters.map(([name, value]) => `c__${name}=${value}`).join('&')}${junk}`);
            expect(readAddress(linkQuery(read, 'c__'))).toEqual(read);
        })
    );
});
