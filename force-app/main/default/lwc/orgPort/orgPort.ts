/**
 * What the rooms ask of an org, as types. Every `Org` fulfills it and passes the contract suite in tests/contract.
 * IDs are in the 18-character form; times are ISO 8601 in UTC.
 */
import type { CallCentersOrg } from './callCenters.ts';
import type { ChecksOrg } from './checks.ts';
import type { ExportOrg } from './exports.ts';
import type { HistoryOrg } from './history.ts';
import type { MembershipsOrg } from './memberships.ts';
import type { MoveRequestsOrg } from './moveRequests.ts';
import type { SelfTestOrg } from './selfTest.ts';
import type { UserLookupOrg } from './userLookup.ts';
import type { UsersOrg } from './users.ts';

export { toId18, type Id } from './ids.ts';
export {
    MAX_DELETIONS,
    MAX_MOVES_PER_WRITE,
    MAX_PLAN_PART,
    MAX_PLAN_PARTS,
    MAX_REASON,
    MAX_REQUESTS_PER_READ,
    MAX_ROWS_PER_READ
} from './limits.ts';
export { namespacePrefix, parameterPrefix } from './namespace.ts';
export { isFaultKind, isTemporary, OrgFault, type FaultKind } from './orgFault.ts';
export * from './callCenters.ts';
export * from './checks.ts';
export * from './users.ts';
export * from './userLookup.ts';
export * from './memberships.ts';
export * from './exports.ts';
export * from './historyRun.ts';
export * from './historyMove.ts';
export * from './history.ts';
export * from './oldRuns.ts';
export * from './runRecords.ts';
export * from './moveRequests.ts';
export * from './selfTest.ts';

/** What a page asks of an org: moves, their history, checks, and the self-test. */
export type PageOrg = Org & HistoryOrg & MoveRequestsOrg & ChecksOrg & SelfTestOrg;

export interface Org extends CallCentersOrg, UsersOrg, UserLookupOrg, MembershipsOrg, ExportOrg {}
