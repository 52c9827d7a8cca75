import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FaultKind, Id } from 'c/orgPort';
import type { OrgEvent } from './orgEvent.ts';

/** Faults that can happen to any request. A hidden field is a state of the org, so no plan plays it. */
export type PlayedFault = Exclude<FaultKind, 'hidden'>;

/**
 * What happens to one request.
 * - `lost`: it succeeds, but its answer never arrives.
 * - `late`: its answer never arrives, and it is done only after so many more requests, or once the run has ended (null).
 *   Reads pass.
 * - `garble`: its answer can't be read. Of a mutation, it lacks the first user.
 * - `without field`: a write succeeds, but its answer lacks the call center.
 * - `nulled`: a mutation succeeds, but an error nulls one of its results.
 * - `crash`: the page crashes before the answer.
 */
export type Turn =
    | { do: 'pass' }
    | { do: 'fault'; kind: PlayedFault; sent: boolean; retryAfter: number | null }
    | { do: 'lost'; kind: PlayedFault }
    | { do: 'late'; kind: PlayedFault; after: number | null }
    | { do: 'garble' }
    | { do: 'without field' }
    | { do: 'nulled'; user: number }
    | { do: 'crash'; done: boolean };

/** Something that happens right before a request. `vanishes`: from then on, reads don't show the user. */
export type Aside =
    | { do: 'colleague moves'; user: number; to: number }
    | { do: 'colleague touches'; user: number }
    | { do: 'vanishes'; user: number }
    | { do: 'pause' }
    | { do: 'stop' };

/** The org's objections to single users. */
export interface Grudges {
    refused: Map<Id, { words: string; code: string | null }>;
    /** How many more times each user's row is locked. */
    locked: Map<Id, number>;
    /** Users whose presence makes the org reject the whole document. */
    poisonous: Set<Id>;
    /** Where a flow of the org puts users instead, when they are written. */
    redirected: Map<Id, Id | null>;
}

/** What happens right before a request and to it, and how many turns of the event loop its answer takes longer. */
export interface Play {
    asides: Aside[];
    turn: Turn;
    slow?: number;
}

export interface FaultPlan {
    /** One per request, in order. After the last one, every request passes. */
    turns: Play[];
    grudges: Grudges;
    aside(aside: Aside): Promise<void>;
}

/** Everything that can go wrong. A fault counts as met only when it changed what happened. */
export const FAULTS = [
    'offline',
    'busy',
    'expired',
    'forbidden',
    'limit',
    'invalid',
    'unreadable',
    'answer lost',
    'commit before the next read',
    'commit between reads',
    'commit after the run',
    'answer garbled',
    'field missing',
    'result nulled',
    'user vanished',
    'crash',
    'user refused',
    'row locked',
    'document rejected',
    'set otherwise',
    'colleague moves',
    'colleague touches',
    'pause',
    'stop',
    'storage full'
] as const;
export type Fault = (typeof FAULTS)[number];

/** More requests than any scenario needs. */
const MAX_REQUESTS = 5_000;

/** A request, and how a fault plan can spoil it. */
export interface PlannedRequest<T> {
    ask(): Promise<T>;
    /** What is thrown for a fault. */
    fault(kind: FaultKind, options: { sent: boolean; retryAfter: number | null; isDone: boolean }): unknown;
    /** The answer after it was garbled. May throw. */
    garble(answer: T): T;
    /** Only of writes: the answer without the call center. */
    withoutField?(answer: T): T;
    /** Only of mutations: the answer with the result of one user nulled; the same answer if that user wasn't written. */
    nulled?(answer: T, user: number): T;
    isRead: boolean;
}

interface LateRequest {
    land(): Promise<unknown>;
    sentAt: number;
    dueAt: number;
    readsBefore: number;
}

/**
 * Plays a fault plan: decides what happens to each request, and counts it. An org does one request after the other, in the
 * order in which they were sent, and their answers may come in any other order. When a page crashes, answers to its other
 * requests never reach it, and it sends nothing anymore.
 */
export class FaultPlayer {
    /** Resolves at the next crash. */
    crashed: Promise<void>;
    /** Rejects when the test has to end, because the run never does. The code under test doesn't see this error. */
    readonly broken: Promise<never>;
    requests = 0;
    readonly met = new Map<Fault, number>();
    readonly hidden = new Set<Id>();
    #plan: FaultPlan;
    #events: OrgEvent[];
    #reads = 0;
    #late: LateRequest[] = [];
    /** What the org is doing. */
    #busy: Promise<unknown> = Promise.resolve();
    /** The number of the page that is open. */
    #page = 0;
    /** Whether the org does what a page sent right before it crashed. */
    #isGhostDone = false;
    #crash: () => void = () => {};
    #break: (reason: Error) => void = () => {};

    constructor(plan: FaultPlan, events: OrgEvent[]) {
        this.#plan = plan;
        this.#events = events;
        this.crashed = this.#nextCrash();
        this.broken = new Promise((_, reject) => {
            this.#break = reject;
        });
        // A test that doesn't wait for it isn't broken by it.
        this.broken.catch(() => {});
    }

    /** The computer is running again after a crash. */
    restart(): void {
        this.crashed = this.#nextCrash();
    }

    meet(fault: Fault): void {
        this.met.set(fault, (this.met.get(fault) ?? 0) + 1);
    }

    /** Ends the test. @returns a promise that never settles, like the answer to a request of a closed page */
    end<T>(reason: string): Promise<T> {
        this.#break(new Error(reason));
        return new Promise<never>(() => {});
    }

