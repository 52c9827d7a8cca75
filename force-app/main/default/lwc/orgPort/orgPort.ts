/**
 * What the rooms ask of an org. Every `Org` fulfils this and passes the contract suite in tests/contract.
 * Ids are the 18-character form; times are ISO 8601 in UTC.
 */
export { OrgFault, passes, type FaultKind } from './orgFault.ts';
import type { CallCentersOrg } from './callCenters.ts';
export type { CallCentersOrg, CenterProfile } from './callCenters.ts';
export { toId18, sameId } from './ids.ts';
export type { HistoryMove, HistoryOrg, HistoryPage, HistoryRoute, HistoryRun, NewHistoryRun } from './history.ts';

export type Id = string;

/** The most rows of a page and the most ids of a read (UI API GraphQL, `first`). */
export const MOST_ROWS = 2_000;

/** What a call center is; no column of the platform says it, so it is kept in the registry. */
export const KINDS = ['open-cti', 'voice-amazon', 'voice-partner', 'unknown'] as const;
export type Kind = (typeof KINDS)[number];

/** Who named a call center, best first. `used` is an id that users carry and that nothing names. */
export type CenterSource = 'graphql' | 'flow' | 'registry' | 'used';

export interface CallCenterRow {
    id: Id;
    name: string | null;
    internalName: string | null;
    kind: Kind;
    vendor: string | null;
    note: string | null;
    source: CenterSource;
    /** When the name was read from the org; null when it is read live. */
    readAt: string | null;
}

/** What the sources of call centers answered. */
export interface CallCenterAnswer {
    rows: CallCenterRow[];
    /** Sources that answered, even with no row. */
    answered: CenterSource[];
    /** Why a source gave nothing, in the org's words. */
    silent: { source: CenterSource; words: string }[];
}

/** One group of the aggregate: users of one call center (null: of none). */
export interface MemberCount {
    callCenterId: Id | null;
    members: number;
}

/** Members of one center with one profile, active or not. */
export interface ProfileCount {
    profileId: Id;
    isActive: boolean;
    members: number;
}

export interface User {
    id: Id;
    name: string;
    username: string;
    email: string;
    alias: string;
    title: string | null;
    isActive: boolean;
    /** The platform's UserType; anything but `Standard` is a portal, guest or system user. */
    userType: string;
    profile: string | null;
    role: string | null;
    lastLogin: string | null;
    callCenterId: Id | null;
    lastModified: string;
}

export type MembershipFilter = 'everyone' | 'here' | 'elsewhere' | 'none';
/** Not by call center: User has no relationship to its center's name. */
export const SORT_FIELDS = ['name', 'profile', 'role', 'lastLogin'] as const;
export type SortField = (typeof SORT_FIELDS)[number];

export interface UserSearch {
    /** As typed. Matches anywhere in name, username, email or alias, to the letter. */
    text: string;
    membership: MembershipFilter;
    /** The center `here` and `elsewhere` are seen from; null: no center is chosen. */
    target: Id | null;
    /** Only members of this center. */
    memberOf: Id | null;
    profileId: Id | null;
    roleId: Id | null;
    isActive: boolean | null;
    sort: { field: SortField; descending: boolean };
}

export interface UserPage {
    users: User[];
    /** How many users match, over all pages. */
    total: number;
    /** Hand it in to get the next page; null on the last one. */
    endCursor: string | null;
}

/** Profiles and roles to filter by, as { id, name }. */
export interface Choice {
    id: Id;
    name: string;
}

/** A user's membership as it is in the org now. */
export interface Membership {
    userId: Id;
    name: string;
    callCenterId: Id | null;
    isActive: boolean;
    userType: string;
    lastModified: string;
    /** Who modified the user last, where the org tells. */
    lastModifiedBy: string | null;
}

/** One write: the user's call center becomes `to` (null: none). */
export interface MembershipWrite {
    userId: Id;
    to: Id | null;
}

/** What the org answered to one write. `words` are its own. */
export type WriteAnswer =
    { userId: Id; written: true } | { userId: Id; written: false; words: string; code: string | null };

export interface Org extends CallCentersOrg {
    memberCounts(): Promise<MemberCount[]>;
    profileCounts(callCenterId: Id): Promise<ProfileCount[]>;
    profiles(): Promise<Choice[]>;
    roles(): Promise<Choice[]>;
    /**
     * @param options.first rows a page, 1–2,000. Fewer than 200 a page reach 4,000 users at most (Salesforce's limit
     * of record connection paging); pages of 200 and more reach all.
     * @param options.fresh true: not from a cache.
     */
    users(search: UserSearch, after: string | null, options: { first: number; fresh: boolean }): Promise<UserPage>;
    /** Never from a cache. Users that do not exist or cannot be seen are left out. At most 2,000 ids. */
    memberships(userIds: Id[]): Promise<Membership[]>;
    /**
     * One mutation, `allOrNone: false`. Answers in the order asked, one per write.
     * @throws OrgFault when the document as a whole failed, or when no answer came that can be read:
     * `fault.sent` says whether the writes may have happened all the same.
     */
    write(writes: MembershipWrite[]): Promise<WriteAnswer[]>;
    /** One user, refused by the org when it was modified after `unmodifiedSince`. */
    writeOne(write: MembershipWrite, unmodifiedSince: string): Promise<WriteAnswer | { userId: Id; changed: true }>;
}
