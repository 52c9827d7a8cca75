/** Reading the history, which is stored in the custom objects CallCenterMoveRun__c and CallCenterMove__c. */
import {
    MAX_ROWS_PER_READ,
    type HistoryMove,
    type HistoryOrg,
    type HistoryPage,
    type HistoryRoute,
    type HistoryRun,
    type HistorySearch,
    type Id,
    type LiveRun,
    type RunMove
} from 'c/orgPort';
import { freshFilter, unusedName } from './fresh.ts';
import { saveMoves, saveRun } from './historyWrites.ts';
import { deleteRuns, mayDeleteRuns, pastMoves } from './oldRuns.ts';
import { changeRun, planParts, startRun } from './runRecords.ts';
import { ask, askAll, boundOf, group, groupCount, parent, parentName, text, textOrNull, UPPER_BOUND } from './read.ts';
import type { Node } from './read.ts';
import type { GraphqlTransport, Input } from './transport.ts';
import { escapeLike } from './users.ts';

/** The status of a run in progress (objects/CallCenterMoveRun__c). */
const RUNNING = 'running';

export function historyOrg(transport: GraphqlTransport): HistoryOrg {
    return {
        historyRuns: (search, after, first) => runs(transport, { where: endedWhere(search), first, after }),
        runsNamed: async (runIds) => {
            if (!runIds.length) return [];
            const where = freshFilter({ RunKey__c: { in: runIds } });
            return (await runs(transport, { where, first: runIds.length, after: null })).rows;
        },
        runsInProgress: async (runIds) => {
            const running = { Status__c: { eq: RUNNING } };
            const where = freshFilter(runIds.length ? { or: [running, { RunKey__c: { in: runIds } }] } : running);
            return (await runs(transport, { where, first: MAX_RUNS, after: null })).rows.reverse();
        },
        startRun: (run) => startRun(transport, run),
        planParts: (runIds) => planParts(transport, runIds),
        changeRun: (recordId, change, unmodifiedSince) => changeRun(transport, recordId, change, unmodifiedSince),
        historyRoutes: (recordIds) => routes(transport, recordIds),
        historyMoves: (recordId, after) => moves(transport, recordId, after),
        movesBefore: (before, after) => movesBefore(transport, before, after),
        pastMoves: (userIds) => pastMoves(transport, userIds),
        mayDeleteRuns: () => mayDeleteRuns(transport),
        deleteRuns: (deleted) => deleteRuns(transport, deleted),
        saveRun: (run) => saveRun(transport, run),
        saveMoves: (recordId, rows) => saveMoves(transport, recordId, rows)
    };
}

/**
 * Runs that ended. In SOQL, a record without a status is found too: its status differs from every value.
 * The search is one semi-join over the moves, so the org reads the moves and answers only a page of runs. Semi-joins are
 * allowed only at the top level of a filter and not below OR (SOQL reference, "Comparison Operators"), so it has no `and`.
 */
function endedWhere({ words, before }: HistorySearch): Input {
    const where: Input = {
        Status__c: { ne: RUNNING },
        Name: { ne: unusedName() },
        ...(before && { StartedAt__c: { lt: { value: before } } })
    };
    if (!words.length) return where;
    return { ...where, Id: { inq: { CallCenterMove__c: { and: words.map(wordWhere) }, ApiName: 'Run__c' } } };
}

function wordWhere(word: string): Input {
    const like = `%${escapeLike(word)}%`;
    return {
        or: [
            { UserName__c: { like } },
            { FromName__c: { like } },
            { ToName__c: { like } },
            { Run__r: { Name: { like } } },
            { Run__r: { CreatedBy: { Name: { like } } } }
        ]
    };
}

/** Runs in progress that are read. More at the same time would be people who edit records. */
const MAX_RUNS = 200;

