import { matchesWords, wordsOf } from 'c/userSearch';

describe('The words of a text', () => {
    it.each([
        ['busch aaron', ['busch', 'aaron']],
        ['Buschbaum, Aaron', ['Buschbaum', 'Aaron']],
        ['a@x.example; b@y.example;', ['a@x.example', 'b@y.example']],
        ['  ', []],
        [',', [',']],
        ['\u200BAda\uFEFF\u00A0By\u00ADron\u2060', ['Ada', 'Byron']],
        ['Ada\u202F\u3000Byron', ['Ada', 'Byron']],
        ['\u200DAda\u200C', ['Ada']],
        ['می\u200Cرود 👩\u200D💻', ['می\u200Cرود', '👩\u200D💻']]
    ])('%j are %j', (text, words) => {
        expect(wordsOf(text)).toEqual(words);
    });

    it('match a name that has them all, in any order and case', () => {
        expect(matchesWords('Aaron Buschbaum', 'BUSCH aaron')).toBe(true);
        expect(matchesWords('Aaron Buschbaum', 'busch bea')).toBe(false);
        expect(matchesWords('Aaron Buschbaum', '')).toBe(true);
    });
});
