import { canMatch, EVERYONE, filtersOn, sameQuestion } from 'c/userSearch';

const target = '04v000000000001AAA';

describe('A user search', () => {
    it('needs no request for a text that is longer than any value', () => {
        expect(canMatch({ ...EVERYONE, text: 'x'.repeat(10_000) })).toBe(false);
        expect(canMatch({ ...EVERYONE, text: '🙂'.repeat(128) })).toBe(true);
        expect(canMatch({ ...EVERYONE, text: 'word '.repeat(16) })).toBe(true);
        expect(canMatch({ ...EVERYONE, text: 'word '.repeat(17) })).toBe(false);
    });

    it('asks the same question for everyone, whichever center is selected', () => {
        expect(sameQuestion(EVERYONE, { ...EVERYONE, target })).toBe(true);
        expect(sameQuestion({ ...EVERYONE, membership: 'here' }, { ...EVERYONE, membership: 'here', target })).toBe(
            false
        );
        expect(sameQuestion(EVERYONE, { ...EVERYONE, sort: { field: 'role', descending: false } })).toBe(false);
    });

    it.each<Partial<typeof EVERYONE>>([
        { text: 'ada' },
        { membership: 'none' },
        { membership: 'elsewhere' },
        { memberOf: target },
        { profileIds: ['00e000000000001AAA'] },
        { roleIds: ['00E000000000001AAA'] },
        { isActive: false },
        { sort: { field: 'name', descending: true } }
    ])('asks another question with %j', (change) => {
        expect(sameQuestion(EVERYONE, { ...EVERYONE, ...change })).toBe(false);
    });

    it('counts the filters that are on, each of several values once', () => {
        expect(filtersOn(EVERYONE)).toBe(0);
        expect(filtersOn({ ...EVERYONE, isActive: false, profileIds: ['a', 'b'], text: 'ada' })).toBe(2);
    });

    it('asks the same question whatever spaces surround the text', () => {
        expect(sameQuestion({ ...EVERYONE, text: 'ada' }, { ...EVERYONE, text: ' ada ' })).toBe(true);
    });
});
