import { fill, LABELS } from 'c/labels';
import type { UnsavedRuns } from 'c/runHistory';
import { faultText, isExpired, type FaultWords } from 'c/wording';

/** Null until saving fails. Saving normally takes a moment after each run, so there's no warning before that. */
export function unsavedText({ runs, fault }: UnsavedRuns): FaultWords | null {
    if (!runs || !fault) return null;
    const why = faultText(fault);
    const text = runs === 1 ? fill(LABELS.historyLacks, why) : fill(LABELS.historyLacksMany, runs, why);
    return { text, isExpired: isExpired(fault) };
}
