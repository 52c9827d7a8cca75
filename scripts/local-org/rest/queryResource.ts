import { ApiError } from '../apiError.ts';
import { rowsOf, runSoql, type SoqlAnswer } from '../soql/runSoql.ts';
import { readSoql } from '../soql/soqlPlan.ts';
import type { Value } from '../store/store.ts';
import type { Cursor } from './cursors.ts';
import { json, errorAnswer, type Handler, type RestRequest } from './exchange.ts';
import { queryColumns } from './queryColumns.ts';
import { recordJson, restValue } from './recordJson.ts';

/** Rows per page: 2,000 by default, or 200 to 2,000 with `Sforce-Query-Options: batchSize=n` (documented). */
const MAX_ROWS = 2000;
const MIN_ROWS = 200;

/** `GET query?q=` and `queryAll?q=`. Both find the same records, because there is no recycle bin. Errors have status 400. */
export const query: Handler = (org, request) => {
    const text = request.query.get('q');
    if (text === null) {
        return errorAnswer(new ApiError('MALFORMED_QUERY', 'A query string has to be specified'), 400);
    }
    try {
        const { store } = org;
        const { mayRead, userId } = request.session;
        if (request.query.get('columns') === 'true') {
            return json(queryColumns(readSoql(store.objects, mayRead, text, store.now())));
        }
        const page = pageSize(request);
        const answer = runSoql(store, mayRead, text, page);
        const { plan, ids } = answer;
        const cursor = plan.kind === 'rows' && ids ? org.cursors.open(userId, plan, ids, page) : null;
        const next = cursor ? { nextRecordsUrl: nextUrl(request, cursor, page) } : {};
        return json({ totalSize: answer.total, done: cursor === null, ...next, records: records(request, answer) });
    } catch (cause) {
        if (cause instanceof ApiError) return errorAnswer(cause, 400);
        throw cause;
    }
};

/** `GET query/01g…-2000`: the next page, with the current values of its rows. */
export const queryMore: Handler = (org, request, [locator = '']) => {
    try {
        const { cursor, start } = org.cursors.find(request.session.userId, locator);
        const { plan, ids, page } = cursor;
        const end = start + page;
        const rows = rowsOf(org.store, request.session.mayRead, plan, ids.slice(start, end));
        const next = end < ids.length ? { nextRecordsUrl: nextUrl(request, cursor, end) } : {};
        const found = rows.map((row) => recordJson(request.version, plan.shape, row));
        return json({ totalSize: ids.length, done: end >= ids.length, ...next, records: found });
    } catch (cause) {
        if (cause instanceof ApiError) return errorAnswer(cause, 400);
        throw cause;
    }
};

function nextUrl({ version }: RestRequest, cursor: Cursor, start: number): string {
    return `/services/data/${version}/query/${cursor.id}-${start}`;
}

function pageSize(request: RestRequest): number {
    const requested = /batchSize\s*=\s*(\d+)/i.exec(request.header('Sforce-Query-Options') ?? '')?.[1];
    return requested === undefined ? MAX_ROWS : Math.min(MAX_ROWS, Math.max(MIN_ROWS, Number(requested)));
}

function records({ version }: RestRequest, { plan, rows }: SoqlAnswer): unknown[] {
    switch (plan.kind) {
        case 'count':
            return [];
        case 'rows':
            return rows.map((row) => recordJson(version, plan.shape, row));
        case 'groups': {
            const { columns } = plan;
            const value = (row: Value[], at: number) => row[at] ?? null;
            return rows.map((row) => ({
                attributes: { type: 'AggregateResult' },
                ...Object.fromEntries(columns.map(({ name, at, field }) => [name, restValue(field, value(row, at))]))
            }));
        }
    }
}
