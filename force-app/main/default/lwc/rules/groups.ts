import type { GroupCount, GroupQuestion, Id, UserGroup } from 'c/orgPort';
import { earlierRules, type Rule } from './readRules.ts';

/** The users whom a rule is about: active, of the Standard type, and not claimed by an earlier rule. */
function claimed(rule: Rule, rules: readonly Rule[], except: Id[]): UserGroup {
    const fitsNone = earlierRules(rule, rules).map(({ conditions }) => conditions);
    return { isActive: true, type: 'standard', fits: rule.conditions, fitsNone, except };
}

/** Counts the users of a rule by the call center that they're in. */
export function ruleQuestion(rule: Rule, rules: readonly Rule[], except: Id[]): GroupQuestion {
    return { group: claimed(rule, rules, except), by: 'center' };
}

/** The users of a rule who aren't in its call center. */
export function driftOf(rule: Rule & { target: Id }, rules: readonly Rule[], except: Id[]): UserGroup {
    return { ...claimed(rule, rules, except), center: { not: rule.target } };
}

/** How many users of a rule are where they belong, and where the others are. */
export function splitByTarget(counts: readonly GroupCount[], target: Id | null): { here: number; drift: GroupCount[] } {
    const here = counts.find(({ key }) => key !== null && key === target)?.users ?? 0;
    return { here, drift: target === null ? [] : counts.filter(({ key }) => key !== target) };
}
