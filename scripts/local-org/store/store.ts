import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { recordCount, recordId } from '../ids.ts';
import { isText, type Field, type OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { foldText } from './foldText.ts';
import { createIndexes, createTables, isFolded, quoted, schemaVersion, shadowOf } from './tables.ts';

/** A field's value. Times are in ISO 8601 format, in UTC with milliseconds. */
export type Value = string | number | boolean | null;
/** A record's values by field name. Omitted fields are null. */
export type Row = Record<string, Value>;
export type Bound = SQLInputValue;

/** Prepared statements to cache. GraphQL and SOQL produce few different statements, but a fuzzer produces many. */
const MAX_CACHED_STATEMENTS = 500;

export class Store {
    /** Objects that clients can query. The database can have tables of other objects, too. */
    objects: ObjectTable;
    readonly #db: DatabaseSync;
    readonly #statements = new LRUCache<string, StatementSync>({ max: MAX_CACHED_STATEMENTS });
    readonly #inserts = new Map<OrgObject, string>();
    readonly #counts = new Map<string, number>();
    readonly #now: () => Date;
    #lastTime = 0;
    #depth = 0;

    constructor(db: DatabaseSync, objects: ObjectTable, now: () => Date) {
        this.objects = objects;
        this.#db = db;
        this.#now = now;
    }

    /** Rows as SQLite returns them, with 0 and 1 for booleans. */
    all(sql: string, bound: Bound[] = []): Record<string, Bound>[] {
        return this.#prepared(sql).all(...bound) as Record<string, Bound>[];
    }

    get(sql: string, bound: Bound[] = []): Record<string, Bound> | undefined {
        return this.#prepared(sql).get(...bound) as Record<string, Bound> | undefined;
    }

    run(sql: string, bound: Bound[] = []): number {
        return Number(this.#prepared(sql).run(...bound).changes);
    }

    /** A record with all its fields, or undefined if there's no such record. */
    record(object: OrgObject, id: string): Row | undefined {
        const row = this.get(`SELECT * FROM ${quoted(object.name)} WHERE "Id" = ?`, [id]);
        if (!row) return undefined;
        return Object.fromEntries(object.fields.map((field) => [field.name, fromColumn(field, row[field.name])]));
    }

    nextId(object: OrgObject): string {
        const count = (this.#counts.get(object.name) ?? this.#largestCount(object)) + 1;
        this.#counts.set(object.name, count);
        return recordId(object.keyPrefix, count);
    }

    /** Inserts a record without checking it. Callers check it first. The record must have an Id. */
    insert(object: OrgObject, row: Row): void {
        const sql = this.#insertOf(object);
        const bound: Bound[] = [];
        for (const field of object.fields) {
            const value = row[field.name] ?? null;
            bound.push(toColumn(value));
            if (isFolded(field)) bound.push(value === null ? null : foldText(String(value)));
        }
        this.run(sql, bound);
    }

    /** Updates the given fields of a record without checking them. */
    update(object: OrgObject, id: string, changes: Row): void {
        const sets: string[] = [];
        const bound: Bound[] = [];
        for (const field of object.fields) {
            const value = changes[field.name];
            if (value === undefined) continue;
            sets.push(`${quoted(field.name)} = ?`);
            bound.push(toColumn(value));
            if (!isFolded(field)) continue;
            sets.push(`${quoted(shadowOf(field))} = ?`);
            bound.push(value === null ? null : foldText(String(value)));
        }
        this.run(`UPDATE ${quoted(object.name)} SET ${sets.join(', ')} WHERE "Id" = ?`, [...bound, id]);
    }

    remove(object: OrgObject, id: string): void {
        this.run(`DELETE FROM ${quoted(object.name)} WHERE "Id" = ?`, [id]);
    }

    /** Runs `work` in a transaction, which can be nested. An error rolls the transaction back and is rethrown. */
    transaction<Result>(work: () => Result): Result {
        const name = `depth${this.#depth++}`;
        this.#db.exec(`SAVEPOINT ${name}`);
        try {
            const result = work();
            this.#db.exec(`RELEASE ${name}`);
            return result;
        } catch (cause) {
            this.#db.exec(`ROLLBACK TO ${name}`);
            this.#db.exec(`RELEASE ${name}`);
            throw cause;
        } finally {
            this.#depth--;
        }
    }

    /** The time of a write. Each call returns a later millisecond than the one before, whatever the clock says. */
    writeTime(): string {
        this.#lastTime = Math.max(this.#now().getTime(), this.#lastTime + 1);
        return new Date(this.#lastTime).toISOString();
    }

    now(): Date {
        return this.#now();
    }

    /** Creates the indexes. Call this after seeding, see `createIndexes`. */
    index(): void {
        for (const sql of createIndexes(this.objects)) this.#db.exec(sql);
        this.#db.exec('PRAGMA analysis_limit = 1000; ANALYZE');
    }

    close(): void {
        this.#statements.clear();
        this.#db.close();
    }

    #insertOf(object: OrgObject): string {
        const cached = this.#inserts.get(object);
        if (cached) return cached;
        const columns = object.fields.flatMap((field) =>
            isFolded(field) ? [field.name, shadowOf(field)] : [field.name]
        );
        const sql = `INSERT INTO ${quoted(object.name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
        this.#inserts.set(object, sql);
        return sql;
    }

    #prepared(sql: string): StatementSync {
        const cached = this.#statements.get(sql);
        if (cached) return cached;
        const statement = this.#db.prepare(sql);
        this.#statements.set(sql, statement);
        return statement;
    }

    /** How many ids were assigned, according to the largest one. All ids have one length, so they sort by counter. */
    #largestCount(object: OrgObject): number {
        const row = this.get(`SELECT max("Id") AS last FROM ${quoted(object.name)}`);
        return typeof row?.last === 'string' ? recordCount(row.last) : 0;
    }
}

/**
 * SQLite's name for a private database that moves to a temporary file when it outgrows the page cache. With 100,000
 * users, a database in memory takes 190 MB.
 */
const TEMPORARY = '';
/** Kilobytes of the database to hold in memory. */
const PAGE_CACHE = 40_000;
/** Bytes. A search that matches nothing reads a whole index, which takes half the time with larger pages than SQLite's. */
const PAGE_SIZE = 16_384;

/**
 * Opens a store.
 * @param file path of the database file, or null for a temporary one, which disappears when it's closed
 * @returns the store, and `fresh` when it's still empty
 * @throws Error with a message for the person who started the org, when the file isn't a database of this version
 */
export function openStore(
    objects: ObjectTable,
    file: string | null,
    now: () => Date
): { store: Store; fresh: boolean } {
    const isNew = file === null || !existsSync(file);
    const db = new DatabaseSync(file ?? TEMPORARY);
    const version = schemaVersion(objects);
    try {
        db.exec(`PRAGMA page_size = ${PAGE_SIZE}`);
        // WAL isn't available for a temporary database.
        db.exec(`PRAGMA journal_mode = ${file === null ? 'MEMORY' : 'WAL'}`);
        db.exec(`PRAGMA cache_size = -${PAGE_CACHE}; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY`);
        db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? foldText(text) : null));
        const found = Number(db.prepare('PRAGMA user_version').get()?.user_version);
        const isEmpty = isNew || db.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count === 0;
        if (isEmpty) {
            for (const sql of createTables(objects)) db.exec(sql);
            db.exec(`PRAGMA user_version = ${version}`);
        } else if (found !== version) {
            throw new Error(
                `${file} was made by another version of the embedded org. Delete it, or name another file.`
            );
        }
        return { store: new Store(db, objects, now), fresh: isEmpty };
    } catch (cause) {
        db.close();
        if (cause instanceof Error && /not a database|malformed/.test(cause.message)) {
            throw new Error(`${file} is not a database of the embedded org. Name another file.`, { cause });
        }
        throw cause;
    }
}

export function fromColumn(field: Field, value: Bound | undefined): Value {
    if (value === null || value === undefined) return null;
    if (field.type === 'boolean') return value === 1;
    return typeof value === 'string' ? value : Number(value);
}

function toColumn(value: Value): Bound {
    return typeof value === 'boolean' ? Number(value) : value;
}

/** The SQL of a column for comparisons, where text is folded. `alias` is the alias of the table in the query. */
export function comparable(alias: string, field: Field): string {
    if (isFolded(field)) return `${alias}.${quoted(shadowOf(field))}`;
    const column = `${alias}.${quoted(field.name)}`;
    return isText(field.type) ? `fold(${column})` : column;
}