    async play<T>(request: PlannedRequest<T>): Promise<T> {
        const page = this.#page;
        let slow = 0;
        const done = this.#busy.then(async () => {
            await nextTurn();
            if (page !== this.#page) return this.#ghost(request);
            const play = this.#plan.turns.shift() ?? { asides: [], turn: { do: 'pass' as const } };
            slow = play.slow ?? 0;
            return this.#perform(request, play);
        });
        this.#busy = done.catch(() => {});
        await this.#busy;
        // Each answer comes in a turn of its own, so that the page does all that follows from it before the next one.
        for (let turns = 0; turns <= slow; turns += 1) await nextTurn();
        return page === this.#page ? done : new Promise<never>(() => {});
    }

    async #perform<T>(request: PlannedRequest<T>, { asides, turn }: Play): Promise<T> {
        this.requests += 1;
        if (this.requests > MAX_REQUESTS) return this.end(`The run does not end: ${MAX_REQUESTS} requests`);
        for (const aside of asides) {
            if (aside.do !== 'vanishes') this.meet(aside.do);
            await this.#plan.aside(aside);
        }
        await this.land(this.requests);
        if (request.isRead) this.#reads += 1;
        switch (turn.do) {
            case 'pass':
                return request.ask();
            case 'fault':
                this.meet(turn.kind);
                throw request.fault(turn.kind, { ...turn, isDone: false });
            case 'lost':
                await request.ask();
                this.meet('answer lost');
                throw request.fault(turn.kind, { sent: true, retryAfter: null, isDone: true });
            case 'late':
                if (request.isRead) return request.ask();
                this.#sendLate(request, turn.after);
                this.meet('answer lost');
                throw request.fault(turn.kind, { sent: true, retryAfter: null, isDone: true });
            case 'garble': {
                const answer = await request.ask();
                this.meet('answer garbled');
                return request.garble(answer);
            }
            case 'without field': {
                const answer = await request.ask();
                if (request.withoutField === undefined) return answer;
                this.meet('field missing');
                return request.withoutField(answer);
            }
            case 'nulled': {
                const answer = await request.ask();
                const nulled = request.nulled?.(answer, turn.user) ?? answer;
                if (nulled !== answer) this.meet('result nulled');
                return nulled;
            }
            case 'crash':
                this.meet('crash');
                this.#page += 1;
                this.#isGhostDone = turn.done;
                // Its answer, or its error, reaches no one.
                if (turn.done) await request.ask().catch((thrown: unknown) => thrown);
                this.#crash();
                throw new Error('No one gets this answer');
        }
    }

    /** The org gets a request of a page that is gone, or it doesn't. */
    async #ghost<T>(request: PlannedRequest<T>): Promise<never> {
        if (this.#isGhostDone && !request.isRead) await request.ask().catch((thrown: unknown) => thrown);
        throw new Error('No one gets this answer');
    }

    /** Does what was sent, whose answer was lost, and whose time has come; without `until`, everything. */
    async land(until = Infinity): Promise<void> {
        const due = this.#late.filter(({ dueAt }) => dueAt <= until);
        this.#late = this.#late.filter(({ dueAt }) => dueAt > until);
        for (const { land, sentAt, readsBefore } of due) {
            const before = this.#events.length;
            // Its answer, or its error, reaches no one.
            await land().catch((thrown: unknown) => thrown);
            const commits = this.#events.slice(before).filter((event) => event.what === 'commit');
            for (const commit of commits) commit.sentAt = sentAt;
            if (commits.length === 0) continue;
            if (until === Infinity) this.meet('commit after the run');
            else this.meet(this.#reads > readsBefore ? 'commit between reads' : 'commit before the next read');
        }
    }

    /** The users of a read's answer, without those who vanished. */
    visible<Row>(rows: Row[], idOf: (row: Row) => Id): Row[] {
        const visible = rows.filter((row) => !this.hidden.has(idOf(row)));
        if (visible.length < rows.length) this.meet('user vanished');
        return visible;
    }

    /** Whether the org rejects the whole document because of one of its users. */
    rejects(userIds: Id[]): boolean {
        const isRejected = userIds.some((userId) => this.#plan.grudges.poisonous.has(userId));
        if (isRejected) this.meet('document rejected');
        return isRejected;
    }

    /** The org's objection to one user; null if it has none. */
    refusal(userId: Id): { words: string; code: string | null } | null {
        const { refused, locked } = this.#plan.grudges;
        const left = locked.get(userId) ?? 0;
        if (left > 0) {
            this.meet('row locked');
            locked.set(userId, left - 1);
            return { words: 'unable to obtain exclusive access to this record', code: 'UNABLE_TO_LOCK_ROW' };
        }
        const refusal = refused.get(userId) ?? null;
        if (refusal !== null) this.meet('user refused');
        return refusal;
    }

    /** Where a write really puts a user. */
    destination({ userId, to }: { userId: Id; to: Id | null }): Id | null {
        const elsewhere = this.#plan.grudges.redirected.get(userId);
        if (elsewhere === undefined || elsewhere === to) return to;
        this.meet('set otherwise');
        return elsewhere;
    }

    #sendLate(request: PlannedRequest<unknown>, after: number | null): void {
        this.#late.push({
            land: () => request.ask(),
            sentAt: this.#events.length,
            dueAt: after === null ? Infinity : this.requests + 1 + after,
            readsBefore: this.#reads
        });
    }

    #nextCrash(): Promise<void> {
        return new Promise((crash) => {
            this.#crash = crash;
        });
    }
}
