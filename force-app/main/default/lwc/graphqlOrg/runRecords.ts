/** The records of runs in progress: a run and the parts of its plan, its progress, and who carries it out. */
import type { Id, NewRunRecord, PlanPart, RunChange, Written } from 'c/orgPort';
import { aliasedLines, inputVariables } from './aliases.ts';
import { readFault, readThrown } from './faults.ts';
import { unusedName } from './fresh.ts';
import { countFields, create, runFields, truncated } from './historyWrites.ts';
import { ask, text, type Connection } from './read.ts';
import type { GraphqlTransport, Input } from './transport.ts';

/** The run and all parts of its plan, all or none. Parts name the run by its key, so none of them refers to another. */
function startDocument(parts: number): string {
    return `mutation switchboardStartRun($run: CallCenterMoveRun__cCreateInput!, ${inputVariables(parts, 'CallCenterMovePlan__cCreateInput')}) {
  uiapi(input: { allOrNone: true }) {
    run: CallCenterMoveRun__cCreate(input: $run) { Record { Id LastModifiedDate { value } } }
${aliasedLines(parts, 'p', 'CallCenterMovePlan__cCreate', '{ Record { Id } }')}
  }
}`;
}

export async function startRun(transport: GraphqlTransport, run: NewRunRecord): Promise<Written> {
    const { runId, startedAt, target, targetName, users, host, holder, parts } = run;
    const plans = parts.map((part, index) => [
        `i${index}`,
        { CallCenterMovePlan__c: { RunKey__c: runId, Part__c: index, Users__c: part } }
    ]);
    const inputs = {
        run: {
            CallCenterMoveRun__c: {
                RunKey__c: runId,
                StartedAt__c: startedAt,
                Status__c: 'running',
                TargetId__c: target,
                TargetName__c: truncated(targetName),
                Users__c: users,
                ...countFields({}),
                ...holdFields(host, holder)
            }
        },
        ...Object.fromEntries(plans)
    };
    const [written] = await create(transport, startDocument(parts.length), inputs, ['run']);
    return written;
}

/** Parts per page. Each can have 131,072 characters, so a page is an answer of about a megabyte. */
const PARTS_PER_PAGE = 8;

const PARTS_QUERY = `query switchboardPlans($runs: [String], $fresh: String, $first: Int, $after: String) {
  uiapi { query { CallCenterMovePlan__c(where: { RunKey__c: { in: $runs }, Name: { ne: $fresh } }, orderBy: { Id: { order: ASC } }, first: $first, after: $after) {
    edges { node { Id RunKey__c { value } Part__c { value } Users__c { value } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

export async function planParts(transport: GraphqlTransport, runIds: string[]): Promise<PlanPart[]> {
    if (!runIds.length) return [];
    const variables = { runs: runIds, fresh: unusedName(), first: PARTS_PER_PAGE };
    const parts: PlanPart[] = [];
    let after: string | null = null;
    do {
        const target: [string, 'query', string] = [PARTS_QUERY, 'query', 'CallCenterMovePlan__c'];
        const page: Connection = await ask(transport, target, { ...variables, after });
        for (const node of page.nodes) {
            const part = Number(node.Part__c?.value ?? NaN);
            parts.push({ runId: text(node, 'RunKey__c'), part, text: text(node, 'Users__c') });
        }
        after = page.endCursor;
    } while (after);
    return parts;
}

function holdFields(host: string, holder: string): Input {
    return { Host__c: host, Holder__c: holder };
}

function changedFields(change: RunChange): Input {
    switch (change.to) {
        case 'hold':
            return holdFields(change.host, change.holder);
        case 'progress':
            return countFields(change.counts);
        case 'end':
            return runFields(change.run);
    }
}

export function changeRun(
    transport: GraphqlTransport,
    recordId: Id,
    change: RunChange,
    unmodifiedSince: string
): Promise<string | null> {
    return changeRecord(transport, recordId, changedFields(change), unmodifiedSince);
}

/** @returns the org's time of this write; null when the record was modified after `unmodifiedSince` @throws OrgFault */
export async function changeRecord(
    transport: GraphqlTransport,
    recordId: Id,
    fields: Input,
    unmodifiedSince: string
): Promise<string | null> {
    try {
        const answer = await transport.updateRecord(recordId, fields, unmodifiedSince);
        const { lastModifiedDate } = (answer ?? {}) as { lastModifiedDate?: unknown };
        return typeof lastModifiedDate === 'string' ? lastModifiedDate : '';
    } catch (thrown) {
        if (readThrown(thrown).status === 412) return null;
        throw readFault(thrown);
    }
}
