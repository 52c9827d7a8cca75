import { OrgFault, type FaultKind, type Id, type Membership, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import type { MovingOrg } from './memoryOrg.ts';

/** What happens to one request. `lost`: it succeeds, but its answer never arrives. `crash`: the page crashes before the answer. */
export type Turn =
    | { do: 'pass' }
    | { do: 'fault'; kind: FaultKind; sent: boolean; retryAfter: number | null }
    | { do: 'lost'; kind: FaultKind }
    | { do: 'garble' }
    | { do: 'crash'; done: boolean };

/** Something that happens right before a request. */
export type Aside =
    | { do: 'colleague moves'; user: number; to: number }
    | { do: 'colleague touches'; user: number }
    | { do: 'pause' }
    | { do: 'stop' };

/** The org's objections to single users. */
export interface Grudges {
    refused: Map<Id, { words: string; code: string | null }>;
    /** How many more times each user's row is locked. */
    locked: Map<Id, number>;
    /** Users whose presence makes the org reject the whole document. */
    poisonous: Set<Id>;
}

export interface FaultPlan {
    /** One per request, in order. After the last one, every request passes. */
    turns: { asides: Aside[]; turn: Turn }[];
    grudges: Grudges;
    aside(aside: Aside): Promise<void>;
}

/** More requests than any scenario needs, so that a run that never ends fails instead. */
const MAX_REQUESTS = 20_000;

/** An org whose requests fail according to a fault plan. */
export class FaultyOrg implements MovingOrg {
    /** Resolves at the next crash. */
    crashed: Promise<void>;
    requests = 0;
    #org: MovingOrg;
    #plan: FaultPlan;
    #crash: () => void = () => {};

    constructor(org: MovingOrg, plan: FaultPlan) {
        this.#org = org;
        this.#plan = plan;
        this.crashed = this.nextCrash();
    }

    /** The computer is running again after a crash. */
    restart(): void {
        this.crashed = this.nextCrash();
    }

    memberships(userIds: Id[]): Promise<Membership[]> {
        return this.#request(
            () => this.#org.memberships(userIds),
            // Half a list of users would be a valid answer to a different question, so an unreadable answer is thrown.
            () => {
                throw new OrgFault('unreadable', 'Unexpected end of JSON input');
            }
        );
    }

    write(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
        return this.#request(
            () => this.judged(writes),
            (answers) => answers.slice(1)
        );
    }

    writeOne(write: MembershipWrite, unmodifiedSince: string): Promise<WriteAnswer | { userId: Id; changed: true }> {
        return this.#request(
            async () => this.judge(write) ?? (await this.#org.writeOne(write, unmodifiedSince)),
            () => {
                throw new OrgFault('unreadable', 'Unexpected end of JSON input');
            }
        );
    }

    async #request<T>(ask: () => Promise<T>, garble: (answer: T) => T): Promise<T> {
        this.requests += 1;
        if (this.requests > MAX_REQUESTS) throw new Error('The run does not end');
        const { asides, turn } = this.#plan.turns.shift() ?? { asides: [], turn: { do: 'pass' } };
        for (const aside of asides) await this.#plan.aside(aside);
        switch (turn.do) {
            case 'pass':
                return ask();
            case 'fault':
                throw new OrgFault(turn.kind, `A fault: ${turn.kind}`, turn);
            case 'lost':
                await ask();
                throw new OrgFault(turn.kind, `A lost answer: ${turn.kind}`);
            case 'garble':
                return garble(await ask());
            case 'crash':
                if (turn.done) await ask();
                this.#crash();
                return new Promise<never>(() => {});
        }
    }

    private async judged(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
        if (writes.some(({ userId }) => this.#plan.grudges.poisonous.has(userId))) {
            throw new OrgFault('invalid', 'Validation error', { sent: true });
        }
        const refusals = writes.map((write) => this.judge(write));
        const accepted = writes.filter((_, place) => refusals[place] === null);
        const answers = accepted.length === 0 ? [] : await this.#org.write(accepted);
        return refusals.map((refusal) => refusal ?? (answers.shift() as WriteAnswer));
    }

    private judge({ userId }: MembershipWrite): WriteAnswer | null {
        const { refused, locked } = this.#plan.grudges;
        const left = locked.get(userId) ?? 0;
        if (left > 0) {
            locked.set(userId, left - 1);
            const words = 'unable to obtain exclusive access to this record';
            return { userId, written: false, words, code: 'UNABLE_TO_LOCK_ROW' };
        }
        const refusal = refused.get(userId);
        return refusal === undefined ? null : { userId, written: false, ...refusal };
    }

    private nextCrash(): Promise<void> {
        return new Promise((crash) => {
            this.#crash = crash;
        });
    }
}
