import { NOTHING_SET, readTableSettings } from '../tableSettings.ts';

describe('The settings of the table that a browser keeps', () => {
    it('are read as they were kept', () => {
        const set = { shown: ['role' as const], widths: { name: 300 } };
        expect(readTableSettings(JSON.stringify(set))).toEqual(set);
    });

    it.each([
        null,
        '',
        '{',
        '[]',
        '7',
        '{"shown":"role"}',
        '{"widths":[]}',
        '{"widths":{"name":"wide","role":-1,"profile":1e9}}'
    ])('are as if nothing had been set when they are %j', (kept) => {
        expect(readTableSettings(kept)).toEqual(NOTHING_SET);
    });

    it('leave out columns that there are not', () => {
        expect(readTableSettings('{"shown":["lastLogin","name","__proto__"]}').shown).toEqual(['lastLogin']);
    });
});
