import { UserError } from '../terminal/userError.ts';
import type { Answer, Reply } from './answer.ts';

/** Sends one request and settles with how it ended; never rejects. `url` is absolute. */
export type OrgRequest = (method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown) => Promise<Reply>;

/** A record as SOQL returns it: values by field name, without `attributes`. */
export type Row = Record<string, unknown>;

/** `data` is what the document selects. Its shape is up to the caller. */
export interface GraphqlBody<Data = unknown> {
    data: Data;
    errors: { message: string }[];
}

/**
 * The REST API of one org, as one user. Paths are relative to `/services/data/vXX.0/`. A refusal is an answer. Every
 * call throws a UserError when no answer is to be had: the daily limit, an expired login, or no response.
 */
export interface OrgConnection {
    /** Such as 66. */
    apiVersion: number;
    get<Body = unknown>(path: string): Promise<Answer<Body>>;
    send<Body = unknown>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<Answer<Body>>;
    /** All rows of a SOQL query, over all its pages. */
    query<Found = Row>(soql: string): Promise<Answer<Found[]>>;
    /** When the document has no data, its error is the refusal. Errors of single aliases come with the data. */
    graphql<Data = unknown>(document: string, variables?: Record<string, unknown>): Promise<Answer<GraphqlBody<Data>>>;
}

export interface ConnectedOrg {
    /** Where the REST API is, without a slash at the end. */
    url: string;
    /** Such as `66.0`. */
    apiVersion: string;
    request: OrgRequest;
    /** What to tell a person whose login expired. */
    expired(): UserError;
}

interface QueryPage {
    records: Row[];
    nextRecordsUrl?: string;
}

export function connect({ url, apiVersion, request, expired }: ConnectedOrg): OrgConnection {
    const root = `/services/data/v${apiVersion}/`;
    const base = `${url}${root}`;

    async function ask<Body>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Answer<Body>> {
        const reply = await request(method, new URL(path, base).href, body);
        switch (reply.kind) {
            case 'answered':
                return { ok: true, body: reply.body as Body };
            case 'refused':
                return { ok: false, code: reply.code, message: reply.message };
            case 'limit reached':
                throw new UserError(
                    `Your org reached its daily API request limit (${reply.message.replace(/\.$/, '')}).`,
                    'Try again tomorrow, or ask Salesforce for a higher limit.'
                );
            case 'login expired':
                throw expired();
            case 'no response':
                throw new UserError(
                    `The org at ${url} didn't respond (${reply.cause.message}).`,
                    'Check your network, then try again.',
                    { cause: reply.cause }
                );
        }
    }

    return {
        apiVersion: Number(apiVersion),
        get: (path) => ask('GET', path),
        send: (method, path, body) => ask(method, path, body),
        async query<Found>(soql: string) {
            const rows: Row[] = [];
            let next: string | undefined = `query?q=${encodeURIComponent(soql)}`;
            while (next !== undefined) {
                const page: Answer<QueryPage> = await ask('GET', next);
                if (!page.ok) return page;
                for (const { attributes: _, ...row } of page.body.records) rows.push(row);
                next = page.body.nextRecordsUrl;
                // The token goes to the next page, so only a path of the query resource is followed.
                if (next !== undefined && !next.startsWith(`${root}query/`))
                    return {
                        ok: false,
                        code: '',
                        message: `The next page of the query is at an unknown address: ${next}`
                    };
            }
            return { ok: true, body: rows as Found[] };
        },
        async graphql<Data>(document: string, variables: Record<string, unknown> = {}) {
            const answer = await ask<Partial<GraphqlBody<Data>>>('POST', 'graphql', { query: document, variables });
            if (!answer.ok) return answer;
            const { data, errors = [] } = answer.body;
            if (!data || Object.keys(data).length === 0)
                return { ok: false, code: 'GRAPHQL', message: errors[0]?.message ?? 'The response has no data.' };
            return { ok: true, body: { data, errors } };
        }
    };
}
