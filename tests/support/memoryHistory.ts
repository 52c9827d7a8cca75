import { MAX_MOVES_PER_WRITE, MAX_ROWS_PER_READ, OrgFault, toId18 } from 'c/orgPort';
import type { HistoryMove, HistoryOrg, HistoryPage, HistoryRoute, HistoryRun, Id, NewHistoryRun } from 'c/orgPort';

/** The history in memory, as strict as the custom objects about keys, lengths and outcomes. */
export class MemoryHistory implements HistoryOrg {
    readonly requests = { reads: 0, writes: 0 };
    readonly runs: HistoryRun[] = [];
    readonly moves = new Map<Id, HistoryMove[]>();
    /** How the next requests fail; null: they don't. With `lost`, the request is done and only its answer is lost. */
    faults: (OrgFault | { lost: OrgFault } | null)[] = [];
    #by: string;

    constructor(by = 'The admin') {
        this.#by = by;
    }

    historyRuns(after: string | null, first: number): Promise<HistoryPage<HistoryRun>> {
        return this.read(() => {
            const newest = [...this.runs].sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
            return page(newest, after, first);
        });
    }

    historyRun(runId: string): Promise<HistoryRun | null> {
        return this.read(() => this.named(runId) ?? null);
    }

    historyRoutes(recordIds: Id[]): Promise<HistoryRoute[]> {
        return this.read(() =>
            recordIds.flatMap((recordId) => {
                const routes = new Map<string, HistoryRoute>();
                for (const { from, fromName, to, toName, outcome } of this.moves.get(recordId) ?? []) {
                    if (outcome !== 'moved') continue;
                    const key = JSON.stringify([from, fromName, to, toName]);
                    const route = routes.get(key) ?? { recordId, from, fromName, to, toName, moved: 0 };
                    routes.set(key, { ...route, moved: route.moved + 1 });
                }
                return [...routes.values()].sort((one, other) => other.moved - one.moved);
            })
        );
    }

    historyMoves(recordId: Id, after: string | null): Promise<HistoryPage<HistoryMove>> {
        return this.read(() => page(this.moves.get(recordId) ?? [], after, MAX_ROWS_PER_READ));
    }

    saveRun({ undoneRecord, ...run }: NewHistoryRun): Promise<Id> {
        return this.write(() => {
            if (this.named(run.runId)) throw new OrgFault('unreadable', 'DUPLICATE_VALUE: duplicate value found');
            const undone = this.runs.find((other) => other.recordId === undoneRecord);
            if (undoneRecord !== null && !undone) throw new OrgFault('invalid', 'MALFORMED_ID');
            const number = this.runs.length + 1;
            const recordId = toId18(`a00${String(number).padStart(12, '0')}`)!;
            this.runs.push({
                ...run,
                recordId,
                name: `MOVE-${String(number).padStart(6, '0')}`,
                by: this.#by,
                undoOf: undone ? { runId: undone.runId, name: undone.name } : null
            });
            this.moves.set(recordId, []);
            return recordId;
        });
    }

    saveMoves(recordId: Id, moves: HistoryMove[]): Promise<void> {
        return this.write(() => {
            const saved = this.moves.get(recordId);
            if (!saved || moves.length > MAX_MOVES_PER_WRITE) throw new OrgFault('invalid', 'MALFORMED_ID');
            for (const { userId, from, to } of moves) {
                const long = [userId, from, to].find((id) => (id?.length ?? 0) > 18);
                if (long) throw new OrgFault('unreadable', `STRING_TOO_LONG: ${long}`);
            }
            saved.push(...copied(moves));
        });
    }

    private named(runId: string): HistoryRun | undefined {
        return this.runs.find((run) => run.runId.toLowerCase() === runId.toLowerCase());
    }

    private read<T>(answer: () => T): Promise<T> {
        this.requests.reads += 1;
        return this.request(answer);
    }

    private write<T>(answer: () => T): Promise<T> {
        this.requests.writes += 1;
        return this.request(answer);
    }

    private async request<T>(answer: () => T): Promise<T> {
        const fault = this.faults.shift() ?? null;
        if (fault instanceof OrgFault) throw fault;
        const value = answer();
        if (fault !== null) throw fault.lost;
        return copied(value);
    }
}

function page<Row>(rows: Row[], after: string | null, first: number): HistoryPage<Row> {
    const start = after === null ? 0 : Number(after);
    const end = start + first;
    return { rows: rows.slice(start, end), endCursor: end < rows.length ? String(end) : null };
}

/** Jest's DOM has no structuredClone. */
function copied<T>(value: T): T {
    return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
