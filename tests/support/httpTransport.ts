import type { GraphqlAnswer, GraphqlTransport } from 'c/graphqlOrg';
import { OrgFault } from 'c/orgPort';

/** UI API of this version carries the documents; the page's LDS uses the same. */
const SERVICES = '/services/data/v66.0';

/** Carries documents by HTTP, as any client of the REST API would. What it throws is read by `c/graphqlOrg`. */
export function httpTransport(url: string, token: string): GraphqlTransport {
    const post = (query: string, variables: Record<string, unknown>) =>
        ask(url, token, '/graphql', 'POST', { query, variables }) as Promise<GraphqlAnswer>;
    return {
        query: (document, variables) => post(document, variables),
        mutate: (document, variables) => post(document, variables),
        async updateUser(userId, fields, unmodifiedSince) {
            const headers = { 'if-unmodified-since': unmodifiedSince };
            await ask(url, token, `/ui-api/records/${encodeURIComponent(userId)}`, 'PATCH', { fields }, headers);
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
    const response = await fetch(`${url}${SERVICES}${path}`, {
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
    // A FetchResponse, as LDS rejects with: `readFault` reads both alike.
    throw { status: response.status, headers: Object.fromEntries(response.headers), body: answer };
}
