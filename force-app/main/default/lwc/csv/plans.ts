import type { Plan } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import { rowColumn } from './files.ts';
import { NO_CENTER, writeCsv } from './write.ts';

/**
 * What a plan means to do with each user, one per row. Columns are named as in `movesCsv`, so the same file can be imported.
 * @param nameOf the name of a call center; null when it isn't known
 */
export function planCsv(plan: Plan, nameOf: (callCenterId: Id) => string | null): string {
    const rows = rowColumn(plan.users);
    const center = (id: Id | null) => (id === null ? ['', ''] : [id, nameOf(id) ?? '']);
    return writeCsv([
        ['UserId', 'User', 'FromId', 'From', 'ToId', 'To', 'Verdict', 'Reason', ...rows.header],
        ...plan.users.map(({ userId, name, from, to, verdict, reason, row }) => [
            userId,
            name,
            ...center(from),
            ...(to === null ? [NO_CENTER, ''] : center(to)),
            verdict,
            reason ?? '',
            ...rows.cell({ row })
        ])
    ]);
}
