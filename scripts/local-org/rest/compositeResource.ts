import { ApiError } from '../apiError.ts';
import { isObject } from '../context/readJson.ts';
import { restErrors } from '../context/restErrors.ts';
import {
    bodyObject,
    json,
    errorAnswer,
    type Handler,
    type RestAnswer,
    type RestOrg,
    type RestRequest
} from './exchange.ts';
import { resolveReferences } from './references.ts';

/** Requests per call (documented). */
const MAX_REQUESTS = 25;

interface Subrequest {
    method: string;
    url: string;
    referenceId: string;
    body: unknown;
    headers: Record<string, unknown>;
}

export type Dispatch = (org: RestOrg, request: RestRequest) => RestAnswer;

/**
 * `POST composite` `{ allOrNone?, compositeRequest: [{ method, url, referenceId, body? }] }`: runs requests in order.
 * Each can use earlier answers as `@{ref.field}` (documented).
 */
export function compositeResource(dispatch: Dispatch): Handler {
    return (org, request) => {
        const { allOrNone = false, compositeRequest } = bodyObject(request);
        if (!Array.isArray(compositeRequest)) {
            throw new ApiError('JSON_PARSER_ERROR', 'The request body must hold compositeRequest, a list.');
        }
        if (compositeRequest.length > MAX_REQUESTS) {
            const message = `You can't have more than ${MAX_REQUESTS} requests in a composite request`;
            throw new ApiError('INVALID_INPUT', message);
        }
        const subrequests = compositeRequest.map(readSubrequest);
        const names = subrequests.map(({ referenceId }) => referenceId);
        if (new Set(names).size < names.length) {
            throw new ApiError('INVALID_INPUT', 'Reference IDs must be unique within a composite request.');
        }
        return json({ compositeResponse: run(org, request, subrequests, allOrNone === true, dispatch) });
    };
}

function run(org: RestOrg, request: RestRequest, subrequests: Subrequest[], allOrNone: boolean, dispatch: Dispatch) {
    const answers = new Map<string, RestAnswer>();
    const rollBack = new Error('A request failed.');
    try {
        org.store.transaction(() => {
            for (const each of subrequests)
                answers.set(each.referenceId, attempt(org, request, each, answers, dispatch));
            if (allOrNone && [...answers.values()].some(isFailed)) throw rollBack;
        });
    } catch (cause) {
        if (cause !== rollBack) throw cause;
        const message = 'The transaction was rolled back since another operation in the same transaction failed.';
        for (const [name, answer] of answers) {
            if (!isFailed(answer)) answers.set(name, json(restErrors('PROCESSING_HALTED', message), 400));
        }
    }
    return [...answers].map(([referenceId, { status, body, headers }]) => ({
        body: body ?? null,
        httpHeaders: headers ?? {},
        httpStatusCode: status,
        referenceId
    }));
}

function attempt(
    org: RestOrg,
    request: RestRequest,
    subrequest: Subrequest,
    answers: ReadonlyMap<string, RestAnswer>,
    dispatch: Dispatch
): RestAnswer {
    try {
        const bodyOf = (name: string) => {
            const answer = answers.get(name);
            return answer && !isFailed(answer) ? answer.body : undefined;
        };
        const url = String(resolveReferences(subrequest.url, bodyOf));
        if (!url.startsWith('/')) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
        const address = new URL(request.origin + url);
        const found = /^\/services\/data\/(v\d{2}\.0)\/(.+)$/.exec(address.pathname);
        if (!found) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
        const [, version = '', path = ''] = found;
        if (path === 'composite') throw new ApiError('INVALID_INPUT', 'A composite request cannot hold another.');
        return dispatch(org, {
            ...request,
            version,
            method: subrequest.method,
            path,
            query: address.searchParams,
            header: (name) => headerOf(subrequest.headers, name) ?? request.header(name),
            body: resolveReferences(subrequest.body, bodyOf)
        });
    } catch (cause) {
        if (cause instanceof ApiError) return errorAnswer(cause);
        throw cause;
    }
}

function isFailed({ status }: RestAnswer): boolean {
    return status >= 300;
}

function headerOf(headers: Record<string, unknown>, name: string): string | null {
    const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
    return typeof value === 'string' ? value : null;
}

function readSubrequest(given: unknown): Subrequest {
    const { method, url, referenceId, body, httpHeaders } = isObject(given) ? given : {};
    if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
        throw new ApiError('JSON_PARSER_ERROR', 'Each request needs a method, a url and a referenceId.');
    }
    if (!/^[a-zA-Z]\w*$/.test(referenceId)) {
        throw new ApiError(
            'INVALID_INPUT',
            `Provided referenceId ('${referenceId}') must start with a letter and contain only letters, digits and underscores.`
        );
    }
    return { method: method.toUpperCase(), url, referenceId, body, headers: isObject(httpHeaders) ? httpHeaders : {} };
}
