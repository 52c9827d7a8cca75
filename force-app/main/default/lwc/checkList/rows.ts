/** The findings as rows. */
import type { CheckKey, Finding, Settings } from 'c/checks';
import { counted, fill, LABELS } from 'c/labels';
import type { Choice, GroupCount } from 'c/orgPort';
import { flawsOf, MAX_RULES, MAX_VALUES_PER_RULE, type KnownOrg, type Rule, type RuleFlaw } from 'c/rules';
import { listText, type NameOf } from 'c/wording';
import { menuOf, type MenuItem } from './menu.ts';

export interface CheckRow {
    /** The check, or the record of the rule. */
    id: string;
    finding: Finding;
    /** The number as people read it; empty where there's nothing. */
    count: string;
    isClean: boolean;
    title: string;
    details: { key: string; text: string; isWarning: boolean }[];
    /** Call centers to open. */
    centers: Choice[];
    /** It isn't set up yet, and this person can do it. */
    offersSetUp: boolean;
    hasUsers: boolean;
    canFix: boolean;
    seeLabel: string;
    fixLabel: string;
    setUpLabel: string;
    menuLabel: string;
    menu: MenuItem[];
}

export interface CheckSection {
    key: string;
    name: string;
    hint: string;
    rows: CheckRow[];
    /** Only the rules. */
    areRules: boolean;
}

/** What rows are made with. */
export interface RowFacts extends KnownOrg {
    settings: Settings;
    rules: readonly Rule[];
    nameOf: NameOf;
    mayEdit: boolean;
    /** Whether rules and settings can be saved. */
    canSave: boolean;
}

const SECTIONS: readonly { key: string; of: readonly CheckKey[] }[] = [
    { key: 'clean-up', of: ['inactive', 'quiet', 'portal'] },
    { key: 'onboarding', of: ['onboarding'] },
    { key: 'rules', of: ['drift'] },
    { key: 'names', of: ['unnamed', 'same name'] }
];

export function sectionsOf(findings: readonly Finding[], facts: RowFacts): CheckSection[] {
    const names = [LABELS.checksCleanUp, LABELS.checksOnboarding, LABELS.rules, LABELS.checksNames];
    return SECTIONS.map(({ key, of }, place) => ({
        key,
        name: names[place],
        hint: key === 'rules' ? LABELS.rulesHint : '',
        rows: findings.filter((finding) => of.includes(finding.key)).map((finding) => rowOf(finding, facts)),
        areRules: key === 'rules'
    }));
}

export function rowOf(finding: Finding, facts: RowFacts): CheckRow {
    const { key, rule, state, count, centers } = finding;
    const title = titleOf(finding, facts);
    const flaws = rule ? flawsOf(rule, facts.rules, facts) : [];
    const isFound = state === 'found';
    const details = [
        ...flaws.map((flaw) => ({ text: flawText(flaw, rule!, facts), isWarning: true })),
        ...linesOf(finding, flaws.length > 0, facts)
    ];
    const id = rule?.recordId ?? key;
    return {
        id,
        finding,
        count: isFound ? count.toLocaleString() : '',
        isClean: state === 'clean' && !flaws.length,
        title,
        details: details.map((line, index) => ({ ...line, key: String(index) })),
        centers: state === 'muted' ? [] : centers.map((center) => ({ id: center.id, name: facts.nameOf(center.id) })),
        offersSetUp: state === 'not set up' && facts.canSave && facts.mayEdit,
        hasUsers: isFound && key !== 'unnamed' && key !== 'same name',
        canFix: isFound && facts.mayEdit && isFixable(key),
        seeLabel: fill(LABELS.aboutGroup, LABELS.checkSeeUsers, title),
        fixLabel: fill(LABELS.aboutGroup, LABELS.importFix, title),
        setUpLabel: fill(LABELS.aboutGroup, LABELS.checkSetUp, title),
        menuLabel: fill(LABELS.aboutGroup, LABELS.moreActions, title),
        menu: facts.canSave && facts.mayEdit ? menuOf(finding, facts.rules) : []
    };
}

function isFixable(key: CheckKey): boolean {
    switch (key) {
        case 'inactive':
        case 'quiet':
        case 'portal':
        case 'onboarding':
        case 'drift':
            return true;
        case 'unnamed':
        case 'same name':
            return false;
    }
}

