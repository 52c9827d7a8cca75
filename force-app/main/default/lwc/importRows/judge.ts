import type { Sheet, SheetRow } from 'c/csv';
import { planOne, waits, type KindOf } from 'c/movePlan';
import type { FoundUser, Id } from 'c/orgPort';
import { askedValue, exactFirst, meaningOf, questionKey } from './keys.ts';
import { targetOf, targetReader, type ReadTarget } from './targets.ts';
import {
    VERDICTS,
    type Corrections,
    type Correction,
    type Found,
    type Mapping,
    type NamedCenter,
    type RowVerdict,
    type VerdictName
} from './types.ts';

/** Rows that get their verdict before the work can pause. They take a few milliseconds. */
const ROWS_PER_STEP = 1_000;

/** Everything that decides the verdicts. */
export interface Import {
    sheet: Sheet;
    mapping: Mapping;
    centers: readonly NamedCenter[];
    kindOf: KindOf;
    found: Found;
    corrections: Corrections;
}

/** What a row says by itself: a verdict, or a user and where they go, which the other rows may say, too. */
type Reading = { verdict: RowVerdict } | { user: FoundUser; to: Id | null };

/** The verdicts of an import. Only `verdicts` and `counts` are for others; the rest makes the next judgment quick. */
export interface Judged {
    /** In the order of the sheet's rows, one for each. */
    verdicts: readonly RowVerdict[];
    counts: Readonly<Record<VerdictName, number>>;
    readings: readonly Reading[];
    /** Places of the rows that name a user, in the order of the sheet. */
    byUser: ReadonlyMap<Id, readonly number[]>;
}

