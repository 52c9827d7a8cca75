import { fill, LABELS } from 'c/labels';
import type { Flaw } from 'c/runHistory';

/** What's wrong with a move in the history, in one sentence. */
export function flawText(flaw: Flaw): string {
    switch (flaw.kind) {
        case 'unreadable rows':
            return fill(LABELS.flawRows, flaw.users);
        case 'counts differ':
            return flaw.recorded === flaw.found
                ? LABELS.flawOutcomes
                : fill(LABELS.flawCounts, flaw.recorded, flaw.found);
        case 'user twice':
            return fill(LABELS.flawTwice, flaw.users);
        case 'target differs':
            return fill(LABELS.flawTarget, flaw.users);
    }
}
