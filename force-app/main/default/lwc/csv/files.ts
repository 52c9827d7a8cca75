import type { Id } from 'c/orgPort';
import type { Settled } from 'c/moveRun';
import { writeCsv } from './write.ts';

/**
 * What became of users, one a row. Columns are named for programs, not for reading: the same file can be handed to
 * an import, which takes `UserId` and `ToId`.
 * @param nameOf the name of a call center; null when nobody knows it
 */
export function movesCsv(settled: readonly Settled[], nameOf: (callCenterId: Id) => string | null): string {
    const center = (id: Id | null | undefined) => (id ? [id, nameOf(id) ?? ''] : ['', '']);
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
            'By'
        ],
        ...settled.map((one) => [
            one.userId,
            one.name,
            ...center(one.from),
            ...center(one.to),
            one.outcome,
            one.code ?? '',
            one.words ?? '',
            one.reason ?? '',
            ...center(one.nowIn),
            one.by ?? ''
        ])
    ]);
}

/** A user to be added to a Voice contact center. */
export interface VoiceUser {
    email: string;
    /** 18 characters. */
    userId: Id;
    callCenterId: Id;
    /** Amazon Connect's security profile and routing profile; null for partner telephony, which has neither. */
    amazon: { profile: 'Admin' | 'Agent' | 'CallCenterManager'; routingProfileArn: string } | null;
}

/**
 * The file by which Voice adds many users to a contact center (Setup help, bulk upload; documented): without the two
 * Amazon columns unless some user has them. An address that begins like a formula is made harmless as everywhere,
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
