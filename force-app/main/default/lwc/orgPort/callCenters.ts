import type { Id } from './ids.ts';

/** The kind of a call center. No column of the platform holds it. `c/callCenters` says what is evidence for it. */
export const KINDS = ['open-cti', 'voice-amazon', 'voice-partner', 'ccaas', 'unknown'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * How the kind of a call center is known:
 * - `admin`: someone set it in the registry; this wins over all evidence
 * - `settings`: its settings name it
 * - `channels`: it has messaging channels of a contact center service
 * - `adapter`: it has a CTI adapter
 */
export const KNOWN_BY = ['admin', 'settings', 'channels', 'adapter'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** Where a call center's name comes from, best source first. `used`: users have this ID, but no source names it. */
export type CenterSource = 'graphql' | 'visualforce' | 'flow' | 'registry' | 'used';

export interface CallCenterRow {
    id: Id;
    name: string | null;
    internalName: string | null;
    kind: Kind;
    /** Null only if the kind is unknown. */
    knownBy: KnownBy | null;
    vendor: string | null;
    note: string | null;
    source: CenterSource;
    /** When the name was read from the org; null when it is read live. */
    readAt: string | null;
    /** The record of the registry; null for a row of another source. */
    recordId: Id | null;
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

/** A call center to save in the registry as a live source found it. What is null stays as it is. */
export interface CenterRecord {
    /** Null to create it. */
    recordId: Id | null;
    callCenterId: Id;
    name: string | null;
    internalName: string | null;
    kind: Kind | null;
    knownBy: KnownBy | null;
    readAt: string | null;
}

export interface CallCentersOrg {
    /** Asks GraphQL and the registry at the same time. @throws OrgFault when the registry couldn't be reached at all */
    callCenters(): Promise<CallCenterAnswer>;
    /** Asks a Visualforce page. Never throws: a page without an answer is a silent source. */
    visualforceCallCenters(): Promise<CallCenterAnswer>;
    /** Runs the flow that lists call centers. Never throws: a flow without a result is a silent source. */
    flowCallCenters(): Promise<CallCenterAnswer>;
    /** Writes the registry. @returns null, or the org's words when it refused. @throws OrgFault */
    saveCenterProfile(profile: CenterProfile): Promise<string | null>;
    /** Writes up to 200 records of the registry in one mutation. @returns null, or why it refused some. @throws OrgFault */
    saveCenters(records: CenterRecord[]): Promise<string | null>;
    /** @throws OrgFault `hidden` when field-level security hides the call centers of users */
    memberCounts(): Promise<MemberCount[]>;
    /** @throws OrgFault like `memberCounts` */
    profileCounts(callCenterId: Id): Promise<ProfileCount[]>;
}
