/** An `Org` over anything that carries UI API GraphQL documents: LDS in the page, HTTP in tests. */
import type { HistoryOrg, Org } from 'c/orgPort';
import { callCenters, flowCallCenters, saveCenterProfile } from './centerSources.ts';
import { choices, memberCounts, profileCounts } from './centers.ts';
import { historyOrg } from './history.ts';
import type { GraphqlTransport } from './transport.ts';
import { memberships, users } from './users.ts';
import { write, writeOne } from './writes.ts';
export type { GraphqlAnswer, GraphqlError, GraphqlTransport } from './transport.ts';

export function graphqlOrg(transport: GraphqlTransport): Org & HistoryOrg {
    return {
        ...historyOrg(transport),
        callCenters: () => callCenters(transport),
        flowCallCenters: () => flowCallCenters(transport),
        saveCenterProfile: (profile) => saveCenterProfile(transport, profile),
        memberCounts: () => memberCounts(transport),
        profileCounts: (callCenterId) => profileCounts(transport, callCenterId),
        profiles: () => choices(transport, 'Profile'),
        roles: () => choices(transport, 'UserRole'),
        users: (search, after, options) => users(transport, search, after, options),
        memberships: (userIds) => memberships(transport, userIds),
        write: (writes) => write(transport, writes),
        writeOne: (one, unmodifiedSince) => writeOne(transport, one, unmodifiedSince)
    };
}
