import fc from 'fast-check';
import { recordCalls } from './recordCalls.ts';
import { METHODS, requestParts } from './requestParts.ts';
import { serviceCalls } from './serviceCalls.ts';

/** A request as plain data, so that a failure prints everything needed to repeat it. */
export interface FuzzRequest {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string | null;
}

const TYPES = [
    'application/json',
    'application/json; charset=UTF-8',
    'text/csv',
    'text/xml',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'x',
    ''
];

/** @param knownIds ids of records in the org */
export function fuzzRequest(knownIds: readonly string[], token: string): fc.Arbitrary<FuzzRequest> {
    const parts = requestParts(knownIds, token);
    const anyCall = fc.oneof(...recordCalls(parts), ...serviceCalls(parts));
    const validToken = `Bearer ${token}`;
    const headers = fc.record({
        authorization: fc.oneof(
            { weight: 30, arbitrary: fc.constant(validToken) },
            { weight: 1, arbitrary: fc.constantFrom('', 'Bearer', 'Bearer x', `OAuth ${token}`, `Basic ${token}`) }
        ),
        type: fc.oneof(
            { weight: 8, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: fc.constantFrom(...TYPES) }
        ),
        since: fc.oneof(
            { weight: 8, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: fc.constantFrom('yesterday', '2026-11-22T00:00:00.000Z', '-1', '') }
        )
    });
    const method = fc.oneof(
        { weight: 15, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) }
    );
    return fc
        .tuple(anyCall, headers, method)
        .map(([{ method: defaultMethod, path, body }, { authorization, type, since }, otherMethod]) => {
            const chosen = otherMethod ?? defaultMethod;
            return {
                method: chosen,
                path,
                headers: {
                    authorization,
                    'content-type': type ?? typeOf(path),
                    ...(since === null ? {} : { 'if-unmodified-since': since })
                },
                body: chosen === 'GET' || chosen === 'HEAD' ? null : body
            };
        });
}

function typeOf(path: string): string {
    if (path.endsWith('/batches')) return 'text/csv';
    if (path.includes('/Soap/')) return 'text/xml';
    return path.includes('/oauth2/') ? 'application/x-www-form-urlencoded' : 'application/json';
}
