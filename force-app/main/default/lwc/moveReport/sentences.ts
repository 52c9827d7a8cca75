/** Sentences about a report. */
import { counted, fill, LABELS } from 'c/labels';
import type { RunReport, Settled } from 'c/moveRun';
import { faultSentence, momentText, withDetails, withLastError, type NameOf } from 'c/wording';

/** Who started the move, when, and how long it took. */
export function startText({ startedAt, endedAt, by }: RunReport, now: number): string {
    const seconds = Math.max(1, Math.round((endedAt - startedAt) / 1000));
    return fill(
        by ? LABELS.reportSubtitle : LABELS.reportSubtitleNobody,
        momentText(startedAt, now),
        counted(seconds, LABELS.second, LABELS.seconds),
        by
    );
}

/** Why the move stopped early; empty if it didn't. */
export function stopText({ stoppedBecause, words }: RunReport): string {
    switch (stoppedBecause) {
        case null:
            return '';
        case 'user':
            return LABELS.stoppedByUser;
        case 'faults':
            return withLastError(LABELS.stoppedFaults, words);
        case 'forbidden':
        case 'limit':
        case 'hidden': {
            const why = withDetails(faultSentence(stoppedBecause), stoppedBecause, words);
            return `${LABELS.stoppedFault} ${why}`;
        }
        case 'taken over':
            return LABELS.stoppedTaken;
    }
}

/** The text to send to users who moved. Only the results tell where they went: an undo has no target of its own. */
export function messageTo(settled: Settled[], nameOf: NameOf): string {
    const destinations = new Set(settled.filter((one) => one.outcome === 'moved').map((one) => one.to));
    if (destinations.size !== 1) return LABELS.messageChanged;
    const [destination] = destinations;
    return destination === null ? LABELS.messageRemoved : fill(LABELS.messageToUsers, nameOf(destination));
}
