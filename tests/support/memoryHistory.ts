import { MAX_DELETIONS, MAX_MOVES_PER_WRITE, MAX_PLAN_PART, MAX_ROWS_PER_READ, OrgFault, toId18 } from 'c/orgPort';
import type {
    DeleteAnswer,
    HistoryMove,
    HistoryOrg,
    HistoryPage,
    HistoryRoute,
    HistoryRun,
    HistorySearch,
    Id,
    NewHistoryRun,
    NewRunRecord,
    PastMove,
    PlanPart,
    RunChange,
    RunMove,
    Written
} from 'c/orgPort';

/** A run, and when and by whom its record was written. */
interface Saved extends Omit<HistoryRun, 'live'> {
    isRunning: boolean;
    users: number;
    host: string | null;
    holder: string | null;
    createdAt: number;
    modifiedAt: number;
    heldBy: { id: Id; name: string };
}

/** The history in memory, as strict as the custom objects about keys, lengths and outcomes. */
export class MemoryHistory implements HistoryOrg {
    readonly requests = { reads: 0, writes: 0 };
    readonly moves = new Map<Id, HistoryMove[]>();
    parts: PlanPart[] = [];
    /** How the next requests fail; null: they don't. With `lost`, the request is done and only its answer is lost. */
    faults: (OrgFault | { lost: OrgFault } | null)[] = [];
    /** Who works with the org. */
    user: { id: Id; name: string };
    #saved: Saved[] = [];
    #lastNumber = 0;
    #tick: (ms?: number) => number;

    /** @param tick the org's time, later with each call and by so many milliseconds */
    constructor(by = 'The admin', tick = clock()) {
        this.user = { id: toId18('005000000000009')!, name: by };
        this.#tick = tick;
    }

    /** Time passes. */
    pass(ms: number): void {
        this.#tick(ms);
    }

    /** Every run, in the order in which they were created. */
    get runs(): HistoryRun[] {
        const now = this.#tick();
        return this.#saved.map((saved) => shown(saved, now));
    }

    historyRuns(
        { words, before }: HistorySearch,
        after: string | null,
        first: number
    ): Promise<HistoryPage<HistoryRun>> {
        return this.read(() => {
            const ended = this.runs.filter((run) => run.live === null && (!words.length || this.matches(run, words)));
            const old = before === undefined ? ended : ended.filter(({ startedAt }) => startedAt < before);
            return page(old.sort(byStart).reverse(), after, first);
        });
    }

    runsNamed(runIds: string[]): Promise<HistoryRun[]> {
        return this.read(() => this.runs.filter((run) => runIds.some((runId) => isSame(run.runId, runId))));
    }

    runsInProgress(runIds: string[]): Promise<HistoryRun[]> {
        return this.read(() => {
            const asked = (run: HistoryRun) => runIds.some((runId) => isSame(run.runId, runId));
            return this.runs.filter((run) => run.live !== null || asked(run)).sort(byStart);
        });
    }

    planParts(runIds: string[]): Promise<PlanPart[]> {
        return this.read(() => this.parts.filter((part) => runIds.some((runId) => isSame(part.runId, runId))));
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

    movesBefore(before: string, after: string | null): Promise<HistoryPage<RunMove>> {
        return this.read(() => {
            const old = this.#saved.filter(({ startedAt }) => startedAt < before);
            const moves = old.flatMap(({ recordId }) =>
                (this.moves.get(recordId) ?? []).map((move) => ({ ...move, recordId }))
            );
            return page(moves, after, MAX_ROWS_PER_READ);
        });
    }

    pastMoves(userIds: Id[]): Promise<PastMove[]> {
        return this.read(() =>
            this.#saved.flatMap(({ recordId, endedAt }) =>
                (this.moves.get(recordId) ?? []).flatMap(({ userId, to, outcome }) =>
                    outcome === 'moved' && to !== null && userIds.includes(userId) ? [{ userId, to, at: endedAt }] : []
                )
            )
        );
    }

    /** Who works with the org may delete runs. */
    isDeletable = true;
    /** Runs that the org doesn't delete, and its words. */
    readonly undeletable = new Map<Id, string>();

    mayDeleteRuns(): Promise<boolean> {
        return this.read(() => this.isDeletable);
    }