/** Gives each row of an import its verdict. It yields now and then, because a sheet can have 50,000 rows. */
export function* judgeSteps(given: Import): Generator<void, Judged> {
    const read = rowReader(given);
    const readings: Reading[] = [];
    const byUser = new Map<Id, number[]>();
    for (const [place, row] of given.sheet.rows.entries()) {
        const reading = read(row);
        readings.push(reading);
        if ('user' in reading) {
            const places = byUser.get(reading.user.id);
            if (places) places.push(place);
            else byUser.set(reading.user.id, [place]);
        }
        if (place % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    }
    const verdicts = readings.map((reading) => ('verdict' in reading ? reading.verdict : null)) as RowVerdict[];
    let judgedRows = 0;
    for (const places of byUser.values()) {
        judgeGroup(places, readings, verdicts, given);
        judgedRows += places.length;
        if (judgedRows >= ROWS_PER_STEP) {
            judgedRows = 0;
            yield;
        }
    }
    return { verdicts, counts: countsOf(verdicts), readings, byUser };
}

/**
 * The verdicts after something changed that concerns only these rows: a correction, or an answer to a lookup. Other rows keep
 * their verdicts, except rows that name the same user, now or before.
 */
export function judgeAgain(before: Judged, given: Import, rows: readonly number[]): Judged {
    const read = rowReader(given);
    const readings = [...before.readings];
    const verdicts = [...before.verdicts];
    const byUser = new Map(before.byUser);
    const users = new Set<Id>();
    for (const number of rows) {
        const place = placeOf(given.sheet, number);
        const row = given.sheet.rows[place];
        if (row === undefined) continue;
        const [old, now] = [readings[place], read(row)];
        readings[place] = now;
        if ('user' in old) {
            const others = (byUser.get(old.user.id) ?? []).filter((other) => other !== place);
            if (others.length > 0) byUser.set(old.user.id, others);
            else byUser.delete(old.user.id);
            users.add(old.user.id);
        }
        if ('verdict' in now) verdicts[place] = now.verdict;
        else {
            const places = [...(byUser.get(now.user.id) ?? []), place];
            byUser.set(
                now.user.id,
                places.toSorted((one, other) => one - other)
            );
            users.add(now.user.id);
        }
    }
    for (const user of users) judgeGroup(byUser.get(user) ?? [], readings, verdicts, given);
    return { verdicts, counts: countsOf(verdicts), readings, byUser };
}

/** Where a row is in `sheet.rows` and in `verdicts`; -1 for a row that isn't there. Rows are in the order of their numbers. */
export function placeOf({ rows }: Sheet, number: number): number {
    let [low, high] = [0, rows.length - 1];
    while (low <= high) {
        const middle = (low + high) >> 1;
        if (rows[middle].row === number) return middle;
        if (rows[middle].row < number) low = middle + 1;
        else high = middle - 1;
    }
    return -1;
}

/** Judges all rows that name one user. */
function judgeGroup(
    places: readonly number[],
    readings: readonly Reading[],
    verdicts: RowVerdict[],
    { sheet, kindOf }: Import
): void {
    const named = places.map((place) => readings[place] as Extract<Reading, { user: FoundUser }>);
    const agree = named.every(({ to }) => to === named[0].to);
    const rows = places.map((place) => sheet.rows[place].row);
    for (const [index, place] of places.entries()) {
        const { user, to } = named[index];
        verdicts[place] =
            agree && index === 0
                ? planned(user, to, kindOf)
                : { verdict: 'named twice', user, to, counts: agree ? rows[0] : null, rows };
    }
}

function planned(user: FoundUser, to: Id | null, kindOf: KindOf): RowVerdict {
    const { verdict, reason, from } = planOne(user, to, kindOf);
    if (reason !== null) return { verdict: 'blocked', user, from, to, reason, waits: waits(reason) };
    return { verdict: verdict === 'already there' ? 'already there' : 'will move', user, from, to };
}

/** Reads rows one by one: whom each means and where they go, as far as the row itself says. */
function rowReader(given: Import): (row: SheetRow) => Reading {
    const { sheet, mapping, corrections, centers } = given;
    const readTarget = targetReader(centers);
    const expected = sheet.header?.length ?? usualWidth(sheet);
    return (row) => {
        const correction = corrections.get(row.row) ?? {};
        if (correction.skip) return { verdict: { verdict: 'skipped' } };
        if (isMisshapen(row, expected, mapping, correction))
            return { verdict: { verdict: 'unreadable', cells: row.cells.length, expected } };
        const user = correction.user ?? userOf(row, correction, given);
        if ('verdict' in user) return { verdict: user };
        const target: ReadTarget = correction.target
            ? { destination: correction.target }
            : targetOf(row.cells, mapping, readTarget);
        if ('destination' in target) return { user, to: target.destination.to };
        const { unknown: why, text, candidates } = target;
        return { verdict: { verdict: 'target unknown', why, user, text, candidates } };
    };
}

/** The width that most rows of a sheet without a header have. */
function usualWidth({ rows }: Sheet): number {
    const counts = new Map<number, number>();
    for (const { cells } of rows.slice(0, ROWS_PER_STEP)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    const [usual] = [...counts].toSorted(([, one], [, other]) => other - one);
    return usual?.[0] ?? 0;
}

/**
 * Whether a cell that matters may be another one. Spreadsheets leave out empty cells at the end of rows, so a row may be
 * narrower as long as the cells that matter are there.
 */
function isMisshapen(
    { cells }: SheetRow,
    expected: number,
    { user, target }: Mapping,
    correction: Correction
): boolean {
    const needed = [
        correction.user || correction.text !== undefined ? null : user?.column,
        correction.target ? null : target.column
    ].filter((column) => column !== null && column !== undefined);
    if (needed.length === 0) return false;
    return (
        needed.some((column) => column >= cells.length) || cells.slice(expected).some((cell) => meaningOf(cell) !== '')
    );
}

/** The user that a row names, or the verdict when it names none, or several. */
function userOf({ cells }: SheetRow, correction: Correction, { mapping, found }: Import): FoundUser | RowVerdict {
    if (mapping.user === null) return { verdict: 'not checked', text: '', unavailable: null };
    const { column, by } = mapping.user;
    const text = meaningOf(correction.text ?? cells[column]);
    const missing = (why: 'empty' | 'not a user' | 'no match', nearest: FoundUser | null): RowVerdict => ({
        verdict: 'not found',
        why,
        text,
        nearest
    });
    if (text === '') return missing('empty', null);
    const value = askedValue(text, by);
    if (value === null) return missing(by === 'id' ? 'not a user' : 'no match', null);
    const key = questionKey(value, by);
    const users = found.byKey.get(key);
    const isIncomplete = found.incomplete.has(key);
    if (users === undefined || (users.length === 0 && isIncomplete))
        return { verdict: 'not checked', text, unavailable: found.unavailable.get(by) ?? null };
    if (users.length === 0) return missing('no match', found.nearest.get(key) ?? null);
    const candidates = by === 'federation id' ? exactFirst(users, value) : users;
    if (candidates.length === 1 && !isIncomplete) return candidates[0];
    return { verdict: 'several found', text, candidates, more: isIncomplete };
}

function countsOf(verdicts: readonly RowVerdict[]): Record<VerdictName, number> {
    const counts = Object.fromEntries(VERDICTS.map((name) => [name, 0])) as Record<VerdictName, number>;
    for (const { verdict } of verdicts) counts[verdict] += 1;
    return counts;
}
