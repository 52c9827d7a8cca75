/**
 * An import as plain data: a sheet, what its columns mean, whom the org found, and what the admin corrected. Together they
 * decide the verdict of each row. Nothing here changes anything in the org.
 */
import type { BlockReason } from 'c/movePlan';
import type { FoundUser, Id, UserKey } from 'c/orgPort';

/** Where a row's users go; `to: null` removes them from their call centers. */
export interface Destination {
    to: Id | null;
}

/** What the columns of a sheet mean. Columns are counted from 0. */
export interface Mapping {
    /** Null: no column names users yet. */
    user: { column: number; by: UserKey } | null;
    target: {
        /** Null: every row goes to `chosen`. */
        column: number | null;
        /**
         * The call center that was chosen for the import, for rows without one of their own. An empty cell means this center;
         * only the word `none` removes. Null: none was chosen.
         */
        chosen: Destination | null;
    };
}

/** What a person said about one row. It never changes any other row. */
export interface Correction {
    /** The user that the row means: one of several, or the nearest match. */
    user?: FoundUser;
    /** Replaces the cell that names the user. `user` wins. */
    text?: string;
    /** Replaces the cell that names the call center. */
    target?: Destination;
    /** Leaves the row out. */
    skip?: boolean;
}

/** By row number, as the sheet has it (`SheetRow.row`). */
export type Corrections = ReadonlyMap<number, Correction>;

/** Whom the org found. `lookUp` fills it, and `judge` reads it. */
export interface Found {
    /** Users by the values that were asked for (`questionKey`). A value without a user has an empty list. */
    byKey: ReadonlyMap<string, readonly FoundUser[]>;
    /** Users that may be meant, for values without a user. A value that has none isn't in the map. */
    nearest: ReadonlyMap<string, FoundUser>;
    /** Values that more users have than were read. */
    incomplete: ReadonlySet<string>;
    /** Fields that the org doesn't have or hides, with its words. */
    unavailable: ReadonlyMap<UserKey, string>;
}

export const VERDICTS = [
    'will move',
    'already there',
    'blocked',
    'not found',
    'several found',
    'named twice',
    'target unknown',
    'unreadable',
    'not checked',
    'skipped'
] as const;
export type VerdictName = (typeof VERDICTS)[number];

/** What happens to one row. Every row has exactly one verdict. */
export type RowVerdict =
    | { verdict: 'will move' | 'already there'; user: FoundUser; from: Id | null; to: Id | null }
    | {
          verdict: 'blocked';
          user: FoundUser;
          from: Id | null;
          to: Id | null;
          reason: BlockReason;
          /** The row isn't blocked for good: the review asks whether a call center is Voice. Such a row is in the plan. */
          waits: boolean;
      }
    /**
     * `empty`: the row names no one. `not a user`: an ID of something else, or not an ID at all. `no match`: no user has this
     * value; `nearest` is the one that may be meant.
     */
    | { verdict: 'not found'; why: 'empty' | 'not a user' | 'no match'; text: string; nearest: FoundUser | null }
    /** `more`: others have the value, too, and weren't read. */
    | { verdict: 'several found'; text: string; candidates: readonly FoundUser[]; more: boolean }
    /**
     * Other rows name this user. With one destination, the first of these rows counts and the others have this verdict.
     * With several, none of them counts (`counts` is null) until all but one are skipped.
     */
    | { verdict: 'named twice'; user: FoundUser; to: Id | null; counts: number | null; rows: readonly number[] }
    /** `empty`: the cell is empty and no call center was chosen. `several`: the candidates have the same name. */
    | {
          verdict: 'target unknown';
          why: 'empty' | 'no match' | 'several';
          user: FoundUser;
          text: string;
          candidates: readonly Id[];
      }
    /** The row has more or fewer cells than the header, so it isn't certain which cell is which. */
    | { verdict: 'unreadable'; cells: number; expected: number }
    /** The org wasn't asked yet, or it hides the field (`unavailable`, with its words). */
    | { verdict: 'not checked'; text: string; unavailable: string | null }
    | { verdict: 'skipped' };

/** A call center as rows name it. Every `CallCenterRow` is one. */
export interface NamedCenter {
    id: Id;
    name: string | null;
    internalName: string | null;
}
