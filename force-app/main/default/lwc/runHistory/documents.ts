/** The history as GraphQL documents and their variables. Values travel as variables only. */
import type { HistoryMove, Id, NewHistoryRun } from 'c/orgPort';

/** Pages of 200 records and more may name an upper bound, and only then reach beyond 4,000 records (API 59 and later). */
const UPPER_BOUND = 1_000_000;

const RUN_FIELDS = `Id Name { value } RunKey__c { value } StartedAt__c { value } EndedAt__c { value }
      TargetId__c { value } TargetName__c { value } Moved__c { value } AlreadyThere__c { value }
      ChangedMeanwhile__c { value } Refused__c { value } NotAttempted__c { value }
      UndoOf__r { Name { value } RunKey__c { value } } CreatedBy @optional { Name { value } }`;

export const HISTORY_RUNS_QUERY = `query switchboardRuns($where: CallCenterMoveRun__c_Filter, $first: Int, $after: String) {
  uiapi { query { CallCenterMoveRun__c(where: $where, orderBy: { StartedAt__c: { order: DESC, nulls: LAST }, Id: { order: DESC } }, first: $first, after: $after) {
    edges { node { ${RUN_FIELDS} } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

/** A CallCenterMoveRun__c_Filter. */
export function runWhere(runId: string): Record<string, unknown> {
    return { RunKey__c: { eq: runId } };
}

/** Record names count up, so they keep the order in which moves were kept. */
export const HISTORY_MOVES_QUERY = `query switchboardMoves($where: CallCenterMove__c_Filter, $first: Int, $after: String) {
  uiapi { query { CallCenterMove__c(where: $where, orderBy: { Name: { order: ASC }, Id: { order: ASC } }, first: $first, after: $after, upperBound: ${UPPER_BOUND}) {
    edges { node {
      Id UserId__c { value } UserName__c { value } FromId__c { value } FromName__c { value } ToId__c { value }
      ToName__c { value } Outcome__c { value } Reason__c { value }
    } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

/** A CallCenterMove__c_Filter. */
export function movesWhere(recordId: Id): Record<string, unknown> {
    return { Run__c: { eq: recordId } };
}

/** One request tells for a page of runs where their users came from and went. */
export const HISTORY_ROUTES_QUERY = `query switchboardRoutes($where: CallCenterMove__c_Filter, $first: Int, $after: String) {
  uiapi { aggregate { CallCenterMove__c(where: $where, groupBy: { Run__c: { group: true }, FromId__c: { group: true }, FromName__c: { group: true }, ToId__c: { group: true }, ToName__c: { group: true } }, first: $first, after: $after) {
    edges { node { aggregate {
      Run__c { value } FromId__c { value } FromName__c { value } ToId__c { value } ToName__c { value } Id { count { value } }
    } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

/** A CallCenterMove__c_Filter. */
export function routesWhere(recordIds: Id[]): Record<string, unknown> {
    return { and: [{ Run__c: { in: recordIds } }, { Outcome__c: { eq: 'moved' } }] };
}

export const KEEP_RUN_MUTATION = `mutation switchboardKeepRun($i0: CallCenterMoveRun__cCreateInput!) {
  uiapi(input: { allOrNone: true }) {
    r0: CallCenterMoveRun__cCreate(input: $i0) { Record { Id } }
  }
}`;

export function keepRunVariables(run: NewHistoryRun): Record<string, unknown> {
    const { counts } = run;
    return {
        i0: {
            CallCenterMoveRun__c: {
                RunKey__c: run.runId,
                StartedAt__c: run.startedAt,
                EndedAt__c: run.endedAt,
                TargetId__c: run.target,
                TargetName__c: cut(run.targetName),
                Moved__c: counts.moved ?? 0,
                AlreadyThere__c: counts['already there'] ?? 0,
                ChangedMeanwhile__c: counts['changed meanwhile'] ?? 0,
                Refused__c: counts.refused ?? 0,
                NotAttempted__c: counts['not attempted'] ?? 0,
                UndoOf__c: run.undoneRecord
            }
        }
    };
}

/** N aliased creates, all or none of them, so that a batch whose answer was lost is there whole or not at all. */
export function keepMovesMutation(count: number): string {
    const aliases = Array.from({ length: count }, (_, place) => place);
    return `mutation switchboardKeepMoves(${aliases.map((place) => `$i${place}: CallCenterMove__cCreateInput!`).join(', ')}) {
  uiapi(input: { allOrNone: true }) {
${aliases.map((place) => `    m${place}: CallCenterMove__cCreate(input: $i${place}) { Record { Id } }`).join('\n')}
  }
}`;
}

export function keepMovesVariables(recordId: Id, moves: HistoryMove[]): Record<string, unknown> {
    const inputs = moves.map((move, place) => [
        `i${place}`,
        {
            CallCenterMove__c: {
                Run__c: recordId,
                UserId__c: move.userId,
                UserName__c: cut(move.userName),
                FromId__c: move.from,
                FromName__c: cut(move.fromName),
                ToId__c: move.to,
                ToName__c: cut(move.toName),
                Outcome__c: move.outcome,
                Reason__c: cut(move.reason)
            }
        }
    ]);
    return Object.fromEntries(inputs);
}

/** Length of the text fields (objects/CallCenterMove__c); the org refuses what is longer. */
const LONGEST_TEXT = 255;

function cut(text: string | null): string | null {
    if (text === null || text.length <= LONGEST_TEXT) return text;
    // A surrogate pair is not cut in half.
    return `${text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
