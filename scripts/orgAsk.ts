import type { OrgLogin } from './orgLogin.ts';
import { Refusal } from './refusal.ts';

/** What an org said: the body, or why there is none, in its own words. */
export type Answer<Body> = { ok: true; body: Body } | { ok: false; status: number; code: string; words: string };

/** A record of SOQL: fields by name, without `attributes`. */
export type Row = Record<string, any>;

export interface GraphqlBody {
    data: any;
    errors: { message: string }[];
}

/** Paths are below `/services/data/vXX.0/`. A refusal is an answer; every call throws a Refusal when there is none. */
export interface OrgAsk {
    /** Such as 66. */
    apiVersion: number;
    get<Body = any>(path: string): Promise<Answer<Body>>;
    send<Body = any>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<Answer<Body>>;
    /** Rows of a query, all pages. */
    rows(query: string): Promise<Answer<Row[]>>;
    /** Errors of the document make it an answer without a body; errors of an alias do not. */
    graphql(query: string, variables?: Record<string, unknown>): Promise<Answer<GraphqlBody>>;
}

type Login = Pick<OrgLogin, 'url' | 'apiVersion' | 'accessToken'>;

/** The longest an org may take over one answer, in milliseconds: Salesforce gives up a request after two minutes. */
const LONGEST = 120_000;

export function askOf(login: Login): OrgAsk {
    const base = `${login.url}/services/data/v${login.apiVersion}/`;

    async function request(method: string, path: string, body?: unknown): Promise<Answer<any>> {
        const token = await login.accessToken();
        let response = await send(token);
        if (response.status === 401) response = await send(await login.accessToken(token));
        const text = await response.text();
        const content = parsed(text);
        if (response.ok && content !== undefined) return { ok: true, body: content };
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
        send: request,
        async rows(query) {
            const rows: Row[] = [];
            let next: string | undefined = `query?q=${encodeURIComponent(query)}`;
            while (next !== undefined) {
                const page: Answer<{ records: Row[]; nextRecordsUrl?: string }> = await request('GET', next);
                if (!page.ok) return page;
                rows.push(...page.body.records);
                next = page.body.nextRecordsUrl;
            }
            return { ok: true, body: rows };
        },
        async graphql(query, variables = {}) {
            const answer: Answer<Partial<GraphqlBody>> = await request('POST', 'graphql', { query, variables });
            if (!answer.ok) return answer;
            const { data, errors = [] } = answer.body;
            const isEmpty = !data || Object.keys(data).length === 0;
            if (!isEmpty || !errors[0]) return { ok: true, body: { data, errors } };
            return { ok: false, status: 200, code: 'GRAPHQL', words: errors[0].message };
        }
    };
}

/** SOQL with its values quoted: the REST API has no bind variables. Names never come from a value. */
export function soql(parts: TemplateStringsArray, ...values: string[]): string {
    return parts.reduce((text, part, place) => `${text}'${values[place - 1]?.replace(/[\\']/g, '\\$&')}'${part}`);
}

function parsed(text: string): any {
    if (text === '') return {};
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/** REST answers `[{errorCode, message}]`, an action `[{errors: [{statusCode, message}]}]` (documented). */
function whyNot(content: any, otherwise: string): { code: string; words: string } {
    const [first] = Array.isArray(content) ? content : [content];
    const error = first?.errors?.[0] ?? first;
    // SOQL shows the place in the query first; what is wrong stands in the last line (observed).
    const words = String(error?.message ?? otherwise).split('\n');
    return { code: String(error?.errorCode ?? error?.statusCode ?? ''), words: words.at(-1)!.trim() };
}
