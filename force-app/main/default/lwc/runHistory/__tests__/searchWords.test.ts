import { searchWords } from 'c/runHistory';

describe('The words of a search', () => {
    it.each<[string, string[]]>([
        ['', []],
        ['  ,  ', []],
        ['Buschbaum, Aaron', ['buschbaum', 'aaron']],
        ['ada\u00A0byron', ['ada', 'byron']],
        ['a\u200Bda\uFEFF', ['ada']],
        ['ada ADA', ['ada']],
        ["O'Neil 8x8 100%_", ["o'neil", '8x8', '100%_']],
        ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']]
    ])('of %j are %j', (typed, words) => {
        expect(searchWords(typed)).toEqual(words);
    });
});
