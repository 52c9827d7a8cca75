/** Moves in the history, as rows of a table. */
import { fill, LABELS } from 'c/labels';
import { OUTCOMES, type Outcome } from 'c/moveRun';
import type { HistoryRoute, HistoryRun, Id } from 'c/orgPort';
import { listText, momentText, type NameOf } from 'c/wording';

/** Routes shown per move. No one would read more. */
const ROUTES_SHOWN = 2;

export interface RunLine {
    recordId: Id;
    when: string;
    name: string;
    who: string;
    /** Where users went, or which move this one undid. */
    what: string;
    /** Where users came from. */
    routes: string;
    counts: { outcome: Outcome; text: string; style: string }[];
}

export function runLine(run: HistoryRun, routes: HistoryRoute[], nameOf: NameOf, now: number): RunLine {
    const startedAt = Date.parse(run.startedAt);
    return {
        recordId: run.recordId,
        when: Number.isNaN(startedAt) ? run.name : momentText(startedAt, now),
        name: run.name,
        who: run.by ?? LABELS.personUnknown,
        what: whatText(run, routes, nameOf),
        routes: routesText(run, routes, nameOf),
        counts: OUTCOMES.map((outcome) => {
            const count = run.counts[outcome] ?? 0;
            return { outcome, text: count.toLocaleString(), style: count ? 'number' : 'number zero' };
        })
    };
}

function whatText(run: HistoryRun, routes: HistoryRoute[], nameOf: NameOf): string {
    if (run.undoOf !== null) return fill(LABELS.runUndo, run.undoOf.name);
    if (run.target !== null) return fill(LABELS.runTo, run.targetName ?? nameOf(run.target));
    return routes.every((route) => route.to === null) ? LABELS.runRemoved : LABELS.runSeveral;
}

function routesText(run: HistoryRun, routes: HistoryRoute[], nameOf: NameOf): string {
    // The line above already names a shared target.
    const isShared = run.undoOf === null && (run.target !== null || routes.every((route) => route.to === null));
    const texts = routes.map((route) => (isShared ? fromText(route, nameOf) : routeText(route, nameOf)));
    const shown = listText(texts.slice(0, ROUTES_SHOWN));
    return texts.length > ROUTES_SHOWN ? fill(LABELS.namesAndMore, shown, texts.length - ROUTES_SHOWN) : shown;
}

function fromText({ moved, from, fromName }: HistoryRoute, nameOf: NameOf): string {
    return from === null ? fill(LABELS.newcomers, moved) : fill(LABELS.fromCenter, moved, fromName ?? nameOf(from));
}

function routeText({ moved, from, fromName, to, toName }: HistoryRoute, nameOf: NameOf): string {
    if (from === null) return fill(LABELS.routeFromNone, moved, toName ?? nameOf(to));
    if (to === null) return fill(LABELS.routeToNone, moved, fromName ?? nameOf(from));
    return fill(LABELS.routeFull, moved, fromName ?? nameOf(from), toName ?? nameOf(to));
}
