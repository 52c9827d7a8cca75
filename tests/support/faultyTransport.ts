import type { GraphqlAnswer, GraphqlError, GraphqlTransport } from 'c/graphqlOrg';
import { OrgFault, type FaultKind, type Id } from 'c/orgPort';
import type { FaultPlan, Turn } from './faultyOrg.ts';
import type { Seen } from './witness.ts';

/** More requests than any scenario needs: a run that never ends fails instead. */
const MOST_REQUESTS = 20_000;

/**
 * Does to requests what a fault plan says, in the shapes in which a platform shows it: statuses, HTML, `errors` of a
 * document. What truly happens in the org is written down before anything is done to the answer.
 */
export class FaultyTransport implements GraphqlTransport {
    /** Resolves at the first crash from now. */
    crashed: Promise<void>;
    requests = 0;
    #org: GraphqlTransport;
    #seen: Seen[];
    #plan: FaultPlan;
    #crash: () => void = () => {};

    constructor(org: GraphqlTransport, seen: Seen[], plan: FaultPlan) {
        this.#org = org;
        this.#seen = seen;
        this.#plan = plan;
        this.crashed = this.nextCrash();
    }

    /** The computer is up again. */
    restart(): void {
        this.crashed = this.nextCrash();
    }

    get session(): GraphqlTransport['session'] {
        return this.#org.session;
    }

    get runFlow(): GraphqlTransport['runFlow'] {
        return this.#org.runFlow;
    }

    query(document: string, variables: Record<string, unknown>, fresh: boolean): Promise<GraphqlAnswer> {
        return this.request(
            async () => {
                const answer = await this.#org.query(document, variables, fresh);
                this.#seen.push({ what: 'read', userIds: new Set(variables.ids as Id[]) });
                return answer;
            },
            () => {
                throw new OrgFault('unreadable', 'Unexpected end of JSON input');
            }
        );
    }

    mutate(document: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> {
        return this.request(
            () => this.judged(document, variables as Variables),
            (answer) => {
                const { uiapi = {} } = answer.data as Data;
                const [first, ...rest] = Object.entries(uiapi);
                const errors = answer.errors?.filter((error) => !String(error.paths).includes(first[0]));
                return { data: { uiapi: Object.fromEntries(rest) }, errors };
            }
        );
    }

    updateUser(userId: Id, fields: Record<string, unknown>, unmodifiedSince: string): Promise<void> {
        return this.request(
            async () => {
                const refusal = this.judge(userId);
                if (refusal) {
                    const { message, extensions } = refusal;
                    const error = { message, errorCode: extensions?.errorCode };
                    throw fetchResponse(400, { message: 'An error occurred.', output: { errors: [error] } });
                }
                await this.#org.updateUser(userId, fields, unmodifiedSince);
                this.#seen.push({ what: 'commit', userId, to: fields.CallCenterId as Id | null });
            },
            () => {
                throw new OrgFault('unreadable', 'Unexpected end of JSON input');
            }
        );
    }

    private async request<T>(ask: () => Promise<T>, garble: (answer: T) => T): Promise<T> {
        this.requests += 1;
        if (this.requests > MOST_REQUESTS) throw new Error('The run does not end');
        const { asides, turn } = this.#plan.turns.shift() ?? { asides: [], turn: { do: 'pass' } as Turn };
        for (const aside of asides) await this.#plan.aside(aside);
        switch (turn.do) {
            case 'pass':
                return ask();
            case 'fault':
                throw fault(turn.kind, turn.retryAfter);
            case 'lost':
                await ask();
                throw fault(afterwards(turn.kind), null);
            case 'garble':
                return garble(await ask());
            case 'crash':
                if (turn.done) await ask();
                this.#crash();
                return new Promise<never>(() => {});
        }
    }

    /** Sends what the org has nothing against, and answers for the rest as the org would. */
    private async judged(document: string, variables: Variables): Promise<GraphqlAnswer> {
        const writes = Object.entries(variables).map(([name, { Id, User }]) => ({
            alias: name.replace('i', 'u'),
            name,
            userId: Id,
            to: User.CallCenterId
        }));
        if (writes.some(({ userId }) => this.#plan.grudges.poisonous.has(userId))) {
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
            Object.fromEntries(sent.map(({ name }) => [name, variables[name]]))
        );
        const { uiapi = {} } = answer.data as Data;
        for (const { alias, userId, to } of sent) {
            if (uiapi[alias]) this.#seen.push({ what: 'commit', userId, to });
        }
        // In the order of the aliases, as a server answers.
        const data = Object.fromEntries(writes.map(({ alias }) => [alias, uiapi[alias] ?? null]));
        return { data: { uiapi: data }, errors: [...errors, ...(answer.errors ?? [])] };
    }

    private judge(userId: Id): GraphqlError | null {
        const { refused, locked } = this.#plan.grudges;
        const left = locked.get(userId) ?? 0;
        if (left > 0) {
            locked.set(userId, left - 1);
            const message = 'unable to obtain exclusive access to this record';
            return { message, extensions: { errorCode: 'UNABLE_TO_LOCK_ROW' } };
        }
        const refusal = refused.get(userId);
        return refusal ? { message: refusal.words, extensions: { errorCode: refusal.code } } : null;
    }

    private nextCrash(): Promise<void> {
        return new Promise((crash) => {
            this.#crash = crash;
        });
    }
}

type Variables = Record<string, { Id: Id; User: { CallCenterId: Id | null } }>;
interface Data {
    uiapi?: Record<string, unknown>;
}

/** The document with some of its aliases only. */
function only(document: string, names: string[]): string {
    const kept = new Set(names);
    return document
        .replace(/\$(i\d+): UserUpdateInput!(, )?/g, (whole, name: string) => (kept.has(name) ? whole : ''))
        .replace(/, \)/, ')')
        .replace(/^ +u\d+: UserUpdate\(input: \$(i\d+)\).*\n/gm, (line, name: string) => (kept.has(name) ? line : ''));
}

/** Only what stands between can spoil the answer to a request that was done: a server does not then refuse it. */
function afterwards(kind: FaultKind): FaultKind {
    switch (kind) {
        case 'busy':
        case 'unreadable':
        case 'offline':
            return kind;
        case 'expired':
        case 'forbidden':
        case 'limit':
        case 'invalid':
            return 'offline';
    }
}

/** What is thrown, or answered, for a kind of fault; the kind is for `readFault` to find out. */
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
        case 'unreadable':
            // As a transport tells of a page of HTML.
            return new OrgFault('unreadable', '<!doctype html><title>We are down for maintenance</title>');
    }
}

/** As LDS rejects. */
function fetchResponse(status: number, body: unknown, headers: Record<string, string> = {}) {
    return { ok: false, status, statusText: '', headers, body };
}