/** One field to sort by: GraphQL servers read the fields of an input in the order of the schema, not of the document. */
function runsQuery(first: number): string {
    return `query switchboardRuns($where: CallCenterMoveRun__c_Filter, $first: Int, $after: String) {
  uiapi { query { CallCenterMoveRun__c(where: $where, orderBy: { StartedAt__c: { order: DESC, nulls: LAST } }, first: $first, after: $after${boundOf(first)}) {
    edges { node {
      Id Name { value } RunKey__c { value } StartedAt__c { value } EndedAt__c { value }
      TargetId__c { value } TargetName__c { value } Moved__c { value } AlreadyThere__c { value }
      ChangedMeanwhile__c { value } Refused__c { value } NotAttempted__c { value } Uncertain__c { value }
      UndoOf__r { Name { value } RunKey__c { value } } CreatedBy @optional { Name { value } }
      Status__c { value } Users__c { value } Host__c { value } Holder__c { value } Now__c @optional { value }
      CreatedDate { value } LastModifiedDate { value } LastModifiedById { value } LastModifiedBy @optional { Name { value } }
    } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;
}

function runOf(node: Node): HistoryRun {
    const undone = parent(node, 'UndoOf__r');
    return {
        recordId: String(node.Id),
        name: text(node, 'Name'),
        runId: text(node, 'RunKey__c'),
        startedAt: text(node, 'StartedAt__c'),
        endedAt: text(node, 'EndedAt__c'),
        by: parentName(node, 'CreatedBy'),
        target: textOrNull(node, 'TargetId__c'),
        targetName: textOrNull(node, 'TargetName__c'),
        counts: {
            moved: count(node, 'Moved__c'),
            'already there': count(node, 'AlreadyThere__c'),
            'changed meanwhile': count(node, 'ChangedMeanwhile__c'),
            refused: count(node, 'Refused__c'),
            'not attempted': count(node, 'NotAttempted__c'),
            uncertain: count(node, 'Uncertain__c')
        },
        undoOf: undone ? { runId: text(undone, 'RunKey__c'), name: text(undone, 'Name') } : null,
        live: text(node, 'Status__c') === RUNNING ? liveOf(node) : null
    };
}

function liveOf(node: Node): LiveRun {
    const lastModified = text(node, 'LastModifiedDate');
    const silentFor = Date.parse(text(node, 'Now__c')) - Date.parse(lastModified);
    return {
        users: count(node, 'Users__c'),
        host: textOrNull(node, 'Host__c'),
        holder: textOrNull(node, 'Holder__c'),
        heldBy: { id: textOrNull(node, 'LastModifiedById'), name: parentName(node, 'LastModifiedBy') },
        createdAt: text(node, 'CreatedDate'),
        lastModified,
        silentFor: Number.isNaN(silentFor) ? null : Math.max(0, silentFor)
    };
}

function count(node: Node, field: string): number {
    return Number(node[field]?.value ?? 0);
}

async function runs(
    transport: GraphqlTransport,
    variables: { where: Input; first: number; after: string | null }
): Promise<HistoryPage<HistoryRun>> {
    const page = await ask(transport, [runsQuery(variables.first), 'query', 'CallCenterMoveRun__c'], variables);
    return { rows: page.nodes.map(runOf), endCursor: page.endCursor };
}

/** Record names count up, so they give the order in which moves were saved. */
const MOVES_QUERY = `query switchboardMoves($where: CallCenterMove__c_Filter, $first: Int, $after: String) {
  uiapi { query { CallCenterMove__c(where: $where, orderBy: { Name: { order: ASC } }, first: $first, after: $after, upperBound: ${UPPER_BOUND}) {
    edges { node {
      Id UserId__c { value } UserName__c { value } FromId__c { value } FromName__c { value } ToId__c { value }
      ToName__c { value } Outcome__c { value } Reason__c { value } Run__c { value }
    } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

function moveOf(node: Node): HistoryMove {
    return {
        userId: text(node, 'UserId__c'),
        userName: textOrNull(node, 'UserName__c'),
        from: textOrNull(node, 'FromId__c'),
        fromName: textOrNull(node, 'FromName__c'),
        to: textOrNull(node, 'ToId__c'),
        toName: textOrNull(node, 'ToName__c'),
        outcome: text(node, 'Outcome__c'),
        reason: textOrNull(node, 'Reason__c')
    };
}

async function moves(
    transport: GraphqlTransport,
    recordId: Id,
    after: string | null
): Promise<HistoryPage<HistoryMove>> {
    const variables = { where: freshFilter({ Run__c: { eq: recordId } }), first: MAX_ROWS_PER_READ, after };
    const page = await ask(transport, [MOVES_QUERY, 'query', 'CallCenterMove__c'], variables);
    return { rows: page.nodes.map(moveOf), endCursor: page.endCursor };
}

/** Runs in progress have no moves yet. */
async function movesBefore(
    transport: GraphqlTransport,
    before: string,
    after: string | null
): Promise<HistoryPage<RunMove>> {
    const where = freshFilter({ Run__r: { StartedAt__c: { lt: { value: before } } } });
    const page = await ask(transport, [MOVES_QUERY, 'query', 'CallCenterMove__c'], {
        where,
        first: MAX_ROWS_PER_READ,
        after
    });
    return {
        rows: page.nodes.map((node) => ({ ...moveOf(node), recordId: text(node, 'Run__c') })),
        endCursor: page.endCursor
    };
}

/** One request tells for a page of runs where their users came from and went. */
const ROUTES_QUERY = `query switchboardRoutes($runs: [ID], $outcome: Picklist, $fresh: String, $first: Int, $after: String) {
  uiapi { aggregate { CallCenterMove__c(where: { Run__c: { in: $runs }, Outcome__c: { eq: $outcome }, Name: { ne: $fresh } }, groupBy: { Run__c: { group: true }, FromId__c: { group: true }, FromName__c: { group: true }, ToId__c: { group: true }, ToName__c: { group: true } }, first: $first, after: $after) {
    edges { node { aggregate {
      Run__c { value } FromId__c { value } FromName__c { value } ToId__c { value } ToName__c { value } Id { count { value } }
    } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

function routeOf(node: Node): HistoryRoute {
    const fields = group(node);
    return {
        recordId: text(fields, 'Run__c'),
        from: textOrNull(fields, 'FromId__c'),
        fromName: textOrNull(fields, 'FromName__c'),
        to: textOrNull(fields, 'ToId__c'),
        toName: textOrNull(fields, 'ToName__c'),
        moved: groupCount(node)
    };
}

async function routes(transport: GraphqlTransport, recordIds: Id[]): Promise<HistoryRoute[]> {
    if (!recordIds.length) return [];
    const variables = { runs: recordIds, outcome: 'moved' };
    const nodes = await askAll(transport, [ROUTES_QUERY, 'aggregate', 'CallCenterMove__c'], variables);
    return nodes.map(routeOf).sort((one, other) => other.moved - one.moved);
}
