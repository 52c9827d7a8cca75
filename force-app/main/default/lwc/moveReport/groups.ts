/** The users of a report, grouped by what happened to them and why. The most urgent group comes first. */
import { fill, LABELS } from 'c/labels';
import type { Outcome, Settled } from 'c/moveRun';
import type { Id } from 'c/orgPort';
import { isRemoval, nextStepText, outcomeText, reasonText, settledText, withoutCode, type NameOf } from 'c/wording';

const URGENCY: Outcome[] = ['uncertain', 'refused', 'changed meanwhile', 'not attempted', 'already there', 'moved'];

/** Users with the same outcome for the same reason. */
export interface Group {
    key: string;
    outcome: Outcome;
    title: string;
    /** Why, in Salesforce's words or ours. */
    detail: string;
    /** The status code of a failure, shown as a tooltip. */
    code: string | null;
    users: Settled[];
    /** What can be done for its users: their moves are planned again. Null: nothing. */
    again: { label: string; userIds: Id[] } | null;
}

/** What a group needs to know about the run of its users. */
export interface Aim {
    target: Id | null;
    undoOf: string | null;
    mayEdit: boolean;
}

export function groupsOf(settled: Settled[], aim: Aim): Group[] {
    const groups = new Map<string, Settled[]>();
    for (const one of settled) {
        const key = keyOf(one);
        const users = groups.get(key);
        if (users) users.push(one);
        else groups.set(key, [one]);
    }
    return [...groups]
        .map(([key, users]) => groupOf(key, users, aim))
        .sort((one, other) => URGENCY.indexOf(one.outcome) - URGENCY.indexOf(other.outcome));
}

/** Only failures and blocked users differ in their reasons. */
function keyOf({ outcome, words, code, reason }: Settled): string {
    switch (outcome) {
        case 'refused':
            return JSON.stringify([outcome, words, code]);
        case 'not attempted':
            return JSON.stringify([outcome, reason]);
        case 'moved':
        case 'already there':
        case 'changed meanwhile':
        case 'uncertain':
            return outcome;
    }
}

function groupOf(key: string, users: Settled[], aim: Aim): Group {
    const [{ outcome, code }] = users;
    return {
        key,
        outcome,
        title: outcomeText(outcome),
        detail: detailOf(users, aim),
        code: outcome === 'refused' ? code : null,
        users,
        again: aim.mayEdit ? againOf(users) : null
    };
}

function detailOf(users: Settled[], aim: Aim): string {
    const [{ outcome, words, reason }] = users;
    switch (outcome) {
        case 'refused':
            return words ? fill(LABELS.quoted, withoutCode(words)) : '';
        case 'not attempted':
            return reason ? reasonText(reason) : LABELS.groupUnreached;
        case 'changed meanwhile':
            return LABELS.groupChanged;
        case 'already there':
            return isRemoval(aim, users) ? LABELS.groupRemoved : LABELS.groupThere;
        case 'uncertain':
            return LABELS.groupUncertain;
        case 'moved':
            return '';
    }
}

function againOf(users: Settled[]): Group['again'] {
    const [{ outcome, reason }] = users;
    const userIds = users.map((user) => user.userId);
    switch (outcome) {
        case 'refused':
            return { label: fill(LABELS.retryCount, users.length), userIds };
        case 'changed meanwhile':
            // One user is moved at once. Several are reviewed first.
            return {
                label:
                    users.length === 1
                        ? fill(LABELS.moveUserAnyway, users[0].name)
                        : fill(LABELS.reviewThese, users.length),
                userIds
            };
        case 'not attempted':
            // What blocks a user, such as Voice, blocks them again.
            return reason === null ? { label: fill(LABELS.moveRest, users.length), userIds } : null;
        case 'moved':
        case 'already there':
        case 'uncertain':
            return null;
    }
}

/** What happened to one user, as far as the group doesn't say it. */
export function detailOfUser(settled: Settled, nameOf: NameOf): string {
    switch (settled.outcome) {
        case 'refused':
            return nextStepText(settled);
        case 'changed meanwhile':
            return settledText(settled, nameOf);
        case 'uncertain':
            return settled.nowIn === undefined ? '' : settledText(settled, nameOf);
        case 'not attempted':
        case 'already there':
        case 'moved':
            return '';
    }
}
