import type { FlowValue } from './flow.ts';
import { FlowUnreadable, type RecordLookup } from './flowPlan.ts';

/** Operators of flow filters (Metadata API, FlowRecordFilter) and the SOQL operator for each. */
const COMPARISONS: Readonly<Record<string, string>> = {
    EqualTo: '=',
    NotEqualTo: '!=',
    GreaterThan: '>',
    GreaterThanOrEqualTo: '>=',
    LessThan: '<',
    LessThanOrEqualTo: '<='
};
const PATTERNS: Readonly<Record<string, (part: string) => string>> = {
    Contains: (part) => `%${part}%`,
    StartsWith: (part) => `${part}%`,
    EndsWith: (part) => `%${part}`
};

/**
 * The query of a Get Records element. A flow always reads Id too.
 * @throws FlowUnreadable for an invalid name or an unknown operator
 */
export function flowSoql({ object, fields, conditions, sort, limit }: RecordLookup): string {
    const columns = [...new Set(['Id', ...fields])].map(validName);
    const where = conditions.map(({ field, operator, value }) => condition(validName(field), operator, value));
    return [
        `SELECT ${columns.join(', ')} FROM ${validName(object)}`,
        where.length > 0 ? `WHERE ${where.join(' AND ')}` : '',
        sort ? `ORDER BY ${validName(sort.field)} ${sort.descending ? 'DESC' : 'ASC'}` : '',
        limit !== null && Number.isInteger(limit) && limit > 0 ? `LIMIT ${limit}` : ''
    ]
        .filter(Boolean)
        .join(' ');
}

function condition(field: string, operator: string, value: FlowValue): string {
    if (operator === 'IsNull') return `${field} ${value === true ? '=' : '!='} null`;
    const comparison = COMPARISONS[operator];
    if (comparison) return `${field} ${comparison} ${literal(value)}`;
    const pattern = PATTERNS[operator];
    if (pattern) return `${field} LIKE '${pattern(escaped(String(value)).replace(/[%_]/g, '\\$&'))}'`;
    throw new FlowUnreadable(`Switchboard does not know the operator ${operator} of a flow.`);
}

function literal(value: FlowValue): string {
    return typeof value === 'string' ? `'${escaped(value)}'` : String(value);
}

/** SOQL over REST has no bind variables. These escapes are documented ("Quoted String Escape Sequences"). */
function escaped(text: string): string {
    return text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

function validName(name: string): string {
    if (/^[A-Za-z]\w*$/.test(name)) return name;
    throw new FlowUnreadable(`${name} is not the name of a field or an object.`);
}
