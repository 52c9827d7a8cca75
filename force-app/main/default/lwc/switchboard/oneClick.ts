/** One click on a row, and its undo: a run of one, journaled like any other, and what it did as a notice. */
import { fill, LABELS } from 'c/labels';
import type { PlannedUser } from 'c/movePlan';
import { moveOne, type Journal, type MoveOneOptions, type RunReport, type Settled, type ShownUser } from 'c/moveRun';
import type { Id, Org, User } from 'c/orgPort';
import type { Notice } from 'c/notice';
import { settledText, type NameOf } from 'c/wording';

export interface Click {
    notice: Notice;
    /** The user as they were before. */
    user: User;
    /** Where the user is known to be now; undefined: as before. */
    now?: Id | null;
    /** Null when it is not known whether the user was moved: the journal then has a run that did not end. */
    report: RunReport | null;
}

/** Where a click is done from. */
export interface Desk {
    org: Org;
    journal: Journal;
    nameOf: NameOf;
    /** Who clicks. */
    by: string;
    /** Does something for a run while no other tab does. */
    alone(runId: string, act: () => Promise<void>): Promise<unknown>;
}

export type Work = (desk: Desk) => Promise<Click>;

const options: MoveOneOptions = {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random
};

export function clickUser(user: User, to: Id | null): Work {
    return async (desk) => {
        const { settled, report } = await runOne(user, to, null, desk);
        return { user, report, ...result(settled, movedText(user, to, desk.nameOf), desk.nameOf, true) };
    };
}

/** Back to where the user was, unless somebody has moved them since. */
export function undoClick({ user, now, report }: Click): Work {
    return async (desk) => {
        const before = user.callCenterId;
        const current = { ...user, callCenterId: now ?? null, lastModified: '' };
        const { settled, report: undone } = await runOne(current, before, report?.runId ?? null, desk);
        return { user: current, report: undone, ...result(settled, undoneText(user, desk.nameOf), desk.nameOf, false) };
    };
}

async function runOne(
    user: ShownUser,
    to: Id | null,
    undoOf: string | null,
    { org, journal, by, alone }: Desk
): Promise<{ settled: Settled; report: RunReport | null }> {
    const runId = crypto.randomUUID();
    const startedAt = Date.now();
    const { id: userId, name, callCenterId: from, lastModified } = user;
    const planned: PlannedUser = { userId, name, from, to, verdict: 'move', reason: null, by: null };
    let settled!: Settled;
    await alone(runId, async () => {
        journal.begin({ runId, plan: { target: to, users: [planned], asks: [], undoOf }, by, startedAt });
        journal.intend(runId, [{ userId, from, to, lastModified }]);
        settled = await moveOne(user, to, org, options);
        if (settled.uncertain) return;
        journal.settle(runId, [settled]);
        journal.end(runId, Date.now());
    });
    if (settled.uncertain) return { settled, report: null };
    const report = { runId, target: to, startedAt, endedAt: Date.now(), by, settled: [settled], undoOf };
    return { settled, report: { ...report, stoppedBecause: null, words: null } };
}

function undoneText({ name, callCenterId }: User, nameOf: NameOf): string {
    return callCenterId === null ? fill(LABELS.undoneNone, name) : fill(LABELS.undone, name, nameOf(callCenterId));
}

function movedText(user: User, to: Id | null, nameOf: NameOf): string {
    if (to === null) return fill(LABELS.userRemovedFrom, user.name, nameOf(user.callCenterId));
    if (user.callCenterId === null) return fill(LABELS.userAddedTo, user.name, nameOf(to));
    return fill(LABELS.userMovedTo, user.name, nameOf(to));
}

function result(settled: Settled, text: string, nameOf: NameOf, undoable: boolean): Pick<Click, 'notice' | 'now'> {
    switch (settled.outcome) {
        case 'moved':
            return { notice: { tone: 'success', text, canUndo: undoable, isBusy: false }, now: settled.to };
        case 'already there':
            return { notice: { tone: 'success', text, canUndo: false, isBusy: false }, now: settled.to };
        case 'changed meanwhile':
            return { notice: failure(settled, nameOf), now: settled.nowIn ?? null };
        case 'refused':
        case 'not attempted':
            return { notice: failure(settled, nameOf) };
    }
}

function failure(settled: Settled, nameOf: NameOf): Notice {
    const text = settled.uncertain ? fill(LABELS.uncertain, settled.name) : settledText(settled, nameOf);
    return { tone: 'error', text: fill(LABELS.reasonLine, settled.name, text), canUndo: false, isBusy: false };
}
