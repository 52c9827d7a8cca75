import type { OrderByClause, Query } from '@jetstreamapp/soql-parser-js';
import type { OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import type { Condition, Order } from '../query/condition.ts';
import type { Readable } from '../query/scope.ts';
import { ApiError } from '../apiError.ts';
import { isAggregate, nullsOf, readGroups, type GroupPlan } from './aggregates.ts';
import { parseSoql } from './parseSoql.ts';
import { malformed, notSupported, withLocation } from './soqlErrors.ts';
import { pathOf, soqlContext, type SoqlContext } from './soqlContext.ts';
import { readSelectList, type SelectList } from './selectList.ts';
import { readWhere } from './where.ts';

/** Maximum OFFSET, in rows (documented). */
const MAX_OFFSET = 2000;

interface Part {
    object: OrgObject;
    where: Condition | null;
    /** Null for all rows. */
    limit: number | null;
    offset: number;
}

/** A statement, ready to run. */
export type SoqlPlan =
    | (Part & { kind: 'count' })
    | (Part & SelectList & { kind: 'rows'; orderBy: Order[] })
    | (Part & GroupPlan & { kind: 'groups' });

/**
 * Reads a statement without running it.
 * @throws ApiError such as MALFORMED_QUERY, INVALID_FIELD, or INVALID_TYPE, with the location in the statement
 */
export function readSoql(objects: ObjectTable, readable: Readable, text: string, now: Date): SoqlPlan {
    const query = parseSoql(text);
    try {
        return planOf(query, soqlContext(objects, readable, query.sObject ?? '', query.sObjectAlias ?? null, now));
    } catch (cause) {
        throw cause instanceof ApiError ? withLocation(text, cause) : cause;
    }
}

function planOf(query: Query, context: SoqlContext): SoqlPlan {
    rejectUnsupported(query);
    const part: Part = {
        object: context.object,
        where: query.where ? readWhere(context, query.where) : null,
        limit: query.limit ?? null,
        offset: query.offset ?? 0
    };
    if (part.offset > MAX_OFFSET) {
        throw new ApiError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
    }
    if (isCount(query)) {
        if (query.groupBy || query.orderBy) throw malformed('COUNT() takes neither GROUP BY nor ORDER BY');
        return { kind: 'count', ...part };
    }
    if (isAggregate(query)) return { kind: 'groups', ...part, ...readGroups(context, query) };
    if (query.having) throw malformed('HAVING needs GROUP BY');
    const orderBy = [query.orderBy ?? []].flat().map((clause) => orderOf(context, clause));
    return { kind: 'rows', ...part, ...readSelectList(context, query), orderBy };
}

/**
 * Rejects clauses that the parser accepts, but a query call or the embedded org doesn't. Most of them are for Apex only
 * (documented).
 */
function rejectUnsupported(query: Query): void {
    if (query.for === 'UPDATE') throw notSupported('FOR UPDATE');
    if (query.for) throw notSupported(`FOR ${query.for}`);
    if (query.update) throw notSupported(`UPDATE ${query.update}`);
    if (query.usingScope) throw notSupported('USING SCOPE');
    if (query.withDataCategory) throw notSupported('WITH DATA CATEGORY');
    if (query.withSecurityEnforced) throw notSupported('WITH SECURITY_ENFORCED');
    if (query.withAccessLevel) throw notSupported(`WITH ${query.withAccessLevel}`);
}

function isCount({ fields = [] }: Query): boolean {
    const [first] = fields;
    const isBare =
        first?.type === 'FieldFunctionExpression' &&
        first.functionName.toUpperCase() === 'COUNT' &&
        first.parameters.length === 0;
    if (isBare && fields.length > 1) throw malformed('COUNT() must be the only element in the SELECT list');
    return isBare;
}

function orderOf(context: SoqlContext, clause: OrderByClause): Order {
    if (!('field' in clause)) throw notSupported(`ORDER BY ${clause.fn.rawValue ?? clause.fn.functionName ?? ''}`);
    return { path: pathOf(context, clause.field), descending: clause.order === 'DESC', nulls: nullsOf(clause) };
}
