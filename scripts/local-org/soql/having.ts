import type { Condition as Written, HavingClause, ValueCondition } from '@jetstreamapp/soql-parser-js';
import { foldText } from '../store/foldText.ts';
import type { Value } from '../store/store.ts';
import { readLogic, type Logic } from './logic.ts';
import { malformed, notSupported } from './soqlErrors.ts';
import { readText } from './textLiteral.ts';

/** Returns the index, in a group's row, of a field that it's grouped by or of an aggregate. */
type FindValue = (written: { field: string } | { aggregate: string; parameter: string }) => number;

/**
 * Compiles HAVING to a test of a group's row. There are few groups, so this doesn't need SQL. LIKE isn't supported.
 * @throws ApiError
 */
export function readHaving(clause: HavingClause, find: FindValue): (row: Value[]) => boolean {
    return testOf(readLogic(clause), find);
}

function testOf(logic: Logic<Written>, find: FindValue): (row: Value[]) => boolean {
    switch (logic.kind) {
        case 'leaf':
            return leafTest(logic.leaf, find);
        case 'not': {
            const test = testOf(logic.of, find);
            return (row) => !test(row);
        }
        case 'all': {
            const tests = logic.of.map((each) => testOf(each, find));
            return (row) => tests.every((test) => test(row));
        }
        case 'any': {
            const tests = logic.of.map((each) => testOf(each, find));
            return (row) => tests.some((test) => test(row));
        }
    }
}

function leafTest(leaf: Written, find: FindValue): (row: Value[]) => boolean {
    if (!('operator' in leaf)) throw malformed('unexpected token: NOT');
    const at = find('fn' in leaf ? aggregateOf(leaf.fn) : { field: leaf.field });
    const types = [leaf.literalType ?? 'STRING'].flat();
    const values = [leaf.value].flat().map((written, index) => valueOf(types[index] ?? types[0] ?? 'STRING', written));
    return (row) => holds(leaf.operator, comparable(row[at] ?? null), values);
}

export function aggregateOf(fn: { functionName?: string; parameters?: unknown[] }): {
    aggregate: string;
    parameter: string;
} {
    const [parameter = ''] = fn.parameters ?? [];
    if (typeof parameter !== 'string') throw notSupported('A function inside an aggregate');
    return { aggregate: fn.functionName?.toUpperCase() ?? '', parameter };
}

function valueOf(type: string, written: string): Value {
    switch (type) {
        case 'NULL':
            return null;
        case 'STRING':
            return comparable(readText(written, false));
        case 'BOOLEAN':
            return written.toUpperCase() === 'TRUE';
        case 'INTEGER':
        case 'DECIMAL':
            return Number(written);
        case 'DATE':
            return written;
        case 'DATETIME': {
            const time = new Date(written);
            if (Number.isNaN(time.getTime())) throw malformed(`unexpected token: '${written}'`);
            return comparable(time.toISOString());
        }
        default:
            throw notSupported(`A literal such as ${written} in HAVING`);
    }
}

function comparable(value: Value): Value {
    return typeof value === 'string' ? foldText(value) : value;
}

function holds(operator: ValueCondition['operator'], value: Value, [first = null, ...others]: Value[]): boolean {
    switch (operator) {
        case '=':
            return value === first;
        case '!=':
            return value !== first;
        case '<':
            return value !== null && first !== null && value < first;
        case '<=':
            return value !== null && first !== null && value <= first;
        case '>':
            return value !== null && first !== null && value > first;
        case '>=':
            return value !== null && first !== null && value >= first;
        case 'IN':
            return [first, ...others].includes(value);
        case 'NOT IN':
            return ![first, ...others].includes(value);
        case 'LIKE':
        case 'INCLUDES':
        case 'EXCLUDES':
            throw notSupported(`${operator} in HAVING`);
    }
}
