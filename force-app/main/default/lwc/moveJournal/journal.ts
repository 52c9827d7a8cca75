import type { Intent, Journal, RunStart, Settled } from 'c/moveRun';
import { readEntry, type JournalEntry, type JournalRecord, type SetAside } from './entries.ts';
import { Shelf, type StorageLike, type Whose } from './shelf.ts';

/** How many ended runs wait for the history. With more, the oldest are dropped. */
const ENDED_RUNS_KEPT = 20;

export interface MoveJournal extends Journal {
    /** Unfinished runs, oldest first. One may be running in another tab: see `lockRun`. */
    unfinished(): JournalEntry[];
    /** Ended runs that haven't been forgotten, oldest first. */
    ended(): JournalEntry[];
    /** Other runs in the storage under the journal's name. They're never used and never changed. */
    setAside(): SetAside[];
    /** Removes a run, because it's in the history. */
    forget(runId: string): void;
}

/**
 * The journal of one user of one org in a storage, which another tab may share.
 * @param open returns the storage. Browsers throw here when storage is forbidden
 */
export function openJournal(open: () => StorageLike, whose: Whose): MoveJournal {
    let shelf: Shelf | null = null;
    try {
        shelf = new Shelf(open(), whose);
        shelf.labels();
    } catch {
        // Storage is forbidden. The page says that runs can't be resumed (`available`).
        shelf = null;
    }
    return new StorageJournal(shelf);
}

class StorageJournal implements MoveJournal {
    available: boolean;
    private shelf: Shelf | null;
    /** The number of the next record of each run that is being recorded. */
    private next = new Map<string, number>();

    constructor(shelf: Shelf | null) {
        this.shelf = shelf;
        this.available = shelf !== null;
    }

    begin(run: RunStart): void {
        this.available = this.shelf !== null;
        this.next.set(run.runId, 0);
        this.keep(run.runId, 'start', run);
        for (const old of this.ended().slice(0, -ENDED_RUNS_KEPT)) this.forget(old.runId);
    }

    intend(runId: string, batch: Intent[]): void {
        this.record(runId, { intend: batch.map(({ userId, lastModified }) => ({ userId, lastModified })) });
    }

    settle(runId: string, settled: Settled[]): void {
        this.record(runId, {
            settle: settled.map(({ userId, outcome, words, code, nowIn, by, at }) => ({
                userId,
                outcome,
                words,
                code,
                nowIn,
                by,
                at
            }))
        });
    }

    end(runId: string, at: number): void {
        if (this.number(runId) !== null) this.keep(runId, 'end', at);
        this.next.delete(runId);
    }

    unfinished(): JournalEntry[] {
        return this.entries().filter((entry) => entry.endedAt === null);
    }

    ended(): JournalEntry[] {
        return this.entries().filter((entry) => entry.endedAt !== null);
    }

    setAside(): SetAside[] {
        const aside = new Map<string, SetAside>();
        this.reading((shelf) => {
            for (const label of shelf.labels()) {
                const { runId } = label;
                const set = (why: SetAside['why']) =>
                    aside.set(Object.values({ ...label, part: '' }).join('|'), { runId, why });
                if (!shelf.isThisVersion(label)) set('other version');
                else if (!shelf.isThisOrg(label)) set('other org');
                else if (!shelf.isOurs(label)) set('other user');
            }
            for (const [runId, parts] of shelf.runs()) {
                if (this.read(shelf, runId, parts) === null) aside.set(runId, { runId, why: 'damaged' });
            }
        });
        return [...aside.values()];
    }

    forget(runId: string): void {
        this.next.delete(runId);
        this.reading((shelf) => shelf.remove(runId));
    }

    private entries(): JournalEntry[] {
        const entries: JournalEntry[] = [];
        this.reading((shelf) => {
            for (const [runId, parts] of shelf.runs()) {
                const entry = this.read(shelf, runId, parts);
                if (entry !== null) entries.push(entry);
            }
        });
        return entries.sort((one, other) => one.startedAt - other.startedAt);
    }

    private read(shelf: Shelf, runId: string, parts: string[]): JournalEntry | null {
        const records = parts.filter((part) => part !== 'start' && part !== 'end').length;
        try {
            const entry = readEntry(
                shelf.get(runId, 'start'),
                Array.from({ length: records }, (_, number) => shelf.get(runId, String(number))),
                shelf.get(runId, 'end') ?? null
            );
            return entry?.runId === runId ? entry : null;
        } catch (thrown) {
            if (thrown instanceof SyntaxError) return null;
            throw thrown;
        }
    }

    private record(runId: string, record: JournalRecord): void {
        const number = this.number(runId);
        if (number !== null && this.keep(runId, String(number), record)) this.next.set(runId, number + 1);
    }

    /** The number of a run's next record; null for a run that isn't recorded. A resumed run continues its numbers. */
    private number(runId: string): number | null {
        const number = this.next.get(runId);
        if (number !== undefined) return number;
        const entry = this.unfinished().find((one) => one.runId === runId);
        if (entry === undefined || this.shelf === null) return null;
        const parts = this.shelf.runs().get(runId) ?? [];
        return parts.filter((part) => part !== 'start').length;
    }

    private keep(runId: string, part: string, value: unknown): boolean {
        if (this.shelf === null) return false;
        let droppable: JournalEntry[] | null = null;
        for (;;) {
            try {
                this.shelf.put(runId, part, value);
                return true;
            } catch {
                // The storage is full, so the oldest ended run makes room. If there's none, this whole run is dropped:
                // with a record missing, it would be resumed with a wrong result.
                droppable ??= this.ended();
                const oldest = droppable.shift();
                this.forget(oldest?.runId ?? runId);
                if (oldest !== undefined) continue;
                this.available = false;
                return false;
            }
        }
    }

    private reading(read: (shelf: Shelf) => void): void {
        if (this.shelf === null) return;
        try {
            read(this.shelf);
        } catch {
            // The storage was forbidden or cleared while the page was open.
            this.available = false;
        }
    }
}
