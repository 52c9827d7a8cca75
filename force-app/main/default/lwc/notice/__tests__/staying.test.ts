import { Stay, stayOf } from '../staying.ts';

const MOVED = { tone: 'success', canUndo: true, isBusy: false } as const;

describe('How long a notice stays', () => {
    it.each([
        ['15 seconds with Undo', MOVED, 15_000],
        ['15 seconds with Check again', { ...MOVED, canUndo: false, canCheck: true }, 15_000],
        ['5 seconds without an action', { ...MOVED, canUndo: false }, 5_000],
        ['until closed when it is about an error', { ...MOVED, tone: 'error' as const }, null],
        ['as long as an undo is running', { ...MOVED, isBusy: true }, null]
    ])('is %s', (_title, notice, ms) => {
        expect(stayOf(notice)).toBe(ms);
    });
});

describe('The time of a notice', () => {
    let over = 0;
    let stay = new Stay(() => (over += 1));

    beforeEach(() => {
        jest.useFakeTimers();
        over = 0;
        stay = new Stay(() => (over += 1));
    });
    afterEach(() => jest.useRealTimers());

    it('is over after its milliseconds, once', () => {
        stay.begin(5_000);
        jest.advanceTimersByTime(4_999);
        expect(over).toBe(0);
        jest.advanceTimersByTime(60_000);
        expect(over).toBe(1);
    });

    it('stands still while the pointer is over it, and then goes on with what is left', () => {
        stay.begin(5_000);
        jest.advanceTimersByTime(3_000);
        stay.hold('pointer');
        jest.advanceTimersByTime(60_000);
        expect(over).toBe(0);
        stay.release('pointer');
        jest.advanceTimersByTime(1_999);
        expect(over).toBe(0);
        jest.advanceTimersByTime(1);
        expect(over).toBe(1);
    });

    it('stands still until both the pointer and the focus are elsewhere', () => {
        stay.begin(5_000);
        stay.hold('pointer');
        stay.hold('focus');
        stay.release('pointer');
        jest.advanceTimersByTime(60_000);
        expect(over).toBe(0);
        stay.release('focus');
        jest.advanceTimersByTime(5_000);
        expect(over).toBe(1);
    });

    it('begins again with another notice, and stands still for that one, too', () => {
        stay.begin(5_000);
        jest.advanceTimersByTime(4_000);
        stay.begin(5_000);
        jest.advanceTimersByTime(4_000);
        expect(over).toBe(0);
        stay.hold('focus');
        stay.begin(15_000);
        jest.advanceTimersByTime(60_000);
        expect(over).toBe(0);
    });

    it('is never over for a notice that stays, or that was closed', () => {
        stay.begin(null);
        stay.hold('pointer');
        stay.release('pointer');
        jest.advanceTimersByTime(60_000);
        stay.begin(5_000);
        stay.end();
        jest.advanceTimersByTime(60_000);
        expect(over).toBe(0);
    });

    it('forgets with the notice what made it stand still', () => {
        stay.begin(5_000);
        stay.hold('pointer');
        stay.end();
        stay.begin(5_000);
        jest.advanceTimersByTime(5_000);
        expect(over).toBe(1);
    });
});
