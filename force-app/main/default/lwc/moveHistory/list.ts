/** Runs of the history as rows of a table. */
import { fill, LABELS } from 'c/labels';
import { OUTCOMES, type Outcome } from 'c/moveRun';
import type { HistoryRoute, HistoryRun, Id } from 'c/orgPort';
import { capitalized, momentText, type NameOf } from 'c/wording';

/** Routes said of a run; more would not be read. */
const ROUTES_SAID = 2;

export interface RunLine {
    recordId: Id;
    when: string;
    name: string;
    who: string;
    /** Where to, or which run it undid. */
    what: string;
    /** Where from. */
    routes: string;
    counts: { outcome: Outcome; text: string; style: string }[];
}

export function runLine(run: HistoryRun, routes: HistoryRoute[], nameOf: NameOf, now: number): RunLine {
    const startedAt = Date.parse(run.startedAt);
    return {
        recordId: run.recordId,
        when: Number.isNaN(startedAt) ? run.name : capitalized(momentText(startedAt, now)),
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
    // A target that all share stands above already.
    const isShared = run.undoOf === null && (run.target !== null || routes.every((route) => route.to === null));
    const texts = routes.map((route) => {
        const from = route.fromName ?? nameOf(route.from);
        if (!isShared) return fill(LABELS.routeFull, route.moved, from, route.toName ?? nameOf(route.to));
        return route.from === null ? fill(LABELS.newUsers, route.moved) : fill(LABELS.fromCenter, route.moved, from);
    });
    const said = texts.slice(0, ROUTES_SAID).join(', ');
    return texts.length > ROUTES_SAID ? fill(LABELS.namesAndMore, said, texts.length - ROUTES_SAID) : said;
}
