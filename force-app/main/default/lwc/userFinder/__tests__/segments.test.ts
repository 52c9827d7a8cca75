import { segmentsOf } from '../segments.ts';
import { WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const counts = { everyone: 1204, here: 412, elsewhere: 482, none: 310 };
const texts = (chosen: string, more: object = {}, isShort = false) =>
    segmentsOf(viewFrom(chosen, more), isShort)?.map(({ label, count }) => `${label} ${count}`.trim());

describe('The segments', () => {
    it('compare with the selected call center, or with any call center when none is selected', () => {
        expect(texts(WORK, { counts })).toEqual(['All 1,204', 'Here 412', 'Elsewhere 482', 'No call center 310']);
        expect(texts('everyone', { counts })).toEqual(['All 1,204', 'In a call center 482', 'No call center 310']);
    });

    it('have no counts while they are not known, and short labels in one toolbar', () => {
        expect(texts(WORK)).toEqual(['All', 'Here', 'Elsewhere', 'No call center']);
        expect(texts(WORK, { counts }, true)?.at(-1)).toBe('None 310');
    });

    it('are missing where call centers of users are hidden', () => {
        expect(texts(WORK, { hidesMemberships: true })).toBeUndefined();
    });
});
