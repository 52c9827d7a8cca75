import { OUTCOMES, type Outcome } from 'c/moveRun';
import { FAULTS, type Fault } from '../support/faultPlayer.ts';

/** What a property has to meet over many runs. A property that doesn't may pass without proving anything. */
export interface Expected {
    outcomes: readonly Outcome[];
    faults: readonly Fault[];
}

/** What one scenario met. */
export interface Met {
    requests: number;
    outcomes: Iterable<Outcome>;
    faults: ReadonlyMap<Fault, number>;
}

/** Counts what the scenarios of one property met. */
export class Tally {
    #scenarios = 0;
    #requests = 0;
    #outcomes = new Map<Outcome, number>();
    #faults = new Map<Fault, number>();

    add({ requests, outcomes, faults }: Met): void {
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
            `faults: ${counted(FAULTS, this.#faults)}`
        ];
    }

    missingOutcomes({ outcomes }: Expected): Outcome[] {
        return outcomes.filter((outcome) => !this.#outcomes.has(outcome));
    }

    missingFaults({ faults }: Expected): Fault[] {
        return faults.filter((fault) => !this.#faults.has(fault));
    }
}
