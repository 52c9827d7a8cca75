/** What keeping runs takes: locks between tabs, pauses, and words on what the history lacks. */
import { fill, LABELS } from 'c/labels';
import { lockRun, type MoveJournal } from 'c/moveJournal';
import type { HistoryOrg, Id, OrgFault } from 'c/orgPort';
import { HistoryKeeper, type Lacking } from 'c/runHistory';
import { faultText } from 'c/wording';

/** Does something for a run unless another tab is at it. */
export function alone(runId: string, act: () => Promise<void>) {
    return lockRun(navigator.locks, runId, act);
}

function wait(ms: number): Promise<void> {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Null while nothing went wrong: keeping the history takes a moment after every run. */
export function lackingText({ runs, fault }: Lacking): string | null {
    if (!runs || !fault) return null;
    const why = whyText(fault);
    return runs === 1 ? fill(LABELS.historyLacks, why) : fill(LABELS.historyLacksMany, runs, why);
}

/** The sentences on faults speak of reading; what the org has against a record it says best itself. */
function whyText(fault: OrgFault): string {
    switch (fault.kind) {
        case 'forbidden':
        case 'invalid':
        case 'unreadable':
            return fault.words ? fill(LABELS.historyWords, fault.words) : faultText(fault);
        case 'offline':
        case 'busy':
        case 'expired':
        case 'limit':
            return faultText(fault);
    }
}

export function keeperOf(
    org: HistoryOrg,
    journal: MoveJournal,
    centerName: (id: Id) => string | null,
    onChange: (lacking: Lacking) => void
): HistoryKeeper {
    return new HistoryKeeper({ org, journal, centerName, alone, wait, onChange });
}
