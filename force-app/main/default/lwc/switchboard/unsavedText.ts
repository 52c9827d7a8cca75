import { fill, LABELS } from 'c/labels';
import type { OrgFault } from 'c/orgPort';
import type { UnsavedRuns } from 'c/runHistory';
import { faultText, isExpired, salesforceSays, type FaultWords } from 'c/wording';

/** Null until saving fails. Saving normally takes a moment after each run, so there's no warning before that. */
export function unsavedText({ runs, fault }: UnsavedRuns): FaultWords | null {
    if (!runs || !fault) return null;
    const why = reasonText(fault);
    const text = runs === 1 ? fill(LABELS.historyLacks, why) : fill(LABELS.historyLacksMany, runs, why);
    return { text, isExpired: isExpired(fault) };
}

/** Our texts for faults are about reading. For a rejected record, Salesforce's own message explains more. */
function reasonText(fault: OrgFault): string {
    switch (fault.kind) {
        case 'forbidden':
        case 'invalid':
        case 'unreadable':
            return fault.words ? salesforceSays(fault.words) : faultText(fault);
        case 'offline':
        case 'busy':
        case 'expired':
        case 'limit':
        case 'hidden':
            return faultText(fault);
    }
}
