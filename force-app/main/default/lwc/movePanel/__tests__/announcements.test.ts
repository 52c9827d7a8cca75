import { announcementOf } from '../announcements.ts';
import { ADA, CY, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { planTo, progress, report, view } from './views.ts';

const running = (toGo: number) =>
    view('running', { plan: planTo(WORK, ADA, CY), progress: progress({ total: 400, toGo }) }).state;

describe('What the panel has read out', () => {
    const said = (...[before, after]: [number, number]) =>
        announcementOf(running(before), running(after), viewFrom(WORK));

    it('is each quarter of a run, once', () => {
        expect(said(400, 301)).toBeNull();
        expect(said(301, 300)).toBe('25% done. 300 users remaining.');
        expect(said(300, 201)).toBeNull();
        expect(said(390, 90)).toBe('75% done. 90 users remaining.');
        expect(said(90, 0)).toBeNull();
    });

    it('is the end of a run whose results are a line, because results in full take the focus', () => {
        const { state } = view('report', { report: report(WORK, ['moved', 'moved']) });
        if (state.stage !== 'report') throw new Error('The view is no report.');
        const end = (isOpen: boolean) => announcementOf(running(1), { ...state, isOpen }, viewFrom(WORK));
        expect(end(false)).toBe('2 of 2 users moved to 8x8 Work');
        expect(end(true)).toBeNull();
    });

    it('is nothing while the selection changes', () => {
        const { state } = view('selection', { plan: planTo(WORK, ADA) });
        expect(announcementOf(state, state, viewFrom(WORK))).toBeNull();
    });
});
