/** Requests for moves, which are stored in the custom object CallCenterMoveRequest__c. */
import {
    MAX_REQUESTS_PER_READ,
    type MoveRequestRecord,
    type MoveRequestsOrg,
    type NewMoveRequest,
    type Person,
    type RequestChange
} from 'c/orgPort';
import { unusedName } from './fresh.ts';
import { create, truncated } from './historyWrites.ts';
import { ask, parentName, text, textOrNull, type Node } from './read.ts';
import { changeRecord } from './runRecords.ts';
import type { GraphqlTransport, Input } from './transport.ts';

export function requestsOrg(transport: GraphqlTransport): MoveRequestsOrg {
    return {
        saveRequest: (request) => saveRequest(transport, request),
        moveRequests: async ({ statuses, by }) => {
            const where = {
                Status__c: { in: statuses },
                Name: { ne: unusedName() },
                ...(by !== null && { CreatedById: { eq: by } })
            };
            const page = await ask(transport, [REQUESTS_QUERY, 'query', OBJECT], {
                where,
                first: MAX_REQUESTS_PER_READ
            });
            return page.nodes.map(requestOf);
        },
        requestPlan: async (recordId) => {
            const variables = { id: recordId, fresh: unusedName() };
            const { nodes } = await ask(transport, [PLAN_QUERY, 'query', OBJECT], variables);
            return nodes.length ? text(nodes[0], 'Plan__c') : null;
        },
        changeRequest: (recordId, change, unmodifiedSince) =>
            changeRecord(transport, recordId, changedFields(change), unmodifiedSince)
    };
}

const OBJECT = 'CallCenterMoveRequest__c';

const CREATE = `mutation switchboardSaveRequest($i0: CallCenterMoveRequest__cCreateInput!) {
  uiapi(input: { allOrNone: true }) {
    r0: CallCenterMoveRequest__cCreate(input: $i0) { Record { Id } }
  }
}`;

/** Only fields that the permission set Switchboard Viewer lets people write. */
async function saveRequest(transport: GraphqlTransport, request: NewMoveRequest): Promise<void> {
    const fields = {
        RequestKey__c: request.key,
        Status__c: 'requested',
        Reason__c: truncated(request.reason),
        TargetId__c: request.target,
        TargetName__c: truncated(request.targetName),
        Users__c: request.users,
        Plan__c: request.plan
    };
    await create(transport, CREATE, { i0: { [OBJECT]: fields } }, ['r0']);
}

const REQUESTS_QUERY = `query switchboardRequests($where: CallCenterMoveRequest__c_Filter, $first: Int) {
  uiapi { query { CallCenterMoveRequest__c(where: $where, orderBy: { CreatedDate: { order: DESC } }, first: $first) {
    edges { node {
      Id Name { value } RequestKey__c { value } Status__c { value } Reason__c { value } Answer__c { value }
      TargetId__c { value } TargetName__c { value } Users__c { value } MoveKey__c { value } Moved__c { value }
      CreatedDate { value } CreatedById { value } CreatedBy @optional { Name { value } }
      LastModifiedDate { value } LastModifiedById { value } LastModifiedBy @optional { Name { value } }
    } }
  } } }
}`;

/** The longest text is read only for the request that is opened. */
const PLAN_QUERY = `query switchboardRequestPlan($id: ID, $fresh: String) {
  uiapi { query { CallCenterMoveRequest__c(where: { Id: { eq: $id }, Name: { ne: $fresh } }, first: 1) {
    edges { node { Id Plan__c { value } } }
  } } }
}`;

function requestOf(node: Node): MoveRequestRecord {
    return {
        recordId: String(node.Id),
        name: text(node, 'Name'),
        key: text(node, 'RequestKey__c'),
        status: text(node, 'Status__c'),
        reason: text(node, 'Reason__c'),
        answer: text(node, 'Answer__c'),
        target: textOrNull(node, 'TargetId__c'),
        targetName: textOrNull(node, 'TargetName__c'),
        users: number(node, 'Users__c'),
        runId: textOrNull(node, 'MoveKey__c'),
        moved: number(node, 'Moved__c'),
        by: person(node, 'CreatedBy'),
        createdAt: text(node, 'CreatedDate'),
        changedBy: person(node, 'LastModifiedBy'),
        lastModified: text(node, 'LastModifiedDate')
    };
}

function number(node: Node, field: string): number {
    return Number(node[field]?.value ?? 0);
}

function person(node: Node, relationship: string): Person {
    return { id: textOrNull(node, `${relationship}Id`), name: parentName(node, relationship) };
}

function changedFields(change: RequestChange): Input {
    switch (change.to) {
        case 'requested':
            return { Status__c: change.to, MoveKey__c: null };
        case 'running':
            return { Status__c: change.to, MoveKey__c: change.runId };
        case 'done':
            return { Status__c: change.to, Moved__c: change.moved };
        case 'declined':
            return { Status__c: change.to, Answer__c: truncated(change.answer) };
        case 'withdrawn':
            return { Status__c: change.to };
    }
}
