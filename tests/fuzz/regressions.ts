import type { FuzzedOrg } from './fuzzedOrg.ts';
import type { FuzzRequest } from './request.ts';

/** What once was not answered as Salesforce would, made small. */
export const FOUND: { why: string; request: (org: FuzzedOrg) => FuzzRequest }[] = [
    {
        why: 'the comparison <>, which the parser leaves as it stands',
        request: (org) => soql(org, "SELECT Id FROM User WHERE Name <> 'x'")
    },
    {
        why: '2,000 parents inside each other, more tables than the store joins',
        request: (org) =>
            graphql(
                org,
                `{ uiapi { query { User { edges { node { ${'Manager { '.repeat(2000)} Id ${'}'.repeat(2000)} } } } } } }`
            )
    },
    {
        why: 'fragments of fragments, two to the power of twenty-four',
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
        why: 'JSON so deep that walking it exhausts the stack',
        request: (org) => {
            const deep = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
            const path = '/services/data/v66.0/composite';
            return posted(
                org,
                path,
                `{"compositeRequest": [{"method": "POST", "url": "${path}", "referenceId": "a", "body": ${deep}}]}`
            );
        }
    }
];

function graphql(org: FuzzedOrg, query: string): FuzzRequest {
    return posted(org, '/services/data/v66.0/graphql', JSON.stringify({ query }));
}

function posted({ token }: FuzzedOrg, path: string, body: string): FuzzRequest {
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
