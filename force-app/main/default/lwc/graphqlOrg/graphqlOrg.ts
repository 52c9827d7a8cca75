/**
 * An `Org` over anything that carries UI API GraphQL documents: LDS in the page, HTTP in tests.
 * Each subject has one file, with its documents, filters and readers side by side. Values travel as variables only.
 */
import type { PageOrg } from 'c/orgPort';
import { callCenters, centersFrom, flowCallCenters, visualforceCallCenters } from './centers.ts';
import { checkRecords, writeChecks } from './checkRecords.ts';
import { choices } from './choices.ts';
import { memberCounts, profileCounts } from './counts.ts';
import { centerProfileCounts, exportedUsers } from './exports.ts';
import { countGroups, groupUsers } from './groups.ts';
import { historyOrg } from './history.ts';
import { usersBy } from './lookups.ts';
import { memberships } from './memberships.ts';
import { saveCenterProfile, saveCenters } from './registry.ts';
import { requestsOrg } from './moveRequests.ts';
import { mutationRefusal } from './selfTest.ts';
import type { GraphqlTransport } from './transport.ts';
import { users } from './users.ts';
import { write, writeOne } from './writes.ts';
export { CENTERS_QUERY } from './centers.ts';
export { inNamespace, withPrefix } from './namespace.ts';
export type { GraphqlAnswer, GraphqlError, GraphqlTransport, PendingQuery } from './transport.ts';

export function graphqlOrg(transport: GraphqlTransport): PageOrg {
    return {
        ...historyOrg(transport),
        ...requestsOrg(transport),
        callCenters: () => callCenters(transport),
        visualforceCallCenters: () => visualforceCallCenters(transport),
        flowCallCenters: () => flowCallCenters(transport),
        saveCenterProfile: (profile) => saveCenterProfile(transport, profile),
        saveCenters: (records) => saveCenters(transport, records),
        memberCounts: () => memberCounts(transport),
        profileCounts: (callCenterId) => profileCounts(transport, callCenterId),
        profiles: () => choices(transport, 'Profile'),
        roles: () => choices(transport, 'UserRole'),
        users: (search, after, options) => users(transport, search, after, options),
        usersBy: (lookup, after) => usersBy(transport, lookup, after),
        exportedUsers: (search, fields, after) => exportedUsers(transport, search, fields, after),
        centerProfileCounts: () => centerProfileCounts(transport),
        memberships: (userIds) => memberships(transport, userIds),
        write: (writes) => write(transport, writes),
        writeOne: (one, unmodifiedSince) => writeOne(transport, one, unmodifiedSince),
        centersFrom: (source) => centersFrom(transport, source),
        mutationRefusal: () => mutationRefusal(transport),
        checkRecords: () => checkRecords(transport),
        countGroups: (questions) => countGroups(transport, questions),
        groupUsers: (group, after, options) => groupUsers(transport, group, after, options),
        writeChecks: (writes) => writeChecks(transport, writes)
    };
}
