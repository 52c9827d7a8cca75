import type { OrgLogin } from './orgLogin.ts';
import { Refusal } from './refusal.ts';

/** What an org said: the body, or why there is none, in its own words. */
export type Answer<Body> = { ok: true; body: Body } | { ok: false; status: number; code: string; words: string };

/** A record of SOQL: fields by name, without `attributes`. */
export type Row = Record<string, unknown>;

/** `data` is what the document selects: whoever asks knows its shape. */
export interface GraphqlBody<Data = unknown> {
    data: Data;
    errors: { message: string }[];
}

/** Paths are below `/services/data/vXX.0/`. A refusal is an answer; every call throws a Refusal when there is none. */
export interface OrgAsk {
    /** Such as 66. */
    apiVersion: number;
    get<Body = unknown>(path: string): Promise<Answer<Body>>;
    send<Body = unknown>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<Answer<Body>>;
    /** Rows of a query, all pages. */
    rows<Found = Row>(query: string): Promise<Answer<Found[]>>;
    /** Errors of the document make it an answer without a body; errors of an alias do not. */
    graphql<Data = unknown>(query: string, variables?: Record<string, unknown>): Promise<Answer<GraphqlBody<Data>>>;
}

type Login = Pick<OrgLogin, 'url' | 'apiVersion' | 'accessToken'>;

/** The longest an org may take over one answer, in milliseconds: Salesforce gives up a request after two minutes. */
const LONGEST = 120_000;

export function askOf(login: Login): OrgAsk {
    const base = `${login.url}/services/data/v${login.apiVersion}/`;

    async function request<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
        const token = await login.accessToken();
        let response = await send(token);
        if (response.status === 401) response = await send(await login.accessToken(token));
        const text = await response.text();
        const content = parsed(text);
        if (response.ok && content !== undefined) return { ok: true, body: content as Body };
        const { code, words } = whyNot(content, `${response.status} ${response.statusText}`);
        if (code === 'REQUEST_LIMIT_EXCEEDED')
            throw new Refusal(`The org has used up its API requests (${words}): try again when the 24 hours are over.`);
        return { ok: false, status: response.status, code, words };

        function send(bearer: string): Promise<Response> {
            return fetch(new URL(path, base), {
                method,
                headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
                body: body === undefined ? null : JSON.stringify(body),
                redirect: 'manual',
                signal: AbortSignal.timeout(LONGEST)
            }).catch((cause: Error) => {
                throw new Refusal(`${login.url} does not answer (${cause.message}): check the network and try again.`, {
                    cause
                });
            });
        }
    }

    return {
        apiVersion: Number(login.apiVersion),
        get: (path) => request('GET', path),
        send: (method, path, body) => request(method, path, body),
        async rows<Found>(query: string) {
            const rows: Found[] = [];
            let next: string | undefined = `query?q=${encodeURIComponent(query)}`;
            while (next !== undefined) {
                const page: Answer<{ records: Found[]; nextRecordsUrl?: string }> = await request('GET', next);
                if (!page.ok) return page;
                rows.push(...page.body.records);
                next = page.body.nextRecordsUrl;
            }
            return { ok: true, body: rows };
        },
        async graphql<Data>(query: string, variables: Record<string, unknown> = {}) {
            const answer = await request<Partial<GraphqlBody<Data>>>('POST', 'graphql', { query, variables });
            if (!answer.ok) return answer;
            const { data, errors = [] } = answer.body;
            const isEmpty = !data || Object.keys(data).length === 0;
            if (isEmpty) return { ok: false, status: 200, code: 'GRAPHQL', words: errors[0]?.message ?? 'no answer' };
            return { ok: true, body: { data, errors } };
        }
    };
}

/** SOQL with its values quoted: the REST API has no bind variables. Names never come from a value. */
export function soql(parts: TemplateStringsArray, ...values: string[]): string {
    return parts.reduce((text, part, place) => `${text}'${values[place - 1]?.replace(/[\\']/g, '\\$&')}'${part}`);
}

function parsed(text: string): unknown {
    if (text === '') return {};
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

interface Refused {
    message?: string;
    errorCode?: string;
    statusCode?: string;
    errors?: Refused[] | null;
}

/** REST answers `[{errorCode, message}]`, an action `[{errors: [{statusCode, message}]}]` (documented). */
function whyNot(content: unknown, otherwise: string): { code: string; words: string } {
    const [first] = (Array.isArray(content) ? content : [content]) as (Refused | null | undefined)[];
    const error = first?.errors?.[0] ?? first;
    // SOQL shows the place in the query first; what is wrong stands in the last line (observed).
    const words = (error?.message ?? otherwise).split('\n').at(-1)!.trim();
    return { code: error?.errorCode ?? error?.statusCode ?? '', words };
}
