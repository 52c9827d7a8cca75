import type { GraphqlError } from './transport.ts';

/** Documents with several aliased operations, whose inputs travel as the variables `$i0`, `$i1` and so on. */

/** The declarations of `count` variables of one type: `$i0: Type!, $i1: Type!`. */
export function inputVariables(count: number, type: string): string {
    return Array.from({ length: count }, (_, index) => `$i${index}: ${type}!`).join(', ');
}

/** One line per operation, each with an alias of its own: `u0: UserUpdate(input: $i0) …`. */
export function aliasedLines(count: number, alias: string, operation: string, selection: string): string {
    return Array.from(
        { length: count },
        (_, index) => `    ${alias}${index}: ${operation}(input: $i${index}) ${selection}`
    ).join('\n');
}

/** Inputs as the values of those variables. */
export function inputValues(inputs: unknown[]): Record<string, unknown> {
    return Object.fromEntries(inputs.map((input, index) => [`i${index}`, input]));
}

/**
 * The alias that an error is about; null when it names none. Salesforce reports `paths`: a flat list of names, or names
 * joined by slashes. The specification says `path`.
 */
export function aliasOf(error: GraphqlError): string | null {
    const names = [error.paths, error.path].flat(3).flatMap((part) => String(part ?? '').split(/[/.]/));
    return names.find((name) => /^[a-z]\d+$/.test(name)) ?? null;
}
