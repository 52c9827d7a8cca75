/** Reading the history for an export, and deleting what is old. */
import { OrgFault, type DeleteAnswer, type HistoryRun, type Id, type PastMove } from 'c/orgPort';
import { aliasedLines, aliasOf, inputValues, inputVariables } from './aliases.ts';
import { documentFault, readFault } from './faults.ts';
import { askAll, parent, text, UPPER_BOUND } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

const PAST_MOVES_QUERY = `query switchboardPastMoves($users: [String], $outcome: Picklist, $fresh: String, $first: Int, $after: String) {
  uiapi { query { CallCenterMove__c(where: { UserId__c: { in: $users }, Outcome__c: { eq: $outcome }, ToId__c: { ne: null }, Name: { ne: $fresh } }, orderBy: { Name: { order: ASC } }, first: $first, after: $after, upperBound: ${UPPER_BOUND}) {
    edges { node { UserId__c { value } ToId__c { value } Run__r { EndedAt__c { value } } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

export async function pastMoves(transport: GraphqlTransport, userIds: Id[]): Promise<PastMove[]> {
    if (!userIds.length) return [];
    const variables = { users: userIds, outcome: 'moved' };
    const nodes = await askAll(transport, [PAST_MOVES_QUERY, 'query', 'CallCenterMove__c'], variables);
    return nodes.flatMap((node) => {
        const run = parent(node, 'Run__r');
        const at = run ? text(run, 'EndedAt__c') : '';
        return at ? [{ userId: text(node, 'UserId__c'), to: text(node, 'ToId__c'), at }] : [];
    });
}

/** The name is in the document, where a package's namespace is added. `deletable` is inferred from the REST resource. */
const MAY_DELETE_QUERY = `query switchboardMayDelete {
  uiapi { objectInfos(apiNames: ["CallCenterMoveRun__c"]) { ApiName deletable } }
}`;

/** True also when the org doesn't tell, because then only trying tells. */
export async function mayDeleteRuns(transport: GraphqlTransport): Promise<boolean> {
    try {
        const { data } = await transport.query(MAY_DELETE_QUERY, {});
        const infos = (data as { uiapi?: { objectInfos?: { deletable?: boolean }[] } } | undefined)?.uiapi?.objectInfos;
        return infos?.[0]?.deletable !== false;
    } catch (thrown) {
        const fault = readFault(thrown);
        if (fault.kind === 'invalid' || fault.kind === 'unreadable') return true;
        throw fault;
    }
}

const PLANS_QUERY = `query switchboardPlansOf($keys: [String], $fresh: String, $first: Int, $after: String) {
  uiapi { query { CallCenterMovePlan__c(where: { RunKey__c: { in: $keys }, Name: { ne: $fresh } }, first: $first, after: $after, upperBound: ${UPPER_BOUND}) {
    edges { node { Id } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

/** Operations of one mutation: what one call of the Collections API takes (documented). */
const MAX_OPERATIONS = 200;

function deleteDocument(object: string, count: number): string {
    return `mutation switchboardDelete(${inputVariables(count, 'RecordDeleteInput')}) {
  uiapi(input: { allOrNone: false }) {
${aliasedLines(count, 'd', `${object}Delete`, '{ Id }')}
  }
}`;
}

/** Plans go first: if only they were deleted, the history is still complete, and another try deletes the rest. */
export async function deleteRuns(
    transport: GraphqlTransport,
    runs: Pick<HistoryRun, 'recordId' | 'runId'>[]
): Promise<DeleteAnswer[]> {
    if (!runs.length) return [];
    const keys = runs.map(({ runId }) => runId);
    const plans = await askAll(transport, [PLANS_QUERY, 'query', 'CallCenterMovePlan__c'], { keys });
    const planIds = plans.map((node) => String(node.Id));
    for (let start = 0; start < planIds.length; start += MAX_OPERATIONS) {
        const answers = await remove(transport, 'CallCenterMovePlan__c', planIds.slice(start, start + MAX_OPERATIONS));
        const refused = answers.find((answer) => !answer.deleted);
        if (refused && !refused.deleted)
            return runs.map(({ recordId }) => ({ recordId, deleted: false, words: refused.words }));
    }
    return remove(
        transport,
        'CallCenterMoveRun__c',
        runs.map(({ recordId }) => recordId)
    );
}

async function remove(transport: GraphqlTransport, object: string, recordIds: Id[]): Promise<DeleteAnswer[]> {
    const inputs = recordIds.map((recordId) => ({ Id: recordId }));
    try {
        const answer = await transport.mutate(deleteDocument(object, inputs.length), inputValues(inputs));
        const errors = answer.errors ?? [];
        const data = (answer.data as { uiapi?: Record<string, { Id?: string } | null> | null } | null | undefined)
            ?.uiapi;
        if (!data) {
            if (errors.length) throw documentFault(errors);
            throw new OrgFault('unreadable', '', { detail: 'The answer to a mutation has no data.' });
        }
        return recordIds.map((recordId, index) => {
            if (data[`d${index}`]?.Id) return { recordId, deleted: true };
            const error = errors.find((candidate) => aliasOf(candidate) === `d${index}`);
            if (!error) throw new OrgFault('unreadable', '', { detail: 'The answer has no result for a record.' });
            return { recordId, deleted: false, words: error.message ?? '' };
        });
    } catch (thrown) {
        throw readFault(thrown);
    }
}
