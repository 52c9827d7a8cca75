/**
 * A plan as text, compact enough that 6,800 users fit one long text field: one row of 19 characters per user, with a code
 * for each call center. It has no spaces and no line breaks, because Salesforce trims text and changes line breaks.
 *
 * Each part is `swb2:{part}:{parts}:{checksum}:{slice}`. The slices together are
 * `{field};{target};{undoOf};{users};{places};{rows}`. A row is the letter of the verdict, the codes of `from` and
 * `to`, and the ID. Names aren't kept, because whoever continues the run reads the users anyway.
 */
import { BLOCK_REASONS, type Plan, type PlannedUser } from 'c/movePlan';
import { MAX_PLAN_PART, MAX_PLAN_PARTS, toId18, type Id, type PlanPart } from 'c/orgPort';
import { checksum } from './checksum.ts';

/** The version of this layout. Plans of other versions aren't read. The order of BLOCK_REASONS belongs to it. */
const VERSION = '2';
/** Room for everything before the slice: version, two numbers, and the checksum. */
const SLICE = MAX_PLAN_PART - 32;

/**
 * Why a recorded plan can't be used. `incomplete`: a part is missing. `damaged`: someone edited it, it was cut off, or it
 * isn't a plan at all.
 */
export type PlanFlaw = 'other version' | 'incomplete' | 'damaged';

/** @returns the parts, in order; null when the plan is larger than what is recorded */
export function encodePlan(runId: string, plan: Plan): string[] | null {
    const places = [...new Set(plan.users.flatMap(({ from, to }) => [from, to]))];
    const width = widthOf(places.length);
    const codes = new Map(places.map((place, index) => [place, index.toString(36).padStart(width, '0')]));
    const rows = plan.users.map(
        (user) => `${letterOf(user)}${codes.get(user.from)}${codes.get(user.to)}${shortId(user.userId)}`
    );
    const text = [
        plan.field,
        escaped(plan.target),
        escaped(plan.undoOf),
        String(plan.users.length),
        places.map(escaped).join(),
        rows.join()
    ].join(';');
    const slices = text.match(new RegExp(`.{1,${SLICE}}`, 'gs')) ?? [];
    if (slices.length > MAX_PLAN_PARTS) return null;
    return slices.map((slice, part) => {
        const sum = checksum([runId.toLowerCase(), part, slices.length, slice].join());
        return `swb${VERSION}:${part}:${slices.length}:${sum}:${slice}`;
    });
}

/** Never throws, whatever the records hold. The users of the plan have their IDs as names. */
export function decodePlan(runId: string, recorded: PlanPart[]): { plan: Plan } | { flaw: PlanFlaw } {
    const slices: string[] = [];
    let expected = 0;
    for (const { part, text } of [...recorded].sort((one, other) => one.part - other.part)) {
        const [, version, number, parts, sum, slice] = /^swb(\d+):(\d+):(\d+):(\w+):(.+)$/s.exec(text) ?? [];
        if (version === undefined) return { flaw: 'damaged' };
        if (version !== VERSION) return { flaw: 'other version' };
        const isIntact = sum === checksum([runId.toLowerCase(), number, parts, slice].join());
        if (!isIntact || Number(number) !== part) return { flaw: 'damaged' };
        if (part > slices.length) return { flaw: 'incomplete' };
        if (part < slices.length) return { flaw: 'damaged' };
        slices.push(slice);
        expected = Number(parts);
    }
    if (slices.length !== expected || expected === 0) return { flaw: 'incomplete' };
    const plan = readPlan(slices.join(''));
    return plan === null ? { flaw: 'damaged' } : { plan };
}

/** @returns null when the text isn't a plan. The checksum isn't a proof: people can compute it, too. */
function readPlan(text: string): Plan | null {
    const [field, target, undoOf, count, placeList, rowList, ...rest] = text.split(';');
    if (field !== 'CallCenterId' || rowList === undefined || rest.length > 0) return null;
    const places = placeList.split(',').map(unescaped);
    const width = widthOf(places.length);
    const rows = rowList === '' ? [] : rowList.split(',');
    const users = rows.map((row) => readRow(row, places, width));
    const read = users.filter((user) => user !== null);
    const isWhole = read.length === users.length && String(users.length) === count;
    const isUnique = new Set(read.map(({ userId }) => userId)).size === read.length;
    const [shared, undone] = [unescaped(target), unescaped(undoOf)];
    if (!isWhole || !isUnique || !isCenter(shared) || undone === undefined) return null;
    return { field, target: shared, users: read, undoOf: undone };
}

function readRow(row: string, places: (string | null | undefined)[], width: number): PlannedUser | null {
    const place = (start: number) => places[parseInt(row.slice(start, start + width), 36)];
    const [from, to] = [place(1), place(1 + width)];
    const userId = longId(row.slice(1 + 2 * width));
    const verdict = verdictOf(row[0]);
    if (!userId || verdict === null || from === undefined || to === undefined) return null;
    // A blocked user or target may have any ID, because that can be why it's blocked.
    if (verdict.verdict !== 'blocked' && !(toId18(userId) && isCenter(from) && isCenter(to))) return null;
    return { userId, name: userId, from, to, ...verdict, by: null };
}

function letterOf({ verdict, reason }: PlannedUser): string {
    switch (verdict) {
        case 'move':
            return 'm';
        case 'already there':
            return 'a';
        case 'kept':
            return 'k';
        case 'blocked':
            return String.fromCharCode(
                'A'.charCodeAt(0) + Math.max(0, BLOCK_REASONS.indexOf(reason ?? 'unknown user'))
            );
    }
}

function verdictOf(letter: string | undefined): Pick<PlannedUser, 'verdict' | 'reason'> | null {
    if (letter === 'm') return { verdict: 'move', reason: null };
    if (letter === 'a') return { verdict: 'already there', reason: null };
    if (letter === 'k') return { verdict: 'kept', reason: null };
    const reason = BLOCK_REASONS[(letter ?? '').charCodeAt(0) - 'A'.charCodeAt(0)];
    return reason === undefined ? null : { verdict: 'blocked', reason };
}

/** Digits of the codes of so many call centers, in base 36. */
function widthOf(places: number): number {
    return Math.max(1, (places - 1).toString(36).length);
}

/** The last three characters of an ID follow from the others. */
function shortId(userId: Id): string {
    return toId18(userId) === userId ? userId.slice(0, 15) : `~${escaped(userId)}`;
}

function longId(text: string): Id | null | undefined {
    return text.startsWith('~') ? unescaped(text.slice(1)) : text.length === 15 ? toId18(text) : null;
}

/** Null is empty. Half of a surrogate pair can't be escaped, and it can't be an ID. */
function escaped(text: string | null): string {
    return encodeURIComponent((text ?? '').replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** @returns undefined for what `escaped` can't have made */
function unescaped(text: string): string | null | undefined {
    try {
        return decodeURIComponent(text) || null;
    } catch (thrown) {
        if (thrown instanceof URIError) return undefined;
        throw thrown;
    }
}

function isCenter(place: string | null | undefined): place is Id | null {
    return place === null || (place !== undefined && toId18(place) === place);
}