function titleOf({ key, rule }: Finding, facts: RowFacts): string {
    const { settings } = facts;
    switch (key) {
        case 'inactive':
            return LABELS.checkInactive;
        case 'quiet':
            return counted(settings.days, LABELS.checkQuietOne, LABELS.checkQuiet);
        case 'portal':
            return LABELS.checkPortal;
        case 'onboarding':
            return LABELS.checkOnboarding;
        case 'drift':
            return rule?.target ? fill(LABELS.ruleTitle, rule.name, targetName(rule, facts)) : (rule?.name ?? '');
        case 'unnamed':
            return LABELS.checkUnnamed;
        case 'same name':
            return LABELS.checkSameName;
    }
}

/** A call center that isn't there anymore has the name that it had when the rule was saved. */
function targetName({ target, targetName: name }: Rule, { nameOf, kindOf }: RowFacts): string {
    if (target === null) return '';
    return kindOf(target) === null ? (name ?? target) : nameOf(target);
}

function linesOf(finding: Finding, hasFlaws: boolean, { settings, profiles, nameOf }: RowFacts) {
    const { key, rule, state, here, byCenter } = finding;
    const lines: string[] = [];
    const warnings: string[] = [];
    if (key === 'quiet' && settings.badDays !== null)
        warnings.push(fill(LABELS.checkDaysIgnored, settings.badDays, settings.days));
    if (state === 'muted') lines.push(LABELS.checkMuted);
    else if (state === 'not set up') lines.push(LABELS.checkOnboardingSetUp);
    else if (state === 'off' && rule && !rule.isActive) lines.push(LABELS.ruleOff);
    else if (key === 'drift') {
        if (state === 'found') lines.push(fill(LABELS.ruleDrift, whereText(byCenter, nameOf)));
        else if (here > 0) lines.push(counted(here, LABELS.ruleHereOne, LABELS.ruleHere));
        else if (!hasFlaws) lines.push(LABELS.ruleNobody);
    } else {
        if (key === 'onboarding')
            lines.push(listText(settings.profileIds.map((id) => profiles?.find((each) => each.id === id)?.name ?? id)));
        if (state === 'found' && key !== 'onboarding') lines.push(whereText(byCenter, nameOf));
        if (state === 'found') lines.push(hintOf(key));
    }
    return [
        ...warnings.map((text) => ({ text, isWarning: true })),
        ...lines.filter((text) => text !== '').map((text) => ({ text, isWarning: false }))
    ];
}

/** "Old Dialer: 5, No call center: 3", the largest first. */
function whereText(counts: readonly GroupCount[], nameOf: NameOf): string {
    const sorted = counts.toSorted((one, other) => other.users - one.users);
    return listText(sorted.map(({ key, users }) => fill(LABELS.profileShare, nameOf(key), users)));
}

function hintOf(key: CheckKey): string {
    switch (key) {
        case 'inactive':
            return LABELS.checkInactiveHint;
        case 'quiet':
            return LABELS.checkQuietHint;
        case 'portal':
            return LABELS.checkPortalHint;
        case 'onboarding':
            return LABELS.checkOnboardingHint;
        case 'drift':
        case 'unnamed':
        case 'same name':
            return '';
    }
}

function flawText(flaw: RuleFlaw, rule: Rule, facts: RowFacts): string {
    switch (flaw.flaw) {
        case 'no conditions':
            return LABELS.ruleConditionsNone;
        case 'unreadable conditions':
            return LABELS.ruleConditionsUnreadable;
        case 'too many conditions':
            return fill(LABELS.ruleConditionsMany, MAX_VALUES_PER_RULE);
        case 'beyond the limit':
            return fill(LABELS.ruleBeyond, MAX_RULES);
        case 'no target':
            return LABELS.ruleTargetNone;
        case 'target gone':
            return fill(LABELS.ruleTargetGone, targetName(rule, facts));
        case 'profile gone':
        case 'role gone':
            return LABELS.ruleConditionGone;
        case 'unreachable':
            return fill(LABELS.ruleUnreachable, flaw.by.name);
    }
}

/** A rule or a check by its row. */
export function findingOf(rows: readonly CheckSection[], id: string): CheckRow | undefined {
    return rows.flatMap((section) => section.rows).find((row) => row.id === id);
}
