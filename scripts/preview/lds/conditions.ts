import type { Answer } from './queryCache.ts';

/**
 * What the wire adapter answers when a document has a variable in @skip or @include: the adapter doesn't support that
 * (LWC guide), although the GraphQL endpoint does. Nothing is sent. The words are assumed.
 */
export function refusedCondition(query: string): Answer | null {
    const condition = /@(skip|include)\s*\(\s*if\s*:\s*\$/.exec(query);
    if (!condition) return null;
    const message = `Variables are not supported in the directive ${condition[1]}`;
    return { data: undefined, errors: [{ message }] } as Answer;
}
