import type { FuzzedOrg } from './fuzzedOrg.ts';
import type { FuzzRequest } from './request.ts';

/** Minimal requests that the embedded org once answered differently from Salesforce. */
export const REGRESSIONS: { what: string; request: (org: FuzzedOrg) => FuzzRequest }[] = [
    {
        what: "the operator <>, which the parser doesn't translate",
        request: (org) => soql(org, "SELECT Id FROM User WHERE Name <> 'x'")
    },
    {
        what: '2,000 nested parents, which is more than the store can join',
        request: (org) =>
            graphql(
                org,
                `{ uiapi { query { User { edges { node { ${'Manager { '.repeat(2000)} Id ${'}'.repeat(2000)} } } } } } }`
            )
    },
    {
        what: 'nested fragments that expand to 2^24 selections',
        request: (org) => {
            const twice = (n: number) =>
                `fragment f${n} on User { a: Manager { ...f${n + 1} } b: Manager { ...f${n + 1} } }`;
            const all = Array.from({ length: 24 }, (_, n) => twice(n)).join(' ');
            return graphql(
                org,
                `
                    {
                        uiapi {
                            query {
                                User {
                                    edges {
                                        node {
                                            ...f0
                                        }
                                    }
                                }
                            }
                        }
                    }
                    ${all}
                    fragment f24 on User {
                        Id
                    }
                `
            );
        }
    },
    {
        what: 'JSON that is nested so deeply that recursion exhausts the stack',
        request: (org) => {
            const deep = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
            const path = '/services/data/v66.0/composite';
            return post(
                org,
                path,
                `{"compositeRequest": [{"method": "POST", "url": "${path}", "referenceId": "a", "body": ${deep}}]}`
            );
        }
    }
];

function graphql(org: FuzzedOrg, query: string): FuzzRequest {
    return post(org, '/services/data/v66.0/graphql', JSON.stringify({ query }));
}

function post({ token }: FuzzedOrg, path: string, body: string): FuzzRequest {
    return {
        method: 'POST',
        path,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body
    };
}

function soql({ token }: FuzzedOrg, text: string): FuzzRequest {
    const headers = { authorization: `Bearer ${token}` };
    return { method: 'GET', path: `/services/data/v66.0/query?q=${encodeURIComponent(text)}`, headers, body: null };
}
