import type { GraphqlAnswer, GraphqlTransport } from 'c/graphqlOrg';
import { OrgFault } from 'c/orgPort';

/** Sends documents over HTTP, as any client of the REST API would. The page's LDS uses version 66. `c/graphqlOrg` reads what it throws. */
export function httpTransport(origin: string, token: string, version = 66): GraphqlTransport {
    const url = `${origin}/services/data/v${version}.0`;
    const post = (query: string, variables: Record<string, unknown>) =>
        ask(url, token, '/graphql', 'POST', { query, variables }) as Promise<GraphqlAnswer>;
    return {
        query: (document, variables) => post(document, variables),
        mutate: (document, variables) => post(document, variables),
        updateRecord(recordId, fields, unmodifiedSince) {
            const headers = { 'if-unmodified-since': unmodifiedSince };
            return ask(url, token, `/ui-api/records/${encodeURIComponent(recordId)}`, 'PATCH', { fields }, headers);
        }
    };
}

async function ask(
    url: string,
    token: string,
    path: string,
    method: 'POST' | 'PATCH',
    body: unknown,
    headers: Record<string, string> = {}
): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body)
    });
    const text = await response.text();
    let answer: unknown;
    try {
        answer = JSON.parse(text);
    } catch {
        throw new OrgFault('unreadable', text.slice(0, 200));
    }
    if (response.ok) return answer;
    // The shape of the FetchResponse that LDS rejects with, so `readFault` reads both the same way.
    throw { status: response.status, headers: Object.fromEntries(response.headers), body: answer };
}
