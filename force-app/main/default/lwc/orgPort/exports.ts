import type { ProfileCount } from './callCenters.ts';
import type { Id } from './ids.ts';
import type { UserSearch } from './users.ts';

/** What an export can have of a user, beside the user's ID. */
export const EXPORT_FIELDS = [
    'name',
    'username',
    'email',
    'alias',
    'profile',
    'role',
    'title',
    'department',
    'division',
    'manager',
    'active',
    'last login',
    'created',
    'call center',
    'federation id',
    'employee number'
] as const;
export type ExportField = (typeof EXPORT_FIELDS)[number];

export interface ExportedUser {
    id: Id;
    /**
     * The fields that were asked for, as text: `true` or `false` for `active`, ISO 8601 for times, an ID for `call center`.
     * Fields without a value are left out.
     */
    values: Partial<Record<ExportField, string>>;
}

export interface ExportPage {
    users: ExportedUser[];
    /** How many users match, over all pages. */
    total: number;
    /** Pass it to get the next 2,000 users; null when there are no more. */
    endCursor: string | null;
    /** Fields that the org lacks, or hides from this user. No user has a value for them. */
    missing: ExportField[];
}

/** Active or inactive members of one call center who share a profile. */
export interface CenterProfileCount extends ProfileCount {
    callCenterId: Id;
}

/** Reads what is exported. Never from a cache. */
export interface ExportOrg {
    /**
     * Users that a search finds, in its order, with these fields and no others, 2,000 per page.
     * @throws OrgFault `hidden` when it filters by a call center, and field-level security hides them
     */
    exportedUsers(search: UserSearch, fields: readonly ExportField[], after: string | null): Promise<ExportPage>;
    /** Counts the members of every call center by profile. @throws OrgFault `hidden` like `exportedUsers` */
    centerProfileCounts(): Promise<CenterProfileCount[]>;
}
