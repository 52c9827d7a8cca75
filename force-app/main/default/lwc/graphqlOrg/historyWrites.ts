/** Writing the history. */
import { OrgFault, type HistoryMove, type Id, type NewHistoryRun, type Written } from 'c/orgPort';
import { aliasedLines, inputValues, inputVariables } from './aliases.ts';
import { culprits, documentFault, readFault } from './faults.ts';
import type { Input } from './transport.ts';
import type { GraphqlTransport } from './transport.ts';

const RUN_CREATE = `mutation switchboardSaveRun($i0: CallCenterMoveRun__cCreateInput!) {
  uiapi(input: { allOrNone: true }) {
    r0: CallCenterMoveRun__cCreate(input: $i0) { Record { Id } }
  }
}`;

export function runFields(run: NewHistoryRun): Input {
    return {
        RunKey__c: run.runId,
        StartedAt__c: run.startedAt,
        EndedAt__c: run.endedAt,
        Status__c: 'ended',
        TargetId__c: run.target,
        TargetName__c: truncated(run.targetName),
        ...countFields(run.counts),
        UndoOf__c: run.undoneRecord
    };
}

export function countFields(counts: Record<string, number>): Input {
    return {
        Moved__c: counts.moved ?? 0,
        AlreadyThere__c: counts['already there'] ?? 0,
        ChangedMeanwhile__c: counts['changed meanwhile'] ?? 0,
        Refused__c: counts.refused ?? 0,
        NotAttempted__c: counts['not attempted'] ?? 0,
        Uncertain__c: counts.uncertain ?? 0
    };
}

export async function saveRun(transport: GraphqlTransport, run: NewHistoryRun): Promise<Id> {
    const [{ recordId }] = await create(transport, RUN_CREATE, { i0: { CallCenterMoveRun__c: runFields(run) } }, [
        'r0'
    ]);
    return recordId;
}

/** N aliased creates, all or none, so that a batch whose answer was lost is saved completely or not at all. */
function movesDocument(count: number): string {
    return `mutation switchboardSaveMoves(${inputVariables(count, 'CallCenterMove__cCreateInput')}) {
  uiapi(input: { allOrNone: true }) {
${aliasedLines(count, 'm', 'CallCenterMove__cCreate', '{ Record { Id } }')}
  }
}`;
}

function moveInput(recordId: Id, move: HistoryMove): Input {
    return {
        CallCenterMove__c: {
            Run__c: recordId,
            UserId__c: move.userId,
            UserName__c: truncated(move.userName),
            FromId__c: move.from,
            FromName__c: truncated(move.fromName),
            ToId__c: move.to,
            ToName__c: truncated(move.toName),
            Outcome__c: move.outcome,
            Reason__c: truncated(move.reason)
        }
    };
}

export async function saveMoves(transport: GraphqlTransport, recordId: Id, moves: HistoryMove[]): Promise<void> {
    if (!moves.length) return;
    const inputs = moves.map((move) => moveInput(recordId, move));
    const aliases = inputs.map((_, index) => `m${index}`);
    await create(transport, movesDocument(moves.length), inputValues(inputs), aliases);
}

/** Length of the text fields (objects/CallCenterMove__c). The org refuses anything longer. */
const MAX_TEXT_LENGTH = 255;

export function truncated(text: string | null): string | null {
    if (text === null || text.length <= MAX_TEXT_LENGTH) return text;
    // Doesn't leave half of a surrogate pair.
    return `${text.slice(0, MAX_TEXT_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

interface Created {
    Record?: { Id?: string; LastModifiedDate?: { value?: string } } | null;
}

/** Creates all records or none: any error means that nothing was saved. @returns one record per alias @throws OrgFault */
export async function create(
    transport: GraphqlTransport,
    document: string,
    inputs: Record<string, unknown>,
    aliases: string[]
): Promise<Written[]> {
    try {
        const { data, errors } = await transport.mutate(document, inputs);
        if (errors?.length) throw documentFault(culprits(errors));
        const created = (data as { uiapi?: Record<string, Created | null> } | null)?.uiapi;
        return aliases.map((alias) => {
            const record = created?.[alias]?.Record;
            if (typeof record?.Id !== 'string')
                throw new OrgFault('unreadable', '', { detail: 'The answer has no ID for a record.' });
            return { recordId: record.Id, lastModified: record.LastModifiedDate?.value ?? '' };
        });
    } catch (thrown) {
        throw readFault(thrown);
    }
}
