import type { CallCenter, Overview } from 'c/callCenters';
import type { GroupCount, Id } from 'c/orgPort';
import { splitByTarget, type Rule } from 'c/rules';
import { isSetUp } from './groups.ts';
import { WATCHED, type CheckKey } from './keys.ts';
import type { ReadChecks } from './readChecks.ts';

/**
 * - `found`: there is something to look at
 * - `clean`: there is nothing
 * - `muted`: no one wants to know
 * - `not set up`: it has to be set up first
 * - `off`: a rule that doesn't count, because it's off or can't be used
 */
export type FindingState = 'found' | 'clean' | 'muted' | 'not set up' | 'off';

/** The answer to one check, or about one rule. */
export interface Finding {
    key: CheckKey;
    /** Only for `drift`. */
    rule: Rule | null;
    state: FindingState;
    /** Users that it means; for `same name`, call centers. */
    count: number;
    /** Where those users are. */
    byCenter: GroupCount[];
    /** Users of a rule who are where they belong. */
    here: number;
    /** Call centers without a name or a type, or with the name of another one. */
    centers: CallCenter[];
}

/** All checks: those that the org counts, one per rule, and those that the list of call centers answers. */
export function findingsOf(read: ReadChecks, overview: Overview | null): Finding[] {
    const { settings, rules } = read;
    const isMuted = (key: CheckKey) => settings.of[key].isMuted;
    const watched = WATCHED.map((key): Finding => {
        const counts = read.counts.get(key) ?? [];
        const state = isMuted(key) ? 'muted' : isSetUp(key, settings) ? stateOf(sum(counts)) : 'not set up';
        return { ...NOTHING, key, state, count: sum(counts), byCenter: counts };
    });
    const drifting = rules.map((rule): Finding => {
        const { here, drift } = splitByTarget(read.ruleCounts.get(rule.recordId) ?? [], rule.target);
        const state =
            !rule.counts || isGone(rule.target, overview) ? 'off' : isMuted('drift') ? 'muted' : stateOf(sum(drift));
        return { ...NOTHING, key: 'drift', rule, state, count: sum(drift), byCenter: drift, here };
    });
    const answered = (
        [
            ['unnamed', unnamed(overview)],
            ['same name', doubled(overview)]
        ] as const
    ).map(([key, centers]): Finding => {
        const count =
            key === 'unnamed' ? centers.reduce((users, { members }) => users + (members ?? 0), 0) : centers.length;
        return { ...NOTHING, key, state: isMuted(key) ? 'muted' : stateOf(count), count, centers };
    });
    return [...watched, ...drifting, ...answered];
}

/** How many checks found something, for the count beside the view's name. */
export function findingsIn(findings: readonly Finding[]): number {
    return findings.filter(({ state }) => state === 'found').length;
}

const NOTHING = { rule: null, count: 0, byCenter: [], here: 0, centers: [] };

function stateOf(count: number): FindingState {
    return count > 0 ? 'found' : 'clean';
}

function sum(counts: readonly { users: number }[]): number {
    return counts.reduce((users, each) => users + each.users, 0);
}

/** Whether it's certain that there's no such call center. */
function isGone(target: Id | null, overview: Overview | null): boolean {
    if (target === null || !overview || overview.mayLackEmptyCenters) return false;
    return !overview.centers.some(({ id }) => id === target);
}

/** Call centers that have members, but no name or no type. */
function unnamed(overview: Overview | null): CallCenter[] {
    return (overview?.centers ?? []).filter(
        ({ name, kind, members }) => members !== null && members > 0 && (name === null || kind === 'unknown')
    );
}

/** Call centers that share their name with another one, as people read it. */
function doubled(overview: Overview | null): CallCenter[] {
    const byName = new Map<string, CallCenter[]>();
    for (const center of overview?.centers ?? []) {
        if (center.name === null) continue;
        const name = center.name.trim().toLocaleUpperCase();
        byName.set(name, [...(byName.get(name) ?? []), center]);
    }
    return [...byName.values()].filter(({ length }) => length > 1).flat();
}
