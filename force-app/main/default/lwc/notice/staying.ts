/**
 * How long a notice stays. Its time stands still while the pointer is over it or the focus is inside (WCAG 2.2.1). What it
 * offers stays available after it: Undo in the row and by a key.
 */
import { later } from 'c/browser';

/** Milliseconds for a notice with a button: to read it, decide, and get there with the keyboard. */
const WITH_ACTION = 15_000;
/** Milliseconds for a notice that only tells. */
const TEXT_ONLY = 5_000;

/** What the person does that makes the time stand still. */
export type Hold = 'pointer' | 'focus';

/**
 * @returns milliseconds; null: until the person closes it. An error stays, because nothing else on the page keeps what it says
 * or, for a move that wasn't confirmed, offers to check it. What is busy stays until it's done.
 */
export function stayOf(notice: {
    tone: 'success' | 'error';
    canUndo: boolean;
    canCheck?: boolean;
    isBusy: boolean;
}): number | null {
    if (notice.tone === 'error' || notice.isBusy) return null;
    return notice.canUndo || notice.canCheck ? WITH_ACTION : TEXT_ONLY;
}

/** The time of one notice after another. */
export class Stay {
    private isOver: () => void;
    private holds = new Set<Hold>();
    /** Milliseconds that are left; null: it stays. */
    private left: number | null = null;
    private since = 0;
    private stop: (() => void) | null = null;

    constructor(isOver: () => void) {
        this.isOver = isOver;
    }

    /** Another notice is shown, for so many milliseconds; null: until it's closed. */
    begin(ms: number | null): void {
        this.halt();
        this.left = ms;
        this.go();
    }

    /** No notice is shown anymore. */
    end(): void {
        this.begin(null);
        this.holds.clear();
    }

    hold(by: Hold): void {
        this.holds.add(by);
        this.halt();
    }

    release(by: Hold): void {
        this.holds.delete(by);
        this.go();
    }

    private go(): void {
        if (this.left === null || this.holds.size > 0 || this.stop) return;
        this.since = Date.now();
        this.stop = later(this.left, () => {
            this.left = this.stop = null;
            this.isOver();
        });
    }

    private halt(): void {
        if (!this.stop) return;
        this.stop();
        this.stop = null;
        this.left = Math.max(0, (this.left ?? 0) - (Date.now() - this.since));
    }
}
