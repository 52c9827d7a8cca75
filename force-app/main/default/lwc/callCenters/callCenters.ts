/** Call centers: which ones there are, what is known about them, and how many members each has. */
import type { CallCenterAnswer, CallCenterRow, CenterSource, Id, MemberCount } from 'c/orgPort';
import { UNKNOWN_KIND } from './kinds.ts';
export { hasVoiceItems, kindOf, UNKNOWN_KIND, type CenterFacts, type KnownKind } from './kinds.ts';
export { centersToSave, MAX_CENTERS_PER_SAVE } from './saving.ts';
export { daysUntilRetirement, OPEN_CTI_RETIRES } from './retirement.ts';

/** One call center as the page shows it. */
export interface CallCenter extends CallCenterRow {
    /** Null when field-level security hides the call centers of users. */
    members: number | null;
}

/** `none`: there was nothing to save, or it wasn't tried yet. */
export type Saving = { status: 'none' | 'saved' } | { status: 'refused'; words: string };

export interface Overview {
    centers: CallCenter[];
    /** How many users there are. Null, like all counts, when field-level security hides their call centers. */
    everyone: number | null;
    withoutCenter: number | null;
    sources: CenterSource[];
    /** Sources that failed, and why, in the org's words. */
    silent: CallCenterAnswer['silent'];
    /** When the names that aren't read live were read. The oldest counts. */
    namesReadAt: string | null;
    /** Whether what a live source found was saved in the registry. */
    saving: Saving;
    /** Only a source that reads CallCenter knows call centers without members. */
    mayLackEmptyCenters: boolean;
}

/** Best first. A better source overrides the ones after it. */
const SOURCES: CenterSource[] = ['graphql', 'visualforce', 'flow', 'registry', 'used'];

/** The sources that read CallCenter itself, and so know every call center. */
const LIVE: readonly CenterSource[] = ['graphql', 'visualforce', 'flow'];

/** Combines the answers of several sources. */
export function together(...answers: CallCenterAnswer[]): CallCenterAnswer {
    return {
        rows: answers.flatMap((answer) => answer.rows),
        answered: answers.flatMap((answer) => answer.answered),
        silent: answers.flatMap((answer) => answer.silent)
    };
}

/**
 * Merges the centers that sources name with the ones that users are in. Largest first, then by name.
 * @param counts null when field-level security hides the call centers of users
 */
export function overview(answer: CallCenterAnswer, counts: MemberCount[] | null): Overview {
    const rows = [...mergeRows(answer.rows).values()];
    return {
        ...counted(rows, counts),
        sources: SOURCES.filter((source) => answer.answered.includes(source)),
        silent: answer.silent,
        namesReadAt: oldest(rows.map((row) => row.readAt)),
        saving: { status: 'none' },
        mayLackEmptyCenters: !answer.answered.some((source) => LIVE.includes(source))
    };
}

/** The overview after its members were counted again. */
export function withCounts(before: Overview, counts: MemberCount[] | null): Overview {
    return { ...before, ...counted(before.centers, counts) };
}

function counted(rows: CallCenterRow[], counts: MemberCount[] | null) {
    if (counts === null) {
        const centers = rows.map((row) => ({ ...row, members: null }));
        return { centers: centers.sort(bySize), everyone: null, withoutCenter: null };
    }
    const members = new Map(counts.map((count) => [count.callCenterId, count.members]));
    const known = new Set(rows.map((row) => row.id));
    const others = counts.flatMap(({ callCenterId }) =>
        callCenterId && !known.has(callCenterId) ? [unnamed(callCenterId)] : []
    );
    const centers = [...rows, ...others].map((row) => ({ ...row, members: members.get(row.id) ?? 0 }));
    return {
        centers: centers.sort(bySize),
        everyone: counts.reduce((sum, count) => sum + count.members, 0),
        withoutCenter: members.get(null) ?? 0
    };
}

function mergeRows(rows: CallCenterRow[]): Map<Id, CallCenterRow> {
    const merged = new Map<Id, CallCenterRow>();
    const best = [...rows].sort((one, other) => SOURCES.indexOf(one.source) - SOURCES.indexOf(other.source));
    for (const row of best) {
        const known = merged.get(row.id);
        merged.set(row.id, known ? completed(known, row) : row);
    }
    return merged;
}

/** The better row, completed with what only the other one knows. What an admin said about the kind wins. */
function completed(better: CallCenterRow, other: CallCenterRow): CallCenterRow {
    const { kind, knownBy } = better.kind === 'unknown' || other.knownBy === 'admin' ? other : better;
    return {
        ...better,
        name: better.name ?? other.name,
        internalName: better.internalName ?? other.internalName,
        kind,
        knownBy,
        vendor: better.vendor ?? other.vendor,
        note: better.note ?? other.note,
        recordId: better.recordId ?? other.recordId
    };
}

function unnamed(id: Id): CallCenterRow {
    return {
        id,
        name: null,
        internalName: null,
        ...UNKNOWN_KIND,
        vendor: null,
        note: null,
        source: 'used',
        readAt: null,
        recordId: null
    };
}

function bySize(one: CallCenter, other: CallCenter): number {
    return (other.members ?? 0) - (one.members ?? 0) || (one.name ?? '\uffff').localeCompare(other.name ?? '\uffff');
}

/** An overview whose centers are in the order of an earlier one, so that they stay in place while someone works. */
export function inOrderOf(before: Overview | null, now: Overview): Overview {
    const places = new Map(before?.centers.map(({ id }, place) => [id, place]));
    const placeOf = ({ id }: CallCenter) => places.get(id) ?? places.size;
    return { ...now, centers: now.centers.toSorted((one, other) => placeOf(one) - placeOf(other)) };
}

function oldest(times: (string | null)[]): string | null {
    return times.reduce((first, time) => (time && (!first || time < first) ? time : first), null);
}

/** The overview after users moved from one center (null: none) to another, without asking the org again. */
export function recounted(before: Overview, moves: { from: Id | null; to: Id | null }[]): Overview {
    const change = new Map<Id | null, number>();
    for (const { from, to } of moves) {
        change.set(from, (change.get(from) ?? 0) - 1);
        change.set(to, (change.get(to) ?? 0) + 1);
    }
    const plus = (count: number | null, center: Id | null) =>
        count === null ? null : count + (change.get(center) ?? 0);
    return {
        ...before,
        withoutCenter: plus(before.withoutCenter, null),
        centers: before.centers.map((center) => ({ ...center, members: plus(center.members, center.id) }))
    };
}
