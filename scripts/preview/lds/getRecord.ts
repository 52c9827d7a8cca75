/**
 * The wire adapter `getRecord` of `lightning/uiRecordApi` (LWC guide, "getRecord"). Records are kept by ID and requested
 * fields, and requested again when this page has changed or deleted them.
 */
import type { FetchResponse, GetRecordConfig, GetRecordResult, RecordRepresentation } from 'lightning/uiRecordApi';
import { askOrg } from './answer.ts';
import { deepFreeze } from './transport.ts';

type Listener = (result: GetRecordResult) => void;

interface Entry {
    recordId: string;
    path: string;
    result: GetRecordResult | null;
    /** Requests are numbered, so that a late answer doesn't replace a newer one. */
    asked: number;
    listeners: Set<Listener>;
}

const entries = new Map<string, Entry>();

const NOTHING: GetRecordResult = Object.freeze({ data: undefined, error: undefined });

export class getRecord {
    #emit: Listener;
    #request: { recordId: string; path: string } | null = null;
    #connected = false;
    #stop: (() => void) | null = null;

    constructor(emit: Listener) {
        if (typeof emit !== 'function') throw new TypeError('getRecord is a wire adapter: use it with @wire');
        this.#emit = emit;
        emit(NOTHING);
    }

    update(config: GetRecordConfig): void {
        this.#request = requestFor(config);
        this.#listen();
    }

    connect(): void {
        this.#connected = true;
        this.#listen();
    }

    disconnect(): void {
        this.#connected = false;
        this.#listen();
    }

    #listen(): void {
        this.#stop?.();
        this.#stop = this.#connected && this.#request ? listen(this.#request, this.#emit) : null;
    }
}

/** Requests a record again for the wires that have it, and forgets it otherwise. */
export function recordChanged(recordId: string): void {
    for (const [path, entry] of entries) {
        if (entry.recordId.slice(0, 15) !== recordId.slice(0, 15)) continue;
        if (entry.listeners.size > 0) void ask(entry);
        else entries.delete(path);
    }
}

/** Null when the config lacks the record or the fields: then nothing is sent (assumed for a malformed ID). */
function requestFor(config: GetRecordConfig): { recordId: string; path: string } | null {
    const { recordId } = config;
    if (typeof recordId !== 'string' || !/^\w{15}(\w{3})?$/.test(recordId)) return null;
    const query = new URLSearchParams();
    for (const name of ['fields', 'optionalFields', 'layoutTypes', 'modes'] as const) {
        const values = [config[name] ?? []].flat().map(nameOf);
        if (values.length > 0) query.set(name, values.sort().join(','));
    }
    if (!['fields', 'optionalFields', 'layoutTypes'].some((name) => query.has(name))) return null;
    return { recordId, path: `/ui-api/records/${recordId}?${query}` };
}

/** A field as text, `User.Name`, or as an import of `@salesforce/schema`. */
function nameOf(field: string | { objectApiName: string; fieldApiName: string }): string {
    return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function listen({ recordId, path }: { recordId: string; path: string }, listener: Listener): () => void {
    let entry = entries.get(path);
    if (!entry) entries.set(path, (entry = { recordId, path, result: null, asked: 0, listeners: new Set() }));
    const { result, asked, listeners } = entry;
    listeners.add(listener);
    if (result) queueMicrotask(() => listeners.has(listener) && listener(result));
    else if (asked === 0) void ask(entry);
    return () => listeners.delete(listener);
}

async function ask(entry: Entry): Promise<void> {
    const number = ++entry.asked;
    const result = await read(entry.path);
    if (number !== entry.asked) return;
    // A failure isn't kept: the next wire asks again.
    if (result.error) {
        entry.result = null;
        entry.asked = 0;
    } else entry.result = result;
    for (const listener of [...entry.listeners]) listener(result);
}

async function read(path: string): Promise<GetRecordResult> {
    try {
        const data = (await askOrg(path, 'GET')) as RecordRepresentation;
        return Object.freeze({ data, error: undefined });
    } catch (thrown) {
        return deepFreeze({ data: undefined, error: readError(thrown as FetchResponse) });
    }
}

/** The body of a failed read is the list that UI API returns (LWC guide, "Handle errors in LDS"). */
function readError(response: FetchResponse): FetchResponse {
    const { body } = response;
    if (Array.isArray(body) || body.errorCode === undefined) return response;
    return { ...response, body: [{ errorCode: body.errorCode, message: body.message }] };
}
