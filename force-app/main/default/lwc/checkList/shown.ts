/** What is said about all checks together. */
import { findingGroup, findingsIn, type Finding, type ReadChecks } from 'c/checks';
import type { CheckedUsers } from 'c/checkUsers';
import { counted, fill, LABELS } from 'c/labels';
import type { Choice } from 'c/orgPort';
import type { Loadable, Viewpoint } from 'c/pageState';
import { faultText, faultWords, momentText } from 'c/wording';
import { sectionsOf, type CheckRow, type CheckSection } from './rows.ts';

export const NO_FINDINGS: Finding[] = [];

export function shownOf({ value, failure }: Loadable<ReadChecks>, findings: readonly Finding[], mayEdit: boolean) {
    const found = findingsIn(findings);
    const drift = driftIn(findings);
    const users = drift.reduce((all, { count }) => all + count, 0);
    return {
        isLoading: value === null && failure === null,
        heading: found ? counted(found, LABELS.checksFoundOne, LABELS.checksFound) : LABELS.checksFoundNone,
        at: value ? fill(LABELS.checksAt, momentText(value.at, Date.now())) : '',
        unread: failure === null ? null : faultWords(failure),
        unavailable: value?.unavailable ? fill(LABELS.checksUnavailable, faultText(value.unavailable)) : null,
        edited: value?.settings.unusable ? fill(LABELS.checksEdited, value.settings.unusable) : null,
        canAdd: mayEdit && value?.unavailable === null,
        fixAll: drift.length > 1 && mayEdit ? fill(LABELS.ruleFixAll, users) : null
    };
}

/** The users of a row. Where newcomers go is asked for. */
export function usersOf({ title, finding, canFix }: CheckRow, read: ReadChecks, mayEdit: boolean): CheckedUsers {
    const { key } = finding;
    return {
        title,
        group: findingGroup(finding, read),
        isNewestFirst: key === 'onboarding',
        asksTarget: key === 'onboarding',
        ignored: read.settings.of[key].ignored,
        canIgnore: read.unavailable === null && mayEdit,
        canFix
    };
}

/** Rules with users who aren't where they belong. */
export function driftIn(findings: readonly Finding[]): Finding[] {
    return findings.filter(({ key, state }) => key === 'drift' && state === 'found');
}

/** The rows of the list. Profiles and roles are null while they aren't read. */
export function listedSections(
    findings: Finding[],
    { settings, rules, unavailable }: ReadChecks,
    { nameOf, kindOf, mayEdit }: Viewpoint,
    choices: { profiles: Choice[]; roles: Choice[] } | null
): CheckSection[] {
    const { profiles, roles } = choices ?? { profiles: null, roles: null };
    const canSave = unavailable === null;
    return sectionsOf(findings, { settings, rules, nameOf, kindOf, profiles, roles, mayEdit, canSave });
}
