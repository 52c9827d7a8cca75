/**
 * Fresh reads. A cache of LDS answers by document and variables, and whether it did can't be seen. So each fresh read
 * asks a question that no one has asked before: its filter excludes a name that no record has, a new one every time.
 * The documents do it with `Name: { ne: $fresh }`. In SOQL, null differs from every value, so records without a name
 * are found too.
 */
import type { Input } from './transport.ts';

/** A name that no record has, and that no tab or component has used before. */
export function unusedName(): string {
    return `No record has this name: ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
}

/** A filter that finds the same records as `where`, and that no one has used before. */
export function freshFilter(where?: Input): Input {
    const named = { Name: { ne: unusedName() } };
    return where ? { and: [where, named] } : named;
}
