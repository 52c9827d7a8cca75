import type { Id } from './ids.ts';

/** A user's current membership in the org. */
export interface Membership {
    userId: Id;
    name: string;
    callCenterId: Id | null;
    isActive: boolean;
    userType: string;
    lastModified: string;
    /** Who last modified the user; null when the org doesn't tell. */
    lastModifiedBy: string | null;
}

/** One write: sets the user's call center to `to`, or to none (null). */
export interface MembershipWrite {
    userId: Id;
    to: Id | null;
}

/**
 * The org's answer to one write. `words` are its own. `written: false` means that the write isn't confirmed; only reading
 * the user again tells whether it was refused. Without words and code, the org gave no reason at all.
 */
export type WriteAnswer =
    { userId: Id; written: true } | { userId: Id; written: false; words: string; code: string | null };

export interface MembershipsOrg {
    /**
     * Never from a cache. Leaves out users who don't exist or can't be seen. Takes at most 2,000 IDs.
     * @throws OrgFault `hidden` when field-level security hides the call centers of users
     */
    memberships(userIds: Id[]): Promise<Membership[]>;
    /**
     * One mutation with `allOrNone: false`. Returns one answer per write, in the same order.
     * @throws OrgFault when the whole document failed, or when no readable answer came. `fault.sent` tells whether the
     * writes may have happened anyway.
     */
    write(writes: MembershipWrite[]): Promise<WriteAnswer[]>;
    /**
     * Writes one user. The org refuses when the user was modified after `unmodifiedSince`.
     * @throws OrgFault like `write`
     */
    writeOne(write: MembershipWrite, unmodifiedSince: string): Promise<WriteAnswer | { userId: Id; changed: true }>;
}
