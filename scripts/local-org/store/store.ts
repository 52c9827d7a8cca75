import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { recordCount, recordId } from '../ids.ts';
import { isText, type Field, type OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { foldText } from './foldText.ts';
import { createIndices, createTables, isFolded, quoted, schemaVersion, shadowOf } from './tables.ts';

/** A field's value as the platform has it: times are ISO 8601 in UTC with milliseconds. */
export type Value = string | number | boolean | null;
/** A record by field name. Fields that are left out are null. */
export type Row = Record<string, Value>;
export type Bound = SQLInputValue;

/** Statements kept prepared. GraphQL and SOQL make few different ones; a fuzzer makes many. */
const STATEMENTS_KEPT = 500;

export class Store {
    /** What can be asked for; there may be tables of more. */
    objects: ObjectTable;
    readonly #db: DatabaseSync;
    readonly #statements = new LRUCache<string, StatementSync>({ max: STATEMENTS_KEPT });
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

    /** Rows as SQLite has them: booleans are 0 and 1. */
    all(sql: string, bound: Bound[] = []): Record<string, Bound>[] {
        return this.#prepared(sql).all(...bound) as Record<string, Bound>[];
    }

    get(sql: string, bound: Bound[] = []): Record<string, Bound> | undefined {
        return this.#prepared(sql).get(...bound) as Record<string, Bound> | undefined;
    }

    run(sql: string, bound: Bound[] = []): number {
        return Number(this.#prepared(sql).run(...bound).changes);
    }

    /** A record with every field, or undefined. */
    record(object: OrgObject, id: string): Row | undefined {
        const row = this.get(`SELECT * FROM ${quoted(object.name)} WHERE "Id" = ?`, [id]);
        if (!row) return undefined;
        return Object.fromEntries(object.fields.map((field) => [field.name, fromColumn(field, row[field.name])]));
    }

    nextId(object: OrgObject): string {
        const count = (this.#counts.get(object.name) ?? this.#stored(object)) + 1;
        this.#counts.set(object.name, count);
        return recordId(object.keyPrefix, count);
    }

    /** Writes a record as it is: what may be written is decided before. The record must hold an Id. */
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

    /** Writes the given fields of a record as they are. */
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

    /** All or nothing; may stand inside another transaction. What is thrown inside rolls back and is thrown on. */
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

    /** The time of a write, to the millisecond; never the same twice and never backwards. */
    writeTime(): string {
        this.#lastTime = Math.max(this.#now().getTime(), this.#lastTime + 1);
        return new Date(this.#lastTime).toISOString();
    }

    now(): Date {
        return this.#now();
    }

    /** After the seed is written. */
    index(): void {
        for (const sql of createIndices(this.objects)) this.#db.exec(sql);
        this.#db.exec('PRAGMA analysis_limit = 1000; ANALYZE');
    }

    close(): void {
        this.#statements.clear();
        this.#db.close();
    }

    #insertOf(object: OrgObject): string {
        const kept = this.#inserts.get(object);
        if (kept) return kept;
        const columns = object.fields.flatMap((field) =>
            isFolded(field) ? [field.name, shadowOf(field)] : [field.name]
        );
        const sql = `INSERT INTO ${quoted(object.name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
        this.#inserts.set(object, sql);
        return sql;
    }

    #prepared(sql: string): StatementSync {
        const kept = this.#statements.get(sql);
        if (kept) return kept;
        const statement = this.#db.prepare(sql);
        this.#statements.set(sql, statement);
        return statement;
    }

    /** How many ids were given out before: read from the largest. Ids of one length sort as their counters do. */
    #stored(object: OrgObject): number {
        const row = this.get(`SELECT max("Id") AS last FROM ${quoted(object.name)}`);
        return typeof row?.last === 'string' ? recordCount(row.last) : 0;
    }
}

/**
 * Opens a store.
 * @param file where it is kept; null: in memory only
 * @returns `fresh` when there is nothing in it yet
 * @throws Error, in words for the person who started the org, when the file is no database or has another layout
 */
export function openStore(
    objects: ObjectTable,
    file: string | null,
    now: () => Date
): { store: Store; fresh: boolean } {
    const isNew = file === null || !existsSync(file);
    const db = new DatabaseSync(file ?? ':memory:');
    const version = schemaVersion(objects);
    try {
        db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY');
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

export function toColumn(value: Value): Bound {
    return typeof value === 'boolean' ? Number(value) : value;
}

/** The SQL of a column as it is compared: folded where it holds text. `alias` names the table in the query. */
export function comparable(alias: string, field: Field): string {
    if (isFolded(field)) return `${alias}.${quoted(shadowOf(field))}`;
    const column = `${alias}.${quoted(field.name)}`;
    return isText(field.type) ? `fold(${column})` : column;
}
