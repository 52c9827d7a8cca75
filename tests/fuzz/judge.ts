import type { FuzzRequest } from './request.ts';

/** How an answer differs from the format of Salesforce's answers, or null if it doesn't. */
export function problemOf(request: FuzzRequest, status: number, type: string, body: string): string | null {
    const { pathname } = new URL(request.path.replace(/^\/+/, '/'), 'http://localhost');
    const isSoap = pathname.startsWith('/services/Soap/');
    if (status === 500 && isSoap && type.startsWith('text/xml'))
        return /<faultcode>[^<]+<\/faultcode>/.test(body) ? null : 'a SOAP fault without a code';
    if (status >= 500) return `status ${status}`;
    if (request.method === 'HEAD' || status === 204) return body === '' ? null : 'an unexpected body';
    if (status < 400) return bodyProblem(pathname, type, body);
    if (/^\/(id\/|services\/oauth2\/userinfo)/.test(pathname) && status === 403)
        return body === 'Bad_OAuth_Token' ? null : 'a body other than Bad_OAuth_Token';
    const content = parsed(body);
    if (pathname.startsWith('/services/oauth2/') && status === 400) {
        return isObject(content) && typeof content.error === 'string' ? null : 'an OAuth error without its code';
    }
    const isList =
        Array.isArray(content) &&
        content.length > 0 &&
        content.every(
            (each) => isObject(each) && typeof each.message === 'string' && typeof each.errorCode === 'string'
        );
    return isList ? null : "an error that isn't a list of { message, errorCode }";
}

function bodyProblem(pathname: string, type: string, body: string): string | null {
    if (!type.startsWith('application/json')) return null;
    const content = parsed(body);
    if (content === undefined) return 'invalid JSON';
    if (!pathname.endsWith('/graphql')) return null;
    if (!isObject(content) || !isObject(content.data) || !Array.isArray(content.errors))
        return 'a GraphQL answer without data and errors';
    const isValid = (error: unknown) =>
        isObject(error) &&
        typeof error.message === 'string' &&
        Array.isArray(error.locations) &&
        Array.isArray(error.paths) &&
        isObject(error.extensions) &&
        typeof error.extensions.ErrorType === 'string' &&
        // Errors at run time have one of Salesforce's status codes. Messages of the store must never get out.
        (error.extensions.ErrorType !== 'DataFetchingException' || /^[A-Z][A-Z_]+: /.test(error.message));
    return content.errors.every(isValid) ? null : "a GraphQL error that isn't in the format of Salesforce";
}

function parsed(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        return undefined;
    }
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
