import * as documents from 'c/runHistory';
import {
    OrgFault,
    type HistoryMove,
    type HistoryOrg,
    type HistoryPage,
    type HistoryRoute,
    type HistoryRun,
    type Id,
    type NewHistoryRun
} from 'c/orgPort';
import { documentFault, readFault } from './faults.ts';
import { ask, askAll, MOST_ROWS, text, textOrNull, type Node } from './read.ts';
import type { GraphqlError, GraphqlTransport } from './transport.ts';

/** The history kept in the custom objects CallCenterMoveRun__c and CallCenterMove__c. */
export function historyOrg(transport: GraphqlTransport): HistoryOrg {
    return {
        historyRuns: (after, first) => runs(transport, { first, after }),
        historyRun: async (runId) =>
            (await runs(transport, { where: documents.runWhere(runId), first: 1, after: null })).rows[0] ?? null,
        historyRoutes: (recordIds) => routes(transport, recordIds),
        historyMoves: (recordId, after) => moves(transport, recordId, after),
        keepRun: (made) => keepRun(transport, made),
        keepMoves: (recordId, rows) => keepMoves(transport, recordId, rows)
    };
}

async function runs(
    transport: GraphqlTransport,
    variables: { where?: Record<string, unknown>; first: number; after: string | null }
): Promise<HistoryPage<HistoryRun>> {
    const page = await ask(transport, [documents.HISTORY_RUNS_QUERY, 'query', 'CallCenterMoveRun__c'], variables, true);
    return { rows: page.nodes.map(runOf), endCursor: page.endCursor };
}

function runOf(node: Node): HistoryRun {
    const undone = node.UndoOf__r as unknown as Node | null | undefined;
    const by = node.CreatedBy as unknown as Node | null | undefined;
    return {
        recordId: String(node.Id),
        name: text(node, 'Name'),
        runId: text(node, 'RunKey__c'),
        startedAt: text(node, 'StartedAt__c'),
        endedAt: text(node, 'EndedAt__c'),
        by: by ? textOrNull(by, 'Name') : null,
        target: textOrNull(node, 'TargetId__c'),
        targetName: textOrNull(node, 'TargetName__c'),
        counts: {
            moved: count(node, 'Moved__c'),
            'already there': count(node, 'AlreadyThere__c'),
            'changed meanwhile': count(node, 'ChangedMeanwhile__c'),
            refused: count(node, 'Refused__c'),
            'not attempted': count(node, 'NotAttempted__c')
        },
        undoOf: undone ? { runId: text(undone, 'RunKey__c'), name: text(undone, 'Name') } : null
    };
}

function count(node: Node, field: string): number {
    return Number(node[field]?.value ?? 0);
}

async function moves(
    transport: GraphqlTransport,
    recordId: Id,
    after: string | null
): Promise<HistoryPage<HistoryMove>> {
    const variables = { where: documents.movesWhere(recordId), first: MOST_ROWS, after };
    const page = await ask(transport, [documents.HISTORY_MOVES_QUERY, 'query', 'CallCenterMove__c'], variables, true);
    const rows = page.nodes.map((node) => ({
        userId: text(node, 'UserId__c'),
        userName: textOrNull(node, 'UserName__c'),
        from: textOrNull(node, 'FromId__c'),
        fromName: textOrNull(node, 'FromName__c'),
        to: textOrNull(node, 'ToId__c'),
        toName: textOrNull(node, 'ToName__c'),
        outcome: text(node, 'Outcome__c'),
        reason: textOrNull(node, 'Reason__c')
    }));
    return { rows, endCursor: page.endCursor };
}

async function routes(transport: GraphqlTransport, recordIds: Id[]): Promise<HistoryRoute[]> {
    if (!recordIds.length) return [];
    const where = documents.routesWhere(recordIds);
    const nodes = await askAll(transport, [documents.HISTORY_ROUTES_QUERY, 'aggregate', 'CallCenterMove__c'], {
        where
    });
    return nodes
        .map((node) => {
            const group = node.aggregate as unknown as Node;
            return {
                recordId: text(group, 'Run__c'),
                from: textOrNull(group, 'FromId__c'),
                fromName: textOrNull(group, 'FromName__c'),
                to: textOrNull(group, 'ToId__c'),
                toName: textOrNull(group, 'ToName__c'),
                moved: Number(group.Id.count.value)
            };
        })
        .sort((one, other) => other.moved - one.moved);
}

async function keepRun(transport: GraphqlTransport, row: NewHistoryRun): Promise<Id> {
    const [id] = await create(transport, documents.KEEP_RUN_MUTATION, documents.keepRunVariables(row), ['r0']);
    return id;
}

async function keepMoves(transport: GraphqlTransport, recordId: Id, rows: HistoryMove[]): Promise<void> {
    if (!rows.length) return;
    await create(
        transport,
        documents.keepMovesMutation(rows.length),
        documents.keepMovesVariables(recordId, rows),
        rows.map((_, place) => `m${place}`)
    );
}

/** All or none: any error means that nothing was kept. */
async function create(
    transport: GraphqlTransport,
    document: string,
    variables: Record<string, unknown>,
    aliases: string[]
): Promise<Id[]> {
    try {
        const { data, errors } = await transport.mutate(document, variables);
        if (errors?.length) throw documentFault(culprits(errors));
        const created = (data as { uiapi?: Record<string, { Record?: { Id?: string } | null } | null> } | null)?.uiapi;
        return aliases.map((alias) => {
            const id = created?.[alias]?.Record?.Id;
            if (typeof id !== 'string')
                throw new OrgFault('unreadable', '', { detail: 'The answer has no ID for a record.' });
            return id;
        });
    } catch (thrown) {
        throw readFault(thrown);
    }
}

/** What was rolled back with a refused row says only that; the row that was refused says why (words assumed). */
function culprits(errors: GraphqlError[]): GraphqlError[] {
    const refused = errors.filter(({ message }) => !/ALL_OR_NONE|rolled back/i.test(message ?? ''));
    return refused.length ? refused : errors.slice(0, 1);
}
