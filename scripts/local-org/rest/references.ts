import { ApiError } from '../apiError.ts';
import { isObject } from '../context/readJson.ts';

const REFERENCE = /@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g;

/**
 * Replaces `@{ref.id}` and `@{ref.records[0].Name}` with values from earlier answers, in text at any depth.
 * @param bodyOf returns the body of an earlier answer by reference id, or undefined when it is missing or failed
 * @throws ApiError PROCESSING_HALTED when a reference has no value (documented)
 */
export function resolveReferences(value: unknown, bodyOf: (referenceId: string) => unknown): unknown {
    if (typeof value === 'string') {
        return value.replace(REFERENCE, (whole, name: string, path: string) => {
            const found = walk(bodyOf(name), path);
            if (found === undefined || found === null || typeof found === 'object') {
                const message = `Invalid reference specified. No value for ${whole.slice(2, -1)} found in ${name}`;
                throw new ApiError('PROCESSING_HALTED', message);
            }
            return String(found);
        });
    }
    if (Array.isArray(value)) return value.map((each: unknown) => resolveReferences(each, bodyOf));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolveReferences(each, bodyOf)]));
}

function walk(body: unknown, path: string): unknown {
    let found = body;
    for (const [, name, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
        if (index !== undefined && Array.isArray(found)) found = found[Number(index)];
        else if (name !== undefined && isObject(found) && Object.hasOwn(found, name)) found = found[name];
        else return undefined;
    }
    return found;
}
