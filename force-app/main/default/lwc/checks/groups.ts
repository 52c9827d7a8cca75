import type { GroupQuestion, UserGroup } from 'c/orgPort';
import { ruleQuestion, type Rule } from 'c/rules';
import { WATCHED, type WatchKey } from './keys.ts';
import type { Settings } from './settings.ts';
export { WATCHED, type CheckKey, type WatchKey } from './keys.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The users whom a check means. @param now in milliseconds */
export function groupOf(key: WatchKey, { days, profileIds, of }: Settings, now: number): UserGroup {
    const except = of[key].ignored.map(({ userId }) => userId);
    switch (key) {
        case 'inactive':
            return { isActive: false, center: 'some', except };
        case 'quiet':
            // Inactive members have a check of their own.
            return { isActive: true, center: 'some', quietSince: new Date(now - days * DAY).toISOString(), except };
        case 'portal':
            return { type: 'other', center: 'some', except };
        case 'onboarding':
            return { isActive: true, type: 'standard', center: 'none', profileIds, except };
    }
}

/** What a count is about: a check, or a rule. */
export type Counted = { of: WatchKey } | { of: 'rule'; rule: Rule };

/** What to ask the org, which answers ten questions per request: at most 4 about checks, and one per rule that counts. */
export function countQuestions(
    settings: Settings,
    rules: readonly Rule[],
    now: number
): { about: Counted; question: GroupQuestion }[] {
    const watched = WATCHED.filter((key) => !settings.of[key].isMuted && isSetUp(key, settings));
    const except = settings.of.drift.ignored.map(({ userId }) => userId);
    const counted = settings.of.drift.isMuted ? [] : rules.filter((rule) => rule.counts);
    return [
        ...watched.map((key) => ({
            about: { of: key },
            question: { group: groupOf(key, settings, now), by: 'center' as const }
        })),
        ...counted.map((rule) => ({
            about: { of: 'rule' as const, rule },
            question: ruleQuestion(rule, rules, except)
        }))
    ];
}

/** Until someone chooses profiles, it isn't known who needs a call center. */
export function isSetUp(key: WatchKey, { profileIds }: Settings): boolean {
    return key !== 'onboarding' || profileIds.length > 0;
}
