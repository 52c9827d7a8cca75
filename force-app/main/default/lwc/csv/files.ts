import type { Id } from 'c/orgPort';
import type { Settled } from 'c/moveRun';
import { NO_CENTER, writeCsv } from './write.ts';

/**
 * The result for each user, one per row. Columns are named for programs rather than people, so the same file can be
 * imported: an import reads `UserId` and `ToId`.
 * @param nameOf the name of a call center; null when it isn't known
 */
export function movesCsv(settled: readonly Settled[], nameOf: (callCenterId: Id) => string | null): string {
    const center = (id: Id | null | undefined) => (id ? [id, nameOf(id) ?? ''] : ['', '']);
    const rows = rowColumn(settled);
    return writeCsv([
        [
            'UserId',
            'User',
            'FromId',
            'From',
            'ToId',
            'To',
            'Outcome',
            'Code',
            'Words',
            'Reason',
            'NowInId',
            'NowIn',
            'By',
            ...rows.header
        ],
        ...settled.map((one) => [
            one.userId,
            one.name,
            ...center(one.from),
            ...(one.to === null ? [NO_CENTER, ''] : center(one.to)),
            one.outcome,
            one.code ?? '',
            one.words ?? '',
            one.reason ?? '',
            ...center(one.nowIn),
            one.by ?? '',
            ...rows.cell(one)
        ])
    ]);
}

/** The column with the rows of the file that users come from, to join it with that file. There's none without a file. */
export function rowColumn(users: readonly { row?: number }[]) {
    const hasRows = users.some(({ row }) => row !== undefined);
    return {
        header: hasRows ? ['Row'] : [],
        cell: ({ row }: { row?: number }) => (hasRows ? [String(row ?? '')] : [])
    };
}

/** A user to add to a Voice contact center. */
export interface VoiceUser {
    email: string;
    /** 18 characters. */
    userId: Id;
    callCenterId: Id;
    /** The security profile and routing profile in Amazon Connect; null for partner telephony, which has neither. */
    amazon: { profile: 'Admin' | 'Agent' | 'CallCenterManager'; routingProfileArn: string } | null;
}

/**
 * The file with which Voice adds many users to a contact center (Setup help, bulk upload; documented). It has the two
 * Amazon columns only if a user needs them. An address that looks like a formula gets an apostrophe, as in every file,
 * so the org refuses that row.
 */
export function voiceAddUsersCsv(users: readonly VoiceUser[]): string {
    const amazon = users.some((user) => user.amazon !== null);
    const header = amazon ? ['Argument3', 'Argument4'] : [];
    return writeCsv([
        ['Argument1', 'Argument2', ...header, 'Argument5', 'BulkAction'],
        ...users.map((user) => [
            user.email,
            user.userId,
            ...(amazon ? [user.amazon?.profile ?? '', user.amazon?.routingProfileArn ?? ''] : []),
            user.callCenterId,
            'AddUsers'
        ])
    ]);
}
