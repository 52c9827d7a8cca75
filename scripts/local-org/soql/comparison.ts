import type { ValueCondition } from '@jetstreamapp/soql-parser-js';
import { isText, type Field } from '../objects/field.ts';
import type { Comparison, Condition, Path } from '../query/condition.ts';
import { ApiError } from '../apiError.ts';
import type { Value } from '../store/store.ts';
import { daysOf } from './dateLiterals.ts';
import { malformed, notSupported } from './soqlErrors.ts';
import { readText } from './textLiteral.ts';

type Literal = { type: string; written: string };
type Operator = ValueCondition['operator'];

/**
 * Reads a comparison of a field with the literals to the right of the operator.
 * @throws ApiError INVALID_FIELD when a literal doesn't have the field's type
 */
export function readComparison(path: Path, field: Field, operator: Operator, literals: Literal[]): Condition {
    const only = literals[0];
    if (!only) throw malformed('unexpected token: <EOF>');
    switch (operator) {
        case 'IN':
        case 'NOT IN': {
            const values = literals.map((literal) => literalValue(field, literal, false));
            return { kind: 'among', path, values, negated: operator === 'NOT IN' };
        }
        case 'LIKE':
            if (!isText(field.type)) {
                throw new ApiError(
                    'INVALID_QUERY_FILTER_OPERATOR',
                    `'${field.name}': invalid operator on ${field.type} field`
                );
            }
            return { kind: 'compare', path, comparison: 'like', value: literalValue(field, only, true) };
        case 'INCLUDES':
        case 'EXCLUDES':
            throw new ApiError(
                'INVALID_QUERY_FILTER_OPERATOR',
                `'${field.name}': includes and excludes are for multi-select picklists only`
            );
        case '=':
        case '!=':
        case '<':
        case '<=':
        case '>':
        case '>=':
            return compare(path, field, comparisonOf(operator), only);
    }
}

/** Replaces a date literal by comparisons with the first and last day that it means. */
export function readDateComparison(
    path: Path,
    field: Field,
    operator: Operator,
    literal: string,
    now: Date
): Condition {
    if (field.type !== 'date' && field.type !== 'datetime') throw wrongType(field, true);
    const { from, until } = daysOf(literal, now);
    const edge = (comparison: Comparison, day: string): Condition => ({
        kind: 'compare',
        path,
        comparison,
        value: field.type === 'date' ? day : `${day}T00:00:00.000Z`
    });
    const inside: Condition = { kind: 'all', of: [edge('gte', from), edge('lt', until)] };
    switch (operator) {
        case '=':
            return inside;
        case '!=':
            return { kind: 'not', of: inside };
        case '<':
            return edge('lt', from);
        case '<=':
            return edge('lt', until);
        case '>':
            return edge('gte', until);
        case '>=':
            return edge('gte', from);
        case 'IN':
        case 'NOT IN':
        case 'LIKE':
        case 'INCLUDES':
        case 'EXCLUDES':
            throw notSupported(`${operator} with a date literal`);
    }
}

function compare(path: Path, field: Field, comparison: Comparison, literal: Literal): Condition {
    const value = literalValue(field, literal, false);
    if (comparison !== 'eq' && comparison !== 'ne' && field.type === 'boolean') {
        throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', `'${field.name}': invalid operator on boolean field`);
    }
    return { kind: 'compare', path, comparison, value };
}

function comparisonOf(operator: '=' | '!=' | '<' | '<=' | '>' | '>='): Comparison {
    switch (operator) {
        case '=':
            return 'eq';
        case '!=':
            return 'ne';
        case '<':
            return 'lt';
        case '<=':
            return 'lte';
        case '>':
            return 'gt';
        case '>=':
            return 'gte';
    }
}

/** @throws ApiError INVALID_FIELD when the literal doesn't have the field's type */
function literalValue(field: Field, { type, written }: Literal, forLike: boolean): Value {
    switch (type) {
        case 'NULL':
            return null;
        case 'STRING': {
            const isQuoted = isText(field.type) || field.type === 'id' || field.type === 'reference';
            if (!isQuoted) throw wrongType(field, false);
            return readText(written, forLike);
        }
        case 'BOOLEAN':
            if (field.type !== 'boolean') throw wrongType(field, true);
            return written.toUpperCase() === 'TRUE';
        case 'INTEGER':
        case 'DECIMAL':
            if (field.type !== 'int' && field.type !== 'double') throw wrongType(field, true);
            return Number(written);
        case 'DATE':
            if (field.type !== 'date' || Number.isNaN(Date.parse(written))) throw wrongType(field, true);
            return written;
        case 'DATETIME':
            return field.type === 'datetime' ? utc(field, written) : fail(wrongType(field, true));
        default:
            throw notSupported(`A literal such as ${written}`);
    }
}

/** Accepts `2026-11-22T10:00:00+01:00` and `…+0100`. If the URL wasn't escaped, there's a space instead of the `+`. */
function utc(field: Field, written: string): string {
    const time = new Date(written.replace(/\s(?=\d\d:?\d\d$)/, '+').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    if (Number.isNaN(time.getTime())) throw wrongType(field, true);
    return time.toISOString();
}

/** The error message is from public reports. */
function wrongType(field: Field, isUnquoted: boolean): ApiError {
    const type = isText(field.type) ? 'string' : field.type === 'datetime' ? 'dateTime' : field.type;
    const isQuoted = type === 'string' || field.type === 'id' || field.type === 'reference';
    const quotes = isUnquoted && isQuoted ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
    const words = `value of filter criterion for field '${field.name}' must be of type ${type} and ${quotes}`;
    return new ApiError('INVALID_FIELD', words);
}

function fail(error: ApiError): never {
    throw error;
}
