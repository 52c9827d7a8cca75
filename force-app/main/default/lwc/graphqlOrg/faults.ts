/**
 * Turns whatever a platform call threw or answered into an `OrgFault`. The shapes are: a FetchResponse of LDS,
 * `{status, body: {message, errorCode, output}}` or `{body: [{message, errorCode}]}`; the same from Aura's transport,
 * always with the status 500, without headers, and with `{body: {error}}`; a GraphQL answer,
 * `{errors: [{message, extensions}]}`, whose errors can also be FetchResponses; an Error from `fetch`.
 */
import { OrgFault, type FaultKind } from 'c/orgPort';
import type { GraphqlError } from './transport.ts';

interface Thrown {
    status?: number;
    statusCode?: number;
    message?: string;
    retryAfter?: number;
    headers?: Record<string, string>;
    body?: Body | Body[] | string;
}

interface Body {
    message?: string;
    error?: string;
    errorCode?: string;
    statusCode?: number | string;
    output?: { errors?: Row[]; fieldErrors?: Record<string, Row[]> };
}

interface Row {
    message?: string;
    errorCode?: string;
}

export function readFault(thrown: unknown): OrgFault {
    if (thrown instanceof OrgFault) return thrown;
    const { status, code, words, retryAfter } = readThrown(thrown);
    return new OrgFault(kindOf(status, code, words), words, { retryAfter, sent: !NEVER_RAN.test(words) });
}

/** What a thrown value tells. Its words are the first row error that the org names, or else its message. */
export function readThrown(thrown: unknown): {
    status: number;
    code: string | null;
    words: string;
    retryAfter: number | null;
    isRow: boolean;
} {
    const error = (typeof thrown === 'object' && thrown ? thrown : { message: String(thrown) }) as Thrown;
    const body = (Array.isArray(error.body) ? error.body[0] : error.body) ?? {};
    const named = typeof body === 'string' ? {} : body;
    const rows = [...(named.output?.errors ?? []), ...Object.values(named.output?.fieldErrors ?? {}).flat()];
    const row = rows.find((candidate) => candidate.message);
    const words = row?.message ?? named.message ?? named.error ?? error.message ?? '';
    const seconds = Number(error.headers?.['retry-after'] ?? NaN);
    return {
        status: Number(error.status ?? error.statusCode ?? 0),
        code: row?.errorCode ?? named.errorCode ?? codeIn(words),
        words,
        retryAfter: error.retryAfter ?? (Number.isFinite(seconds) ? seconds * 1000 : null),
        isRow: row !== undefined
    };
}

/**
 * The fault of a request that failed on its way, told by the errors that came instead of an answer; null when the errors
 * are the org's own.
 */
export function requestFault(errors: GraphqlError[]): OrgFault | null {
    const failed = errors.find(
        (error) => error.status !== undefined || error.body !== undefined || transportKind(error.message ?? '')
    );
    return failed ? readFault(failed) : null;
}

/**
 * The errors that tell why. A row that was rolled back with a refused row says only that; the refused row gives the
 * reason (words assumed).
 */
export function culprits(errors: GraphqlError[]): GraphqlError[] {
    const refused = errors.filter(({ message }) => !/ALL_OR_NONE|rolled back/i.test(message ?? ''));
    return refused.length ? refused : errors.slice(0, 1);
}

/** The fault of a document that failed as a whole. */
export function documentFault(errors: GraphqlError[]): OrgFault {
    const failed = requestFault(errors);
    if (failed) return failed;
    const words = errors.map((error) => error.message ?? '').join(' ');
    const kind = kindOf(200, codeIn(words), words);
    return new OrgFault(kind, words, { sent: !errors.every(({ message }) => NEVER_RAN.test(message ?? '')) });
}

/**
 * A document that was rejected before anything ran, so nothing was written: by the org, which validates first, or by
 * `lightning/graphql`, which then sends nothing (words of its published parser).
 */
const NEVER_RAN =
    /^(Validation error|Invalid Syntax|Syntax Error|Could not resolve AST|Invalid (query|substitution)$|\w+ operations are not supported in this context)/i;

export function codeIn(words: string): string | null {
    return /\b([A-Z]{2,}(?:_[A-Z]+)+)\b/.exec(words)?.[1] ?? null;
}

/** What the page's transport reports, which loses the status. It says nothing about a user. */
function transportKind(words: string): FaultKind | null {
    if (/^Disconnected or Canceled/i.test(words)) return 'offline';
    // A page of HTML came instead of an answer, or the wire adapter hides what happened.
    if (/^(Communication error|Internal error in GraphQL adapter)/i.test(words)) return 'busy';
    return null;
}

function kindOf(status: number, code: string | null, words: string): FaultKind {
    const known = transportKind(words);
    if (known) return known;
    switch (code) {
        case 'INVALID_SESSION_ID':
            return 'expired';
        case 'REQUEST_LIMIT_EXCEEDED':
            return 'limit';
        case 'UNABLE_TO_LOCK_ROW':
        case 'SERVER_UNAVAILABLE':
            return 'busy';
        case 'INSUFFICIENT_ACCESS':
        case 'INSUFFICIENT_ACCESS_OR_READONLY':
        case 'API_DISABLED_FOR_ORG':
            return 'forbidden';
    }
    // INVALID_QUERY_FILTER_OPERATOR, INVALID_ARGUMENT, MALFORMED_ID and so on: asking again gives the same answer.
    if (/^(INVALID|MALFORMED)_/.test(code ?? '')) return 'invalid';
    if (status === 401 || SESSION_ENDED.test(words)) return 'expired';
    if (status === 403) return 'forbidden';
    if (status === 429 || status === 502 || status === 503 || status === 504) return 'busy';
    if (status >= 500) return 'unreadable';
    if (status >= 400 || NEVER_RAN.test(words)) return 'invalid';
    if (status === 0 || NO_ANSWER.test(words)) return 'offline';
    return 'unreadable';
}

/** A wire passes on only messages, without a status or code (assumed), so these two kinds are told by their words. */
const SESSION_ENDED = /session (has )?(expired|ended)/i;
const NO_ANSWER = /no answer|offline|disconnected|network|failed to fetch/i;
