import type { Session } from '../access/session.ts';
import { isObject } from '../context/readJson.ts';
import type { OrgContext } from '../context/orgContext.ts';
import { restErrors, statusOf } from '../context/restErrors.ts';
import { ApiError } from '../apiError.ts';
import type { Cursors } from './cursors.ts';

export interface RestOrg extends OrgContext {
    cursors: Cursors;
}

/** A request to a resource of the REST API, from a client or from within a composite request. */
export interface RestRequest {
    session: Session;
    /** `v66.0` */
    version: string;
    /** `http://localhost:4000` */
    origin: string;
    method: string;
    /** What follows the version, as it stands in the address: `sobjects/User/005…`. Never begins with a slash. */
    path: string;
    query: URLSearchParams;
    header(name: string): string | null;
    /** Parsed from JSON; undefined when there was none. */
    body: unknown;
}

export interface RestAnswer {
    status: number;
    /** Undefined: no body at all. */
    body?: unknown;
    headers?: Record<string, string>;
}

export type Handler = (org: RestOrg, request: RestRequest, params: string[]) => RestAnswer;

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT' | 'HEAD';

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): RestAnswer {
    return { status, body, headers };
}

export function noContent(): RestAnswer {
    return { status: 204 };
}

/** `[{ message, errorCode, fields? }]` (documented). */
export function errorAnswer(error: ApiError, status: number = statusOf(error)): RestAnswer {
    const fields = error.fields.length > 0 ? { fields: error.fields } : {};
    return json([{ message: error.message, errorCode: error.code, ...fields }], status);
}

export function notFound(message = 'The requested resource does not exist'): RestAnswer {
    return json(restErrors('NOT_FOUND', message), 404);
}

/** An object, not a list and not null. @throws ApiError JSON_PARSER_ERROR */
export function bodyObject({ body }: RestRequest): Record<string, unknown> {
    if (isObject(body)) return body;
    throw new ApiError('JSON_PARSER_ERROR', 'The request body must be a JSON object.');
}
