import { randomFrom, type Random } from '../seed/random.ts';
import { NO_FAULTS, type FaultPlan, type FaultRule, type RequestKind } from './fault.ts';
import { readFaultPlan } from './readFaultPlan.ts';

interface ActiveRule {
    rule: FaultRule;
    random: Random;
    /** The number of requests of the rule's kind so far. */
    seen: number;
    /** How often the rule struck. */
    struck: number;
}

/** The fault plan of an org, and how often each rule struck. */
export class Faults {
    #rules: ActiveRule[] = [];
    /** Undo the effects that outlast one request. */
    readonly #restore: (() => void)[] = [];

    get plan(): FaultPlan {
        return { rules: this.#rules.map(({ rule }) => rule) };
    }

    /** How often each rule struck, in the plan's order. */
    get struck(): number[] {
        return this.#rules.map(({ struck }) => struck);
    }

    get isOn(): boolean {
        return this.#rules.length > 0;
    }

    /**
     * Starts another plan. Counters restart, and what the previous plan removed (permissions, daily requests) is restored.
     * @throws Error with one sentence about what is wrong with the plan. The previous plan then stays active.
     */
    set(plan: FaultPlan): void {
        const { rules } = readFaultPlan(plan);
        for (const restore of this.#restore.splice(0)) restore();
        this.#rules = rules.map((rule) => ({ rule, random: randomFrom(rule.seed ?? 1), seen: 0, struck: 0 }));
    }

    clear(): void {
        this.set(NO_FAULTS);
    }

    /** Counts a request of this kind. @returns the rules that strike it */
    strike(kind: RequestKind): FaultRule[] {
        return this.#rules.flatMap((active) => {
            const { rule, random } = active;
            if (rule.on !== 'any' && rule.on !== kind) return [];
            active.seen++;
            if (!strikes(rule, active.seen, random)) return [];
            active.struck++;
            return [rule];
        });
    }

    /** Registers what to undo when the plan changes. */
    onChange(restore: () => void): void {
        this.#restore.push(restore);
    }
}

function strikes({ nth, every, probability }: FaultRule, seen: number, random: Random): boolean {
    if (nth !== undefined) return nth.includes(seen);
    if (every !== undefined) return seen % every === 0;
    return probability === undefined || random.next() < probability;
}
