import type { Session } from '../access/session.ts';
import { isObject } from '../context/readJson.ts';
import type { OrgContext } from '../context/orgContext.ts';
import { NOT_FOUND, statusOf } from '../context/restErrors.ts';
import { ApiError } from '../apiError.ts';
import type { Cursors } from './cursors.ts';

export interface RestOrg extends OrgContext {
    cursors: Cursors;
}

/** A request to a REST resource, from a client or from a composite request. */
export interface RestRequest {
    session: Session;
    /** Such as `v66.0`. */
    version: string;
    /** Such as `http://localhost:4000`. */
    origin: string;
    method: string;
    /** The rest of the address after the version, such as `sobjects/User/005…`. It never starts with a slash. */
    path: string;
    query: URLSearchParams;
    header(name: string): string | null;
    /** Parsed from JSON. Undefined when the request has no body. */
    body: unknown;
}

export interface RestAnswer {
    status: number;
    /** Undefined when the answer has no body. */
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

/** An error as `[{ message, errorCode, fields? }]` (documented). */
export function errorAnswer(error: ApiError, status: number = statusOf(error)): RestAnswer {
    const fields = error.fields.length > 0 ? { fields: error.fields } : {};
    return json([{ message: error.message, errorCode: error.code, ...fields }], status);
}

export function notFound(): RestAnswer {
    return json(NOT_FOUND, 404);
}

/** The body, which must be a JSON object. @throws ApiError JSON_PARSER_ERROR */
export function bodyObject({ body }: RestRequest): Record<string, unknown> {
    if (isObject(body)) return body;
    throw new ApiError('JSON_PARSER_ERROR', 'The request body must be a JSON object.');
}
