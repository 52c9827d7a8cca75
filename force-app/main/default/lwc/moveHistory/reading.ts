import { fill, LABELS } from 'c/labels';
import { OrgFault } from 'c/orgPort';
import { faultText, faultWords, type FaultWords } from 'c/wording';

/** How a read stands, for the part of the page that waits for it. */
export interface ReadingState {
    isLoading: boolean;
    problem: FaultWords | null;
    /** Why this org has no history, or why this user can't see it. */
    unavailable: string | null;
}

export const IDLE: ReadingState = { isLoading: false, problem: null, unavailable: null };

/** Reads of one part of the page, of which only the last one counts. */
export class Reading {
    private changed: (state: ReadingState) => void;
    private reads = 0;
    private failed: () => Promise<void> = async () => {};

    constructor(changed: (state: ReadingState) => void) {
        this.changed = changed;
    }

    /** Repeats the read that failed. */
    again(): Promise<void> {
        return this.failed();
    }

    /** Drops the answer of a read that is on its way. */
    drop(): void {
        this.reads += 1;
        this.changed(IDLE);
    }

    /** @param work gets a function that tells whether its answer is still wanted */
    async read(work: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
        const read = (this.reads += 1);
        const isCurrent = () => read === this.reads;
        this.changed({ ...IDLE, isLoading: true });
        try {
            await work(isCurrent);
            if (isCurrent()) this.changed(IDLE);
        } catch (thrown) {
            if (!isCurrent()) return;
            this.failed = () => this.read(work);
            this.changed({ ...IDLE, ...wordsFor(thrown) });
        }
    }
}

function wordsFor(thrown: unknown): Partial<ReadingState> {
    const isClosed = thrown instanceof OrgFault && (thrown.kind === 'invalid' || thrown.kind === 'forbidden');
    return isClosed
        ? { unavailable: fill(LABELS.historyUnavailable, faultText(thrown)) }
        : { problem: faultWords(thrown) };
}
