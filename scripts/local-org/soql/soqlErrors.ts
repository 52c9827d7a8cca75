import { ApiError } from '../apiError.ts';

/** Characters of the query shown on each side of an error (assumed, because public reports show about as many). */
const SHOWN = 40;

export function malformed(message: string): ApiError {
    return new ApiError('MALFORMED_QUERY', message);
}

/** For features that Salesforce has and the embedded org doesn't. They fail with this error and are never ignored. */
export function notSupported(what: string): ApiError {
    return malformed(`${what} is not supported by the embedded org.`);
}

/**
 * Formats an error as a query call returns it: part of the query, a caret, the location, and the message (observed in
 * public reports). The location is that of the first name that the message quotes. An error without one isn't changed.
 */
export function withLocation(text: string, error: ApiError): ApiError {
    const name = /'([^'\s]+)'/.exec(error.message)?.[1];
    const at = name === undefined ? -1 : nameIn(withoutLiterals(text), name);
    if (at < 0) return error;
    const from = Math.max(0, at - SHOWN);
    const line = text.slice(from, at + SHOWN).replace(/\s/g, ' ');
    const message = `\n${line}\n${' '.repeat(at - from)}^\nERROR at Row:1:Column:${at + 1}\n${error.message}`;
    return new ApiError(error.code, message, error.fields);
}

function nameIn(text: string, name: string): number {
    const lowerCase = text.toLowerCase();
    const target = name.toLowerCase();
    const isWord = /^\w+$/.test(target);
    for (let at = lowerCase.indexOf(target); at >= 0; at = lowerCase.indexOf(target, at + 1)) {
        const around = (lowerCase[at - 1] ?? ' ') + (lowerCase[at + target.length] ?? ' ');
        if (!isWord || !/\w/.test(around)) return at;
    }
    return -1;
}

/** Replaces every text literal of the query by spaces, without changing its length. */
export function withoutLiterals(text: string): string {
    return text.replace(/'(?:[^'\\]|\\.)*'/gs, (literal) => ' '.repeat(literal.length));
}
