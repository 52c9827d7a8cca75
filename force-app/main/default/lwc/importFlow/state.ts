/** Everything that an import can show, as one closed union. */
import type { CsvError, Delimiter, Encoding, FileErrorKind, Sheet } from 'c/csv';
import type { Column, ColumnProblem, Corrections, Found, Judged, Mapping } from 'c/importRows';
import type { OrgFault } from 'c/orgPort';
import type { RowView } from './rowView.ts';

/** What an import reads: a file, or text that was pasted. */
export interface Source {
    /** The name of the file; null for pasted text. */
    name: string | null;
    /** The file, to read it in another encoding; null for pasted text, which has none. */
    bytes: Uint8Array | null;
    text: string;
    encoding: Encoding | null;
}

/** How a source is read, as far as a person chose it. Null: Switchboard tells. */
export interface Reading {
    encoding: Encoding | null;
    delimiter: Delimiter | null;
    hasHeader: boolean | null;
}

/** Why a source can't be imported. Nothing of it is kept, and nothing changes. */
export type SourceProblem =
    | { problem: 'too big'; bytes: number }
    /** The browser couldn't read the file, such as after it was moved. */
    | { problem: 'not readable'; words: string }
    | { problem: FileErrorKind }
    | { problem: 'not a table'; error: CsvError }
    | { problem: 'no rows' };

/** A sheet and what its columns mean. */
export interface Loaded {
    source: Source;
    reading: Reading;
    sheet: Sheet;
    mapping: Mapping;
    columns: readonly Column[];
    problems: readonly ColumnProblem[];
    /** Nothing in the source tells its encoding or its delimiter for sure, so a person looks at the first rows. */
    isUnsure: boolean;
}

/** What is known about the rows of a sheet. */
interface Known {
    loaded: Loaded;
    found: Found;
    corrections: Corrections;
}

/** Nothing was read yet, or `problem` says why not. With a `source`, it can be read in another way. */
export interface EmptyState {
    stage: 'empty';
    problem: SourceProblem | null;
    source: Source | null;
    reading: Reading;
}

export interface ReadingState {
    stage: 'reading';
    /** The name of the file; null for pasted text. */
    name: string | null;
}

/** A person says what the columns mean, because it isn't clear, or because they want to. */
export interface ColumnsState extends Known {
    stage: 'columns';
}

/** The org is asked for users. */
export interface LookupState extends Known {
    stage: 'lookup';
    answered: number;
    of: number;
}

/** The lookup was cancelled (`fault` is null), or failed. It can go on. */
export interface PausedState extends Known {
    stage: 'paused';
    fault: OrgFault | null;
}

/** Each row has its verdict. */
export interface VerdictsState extends Known {
    stage: 'verdicts';
    judged: Judged;
    view: RowView;
    /** The row whose corrected text is being looked up; null for none. */
    busyRow: number | null;
    /** Why that lookup failed. */
    fault: OrgFault | null;
}

/**
 * `question` counts sheets and lookups: an answer that belongs to an earlier one is dropped.
 */
export type ImportState = { question: number } & (
    EmptyState | ReadingState | ColumnsState | LookupState | PausedState | VerdictsState
);

export const AS_TOLD: Reading = { encoding: null, delimiter: null, hasHeader: null };

export const NOTHING_READ: ImportState = { question: 0, stage: 'empty', problem: null, source: null, reading: AS_TOLD };
