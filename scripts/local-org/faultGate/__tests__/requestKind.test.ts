import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { requestKind } from '../requestKind.ts';

describe('requestKind', () => {
    const base = '/services/data/v66.0';
    const cases: [method: string, path: string, body: string, kind: string][] = [
        ['POST', `${base}/graphql`, '{"query": "query { uiapi { x } }"}', 'graphql query'],
        ['POST', `${base}/graphql`, '{"query": "# note\\nmutation M { uiapi { x } }"}', 'graphql mutation'],
        ['POST', `${base}/graphql`, 'mutation', 'graphql query'],
        ['GET', `${base}/ui-api/records/005`, '', 'ui-api read'],
        ['PATCH', `${base}/ui-api/records/005`, '{}', 'ui-api update'],
        ['GET', `${base}/query`, '', 'query'],
        ['GET', `${base}/query/01g000000000001-2000`, '', 'query'],
        ['PATCH', `${base}/sobjects/User/005`, '{}', 'record'],
        ['GET', `${base}/sobjects/User/describe`, '', 'other'],
        ['PATCH', `${base}/composite/sobjects`, '{}', 'collection'],
        ['POST', `${base}/composite`, '{}', 'composite'],
        ['PUT', `${base}/jobs/ingest/750/batches`, '', 'bulk'],
        ['POST', '/services/oauth2/token', '', 'login'],
        ['POST', '/services/Soap/u/50.0', '', 'login'],
        ['GET', '/services/data', '', 'other']
    ];
    for (const [method, path, body, kind] of cases) {
        test(`classifies ${method} ${path} ${body} as ${kind}`, () =>
            assert.equal(
                requestKind(method, path, () => body),
                kind
            ));
    }
});
