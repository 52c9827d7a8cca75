import { toId18, type Conditions, type Id, type RuleRecord } from 'c/orgPort';

/**
 * Rules that count. Each takes one of the 20 subqueries of two documents, and the checks take four. One rule can name
 * many profiles, roles, titles, and departments.
 */
export const MAX_RULES = 16;

/** Values of all conditions of a rule. They're part of the question about every later rule, too. */
export const MAX_VALUES_PER_RULE = 50;

/** Why the conditions of a rule can't be used. Nobody fits such a rule. */
export type Unusable = 'no conditions' | 'unreadable conditions' | 'too many conditions';

export interface Rule {
    recordId: Id;
    name: string;
    /** As recorded; null if it isn't. */
    order: number | null;
    isActive: boolean;
    conditions: Conditions;
    unusable: Unusable | null;
    /** Null if the record names none. Users who fit stay where they are then, and later rules don't get them. */
    target: Id | null;
    targetName: string | null;
    /** Whether it's among the first `MAX_RULES` of those that are on and usable. Only those count. */
    counts: boolean;
}

/** In the order in which they count. Records without a place come last; of two with the same place, the older one is first. */
export function readRules(records: readonly RuleRecord[]): Rule[] {
    const placeOf = ({ order }: RuleRecord) => order ?? Number.MAX_SAFE_INTEGER;
    let counted = 0;
    return records
        .toSorted((one, other) => placeOf(one) - placeOf(other))
        .map((record) => {
            const rule = readRule(record);
            const isUsed = rule.isActive && rule.unusable === null;
            if (isUsed) counted += 1;
            return { ...rule, counts: isUsed && counted <= MAX_RULES };
        });
}

/** The rules before this one that count, and so take users from it. */
export function earlierRules({ recordId }: Rule, rules: readonly Rule[]): Rule[] {
    const place = rules.findIndex((rule) => rule.recordId === recordId);
    return rules.slice(0, Math.max(0, place)).filter((rule) => rule.counts);
}

function readRule({
    recordId,
    name,
    order,
    isActive,
    target,
    targetName,
    ...record
}: RuleRecord): Omit<Rule, 'counts'> {
    const profileIds = idsOf(record.profiles, '00e');
    const roleIds = idsOf(record.roles, '00E');
    const titles = linesOf(record.titles);
    const departments = linesOf(record.departments);
    const ids = [...profileIds, ...roleIds];
    const values = ids.length + titles.length + departments.length;
    const conditions = {
        profileIds: profileIds.filter((id) => id !== null),
        roleIds: roleIds.filter((id) => id !== null),
        titles,
        departments
    };
    const unusable = ids.includes(null) ? 'unreadable conditions' : unusableValues(values);
    return { recordId, name, order, isActive, conditions, unusable, target: idOf(target ?? '', '04v'), targetName };
}

export function unusableValues(values: number): Unusable | null {
    if (values === 0) return 'no conditions';
    return values > MAX_VALUES_PER_RULE ? 'too many conditions' : null;
}

/** The values of a text with one value per line. */
export function linesOf(text: string): string[] {
    const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
    return [...new Set(lines.filter((line) => line !== ''))];
}

/** Null for a line that isn't such an ID. */
function idsOf(text: string, prefix: string): (Id | null)[] {
    return [...new Set(linesOf(text).map((line) => idOf(line, prefix)))];
}

/** The 18-character ID of a record whose key prefix is this; null for anything else. */
export function idOf(text: string, prefix: string): Id | null {
    return text.startsWith(prefix) ? toId18(text) : null;
}
