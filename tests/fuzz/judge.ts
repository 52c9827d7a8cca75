import type { FuzzRequest } from './request.ts';

/** What is wrong with an answer as an answer of Salesforce; null: nothing. */
export function fault(request: FuzzRequest, status: number, type: string, body: string): string | null {
    const { pathname } = new URL(request.path.replace(/^\/+/, '/'), 'http://localhost');
    const isSoap = pathname.startsWith('/services/Soap/');
    if (status === 500 && isSoap && type.startsWith('text/xml'))
        return /<faultcode>[^<]+<\/faultcode>/.test(body) ? null : 'a SOAP fault without a code';
    if (status >= 500) return `status ${status}`;
    if (request.method === 'HEAD' || status === 204) return body === '' ? null : 'a body where none belongs';
    if (status < 400) return answerFault(pathname, type, body);
    if (/^\/(id\/|services\/oauth2\/userinfo)/.test(pathname) && status === 403)
        return body === 'Bad_OAuth_Token' ? null : 'another body than Bad_OAuth_Token';
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
    return isList ? null : 'an error that is no list of { message, errorCode }';
}

function answerFault(pathname: string, type: string, body: string): string | null {
    if (!type.startsWith('application/json')) return null;
    const content = parsed(body);
    if (content === undefined) return 'JSON that cannot be read';
    if (!pathname.endsWith('/graphql')) return null;
    if (!isObject(content) || !isObject(content.data) || !Array.isArray(content.errors))
        return 'a GraphQL answer without data and errors';
    const isRight = (error: unknown) =>
        isObject(error) &&
        typeof error.message === 'string' &&
        Array.isArray(error.locations) &&
        Array.isArray(error.paths) &&
        isObject(error.extensions) &&
        typeof error.extensions.ErrorType === 'string' &&
        // What failed while the document ran carries a status code of Salesforce; a store's own words never come out.
        (error.extensions.ErrorType !== 'DataFetchingException' || /^[A-Z][A-Z_]+: /.test(error.message));
    return content.errors.every(isRight) ? null : 'a GraphQL error that is not of Salesforce';
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
