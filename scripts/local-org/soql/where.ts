import type { Condition as Written, ConditionWithValueQuery, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Condition, Path } from '../query/condition.ts';
import type { Column } from '../query/scope.ts';
import { readComparison, readDateComparison } from './comparison.ts';
import { readLogic, type Logic } from './logic.ts';
import { malformed, notSupported } from './soqlErrors.ts';
import { columnOf, pathOf, soqlContext, type SoqlContext } from './soqlContext.ts';

/** Maximum semi-joins and anti-joins of a statement (documented, SOQL reference, "Comparison Operators"). */
const MAX_SEMI_JOINS = 2;

/** @throws ApiError */
export function readWhere(context: SoqlContext, clause: WhereClause): Condition {
    return conditionOf(context, readLogic(clause));
}

function conditionOf(context: SoqlContext, logic: Logic<ConditionWithValueQuery>): Condition {
    switch (logic.kind) {
        case 'all':
            return { kind: 'all', of: logic.of.map((each) => conditionOf(context, each)) };
        case 'any':
            return { kind: 'any', of: logic.of.map((each) => conditionOf(context, each)) };
        case 'not':
            return { kind: 'not', of: conditionOf(context, logic.of) };
        case 'leaf': {
            if (!('valueQuery' in logic.leaf)) return readLeaf(context, logic.leaf);
            return semiJoin(context, logic.leaf.field, logic.leaf.operator, logic.leaf.valueQuery);
        }
    }
}

function readLeaf(context: SoqlContext, leaf: Written): Condition {
    if (!('operator' in leaf)) throw malformed('unexpected token: NOT');
    const path = pathOf(context, fieldOf(leaf));
    const { field } = columnOf(context, path);
    const types = [leaf.literalType ?? 'STRING'].flat();
    const values = [leaf.value].flat();
    if (types.some((type) => type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL')) {
        const literal = values[0];
        if (literal === undefined || values.length > 1) throw notSupported('A list of date literals');
        return readDateComparison(path, field, leaf.operator, literal, context.now);
    }
    const literals = values.map((written, index) => ({ type: types[index] ?? types[0] ?? 'STRING', written }));
    return readComparison(path, field, leaf.operator, literals);
}

/** The field on the left. `toLabel(Kind__c)` compares labels, which are the same as the values in the embedded org. */
function fieldOf(leaf: Exclude<Written, { openParen: number; operator?: never }>): string {
    if ('field' in leaf) return leaf.field;
    if (!('fn' in leaf)) throw malformed('unexpected token: NOT');
    const [parameter] = leaf.fn.parameters ?? [];
    if (leaf.fn.functionName?.toLowerCase() === 'tolabel' && typeof parameter === 'string') return parameter;
    throw notSupported(`${leaf.fn.functionName ?? 'A function'}() in WHERE`);
}

/** The rules for semi-joins are documented. The error messages are from public reports, if there are any. */
function semiJoin(context: SoqlContext, written: string, operator: string, query: Query): Condition {
    if (operator !== 'IN' && operator !== 'NOT IN') throw malformed(`unexpected token: '('`);
    if (++context.semiJoins.count > MAX_SEMI_JOINS) {
        throw malformed(`Maximum ${MAX_SEMI_JOINS} semi join sub-selects are allowed`);
    }
    const path = pathOf(context, written);
    const outer = columnOf(context, path);
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
    const inside = soqlContext(
        context.objects,
        context.scope.readable,
        query.sObject ?? '',
        query.sObjectAlias ?? null,
        context.now
    );
    if (inside.object === context.object) {
        throw malformed('The inner and outer selects should not be on the same object type');
    }
    const field: Path = chosen.type === 'Field' ? [chosen.field] : [...chosen.relationships, chosen.field];
    const inner = columnOf(inside, field);
    if (!isId(inner) || targetOf(inner) !== targetOf(outer)) {
        throw malformed(
            `The selected field '${inner.field.name}' in the semi join sub-select must be an ID or reference to the object of '${outer.field.name}'`
        );
    }
    inside.semiJoins.count = MAX_SEMI_JOINS;
    const where = query.where ? readWhere(inside, query.where) : null;
    return { kind: 'within', path, object: inside.object, field, where, negated: operator === 'NOT IN' };
}

function isId({ field }: Column): boolean {
    return field.type === 'id' || field.type === 'reference';
}

function targetOf({ object, field }: Column): string | undefined {
    return field.type === 'id' ? object.name : field.referenceTo[0];
}
