import type { Readable } from '../query/scope.ts';
import { countRows, groupRows, selectRows } from '../query/select.ts';
import { ApiError } from '../apiError.ts';
import type { Store, Value } from '../store/store.ts';
import { malformed, withLocation } from './soqlErrors.ts';
import { readSoql, type SoqlPlan } from './soqlPlan.ts';

/** Maximum groups in a response, because an aggregate query has no cursor (documented). */
const MAX_GROUPS = 2000;

export interface SoqlAnswer {
    plan: SoqlPlan;
    /** Number of rows on all pages. */
    total: number;
    /** Rows of the first page. Their values are in the order of the plan's paths, or of its groups and measures. */
    rows: Value[][];
    /** Ids of all rows, or null if they fit on one page. */
    ids: string[] | null;
}

export type RowsPlan = Extract<SoqlPlan, { kind: 'rows' }>;

/**
 * Runs a statement with the user's read access. All its values are bound.
 * @param page number of rows on the first page
 * @throws ApiError
 */
export function runSoql(store: Store, readable: Readable, text: string, page: number): SoqlAnswer {
    const plan = readSoql(store.objects, readable, text, store.now());
    try {
        return answer(store, readable, plan, page);
    } catch (cause) {
        throw cause instanceof ApiError ? withLocation(text, cause) : cause;
    }
}

function answer(store: Store, readable: Readable, plan: SoqlPlan, page: number): SoqlAnswer {
    switch (plan.kind) {
        case 'count': {
            const all = countRows(store, readable, plan.object, plan.where);
            const total = Math.min(Math.max(0, all - plan.offset), plan.limit ?? Infinity);
            return { plan, total, rows: [], ids: null };
        }
        case 'groups': {
            const rows = groups(store, readable, plan);
            if (rows.length > MAX_GROUPS) {
                throw new ApiError(
                    'EXCEEDED_ID_LIMIT',
                    'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
                );
            }
            return { plan, total: rows.length, rows, ids: null };
        }
        case 'rows': {
            const limit = Math.min(plan.limit ?? Infinity, page + 1);
            const rows = selectRows(store, readable, { ...plan, limit: Number.isFinite(limit) ? limit : null });
            if (rows.length <= page) return { plan, total: rows.length, rows, ids: null };
            const ids = selectRows(store, readable, { ...plan, paths: [['Id']] }).map(([id]) => String(id));
            return { plan, total: ids.length, rows: rows.slice(0, page), ids };
        }
    }
}

/** The current rows of these ids, in the same order. Omits rows that have been deleted since. */
export function rowsOf(store: Store, readable: Readable, plan: RowsPlan, ids: string[]): Value[][] {
    const where = { kind: 'among', path: ['Id'], values: ids, negated: false } as const;
    const rows = selectRows(store, readable, { ...plan, where, orderBy: [], limit: null, offset: 0 });
    const byId = new Map(rows.map((row) => [row[plan.shape.idAt], row]));
    return ids.flatMap((id) => {
        const row = byId.get(id);
        return row ? [row] : [];
    });
}

/** Applies LIMIT and OFFSET after HAVING, which is tested row by row and not in SQL. */
function groups(store: Store, readable: Readable, plan: Extract<SoqlPlan, { kind: 'groups' }>): Value[][] {
    const { having, limit, offset } = plan;
    if (plan.groupBy.length === 0 && having) throw malformed('HAVING needs GROUP BY');
    if (!having) return groupRows(store, readable, { ...plan, limit: limit ?? MAX_GROUPS + 1 });
    const rows = groupRows(store, readable, { ...plan, limit: null, offset: 0 }).filter(having);
    return rows.slice(offset, limit === null ? undefined : offset + limit);
}
