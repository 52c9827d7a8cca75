import { fileOf, sharedTarget, type Plan, type PlannedUser } from 'c/movePlan';
import type { Import, Judged } from './judge.ts';
import type { RowVerdict } from './types.ts';

/**
 * The plan of an import: the users of rows that will move, and of rows that wait for an answer of the review, since the review
 * asks about users of its plan. Each user has the number of their row. `file` is the name of the file; null for pasted text.
 */
export function importPlan({ sheet }: Import, { verdicts }: Judged, file: string | null): Plan {
    const users = sheet.rows.flatMap(({ row }, place): PlannedUser[] => {
        const verdict = verdicts[place];
        if (!isPlanned(verdict)) return [];
        const { user, from, to } = verdict;
        const planned = { userId: user.id, name: user.name, from, to, by: null, row };
        return verdict.verdict === 'blocked'
            ? [{ ...planned, verdict: 'blocked', reason: verdict.reason }]
            : [{ ...planned, verdict: 'move', reason: null }];
    });
    const target = sharedTarget(users);
    return { field: 'CallCenterId', target, users, undoOf: null, ...fileOf({ file: file ?? undefined }) };
}

type Planned = Extract<RowVerdict, { verdict: 'will move' | 'already there' | 'blocked' }>;

function isPlanned(verdict: RowVerdict): verdict is Planned {
    return verdict.verdict === 'will move' || (verdict.verdict === 'blocked' && verdict.waits);
}

/**
 * Whether a row is left out until someone mends it: it neither moves, nor is it already there, nor was it left out knowingly.
 * A second row of a user counts, too, so that every row of the sheet is accounted for.
 */
export function needsWork(verdict: RowVerdict): boolean {
    switch (verdict.verdict) {
        case 'will move':
        case 'already there':
        case 'skipped':
            return false;
        case 'blocked':
            return !verdict.waits;
        case 'not found':
        case 'several found':
        case 'named twice':
        case 'target unknown':
        case 'unreadable':
        case 'not checked':
            return true;
    }
}
