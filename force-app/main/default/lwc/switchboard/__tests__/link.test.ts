import { linkedCenter } from '../link.ts';

describe('A link to the page', () => {
    it('names a center by an id of 15 or 18 characters', () => {
        expect(linkedCenter('?c__center=04v000000000001AAA')).toBe('04v000000000001AAA');
        expect(linkedCenter('?as=admin&c__center=04v000000000001')).toBe('04v000000000001AAA');
    });

    it('names none without the parameter, or with what is no id', () => {
        for (const search of ['', '?c__center=', '?c__center=<script>', '?center=04v000000000001AAA']) {
            expect(linkedCenter(search)).toBeNull();
        }
    });
});
