import { recordId } from '../ids.ts';
import type { RowsPlan } from '../soql/runSoql.ts';
import { ApiError } from '../apiError.ts';

/** An unused cursor ends after 15 minutes (documented). */
const MAX_IDLE_MS = 15 * 60 * 1000;
/** Open cursors per user. The least recently used one is closed first (documented). */
const MAX_CURSORS_PER_USER = 10;

export interface Cursor {
    id: string;
    userId: string;
    plan: RowsPlan;
    /** The ids of all rows that the query found when it ran, in order. */
    ids: string[];
    /** Rows per page. */
    page: number;
    usedAt: number;
}

/** The open cursors of queries with more than one page. */
export class Cursors {
    readonly #now: () => Date;
    readonly #open = new Map<string, Cursor>();
    #count = 0;

    constructor(now: () => Date) {
        this.#now = now;
    }

    open(userId: string, plan: RowsPlan, ids: string[], page: number): Cursor {
        this.#endIdle();
        const own = [...this.#open.values()].filter((cursor) => cursor.userId === userId);
        const [oldest] = own.sort((one, other) => one.usedAt - other.usedAt);
        if (oldest && own.length >= MAX_CURSORS_PER_USER) this.#open.delete(oldest.id);
        const cursor = { id: recordId('01g', ++this.#count), userId, plan, ids, page, usedAt: this.#now().getTime() };
        this.#open.set(cursor.id, cursor);
        return cursor;
    }

    /**
     * @param locator such as `01g…-2000`: the cursor, and the number of rows before this page
     * @throws ApiError INVALID_QUERY_LOCATOR when the cursor is unknown, belongs to another user, or has ended
     */
    find(userId: string, locator: string): { cursor: Cursor; start: number } {
        this.#endIdle();
        const [id = '', start = ''] = locator.split('-');
        const cursor = this.#open.get(id);
        if (!cursor || cursor.userId !== userId || !/^\d{1,9}$/.test(start) || Number(start) > cursor.ids.length) {
            throw new ApiError('INVALID_QUERY_LOCATOR', 'invalid query locator');
        }
        cursor.usedAt = this.#now().getTime();
        return { cursor, start: Number(start) };
    }

    #endIdle(): void {
        const earliest = this.#now().getTime() - MAX_IDLE_MS;
        for (const cursor of this.#open.values()) if (cursor.usedAt < earliest) this.#open.delete(cursor.id);
    }
}
