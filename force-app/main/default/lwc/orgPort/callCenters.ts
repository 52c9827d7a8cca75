import type { CallCenterAnswer, Id, Kind } from './orgPort.ts';

/** What an admin says of a call center that nothing else names. */
export interface CenterProfile {
    callCenterId: Id;
    name: string;
    kind: Kind;
}

export interface CallCentersOrg {
    /** GraphQL and the registry, at once. @throws OrgFault when the registry could not be asked at all. */
    callCenters(): Promise<CallCenterAnswer>;
    /** The flow that lists call centers. Never throws: a flow that gives nothing is a silent source. */
    flowCallCenters(): Promise<CallCenterAnswer>;
    /** Writes the registry. @returns null, or the words in which the org refused. @throws OrgFault */
    saveCenterProfile(profile: CenterProfile): Promise<string | null>;
}
