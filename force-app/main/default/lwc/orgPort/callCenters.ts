import type { Id } from './ids.ts';

/** The kind of a call center. No column of the platform holds it, so the registry does. */
export const KINDS = ['open-cti', 'voice-amazon', 'voice-partner', 'unknown'] as const;
export type Kind = (typeof KINDS)[number];

/** Where a call center's name comes from, best source first. `used`: users have this ID, but no source names it. */
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
    /** Sources that answered, even without a row. */
    answered: CenterSource[];
    /** Sources that gave no answer, and why, in the org's words. */
    silent: { source: CenterSource; words: string }[];
}

/** One group of the aggregate: the users of one call center, or of none (null). */
export interface MemberCount {
    callCenterId: Id | null;
    members: number;
}

/** Members of one center who share a profile and are all active, or all inactive. */
export interface ProfileCount {
    profileId: Id;
    isActive: boolean;
    members: number;
}

/** What an admin enters for a call center that no other source names. */
export interface CenterProfile {
    callCenterId: Id;
    name: string;
    kind: Kind;
}

export interface CallCentersOrg {
    /** Asks GraphQL and the registry at the same time. @throws OrgFault when the registry couldn't be reached at all */
    callCenters(): Promise<CallCenterAnswer>;
    /** Runs the flow that lists call centers. Never throws: a flow without a result is a silent source. */
    flowCallCenters(): Promise<CallCenterAnswer>;
    /** Writes the registry. @returns null, or the org's words when it refused. @throws OrgFault */
    saveCenterProfile(profile: CenterProfile): Promise<string | null>;
    /** @throws OrgFault `hidden` when field-level security hides the call centers of users */
    memberCounts(): Promise<MemberCount[]>;
    /** @throws OrgFault like `memberCounts` */
    profileCounts(callCenterId: Id): Promise<ProfileCount[]>;
}
