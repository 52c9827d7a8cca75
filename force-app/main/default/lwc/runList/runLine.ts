/** A move in the history, as an entry of the list. */
import { fill, LABELS } from 'c/labels';
import { OUTCOMES, type Outcome } from 'c/moveRun';
import type { HistoryRoute, HistoryRun, Id } from 'c/orgPort';
import { momentText, type NameOf } from 'c/wording';

export interface RunLine {
    recordId: Id;
    /** Where users came from; null when the records don't say. */
    from: string | null;
    to: string;
    /** Instead of both, when no one is known to have moved. */
    onlyTo: string;
    /** Which move this one undid. */
    undone: string | null;
    /** How many of its users moved. */
    count: string;
    when: string;
    who: string;
    /** The parts of its bar: one for each outcome that occurs. */
    bar: { outcome: Outcome; style: string; width: string }[];
}

export function runLine(run: HistoryRun, routes: HistoryRoute[], nameOf: NameOf, now: number): RunLine {
    const startedAt = Date.parse(run.startedAt);
    const count = (outcome: Outcome) => run.counts[outcome] ?? 0;
    const total = OUTCOMES.reduce((sum, outcome) => sum + count(outcome), 0);
    const to = toText(run, routes, nameOf);
    return {
        recordId: run.recordId,
        from: placeText(routes.map(({ from, fromName }) => fromName ?? nameOf(from))),
        to,
        onlyTo: fill(LABELS.runTo, to),
        undone: run.undoOf && fill(LABELS.runUndo, run.undoOf.name),
        count: fill(LABELS.runCount, count('moved'), total),
        when: Number.isNaN(startedAt) ? run.name : momentText(startedAt, now),
        who: run.by ?? LABELS.personUnknown,
        bar: OUTCOMES.filter((outcome) => count(outcome) > 0).map((outcome) => ({
            outcome,
            style: `part ${outcome.replace(' ', '-')}`,
            width: `flex-grow: ${count(outcome)}`
        }))
    };
}

function toText(run: HistoryRun, routes: HistoryRoute[], nameOf: NameOf): string {
    if (run.target !== null) return run.targetName ?? nameOf(run.target);
    return placeText(routes.map(({ to, toName }) => toName ?? nameOf(to))) ?? LABELS.withoutCenter;
}

/** One name, or how many there are. */
function placeText(names: string[]): string | null {
    const places = new Set(names);
    if (places.size > 1) return fill(LABELS.centerCount, places.size);
    return [...places][0] ?? null;
}
