import { RequestDesk, type DeskOptions } from 'c/moveRequests';
import type { HistoryOrg, Org } from 'c/orgPort';
import { MemoryRequests } from './memoryRequests.ts';
import { ME } from './people.ts';

/** The desk of a page with an org in memory. `requests` keeps what is sent. */
export function deskOf(
    org: Pick<Org, 'memberships'> & Pick<HistoryOrg, 'runsNamed'>,
    requests = new MemoryRequests(ME.name),
    more: Partial<DeskOptions> = {}
): RequestDesk {
    return new RequestDesk({
        org: {
            saveRequest: (request) => requests.saveRequest(request),
            moveRequests: (filter) => requests.moveRequests(filter),
            requestPlan: (recordId) => requests.requestPlan(recordId),
            changeRequest: (...change) => requests.changeRequest(...change),
            runsNamed: (runIds) => org.runsNamed(runIds),
            memberships: (userIds) => org.memberships(userIds)
        },
        userId: ME.id,
        now: Date.now,
        newKey: () => `10000000-0000-4000-8000-${String(requests.saved.length).padStart(12, '0')}`,
        centerName: () => null,
        changed: () => {},
        ...more
    });
}
