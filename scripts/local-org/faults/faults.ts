import { randomFrom, type Random } from '../seed/random.ts';
import { NO_FAULTS, type FaultPlan, type FaultRule, type RequestKind } from './fault.ts';
import { readFaultPlan } from './readFaultPlan.ts';

interface Watched {
    rule: FaultRule;
    random: Random;
    /** Requests of the rule's kind so far. */
    seen: number;
    /** How often it struck. */
    struck: number;
}

/** The fault plan of an org, and what has come of it. */
export class Faults {
    #watched: Watched[] = [];
    /** Undoes what a fault changed for longer than one request. */
    readonly #restore: (() => void)[] = [];

    get plan(): FaultPlan {
        return { rules: this.#watched.map(({ rule }) => rule) };
    }

    /** How often each rule struck, in the plan's order. */
    get struck(): number[] {
        return this.#watched.map(({ struck }) => struck);
    }

    get isOn(): boolean {
        return this.#watched.length > 0;
    }

    /**
     * Begins another plan: counting starts anew, and what the last one took (permissions, the day's requests) comes back.
     * @throws Error, a sentence that says what is wrong with the plan: the last one then stays
     */
    set(plan: FaultPlan): void {
        const { rules } = readFaultPlan(plan);
        for (const restore of this.#restore.splice(0)) restore();
        this.#watched = rules.map((rule) => ({ rule, random: randomFrom(rule.seed ?? 1), seen: 0, struck: 0 }));
    }

    clear(): void {
        this.set(NO_FAULTS);
    }

    /** The rules that strike a request of this kind, which counts as one more. */
    strike(kind: RequestKind): FaultRule[] {
        return this.#watched.flatMap((watched) => {
            const { rule, random } = watched;
            if (rule.on !== 'any' && rule.on !== kind) return [];
            watched.seen++;
            if (!strikes(rule, watched.seen, random)) return [];
            watched.struck++;
            return [rule];
        });
    }

    /** To be done when the plan changes. */
    afterwards(restore: () => void): void {
        this.#restore.push(restore);
    }
}

function strikes({ nth, every, probability }: FaultRule, seen: number, random: Random): boolean {
    if (nth !== undefined) return nth.includes(seen);
    if (every !== undefined) return seen % every === 0;
    return probability === undefined || random.next() < probability;
}
