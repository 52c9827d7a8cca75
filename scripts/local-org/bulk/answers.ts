import type { Context } from 'hono';
import { restErrors } from '../context/restErrors.ts';
import type { Env } from '../context/orgContext.ts';
import { isObject, readJson } from '../context/readJson.ts';
import { ApiError } from '../apiError.ts';
import { DELIMITERS, LINE_ENDINGS, type CsvFormat, type Delimiter, type LineEnding } from './csv.ts';

/** Answers an ApiError as the bulk endpoints do: 404 when something isn't found, otherwise 400. */
export async function respond(context: Context<Env>, work: () => Response | Promise<Response>): Promise<Response> {
    try {
        return await work();
    } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
        return context.json(restErrors(cause.code, cause.message), cause.code === 'NOT_FOUND' ? 404 : 400);
    }
}

/** @throws ApiError JSON_PARSER_ERROR */
export async function jobBody(context: Context<Env>): Promise<Record<string, unknown>> {
    const body = readJson(await context.req.text());
    if (isObject(body)) return body;
    throw new ApiError('JSON_PARSER_ERROR', 'The request body must be a JSON object.');
}

/** The defaults are comma and LF (documented). @throws ApiError INVALIDJOB */
export function formatOf({ columnDelimiter, lineEnding, contentType }: Record<string, unknown>): CsvFormat {
    if (contentType !== undefined && contentType !== null && contentType !== 'CSV') {
        throw new ApiError('INVALIDJOB', `contentType ${String(contentType)} is not supported`);
    }
    return {
        columnDelimiter: oneOf(DELIMITERS, columnDelimiter ?? 'COMMA', 'columnDelimiter') as Delimiter,
        lineEnding: oneOf(LINE_ENDINGS, lineEnding ?? 'LF', 'lineEnding') as LineEnding
    };
}

export function csvAnswer(context: Context<Env>, csv: string, headers: Record<string, string> = {}): Response {
    return context.body(csv, 200, { 'Content-Type': 'text/csv; charset=UTF-8', ...headers });
}

function oneOf(known: object, given: unknown, name: string): string {
    if (typeof given === 'string' && Object.hasOwn(known, given)) return given;
    throw new ApiError('INVALIDJOB', `${name} ${String(given)} is not supported`);
}
