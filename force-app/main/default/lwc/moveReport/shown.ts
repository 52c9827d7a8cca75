/** Which users of a report are shown: the result and the words that were chosen, and how much of each group. */
import { OUTCOMES, type Outcome, type RunReport, type Settled } from 'c/moveRun';
import type { NameOf } from 'c/wording';
import type { Group } from './groups.ts';

/** Users of a group that are shown first. */
const USERS_FIRST = 50;
/** Users that Show more adds. More rows at once would make the page stop for a moment. */
const USERS_MORE = 200;

export interface Choice {
    /** Null: every result. */
    outcome: Outcome | null;
    /** In lowercase; all must be found. */
    words: string[];
    /** Groups that were opened or closed, by key. */
    opened: Record<string, boolean>;
    /** How often Show more was pressed, by key of the group. */
    more: Record<string, number>;
}

export const EVERYTHING: Choice = { outcome: null, words: [], opened: {}, more: {} };

export function chosenUsers(report: RunReport, { outcome, words }: Choice, nameOf: NameOf): Settled[] {
    return report.settled.filter(
        (one) => (outcome === null || one.outcome === outcome) && (!words.length || matches(one, words, nameOf))
    );
}

function matches({ name, from, to, words: message, nowIn }: Settled, words: string[], nameOf: NameOf): boolean {
    const centers = [from, to, ...(nowIn === undefined ? [] : [nowIn])].map(nameOf);
    const text = plain([name, ...centers, message ?? ''].join(' '));
    return words.every((word) => text.includes(plain(word)));
}

/** Without case and accents, so that "alvarez" finds Álvarez. */
function plain(text: string): string {
    return text
        .normalize('NFD')
        .replace(/\p{Mark}/gu, '')
        .toLowerCase();
}

/** Users who were there already are the least interesting ones, so they're closed unless someone asks for them. */
export function isOpen({ key, outcome }: Group, choice: Choice): boolean {
    const asked = choice.outcome !== null || choice.words.length > 0;
    return choice.opened[key] ?? (asked || outcome !== 'already there');
}

/** @returns how many users of a group are shown, and how many aren't yet */
export function shownCount(group: Group, choice: Choice): { shown: number; rest: number } {
    const most = USERS_FIRST + USERS_MORE * (choice.more[group.key] ?? 0);
    const shown = Math.min(most, group.users.length);
    return { shown, rest: group.users.length - shown };
}

/** The outcomes that occur, in the order of the report. */
export function outcomesOf(counts: Record<Outcome, number>): Outcome[] {
    return OUTCOMES.filter((outcome) => counts[outcome] > 0);
}
