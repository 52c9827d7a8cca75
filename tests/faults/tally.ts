import { OUTCOMES, type Outcome } from 'c/moveRun';
import { FAULTS, type Fault } from '../support/faultPlayer.ts';

/** What a property has to meet over many runs. A property that doesn't may pass without proving anything. */
export interface Expected {
    outcomes: readonly Outcome[];
    faults: readonly Fault[];
    /** Requests that were in flight at once, at most. */
    lanes: number;
}

/** What one scenario met. */
export interface Met {
    requests: number;
    outcomes: Iterable<Outcome>;
    faults: ReadonlyMap<Fault, number>;
    /** Requests that were in flight at once, at most. */
    atOnce?: number;
}

/** Counts what the scenarios of one property met. */
export class Tally {
    #scenarios = 0;
    #requests = 0;
    #atOnce: number[] = [];
    #outcomes = new Map<Outcome, number>();
    #faults = new Map<Fault, number>();

    add({ requests, outcomes, faults, atOnce = 0 }: Met): void {
        this.#atOnce[atOnce] = (this.#atOnce[atOnce] ?? 0) + 1;
        this.#scenarios += 1;
        this.#requests += requests;
        for (const outcome of outcomes) this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
        for (const [fault, times] of faults) this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + times);
    }

    lines(): string[] {
        const counted = <Name extends string>(names: readonly Name[], counts: ReadonlyMap<Name, number>) =>
            names.flatMap((name) => (counts.has(name) ? `${name} ${counts.get(name)}` : [])).join(', ');
        return [
            `${this.#scenarios} scenarios, ${this.#requests} requests`,
            `outcomes: ${counted(OUTCOMES, this.#outcomes)}`,
            `faults: ${counted(FAULTS, this.#faults)}`,
            `requests at once: ${this.#atOnce.flatMap((times, most) => `${most} in ${times}`).join(', ')}`
        ];
    }

    missingOutcomes({ outcomes }: Expected): Outcome[] {
        return outcomes.filter((outcome) => !this.#outcomes.has(outcome));
    }

    missingFaults({ faults }: Expected): Fault[] {
        return faults.filter((fault) => !this.#faults.has(fault));
    }

    /** Whether batches ran at once as often as they have to, to prove anything about it. */
    reachedLanes({ lanes }: Expected): boolean {
        return lanes === 0 || (this.#atOnce[lanes] ?? 0) > 0;
    }
}
