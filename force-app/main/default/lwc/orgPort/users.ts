import type { Id } from './ids.ts';

export interface User {
    id: Id;
    name: string;
    username: string;
    email: string;
    alias: string;
    title: string | null;
    isActive: boolean;
    /** The platform's UserType. Anything but `Standard` is a portal, guest or system user. */
    userType: string;
    profile: string | null;
    role: string | null;
    lastLogin: string | null;
    /** Null when the user has none. It says nothing when the page that the user came with hides memberships. */
    callCenterId: Id | null;
    /** Null when it isn't known, because Switchboard moved the user after reading them. */
    lastModified: string | null;
}

export type MembershipFilter = 'everyone' | 'here' | 'elsewhere' | 'none';
/** Call center isn't among them: User has no relationship to the name of its center. */
export const SORT_FIELDS = ['name', 'profile', 'role', 'lastLogin'] as const;
export type SortField = (typeof SORT_FIELDS)[number];

export interface UserSearch {
    /** As typed. Each word matches literally, anywhere in the name, username, email or alias. */
    text: string;
    membership: MembershipFilter;
    /** The center that `here` and `elsewhere` refer to; null when no center is selected. */
    target: Id | null;
    /** Only members of this center. */
    memberOf: Id | null;
    /** Users with one of these profiles; empty for users of any profile. */
    profileIds: Id[];
    /** Users with one of these roles; empty for users of any role, or none. */
    roleIds: Id[];
    isActive: boolean | null;
    sort: { field: SortField; descending: boolean };
}

export interface UserPage {
    users: User[];
    /** How many users match, over all pages. */
    total: number;
    /** Pass it to get the next page; null on the last one. */
    endCursor: string | null;
    /** Field-level security hides the call centers of these users, so no move can be planned for them. */
    hidesMemberships: boolean;
}

/** A profile or role to filter by. */
export interface Choice {
    id: Id;
    name: string;
}

export interface UsersOrg {
    profiles(): Promise<Choice[]>;
    roles(): Promise<Choice[]>;
    /**
     * @throws OrgFault `hidden` when it filters by a call center, and field-level security hides them
     * @param options.first rows per page, from 1 to 2,000. Pages of fewer than 200 reach 4,000 users at most
     * (Salesforce's limit for paging through record connections); pages of 200 or more reach all users.
     * @param options.fresh true: not from a cache
     */
    users(search: UserSearch, after: string | null, options: { first: number; fresh: boolean }): Promise<UserPage>;
}

/** What finding users needs. */
export type UserPagesOrg = Pick<UsersOrg, 'users'>;
