import type { Condition as Written, ConditionWithValueQuery, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Condition, Path } from '../query/condition.ts';
import type { Column } from '../query/scope.ts';
import { readComparison, readDateComparison } from './comparison.ts';
import { readLogic, type Logic } from './logic.ts';
import { malformed, notServed } from './place.ts';
import { columnOf, pathOf, readingOf, type Reading } from './reading.ts';

/** Semi-joins and anti-joins of a statement (documented, SOQL reference, "Comparison Operators"). */
const MOST_SEMI_JOINS = 2;

/** @throws ApiError */
export function readWhere(reading: Reading, clause: WhereClause): Condition {
    return conditionOf(reading, readLogic(clause), 'top');
}

/** Where a comparison stands: semi-joins may stand alone, under AND, or under NOT, but not under OR. */
type Standing = 'top' | 'under OR';

function conditionOf(reading: Reading, logic: Logic<ConditionWithValueQuery>, standing: Standing): Condition {
    switch (logic.kind) {
        case 'all':
            return { kind: 'all', of: logic.of.map((each) => conditionOf(reading, each, standing)) };
        case 'any':
            return { kind: 'any', of: logic.of.map((each) => conditionOf(reading, each, 'under OR')) };
        case 'not':
            return { kind: 'not', of: conditionOf(reading, logic.of, standing) };
        case 'leaf': {
            if (!('valueQuery' in logic.leaf)) return readLeaf(reading, logic.leaf);
            if (standing === 'under OR')
                throw malformed("Semi join sub-selects are not allowed with the 'OR' operator");
            return semiJoin(reading, logic.leaf.field, logic.leaf.operator, logic.leaf.valueQuery);
        }
    }
}

function readLeaf(reading: Reading, leaf: Written): Condition {
    if (!('operator' in leaf)) throw malformed('unexpected token: NOT');
    const path = pathOf(reading, fieldOf(leaf));
    const { field } = columnOf(reading, path);
    const types = [leaf.literalType ?? 'STRING'].flat();
    const values = [leaf.value].flat();
    if (types.some((type) => type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL')) {
        const literal = values[0];
        if (literal === undefined || values.length > 1) throw notServed('A list of date literals');
        return readDateComparison(path, field, leaf.operator, literal, reading.now);
    }
    const literals = values.map((written, place) => ({ type: types[place] ?? types[0] ?? 'STRING', written }));
    return readComparison(path, field, leaf.operator, literals);
}

/** The field compared; `toLabel(Kind__c)` compares labels, which here are the values themselves. */
function fieldOf(leaf: Exclude<Written, { openParen: number; operator?: never }>): string {
    if ('field' in leaf) return leaf.field;
    if (!('fn' in leaf)) throw malformed('unexpected token: NOT');
    const [parameter] = leaf.fn.parameters ?? [];
    if (leaf.fn.functionName?.toLowerCase() === 'tolabel' && typeof parameter === 'string') return parameter;
    throw notServed(`${leaf.fn.functionName ?? 'A function'}() in WHERE`);
}

/** Rules of semi-joins: documented; words as seen in public reports where they exist. */
function semiJoin(reading: Reading, written: string, operator: string, query: Query): Condition {
    if (operator !== 'IN' && operator !== 'NOT IN') throw malformed(`unexpected token: '('`);
    if (++reading.semiJoins.count > MOST_SEMI_JOINS) {
        throw malformed(`Maximum ${MOST_SEMI_JOINS} semi join sub-selects are allowed`);
    }
    const path = pathOf(reading, written);
    const outer = columnOf(reading, path);
    if (!isId(outer)) {
        throw malformed(
            `The left operand '${outer.field.name}' in the where expression for semi join sub-select must be ID or reference`
        );
    }
    const [chosen, ...others] = query.fields ?? [];
    if (!chosen || others.length > 0 || (chosen.type !== 'Field' && chosen.type !== 'FieldRelationship')) {
        throw malformed('A semi join sub-select selects exactly one field');
    }
    if (query.orderBy || query.limit !== undefined || query.offset !== undefined || query.groupBy || query.for) {
        throw malformed('ORDER BY, GROUP BY, LIMIT, OFFSET and FOR are not allowed in a semi join sub-select');
    }
    const inside = readingOf(
        reading.objects,
        reading.scope.readable,
        query.sObject ?? '',
        query.sObjectAlias ?? null,
        reading.now
    );
    if (inside.object === reading.object) {
        throw malformed('The inner and outer selects should not be on the same object type');
    }
    const field: Path = chosen.type === 'Field' ? [chosen.field] : [...chosen.relationships, chosen.field];
    const inner = columnOf(inside, field);
    if (!isId(inner) || targetOf(inner) !== targetOf(outer)) {
        throw malformed(
            `The selected field '${inner.field.name}' in the semi join sub-select must be an ID or reference to the object of '${outer.field.name}'`
        );
    }
    inside.semiJoins.count = MOST_SEMI_JOINS;
    const where = query.where ? readWhere(inside, query.where) : null;
    return { kind: 'within', path, object: inside.object, field, where, negated: operator === 'NOT IN' };
}

function isId({ field }: Column): boolean {
    return field.type === 'id' || field.type === 'reference';
}

function targetOf({ object, field }: Column): string | undefined {
    return field.type === 'id' ? object.name : field.referenceTo[0];
}