    deleteRuns(runs: Pick<HistoryRun, 'recordId' | 'runId'>[]): Promise<DeleteAnswer[]> {
        return this.write(() => {
            if (runs.length > MAX_DELETIONS) throw new OrgFault('invalid', 'Too many operations');
            return runs.map(({ recordId, runId }): DeleteAnswer => {
                const place = this.#saved.findIndex((saved) => saved.recordId === recordId);
                const words = this.isDeletable
                    ? (this.undeletable.get(recordId) ?? (place < 0 ? 'invalid cross reference id' : null))
                    : 'You do not have the level of access necessary to perform the operation you requested.';
                if (words !== null) return { recordId, deleted: false, words };
                this.parts = this.parts.filter((part) => !isSame(part.runId, runId));
                this.moves.delete(recordId);
                const [{ name }] = this.#saved.splice(place, 1);
                for (const other of this.#saved) if (other.undoOf?.name === name) other.undoOf = null;
                return { recordId, deleted: true };
            });
        });
    }

    saveRun(run: NewHistoryRun): Promise<Id> {
        return this.write(() => this.insert({ ...this.ended(run), isRunning: false }).recordId);
    }

    startRun(run: NewRunRecord): Promise<Written> {
        return this.write(() => {
            const { parts, users, host, holder, ...rest } = run;
            if (!parts.length || parts.some((part) => part.length > MAX_PLAN_PART))
                throw new OrgFault('unreadable', 'STRING_TOO_LONG: Users: data value too large');
            const live = { isRunning: true, users, host, holder };
            const saved = this.insert({ ...rest, endedAt: '', counts: {}, undoOf: null, ...live });
            this.parts.push(...parts.map((text, part) => ({ runId: run.runId, part, text })));
            return { recordId: saved.recordId, lastModified: time(saved.modifiedAt) };
        });
    }

    changeRun(recordId: Id, change: RunChange, unmodifiedSince: string): Promise<string | null> {
        return this.write(() => {
            const saved = this.#saved.find((run) => run.recordId === recordId);
            if (!saved) throw new OrgFault('invalid', 'The requested resource does not exist');
            if (Number.isNaN(Date.parse(unmodifiedSince)))
                throw new OrgFault('invalid', 'The If-Unmodified-Since header is not a date.');
            if (saved.modifiedAt > Date.parse(unmodifiedSince)) return null;
            if (change.to === 'hold') Object.assign(saved, { host: change.host, holder: change.holder });
            if (change.to === 'progress') saved.counts = { ...saved.counts, ...change.counts };
            if (change.to === 'end') Object.assign(saved, this.ended(change.run), { isRunning: false });
            Object.assign(saved, { modifiedAt: this.#tick(), heldBy: this.user });
            return time(saved.modifiedAt);
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

    private matches(run: HistoryRun, words: string[]): boolean {
        return (this.moves.get(run.recordId) ?? []).some(({ userName, fromName, toName }) => {
            const texts = [userName, fromName, toName, run.name, run.by].map((text) => text?.toLowerCase() ?? '');
            return words.every((word) => texts.some((text) => text.includes(word.toLowerCase())));
        });
    }

    private ended({ undoneRecord, ...run }: NewHistoryRun) {
        const undone = this.#saved.find((other) => other.recordId === undoneRecord);
        if (undoneRecord !== null && !undone) throw new OrgFault('invalid', 'MALFORMED_ID');
        const undoOf = undone ? { runId: undone.runId, name: undone.name } : null;
        return { ...run, undoOf, users: 0, host: null, holder: null };
    }

    private insert(run: Omit<Saved, 'recordId' | 'name' | 'by' | 'createdAt' | 'modifiedAt' | 'heldBy'>): Saved {
        if (this.#saved.some(({ runId }) => isSame(runId, run.runId)))
            throw new OrgFault('unreadable', 'DUPLICATE_VALUE: duplicate value found');
        const number = (this.#lastNumber += 1);
        const recordId = toId18(`a00${String(number).padStart(12, '0')}`)!;
        const at = this.#tick();
        const name = `MOVE-${String(number).padStart(6, '0')}`;
        const written = { by: this.user.name, createdAt: at, modifiedAt: at, heldBy: this.user };
        const saved: Saved = { ...run, recordId, name, ...written };
        this.#saved.push(saved);
        this.moves.set(recordId, []);
        return saved;
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

function clock(): (ms?: number) => number {
    let now = Date.UTC(2026, 10, 2, 8);
    return (ms = 0) => (now += 1 + ms);
}

function shown({ isRunning, users, host, holder, createdAt, modifiedAt, heldBy, ...run }: Saved, now: number) {
    const times = { createdAt: time(createdAt), lastModified: time(modifiedAt), silentFor: now - modifiedAt };
    return { ...run, live: isRunning ? { users, host, holder, heldBy, ...times } : null };
}

function time(ms: number): string {
    return new Date(ms).toISOString();
}

function isSame(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}

function byStart(one: HistoryRun, other: HistoryRun): number {
    return one.startedAt < other.startedAt ? -1 : Number(one.startedAt > other.startedAt);
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
