import { ApiError } from '../apiError.ts';

/** Nesting levels. This is the limit of Jackson, whose wording Salesforce's JSON errors resemble (assumed). */
const MAX_DEPTH = 1000;

/**
 * Parses a request body. The nesting is checked first, because parsing and walking a million levels takes seconds or
 * overflows the stack.
 * @throws ApiError JSON_PARSER_ERROR
 */
export function readJson(text: string): unknown {
    if (isTooDeep(text)) throw new ApiError('JSON_PARSER_ERROR', `The JSON is nested deeper than ${MAX_DEPTH} levels.`);
    try {
        return JSON.parse(text);
    } catch (cause) {
        throw new ApiError('JSON_PARSER_ERROR', cause instanceof Error ? cause.message : 'The body is not JSON');
    }
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [...'"\\{}[]'].map((letter) => letter.charCodeAt(0));

/** True for a JSON object: not a list, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Brackets inside strings don't count. */
function isTooDeep(text: string): boolean {
    let depth = 0;
    let isInText = false;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (isInText) {
            if (code === BACKSLASH) at++;
            else if (code === QUOTE) isInText = false;
        } else if (code === QUOTE) isInText = true;
        else if (code === OPEN || code === OPEN_LIST) {
            if (++depth > MAX_DEPTH) return true;
        } else if (code === CLOSE || code === CLOSE_LIST) depth--;
    }
    return false;
}
