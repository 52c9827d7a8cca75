import { FlowUnreadable, type FlowValue, type RecordLookup } from './flowPlan.ts';

/** Operators of a flow's filters (Metadata API, FlowRecordFilter), with what SOQL says for them. */
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
 * The query of a Get Records element. Flow always reads Id too.
 * @throws FlowUnreadable for a name that is not one, or an operator that is not known here
 */
export function flowSoql({ object, fields, conditions, sort, limit }: RecordLookup): string {
    const columns = [...new Set(['Id', ...fields])].map(named);
    const where = conditions.map(({ field, operator, value }) => condition(named(field), operator, value));
    return [
        `SELECT ${columns.join(', ')} FROM ${named(object)}`,
        where.length > 0 ? `WHERE ${where.join(' AND ')}` : '',
        sort ? `ORDER BY ${named(sort.field)} ${sort.descending ? 'DESC' : 'ASC'}` : '',
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
    throw new FlowUnreadable(`The preview does not know the operator ${operator} of a flow.`);
}

function literal(value: FlowValue): string {
    return typeof value === 'string' ? `'${escaped(value)}'` : String(value);
}

/** SOQL over REST has no bind variables; its reference lists these sequences ("Quoted String Escape Sequences"). */
function escaped(text: string): string {
    return text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

function named(name: string): string {
    if (/^[A-Za-z]\w*$/.test(name)) return name;
    throw new FlowUnreadable(`${name} is not the name of a field or an object.`);
}
