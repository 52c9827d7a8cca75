import type { ApiError } from '../apiError.ts';

/** REST API errors: a list of `{ message, errorCode, fields? }` (documented). */
export function restErrors(errorCode: string, message: string): { message: string; errorCode: string }[] {
    return [{ message, errorCode }];
}

export const SESSION_EXPIRED = restErrors('INVALID_SESSION_ID', 'Session expired or invalid');
/** Sent with status 403 (documented). The message is as seen in public reports. */
export const DAILY_LIMIT_REACHED = restErrors('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
export const NOT_FOUND = restErrors('NOT_FOUND', 'The requested resource does not exist');
export const METHOD_NOT_ALLOWED = restErrors('METHOD_NOT_ALLOWED', 'HTTP Method not allowed. Allowed are POST');

/** The HTTP status of an error in REST. Codes with a status of their own are documented; the default is 400. */
export function statusOf(error: ApiError): 400 | 403 | 404 | 412 {
    switch (error.code) {
        case 'INSUFFICIENT_ACCESS_OR_READONLY':
        case 'INSUFFICIENT_ACCESS':
            return 403;
        case 'NOT_FOUND':
        case 'INVALID_TYPE':
            return 404;
        case 'PRECONDITION_FAILED':
            return 412;
        default:
            return 400;
    }
}
