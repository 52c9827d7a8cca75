import type { Plan } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import { countOutcomes, type Earlier, type Outcome, type Settled } from './report.ts';
import { settledByPlan, standing, type Standing } from './settle.ts';

/** Every user of a plan, in exactly one place: settled, or to go. */
export class Ledger {
    readonly total: number;
    #order: Id[];
    #settled = new Map<Id, Settled>();
    #toGo: Map<Id, Standing>;

    constructor(plan: Plan, earlier: Earlier | null) {
        this.#order = plan.users.map((user) => user.userId);
        this.total = this.#order.length;
        const done = new Map(earlier?.settled.map((one) => [one.userId, one]));
        const inFlight = new Map(earlier?.inFlight.map((intent) => [intent.userId, intent]));
        const open: Standing[] = [];
        for (const user of plan.users) {
            const outcome = done.get(user.userId) ?? settledByPlan(user);
            if (outcome === null) open.push(standing(user, inFlight.get(user.userId) ?? null));
            else this.#settled.set(user.userId, outcome);
        }
        // What may have happened is settled first; users who need no move are only looked at, last.
        const rank = (one: Standing) => (one.intent !== null ? 0 : one.user.verdict === 'move' ? 1 : 2);
        open.sort((one, other) => rank(one) - rank(other));
        this.#toGo = new Map(open.map((one) => [one.user.userId, one]));
    }

    get toGo(): number {
        return this.#toGo.size;
    }

    counts(): Record<Outcome, number> {
        return countOutcomes(this.#settled.values());
    }

    /** In the plan's order. */
    settled(): Settled[] {
        return this.#order.flatMap((userId) => this.#settled.get(userId) ?? []);
    }

    next(users: number): Standing[] {
        return [...this.#toGo.values()].slice(0, users);
    }

    /** Users whose write may have happened and was not settled. */
    lost(): Standing[] {
        return [...this.#toGo.values()].filter((one) => one.intent !== null);
    }

    settle(outcomes: Settled[]): void {
        for (const outcome of outcomes) {
            if (this.#toGo.delete(outcome.userId)) this.#settled.set(outcome.userId, outcome);
        }
    }

    /** Behind everyone else. */
    postpone(one: Standing): void {
        this.#toGo.delete(one.user.userId);
        this.#toGo.set(one.user.userId, one);
    }
}
