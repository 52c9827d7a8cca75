import type { OrderByClause, Query } from '@jetstreamapp/soql-parser-js';
import type { OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import type { Condition, Order } from '../query/condition.ts';
import type { Readable } from '../query/scope.ts';
import { ApiError } from '../apiError.ts';
import { isAggregate, nullsOf, readGroups, type GroupPlan } from './aggregates.ts';
import { parseSoql } from './parseSoql.ts';
import { malformed, notServed, placed } from './place.ts';
import { pathOf, readingOf, type Reading } from './reading.ts';
import { readSelectList, type SelectList } from './selectList.ts';
import { readWhere } from './where.ts';

/** Rows that OFFSET may skip (documented). */
const MOST_OFFSET = 2000;

interface Part {
    object: OrgObject;
    where: Condition | null;
    /** Null: all. */
    limit: number | null;
    offset: number;
}

/** What a statement asks for. */
export type SoqlPlan =
    | (Part & { kind: 'count' })
    | (Part & SelectList & { kind: 'rows'; orderBy: Order[] })
    | (Part & GroupPlan & { kind: 'groups' });

/**
 * Understands a statement without running it.
 * @throws ApiError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE and others, with the place in the statement
 */
export function readSoql(objects: ObjectTable, readable: Readable, text: string, now: Date): SoqlPlan {
    const query = parseSoql(text);
    try {
        return planOf(query, readingOf(objects, readable, query.sObject ?? '', query.sObjectAlias ?? null, now));
    } catch (cause) {
        throw cause instanceof ApiError ? placed(text, cause) : cause;
    }
}

function planOf(query: Query, reading: Reading): SoqlPlan {
    refuseTheRest(query);
    const part: Part = {
        object: reading.object,
        where: query.where ? readWhere(reading, query.where) : null,
        limit: query.limit ?? null,
        offset: query.offset ?? 0
    };
    if (part.offset > MOST_OFFSET) {
        throw new ApiError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MOST_OFFSET}`);
    }
    if (isCount(query)) {
        if (query.groupBy || query.orderBy) throw malformed('COUNT() takes neither GROUP BY nor ORDER BY');
        return { kind: 'count', ...part };
    }
    if (isAggregate(query)) return { kind: 'groups', ...part, ...readGroups(reading, query) };
    if (query.having) throw malformed('HAVING needs GROUP BY');
    const orderBy = [query.orderBy ?? []].flat().map((clause) => orderOf(reading, clause));
    return { kind: 'rows', ...part, ...readSelectList(reading, query), orderBy };
}

/** What the parser takes and a query call refuses, or this org does. Most of it belongs to Apex only (documented). */
function refuseTheRest(query: Query): void {
    if (query.for === 'UPDATE') throw notServed('FOR UPDATE');
    if (query.for) throw notServed(`FOR ${query.for}`);
    if (query.update) throw notServed(`UPDATE ${query.update}`);
    if (query.usingScope) throw notServed('USING SCOPE');
    if (query.withDataCategory) throw notServed('WITH DATA CATEGORY');
    if (query.withSecurityEnforced) throw notServed('WITH SECURITY_ENFORCED');
    if (query.withAccessLevel) throw notServed(`WITH ${query.withAccessLevel}`);
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

function orderOf(reading: Reading, clause: OrderByClause): Order {
    if (!('field' in clause)) throw notServed(`ORDER BY ${clause.fn.rawValue ?? clause.fn.functionName ?? ''}`);
    return { path: pathOf(reading, clause.field), descending: clause.order === 'DESC', nulls: nullsOf(clause) };
}
