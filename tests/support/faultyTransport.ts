import type { GraphqlAnswer, GraphqlError, GraphqlTransport } from 'c/graphqlOrg';
import { OrgFault, type FaultKind, type Id } from 'c/orgPort';
import { FaultPlayer, type FaultPlan } from './faultPlayer.ts';
import type { OrgEvent } from './orgEvent.ts';

/**
 * Makes requests fail according to a fault plan, in the shapes that the platform uses: statuses, HTML, the `errors` of
 * a document. What truly happens in the org is recorded before the answer is changed.
 */
export class FaultyTransport implements GraphqlTransport {
    readonly player: FaultPlayer;
    #org: GraphqlTransport;
    #events: OrgEvent[];

    constructor(org: GraphqlTransport, events: OrgEvent[], plan: FaultPlan) {
        this.#org = org;
        this.#events = events;
        this.player = new FaultPlayer(plan, events);
    }

    get session(): GraphqlTransport['session'] {
        return this.#org.session;
    }

    get runFlow(): GraphqlTransport['runFlow'] {
        return this.#org.runFlow;
    }

    query(document: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> {
        return this.player.play({
            isRead: true,
            ask: async () => {
                const answer = await this.#org.query(document, variables);
                this.#events.push({ what: 'read', userIds: new Set(variables.ids as Id[]) });
                return this.visible(answer);
            },
            fault: thrownFor,
            garble: unreadable
        });
    }

    async mutate(document: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> {
        try {
            return await this.mutateOrThrow(document, variables);
        } catch (thrown) {
            if (thrown instanceof AnswerLost) return thrown.answer;
            throw thrown;
        }
    }

    private mutateOrThrow(document: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> {
        return this.player.play({
            isRead: false,
            ask: () => this.judged(document, variables as Variables),
            fault: (kind, options) =>
                kind === 'unreadable' && options.isDone ? new AnswerLost(UNEXPECTED) : thrownFor(kind, options),
            garble: (answer) => {
                const { uiapi = {} } = answer.data as Data;
                const [first, ...rest] = Object.entries(uiapi);
                if (first === undefined) return answer;
                const errors = answer.errors?.filter((error) => !String(error.paths).includes(first[0]));
                return { data: { uiapi: Object.fromEntries(rest) }, errors };
            },
            withoutField(answer) {
                const { uiapi = {} } = answer.data as Data;
                const fields = Object.entries(uiapi as Record<string, Payload | null>).map(([alias, payload]) => [
                    alias,
                    payload && { Record: { Id: payload.Record.Id } }
                ]);
                return { ...answer, data: { uiapi: Object.fromEntries(fields) } };
            },
            nulled(answer, user) {
                const { uiapi = {} } = answer.data as Data;
                const aliases = Object.keys(uiapi);
                const alias = aliases[user % aliases.length];
                if (!uiapi[alias]) return answer;
                const error = { message: 'An error about what was asked back', paths: ['uiapi', alias, 'Record'] };
                return { data: { uiapi: { ...uiapi, [alias]: null } }, errors: [...(answer.errors ?? []), error] };
            }
        });
    }

    updateRecord(userId: Id, fields: Record<string, unknown>, unmodifiedSince: string): Promise<unknown> {
        return this.player.play({
            isRead: false,
            ask: async () => {
                const refusal = this.judge(userId);
                if (refusal) {
                    const { message, extensions } = refusal;
                    const error = { message, errorCode: extensions?.errorCode };
                    throw fetchResponse(400, { message: 'An error occurred.', output: { errors: [error] } });
                }
                const to = this.player.destination({ userId, to: fields.CallCenterId as Id | null });
                const updated = await this.#org.updateRecord(userId, { CallCenterId: to }, unmodifiedSince);
                this.#events.push({ what: 'commit', userId, to });
                return updated;
            },
            fault: thrownFor,
            garble: unreadable,
            withoutField: (updated) => ({ ...(updated as object), fields: {} })
        });
    }

    /** Sends the writes that the org accepts, and answers the others as the org would. */
    private async judged(document: string, variables: Variables): Promise<GraphqlAnswer> {
        const writes = Object.entries(variables).map(([name, { Id, User }]) => ({
            alias: name.replace('i', 'u'),
            name,
            userId: Id,
            to: this.player.destination({ userId: Id, to: User.CallCenterId })
        }));
        if (this.player.rejects(writes.map(({ userId }) => userId))) {
            return { data: {}, errors: [{ message: 'Validation error of type WrongType: not this user' }] };
        }
        const errors: GraphqlError[] = [];
        const refused: Record<string, null> = {};
        const sent = writes.filter(({ userId, alias }) => {
            const refusal = this.judge(userId);
            if (!refusal) return true;
            errors.push({ ...refusal, paths: ['uiapi', alias] });
            refused[alias] = null;
            return false;
        });
        if (!sent.length) return { data: { uiapi: refused }, errors };
        const answer = await this.#org.mutate(
            only(
                document,
                sent.map(({ name }) => name)
            ),
            Object.fromEntries(sent.map(({ name, userId, to }) => [name, { Id: userId, User: { CallCenterId: to } }]))
        );
        const { uiapi = {} } = answer.data as Data;
        for (const { alias, userId, to } of sent) {
            if (uiapi[alias]) this.#events.push({ what: 'commit', userId, to });
        }
        // A server answers in the order of the aliases.
        const data = Object.fromEntries(writes.map(({ alias }) => [alias, uiapi[alias] ?? null]));
        return { data: { uiapi: data }, errors: [...errors, ...(answer.errors ?? [])] };
    }

    private judge(userId: Id): GraphqlError | null {
        const refusal = this.player.refusal(userId);
        return refusal && { message: refusal.words, extensions: { errorCode: refusal.code } };
    }

    /** The answer to a read, without the users who vanished. */
    private visible(answer: GraphqlAnswer): GraphqlAnswer {
        const users = (answer.data as { uiapi?: { query?: { User?: Users } } } | undefined)?.uiapi?.query?.User;
        if (!users) return answer;
        const edges = this.player.visible(users.edges, ({ node }) => node.Id);
        return { ...answer, data: { uiapi: { query: { User: { ...users, edges } } } } };
    }
}

/** An answer of errors only, although the org may have done what was asked (assumed, and its words too). */
const UNEXPECTED: GraphqlAnswer = {
    data: null,
    errors: [{ message: 'An unexpected error occurred. Please include this ErrorId if you contact support: 1-2 (3)' }]
};

class AnswerLost extends Error {
    readonly answer: GraphqlAnswer;

    constructor(answer: GraphqlAnswer) {
        super('The answer was lost');
        this.answer = answer;
    }
}

type Variables = Record<string, { Id: Id; User: { CallCenterId: Id | null } }>;
interface Data {
    uiapi?: Record<string, unknown>;
}
interface Payload {
    Record: { Id: Id };
}
interface Users {
    edges: { node: { Id: Id } }[];
}

function thrownFor(kind: FaultKind, options: { retryAfter: number | null; isDone: boolean }): unknown {
    return fault(options.isDone ? afterwards(kind) : kind, options.retryAfter);
}

function unreadable(): never {
    throw new OrgFault('unreadable', 'Unexpected end of JSON input');
}

/** The document, reduced to some of its aliases. */
function only(document: string, names: string[]): string {
    const kept = new Set(names);
    return document
        .replace(/\$(i\d+): UserUpdateInput!(, )?/g, (whole, name: string) => (kept.has(name) ? whole : ''))
        .replace(/, \)/, ')')
        .replace(/^ +u\d+: UserUpdate\(input: \$(i\d+)\).*\n/gm, (line, name: string) => (kept.has(name) ? line : ''));
}

/** The fault of a request that was done. The server doesn't refuse it then; only the connection can lose its answer. */
function afterwards(kind: FaultKind): FaultKind {
    switch (kind) {
        case 'busy':
        case 'unreadable':
        case 'offline':
            return kind;
        case 'expired':
        case 'forbidden':
        case 'limit':
        case 'hidden':
        case 'invalid':
            return 'offline';
    }
}

/** What is thrown for a kind of fault. `readFault` has to recognize the kind. */
function fault(kind: FaultKind, retryAfter: number | null): unknown {
    const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': String(retryAfter / 1000) };
    switch (kind) {
        case 'offline':
            return new TypeError('fetch failed');
        case 'busy':
            return fetchResponse(503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'Try again later.' }], headers);
        case 'expired':
            return fetchResponse(401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]);
        case 'forbidden':
            return fetchResponse(403, [{ errorCode: 'API_DISABLED_FOR_ORG', message: 'API is not enabled' }]);
        case 'limit':
            return fetchResponse(403, [
                { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }
            ]);
        case 'invalid':
            return fetchResponse(400, [{ errorCode: 'INVALID_ARGUMENT', message: 'The request is not valid.' }]);
        case 'hidden':
            // No transport reports this. `c/graphqlOrg` finds out.
            return new OrgFault('hidden', '');
        case 'unreadable':
            // This is how a transport reports a page of HTML.
            return new OrgFault('unreadable', '<!doctype html><title>We are down for maintenance</title>');
    }
}

/** The shape that LDS rejects with. */
function fetchResponse(status: number, body: unknown, headers: Record<string, string> = {}) {
    return { ok: false, status, statusText: '', headers, body };
}
