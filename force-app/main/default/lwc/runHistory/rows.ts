/** Turns reports into rows of the history, and back. */
import { BLOCK_REASONS } from 'c/movePlan';
import { countOutcomes, OUTCOMES, type RunReport, type Settled } from 'c/moveRun';
import { toId18, type HistoryMove, type Id, type NewHistoryRun } from 'c/orgPort';

/** The name of a call center; null when it isn't known. */
export type CenterName = (callCenterId: Id) => string | null;

/** Length of the ID fields. A blocked user's ID may have any length, because that can be why they are blocked. */
const ID_LENGTH = 18;

export function runRow(report: RunReport, undoneRecord: Id | null, centerName: CenterName): NewHistoryRun {
    const { runId, target, startedAt, endedAt, settled } = report;
    return {
        runId,
        startedAt: new Date(startedAt).toISOString(),
        endedAt: new Date(endedAt).toISOString(),
        target: idCell(target),
        targetName: target === null ? null : centerName(target),
        counts: countOutcomes(settled),
        undoneRecord
    };
}

export function moveRow(settled: Settled, centerName: CenterName): HistoryMove {
    const { userId, name, from, to, outcome } = settled;
    return {
        userId: userId.slice(0, ID_LENGTH),
        userName: name,
        from: idCell(from),
        fromName: from === null ? null : centerName(from),
        to: idCell(to),
        toName: to === null ? null : centerName(to),
        outcome,
        reason: reasonOf(settled, centerName)
    };
}

function idCell(id: Id | null): string | null {
    return id === null ? null : id.slice(0, ID_LENGTH);
}

/** Text for people who read the records. `settledOf` can parse it again. */
function reasonOf(settled: Settled, centerName: CenterName): string | null {
    const { outcome, words, code, reason, nowIn, by } = settled;
    switch (outcome) {
        case 'refused':
        case 'changed meanwhile':
        case 'uncertain': {
            if (nowIn === undefined)
                return code === null || words?.includes(code) ? words : `${code}: ${words ?? ''}`.trim();
            const center = nowIn === null ? 'none' : `${centerName(nowIn) ?? ''} (${nowIn})`.trim();
            return by ? `Now in ${center}, last modified by ${by}` : `Now in ${center}`;
        }
        case 'not attempted':
            return reason;
        case 'moved':
        case 'already there':
            return null;
    }
}

/** The result that a row of the history records; null for a row that Switchboard can't have written. */
export function settledOf(move: HistoryMove): Settled | null {
    const outcome = OUTCOMES.find((known) => known === move.outcome);
    if (outcome === undefined || !move.userId) return null;
    const settled: Settled = {
        userId: toId18(move.userId) ?? move.userId,
        name: move.userName ?? move.userId,
        from: move.from,
        to: move.to,
        outcome,
        words: null,
        code: null,
        reason: null
    };
    switch (outcome) {
        case 'refused':
            return { ...settled, ...wordsOf(move.reason) };
        case 'changed meanwhile':
            return { ...settled, ...changeOf(move.reason ?? '') };
        case 'uncertain':
            return { ...settled, ...(changeOf(move.reason ?? '') ?? wordsOf(move.reason)) };
        case 'not attempted':
            return { ...settled, reason: BLOCK_REASONS.find((known) => known === move.reason) ?? null };
        case 'moved':
        case 'already there':
            return settled;
    }
}

function wordsOf(reason: string | null): Pick<Settled, 'words' | 'code'> {
    return { words: reason, code: /^[A-Z][A-Z_]+(?=:|$)/.exec(reason ?? '')?.[0] ?? null };
}

function changeOf(reason: string): Pick<Settled, 'nowIn' | 'by'> | null {
    const [, center, by] = /^Now in (none|.*?\(\w{18}\))(?:, last modified by (.*))?$/.exec(reason) ?? [];
    if (center === undefined) return null;
    return { nowIn: center === 'none' ? null : center.slice(-ID_LENGTH - 1, -1), by: by ?? null };
}
