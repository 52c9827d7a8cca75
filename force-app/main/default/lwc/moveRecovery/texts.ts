import { fill, LABELS } from 'c/labels';
import type { JournalEntry, SetAside } from 'c/moveJournal';
import type { HistoryRun, Id } from 'c/orgPort';
import { otherRun, type PlanFlaw } from 'c/runRecord';
import { isRemoval, momentText, type NameOf } from 'c/wording';
import type { Unfinished } from './unfinished.ts';

/** What an unfinished run did so far, and whose it is if the org keeps it. */
export function unfinishedText(found: Unfinished, nameOf: NameOf, now: number): string {
    const { entry, flaw, moved, uncertain, run } = found;
    if (flaw !== null && run !== null) return flawText(flaw, run, now);
    const texts = [
        entry ? recoveryText(entry, moved, nameOf, now) : run ? recordText(run, moved, nameOf, now) : '',
        uncertain ? fill(LABELS.recoveryUncertain, uncertain) : '',
        run ? fill(LABELS.recordedBy, nameIn(run.by), momentText(Date.parse(run.live?.lastModified ?? ''), now)) : ''
    ];
    return texts.filter(Boolean).join(' ');
}

export function recoveryText({ plan, startedAt }: JournalEntry, moved: number, nameOf: NameOf, now: number): string {
    const total = plan.users.length;
    const when = momentText(startedAt, now);
    const isOne = total === 1;
    if (plan.target !== null) return movedText(moved, total, nameOf(plan.target), when);
    return isRemoval(plan, plan.users)
        ? fill(isOne ? LABELS.recoveredRemovedOne : LABELS.recoveredRemoved, moved, total, when)
        : fill(isOne ? LABELS.recoveredMixedOne : LABELS.recoveredMixed, moved, total, when);
}

/** The same, while the plan can't be read. */
function recordText(run: HistoryRun, moved: number, nameOf: NameOf, now: number): string {
    const total = run.live?.users ?? 0;
    const when = momentText(Date.parse(run.startedAt), now);
    return run.target === null
        ? fill(total === 1 ? LABELS.recoveredMixedOne : LABELS.recoveredMixed, moved, total, when)
        : movedText(moved, total, run.targetName ?? nameOf(run.target), when);
}

function movedText(moved: number, total: number, target: string, when: string): string {
    return fill(total === 1 ? LABELS.recoveredOne : LABELS.recovered, moved, total, target, when);
}

function flawText(flaw: PlanFlaw, run: HistoryRun, now: number): string {
    const startedAt = Date.parse(run.startedAt);
    const when = Number.isNaN(startedAt) ? run.name : momentText(startedAt, now);
    switch (flaw) {
        case 'damaged':
            return fill(LABELS.flawedDamaged, nameIn(run.by), when);
        case 'incomplete':
            return fill(LABELS.flawedIncomplete, nameIn(run.by), when);
        case 'other version':
            return fill(LABELS.flawedVersion, nameIn(run.by), when);
    }
}

/** A run that another page carries out. @param userId the user who works with this page */
export function activeText(run: HistoryRun, userId: Id, nameOf: NameOf): string {
    const { left } = otherRun(run);
    const { users = 0, heldBy } = run.live ?? {};
    if (heldBy?.id === userId) return fill(users === 1 ? LABELS.othersYoursOne : LABELS.othersYours, users, left);
    const name = nameIn(heldBy?.name ?? run.by);
    if (run.target === null) return fill(users === 1 ? LABELS.othersMixedOne : LABELS.othersMixed, name, users, left);
    const target = run.targetName ?? nameOf(run.target);
    return users === 1
        ? fill(LABELS.othersMovingOne, name, target)
        : fill(LABELS.othersMoving, name, users, target, left);
}

function nameIn(name: string | null): string {
    return name ?? LABELS.someone;
}

/** Each reason once, even if it applies to several runs. */
export function setAsideTexts(setAside: SetAside[]): string[] {
    return [...new Set(setAside.map(({ why }) => asideText(why)))];
}

function asideText(why: SetAside['why']): string {
    switch (why) {
        case 'other version':
            return LABELS.asideVersion;
        case 'other org':
            return LABELS.asideOrg;
        case 'other user':
            return LABELS.asideUser;
        case 'damaged':
            return LABELS.asideDamaged;
    }
}
