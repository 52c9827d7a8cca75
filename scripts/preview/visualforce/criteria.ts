import { soql } from '../../org/soql.ts';
import type { RemoteModel } from '../../metadata/markup.ts';

/** Rows of one request, at most, and without a limit (documented: Visualforce guide, "Remote Objects Limits"). */
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 20;
/** Rows that SOQL can skip, at most (documented). */
const MAX_OFFSET = 2000;
/** Fields to sort by, at most (documented: "Format and Options for Query Criteria"). */
const MAX_SORTED = 3;

const OPERATORS: Readonly<Record<string, string>> = {
    eq: '=',
    ne: '!=',
    lt: '<',
    lte: '<=',
    gt: '>',
    gte: '>=',
    like: 'LIKE'
};

/** Criteria that Remote Objects refuse. The words are the preview's own. */
export class CriteriaRefused extends Error {}

type Fields = Record<string, unknown>;

/**
 * The query that `retrieve` runs. Only declared fields can be named. Of `where`, one level of fields is supported.
 * @throws CriteriaRefused
 */
export function criteriaSoql({ object, fields }: RemoteModel, criteria: unknown): string {
    const { where = {}, orderby = [], limit = DEFAULT_LIMIT, offset = 0, ...others } = record(criteria, 'criteria');
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw new CriteriaRefused(`Unknown option "${unknown}".`);
    const declared = (field: string): string => {
        if (fields.includes(field)) return field;
        throw new CriteriaRefused(`Field "${field}" isn't declared for ${object}.`);
    };
    const wheres = Object.entries(record(where, 'where')).map(([field, test]) => condition(declared(field), test));
    if (!Array.isArray(orderby) || orderby.length > MAX_SORTED)
        throw new CriteriaRefused(`"orderby" must be a list of ${MAX_SORTED} fields at most.`);
    const sorts = orderby.map((sort) => {
        const [[field, order] = ['', ''], ...more] = Object.entries(record(sort, 'orderby'));
        if (more.length > 0 || (order !== 'ASC' && order !== 'DESC'))
            throw new CriteriaRefused('Each sort must be one field with ASC or DESC.');
        return `${declared(field)} ${order}`;
    });
    return [
        `SELECT ${fields.join(', ')} FROM ${object}`,
        wheres.length > 0 && `WHERE ${wheres.join(' AND ')}`,
        sorts.length > 0 && `ORDER BY ${sorts.join(', ')}`,
        `LIMIT ${whole('limit', limit, 1, MAX_LIMIT)}`,
        `OFFSET ${whole('offset', offset, 0, MAX_OFFSET)}`
    ]
        .filter(Boolean)
        .join(' ');
}

function condition(field: string, test: unknown): string {
    const [[name, value] = ['', ''], ...more] = Object.entries(record(test, 'condition'));
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (more.length > 0 || operator === undefined || typeof value !== 'string')
        throw new CriteriaRefused(`The condition on "${field}" must have one operator and a text.`);
    // Every declared field but Version is text, and nothing here compares it.
    return `${field} ${operator} ${soql`${value}`}`;
}

function whole(name: string, value: unknown, least: number, most: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new CriteriaRefused(`"${name}" must be a number from ${least} to ${most}.`);
}

function record(value: unknown, what: string): Fields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    throw new CriteriaRefused(`"${what}" must be an object.`);
}
