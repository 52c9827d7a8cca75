import type { Readable } from '../query/scope.ts';
import { countRows, groupRows, selectRows } from '../query/select.ts';
import { ApiError } from '../apiError.ts';
import type { Store, Value } from '../store/store.ts';
import { malformed, placed } from './place.ts';
import { readSoql, type SoqlPlan } from './soqlPlan.ts';

/** Groups of one answer: an aggregate has no cursor (documented). */
const MOST_GROUPS = 2000;

export interface SoqlAnswer {
    plan: SoqlPlan;
    /** How many rows the statement finds, over all pages. */
    total: number;
    /** The first page, each row in the order of the plan's paths or of its groups and measures. */
    rows: Value[][];
    /** Ids of all rows, where they do not fit on one page; null where they do. */
    ids: string[] | null;
}

export type RowsPlan = Extract<SoqlPlan, { kind: 'rows' }>;

/**
 * Runs a statement as its reader may see it; everything in it is bound.
 * @param page rows of the first page
 * @throws ApiError
 */
export function runSoql(store: Store, readable: Readable, text: string, page: number): SoqlAnswer {
    const plan = readSoql(store.objects, readable, text, store.now());
    try {
        return answer(store, readable, plan, page);
    } catch (cause) {
        throw cause instanceof ApiError ? placed(text, cause) : cause;
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
            if (rows.length > MOST_GROUPS) {
                throw new ApiError(
                    'EXCEEDED_ID_LIMIT',
                    'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
                );
            }
            return { plan, total: rows.length, rows, ids: null };
        }
        case 'rows': {
            const most = Math.min(plan.limit ?? Infinity, page + 1);
            const rows = selectRows(store, readable, { ...plan, limit: Number.isFinite(most) ? most : null });
            if (rows.length <= page) return { plan, total: rows.length, rows, ids: null };
            const ids = selectRows(store, readable, { ...plan, paths: [['Id']] }).map(([id]) => String(id));
            return { plan, total: ids.length, rows: rows.slice(0, page), ids };
        }
    }
}

/** Rows of the given ids as they are now, in the order of the ids; those deleted since are left out. */
export function rowsOf(store: Store, readable: Readable, plan: RowsPlan, ids: string[]): Value[][] {
    const where = { kind: 'among', path: ['Id'], values: ids, negated: false } as const;
    const rows = selectRows(store, readable, { ...plan, where, orderBy: [], limit: null, offset: 0 });
    const byId = new Map(rows.map((row) => [row[plan.shape.idAt], row]));
    return ids.flatMap((id) => {
        const row = byId.get(id);
        return row ? [row] : [];
    });
}

/** HAVING is tested row by row, so what it leaves is counted off afterwards. */
function groups(store: Store, readable: Readable, plan: Extract<SoqlPlan, { kind: 'groups' }>): Value[][] {
    const { having, limit, offset } = plan;
    if (plan.groupBy.length === 0 && having) throw malformed('HAVING needs GROUP BY');
    if (!having) return groupRows(store, readable, { ...plan, limit: limit ?? MOST_GROUPS + 1 });
    const rows = groupRows(store, readable, { ...plan, limit: null, offset: 0 }).filter(having);
    return rows.slice(offset, limit === null ? undefined : offset + limit);
}
