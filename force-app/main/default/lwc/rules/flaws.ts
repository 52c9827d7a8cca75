import type { Choice, Conditions, Id, Kind } from 'c/orgPort';
import { earlierRules, type Rule, type Unusable } from './readRules.ts';

/** What is wrong with a rule, so that it does nothing or less than it seems to. */
export type RuleFlaw =
    | { flaw: Unusable | 'beyond the limit' | 'no target' | 'target gone' | 'profile gone' | 'role gone' }
    /** An earlier rule takes everyone who could fit. */
    | { flaw: 'unreachable'; by: Rule };

/** What is known about the org; null for what wasn't read. */
export interface KnownOrg {
    /** Null only for a call center that certainly doesn't exist. */
    kindOf(callCenterId: Id): Kind | null;
    profiles: readonly Choice[] | null;
    roles: readonly Choice[] | null;
}

export function flawsOf(rule: Rule, rules: readonly Rule[], { kindOf, profiles, roles }: KnownOrg): RuleFlaw[] {
    const flaws: RuleFlaw[] = [];
    if (rule.unusable !== null) flaws.push({ flaw: rule.unusable });
    else if (rule.isActive && !rule.counts) flaws.push({ flaw: 'beyond the limit' });
    if (rule.target === null) flaws.push({ flaw: 'no target' });
    else if (kindOf(rule.target) === null) flaws.push({ flaw: 'target gone' });
    if (lacks(profiles, rule.conditions.profileIds)) flaws.push({ flaw: 'profile gone' });
    if (lacks(roles, rule.conditions.roleIds)) flaws.push({ flaw: 'role gone' });
    const by = rule.counts ? coveringRule(rule, rules) : undefined;
    if (by) flaws.push({ flaw: 'unreachable', by });
    return flaws;
}

function lacks(known: readonly Choice[] | null, ids: readonly Id[]): boolean {
    return known !== null && ids.some((id) => !known.some((choice) => choice.id === id));
}

/** Finds one earlier rule that takes everyone. Several that do so together aren't found; such a rule just has no users. */
function coveringRule(rule: Rule, rules: readonly Rule[]): Rule | undefined {
    return earlierRules(rule, rules).find(({ conditions }) => covers(conditions, rule.conditions));
}

/** Whether everyone who fits the narrower conditions also fits the wider ones. */
function covers(wider: Conditions, narrower: Conditions): boolean {
    return FIELDS.every((field) => {
        const allowed = wider[field].map(folded);
        const asked = narrower[field].map(folded);
        return !allowed.length || (asked.length > 0 && asked.every((value) => allowed.includes(value)));
    });

    /** Text is compared regardless of case. No two IDs differ in case only: their last three characters tell capitals. */
    function folded(value: string): string {
        return value.toUpperCase();
    }
}

const FIELDS = ['profileIds', 'roleIds', 'titles', 'departments'] as const;
