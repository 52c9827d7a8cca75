import type { Plan } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import type { Earlier } from './journalPort.ts';
import { countOutcomes, type Outcome, type Settled } from './report.ts';
import { mayBeWritten, settledByPlan, standing, type Standing } from './settle.ts';

/** Holds every user of a plan in exactly one of two lists: settled, or still to go. */
export class Ledger {
    readonly total: number;
    private order: Id[];
    private ownSettled = new Map<Id, Settled>();
    /** Kept up to date, because a run of thousands asks for it after every batch. */
    private ownCounts: Record<Outcome, number>;
    private ownToGo: Map<Id, Standing>;
    /** Users of batches that are in flight. */
    private taken = new Set<Standing>();

    constructor(plan: Plan, earlier: Earlier | null) {
        this.order = plan.users.map((user) => user.userId);
        this.total = this.order.length;
        const done = new Map(earlier?.settled.map((one) => [one.userId, one]));
        const inFlight = new Map(earlier?.inFlight.map((intent) => [intent.userId, intent]));
        const open: Standing[] = [];
        for (const user of plan.users) {
            const outcome = done.get(user.userId) ?? settledByPlan(user);
            const intent = inFlight.get(user.userId) ?? null;
            const since = user.verdict === 'move' && intent === null ? (earlier?.startedBefore ?? null) : null;
            if (outcome === null) open.push(standing(user, plan.field, intent, since));
            else this.ownSettled.set(user.userId, outcome);
        }
        this.ownCounts = countOutcomes(this.ownSettled.values());
        // Writes that may have happened are settled first. Users who need no move are only checked, last.
        const rank = (one: Standing) => (one.intent !== null ? 0 : one.user.verdict === 'move' ? 1 : 2);
        open.sort((one, other) => rank(one) - rank(other));
        this.ownToGo = new Map(open.map((one) => [one.user.userId, one]));
    }

    get toGo(): number {
        return this.ownToGo.size;
    }

    counts(): Record<Outcome, number> {
        return { ...this.ownCounts };
    }

    /** In the plan's order. */
    settled(): Settled[] {
        return this.order.flatMap((userId) => this.ownSettled.get(userId) ?? []);
    }

    /** The next users whom no batch in flight has. */
    next(users: number): Standing[] {
        const free: Standing[] = [];
        for (const one of this.ownToGo.values()) {
            if (free.length === users) break;
            if (!this.taken.has(one)) free.push(one);
        }
        return free;
    }

    /** Keeps these users out of other batches until `giveBack`. */
    take(batch: Standing[]): void {
        for (const one of batch) this.taken.add(one);
    }

    giveBack(batch: Standing[]): void {
        for (const one of batch) this.taken.delete(one);
    }

    /** Users whose write may have happened and isn't settled. */
    lost(): Standing[] {
        return [...this.ownToGo.values()].filter(mayBeWritten);
    }

    settle(outcomes: Settled[]): void {
        for (const outcome of outcomes) {
            if (!this.ownToGo.delete(outcome.userId)) continue;
            this.ownSettled.set(outcome.userId, outcome);
            this.ownCounts[outcome.outcome] += 1;
        }
    }

    /** Moves a user to the end of the list. */
    postpone(one: Standing): void {
        this.ownToGo.delete(one.user.userId);
        this.ownToGo.set(one.user.userId, one);
    }
}
