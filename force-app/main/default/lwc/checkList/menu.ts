/** What can be done with a row, beside seeing and fixing its users. */
import { settingWrite, type Finding, type ReadChecks } from 'c/checks';
import { LABELS } from 'c/labels';
import type { CheckWrite } from 'c/orgPort';
import { movedRules, type Rule } from 'c/rules';

export type MenuAction = 'set up' | 'mute' | 'unmute' | 'edit' | 'up' | 'down' | 'off' | 'on' | 'delete';

export interface MenuItem {
    value: MenuAction;
    label: string;
}

export function menuOf({ key, rule, state }: Finding, rules: readonly Rule[]): MenuItem[] {
    if (!rule) {
        const canSetUp = key === 'quiet' || key === 'onboarding';
        return [
            ...(canSetUp ? [{ value: 'set up' as const, label: LABELS.checkSetUp }] : []),
            state === 'muted'
                ? { value: 'unmute' as const, label: LABELS.checkUnmute }
                : { value: 'mute' as const, label: LABELS.checkMute }
        ];
    }
    return [
        { value: 'edit', label: LABELS.ruleEdit },
        ...(rule === rules[0] ? [] : [{ value: 'up' as const, label: LABELS.ruleUp }]),
        ...(rule === rules.at(-1) ? [] : [{ value: 'down' as const, label: LABELS.ruleDown }]),
        rule.isActive ? { value: 'off', label: LABELS.ruleTurnOff } : { value: 'on', label: LABELS.ruleTurnOn },
        { value: 'delete', label: LABELS.ruleDelete }
    ];
}

/** What to write for an action; null if it asks something first. */
export function menuWrites(
    action: MenuAction,
    { id, finding }: { id: string; finding: Finding },
    { settings, rules }: ReadChecks
): CheckWrite[] | null {
    switch (action) {
        case 'mute':
        case 'unmute':
            return [settingWrite(finding.key, settings, { isMuted: action === 'mute' })];
        case 'up':
        case 'down':
            return movedRules(rules, id, action === 'up' ? -1 : 1);
        case 'on':
        case 'off':
            return [{ what: 'rule', recordId: id, fields: { isActive: action === 'on' } }];
        case 'edit':
        case 'set up':
        case 'delete':
            return null;
    }
}
