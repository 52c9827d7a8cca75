import { planTargets, type Movable, type Plan } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import type { Import, Judged } from './judge.ts';
import type { RowVerdict } from './types.ts';

/**
 * The plan of an import: the users of rows that will move, and of rows that wait for an answer of the review, since the review
 * asks about users of its plan. Each user has the number of their row.
 * @param file the name of the file; null for pasted text
 */
export function importPlan({ sheet, kindOf }: Import, { verdicts }: Judged, file: string | null): Plan {
    const users = new Map<Id, Movable>();
    const rows = new Map<Id, number>();
    const requested = sheet.rows.flatMap(({ row }, place) => {
        const verdict = verdicts[place];
        if (!isPlanned(verdict)) return [];
        users.set(verdict.user.id, verdict.user);
        rows.set(verdict.user.id, row);
        return [{ userId: verdict.user.id, to: verdict.to }];
    });
    const plan = planTargets(requested, users, kindOf);
    return {
        ...plan,
        users: plan.users.map((user) => ({ ...user, row: rows.get(user.userId) })),
        ...(file === null ? {} : { file })
    };
}

type Planned = Extract<RowVerdict, { verdict: 'will move' | 'blocked' | 'already there' }>;

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
