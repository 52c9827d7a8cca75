import type { Id } from './ids.ts';
import type { UserPage } from './users.ts';

/** A user fits who has one of the values of every field that has any. Text is compared regardless of case, as SOQL does. */
export interface Conditions {
    profileIds: Id[];
    roleIds: Id[];
    titles: string[];
    departments: string[];
}

/** Which users a check or a rule means. Every part has to hold; one that is left out holds for everyone. */
export interface UserGroup {
    isActive?: boolean;
    /** `other`: anything but the Standard user type, such as a portal user. */
    type?: 'standard' | 'other';
    /** In a call center, in none, or not in this one. Users without a call center aren't in it, either. */
    center?: 'some' | 'none' | { not: Id };
    /** Without a login since this time (ISO 8601). Users who never logged in count if they were created before it. */
    quietSince?: string;
    profileIds?: Id[];
    fits?: Conditions;
    /** Conditions of which the users fit none. */
    fitsNone?: Conditions[];
    /** At most `MAX_EXCEPTIONS`. */
    except?: Id[];
}

/** Counts the users of a group by their call center, or by their profile. */
export interface GroupQuestion {
    group: UserGroup;
    by: 'center' | 'profile';
}

/** Users of a group who share a call center (null: none), or a profile. */
export interface GroupCount {
    key: Id | null;
    users: number;
}

/** A rule as its record says. People can edit records, so `c/rules` checks what it reads. */
export interface RuleRecord {
    recordId: Id;
    name: string;
    order: number | null;
    isActive: boolean;
    /** One value per line, like the next three. */
    profiles: string;
    roles: string;
    titles: string;
    departments: string;
    target: string | null;
    targetName: string | null;
}

/** How a check is set up, or, with a user, that it ignores that user. `c/checks` checks what it reads. */
export interface CheckRecord {
    recordId: Id;
    check: string;
    userId: string | null;
    userName: string | null;
    isMuted: boolean;
    days: number | null;
    /** One ID per line. */
    profiles: string;
}

export interface CheckRecords {
    rules: RuleRecord[];
    checks: CheckRecord[];
}

/** A change of one record. A null `recordId` creates it; what isn't in `fields` stays as it is. */
export type CheckWrite =
    | { what: 'rule'; recordId: Id | null; fields: Partial<Omit<RuleRecord, 'recordId'>> }
    | { what: 'check'; recordId: Id | null; fields: Partial<Omit<CheckRecord, 'recordId'>> }
    | { what: 'delete rule'; recordId: Id };

/** Questions in one document: it can hold ten subqueries (GraphQL API Developer Guide, limits). */
export const MAX_GROUPS_PER_READ = 10;

/** Users whom one check can ignore. Their IDs are part of every question about it. */
export const MAX_EXCEPTIONS = 200;

export interface ChecksOrg {
    /** The records of rules and checks, at most 2,000 of each, in one request. Oldest first. @throws OrgFault */
    checkRecords(): Promise<CheckRecords>;
    /**
     * Counts at most `MAX_GROUPS_PER_READ` groups in one request, however many users there are. Never from a cache.
     * @throws OrgFault `hidden` when field-level security hides the call centers of users
     */
    countGroups(questions: GroupQuestion[]): Promise<GroupCount[][]>;
    /**
     * The users of a group by name, or the newest first. Never from a cache. `first` is as for `users`.
     * @throws OrgFault like `countGroups`
     */
    groupUsers(
        group: UserGroup,
        after: string | null,
        options: { first: number; newestFirst: boolean }
    ): Promise<UserPage>;
    /** Writes up to 200 records in one request: all, or none. @returns null, or the org's words when it refused. @throws OrgFault */
    writeChecks(writes: CheckWrite[]): Promise<string | null>;
}
