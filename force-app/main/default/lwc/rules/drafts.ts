/** Making and changing rules. */
import type { CheckWrite, Choice, Id, User } from 'c/orgPort';
import { linesOf, unusableValues, type Rule } from './readRules.ts';

/** A rule as it's typed in. */
export interface RuleDraft {
    name: string;
    profileIds: Id[];
    roleIds: Id[];
    /** One per line, like departments. */
    titles: string;
    departments: string;
    target: Id | null;
}

export const NEW_RULE: RuleDraft = { name: '', profileIds: [], roleIds: [], titles: '', departments: '', target: null };

export type DraftProblem = 'no name' | 'no conditions' | 'too many conditions' | 'no target';

export function draftOf({ name, conditions, target }: Rule): RuleDraft {
    const { profileIds, roleIds, titles, departments } = conditions;
    return { name, profileIds, roleIds, titles: titles.join('\n'), departments: departments.join('\n'), target };
}

/**
 * A rule of one: users with the profile, role, and title of this user belong in the same call center. Users have the name
 * of their role only, so a name that two roles share gives no condition.
 */
export function draftLike(
    draft: RuleDraft,
    { profile, role, title, callCenterId }: User,
    choices: { profiles: readonly Choice[]; roles: readonly Choice[] }
): RuleDraft {
    const only = (known: readonly Choice[], name: string | null): Id[] => {
        const named = known.filter((choice) => choice.name === name);
        return named.length === 1 ? [named[0].id] : [];
    };
    return {
        ...draft,
        profileIds: only(choices.profiles, profile),
        roleIds: only(choices.roles, role),
        titles: title ?? '',
        target: callCenterId
    };
}

export function draftProblem({ name, target, ...draft }: RuleDraft): DraftProblem | null {
    if (!name.trim()) return 'no name';
    const values = [linesOf(draft.titles), linesOf(draft.departments), draft.profileIds, draft.roleIds].flat();
    const unusable = unusableValues(values.length);
    if (unusable === 'no conditions' || unusable === 'too many conditions') return unusable;
    return target === null ? 'no target' : null;
}

/** What to write for a draft. A new rule comes last. @param rule null for a new one */
export function changedRule(
    rule: Rule | null,
    draft: RuleDraft,
    rules: readonly Rule[],
    nameOf: (callCenterId: Id) => string
): CheckWrite {
    const fields = {
        name: draft.name.trim(),
        profiles: draft.profileIds.join('\n'),
        roles: draft.roleIds.join('\n'),
        titles: linesOf(draft.titles).join('\n'),
        departments: linesOf(draft.departments).join('\n'),
        target: draft.target,
        targetName: draft.target && nameOf(draft.target)
    };
    if (rule) return { what: 'rule', recordId: rule.recordId, fields };
    const order = Math.max(0, ...rules.map((one) => one.order ?? 0)) + 1;
    return { what: 'rule', recordId: null, fields: { ...fields, order, isActive: true } };
}

/** What to write so that a rule changes places with its neighbor. All rules get places from 1 on; most have theirs. */
export function movedRules(rules: readonly Rule[], recordId: Id, by: -1 | 1): CheckWrite[] {
    const from = rules.findIndex((rule) => rule.recordId === recordId);
    const to = from + by;
    if (from < 0 || to < 0 || to >= rules.length) return [];
    const moved = rules.with(from, rules[to]).with(to, rules[from]);
    return moved.flatMap((rule, place): CheckWrite[] =>
        rule.order === place + 1 ? [] : [{ what: 'rule', recordId: rule.recordId, fields: { order: place + 1 } }]
    );
}
