import type { RequestKind } from '../faults/fault.ts';

/** The kind of a request. A GraphQL document counts as a mutation when one of its operations is one. */
export function requestKind(method: string, path: string, body: () => string): RequestKind {
    if (path.startsWith('/services/oauth2/token') || path.startsWith('/services/Soap/u/')) return 'login';
    const resource = /^\/services\/data\/v\d\d\.0\/(.*)$/.exec(path)?.[1];
    if (resource === undefined) return 'other';
    if (resource === 'graphql') return isMutation(body()) ? 'graphql mutation' : 'graphql query';
    if (resource.startsWith('ui-api/')) return method === 'GET' ? 'ui-api read' : 'ui-api update';
    if (/^query(All)?(\/|$)/.test(resource)) return 'query';
    if (resource.startsWith('composite/sobjects')) return 'collection';
    if (/^composite\/?$/.test(resource)) return 'composite';
    if (/^sobjects\/[^/]+(\/|$)/.test(resource) && !/\/describe\/?$/.test(resource)) return 'record';
    return resource.startsWith('jobs/') ? 'bulk' : 'other';
}

function isMutation(body: string): boolean {
    try {
        const { query } = JSON.parse(body) as { query?: unknown };
        return typeof query === 'string' && /^\s*mutation\b/m.test(query);
    } catch {
        // A body that isn't JSON can't change anything. The route reports the error.
        return false;
    }
}
