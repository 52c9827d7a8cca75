/** Sentences about a list of users: why it can't be read, what its columns are, and what happens to its rows. */
import { MAX_SHEET_BYTES, MAX_SHEET_ROWS, type CsvError } from 'c/csv';
import type { RowGroup, SourceProblem } from 'c/importFlow';
import type { Column, ColumnProblem, RowVerdict } from 'c/importRows';
import { fill, LABELS } from 'c/labels';
import type { UserKey } from 'c/orgPort';
import { withoutCode } from './faults.ts';
import { listText } from './names.ts';
import { reasonText } from './outcomes.ts';

const MEGABYTE = 1_000_000;

/** Why a list can't be imported, with the row and column, and what to do. */
export function sourceProblemText(problem: SourceProblem): string {
    switch (problem.problem) {
        case 'too big':
            return fill(LABELS.importTooBig, Math.ceil(problem.bytes / MEGABYTE), MAX_SHEET_BYTES / MEGABYTE);
        case 'not readable':
            return fill(LABELS.importNotReadable, problem.words);
        case 'empty':
            return LABELS.importEmpty;
        case 'workbook':
            return LABELS.importWorkbook;
        case 'binary':
            return LABELS.importBinary;
        case 'no rows':
            return LABELS.importNoRows;
        case 'not a table':
            return tableErrorText(problem.error);
    }
}

function tableErrorText({ kind, row, column }: CsvError): string {
    switch (kind) {
        case 'empty':
            return LABELS.importEmpty;
        case 'unclosed quote':
            return fill(LABELS.importUnclosedQuote, row, column);
        case 'text after quote':
            return fill(LABELS.importTextAfterQuote, row, column);
        case 'quote inside text':
            return fill(LABELS.importQuoteInside, row, column);
        case 'wrong number of cells':
            return fill(LABELS.importCellCount, row);
        case 'too many rows':
            return fill(LABELS.importTooManyRows, MAX_SHEET_ROWS);
    }
}

/** A column as a person knows it. */
export function columnName({ name, index }: Pick<Column, 'name' | 'index'>): string {
    return name?.trim() || fill(LABELS.importColumnNumber, index + 1);
}

export function columnProblemText(problem: ColumnProblem, columns: readonly Column[]): string {
    const nameOf = (index: number) => columnName(columns[index] ?? { name: null, index });
    switch (problem.problem) {
        case 'no rows':
            return LABELS.importNoRows;
        case 'no user':
            return LABELS.importNoUser;
        case 'no target':
            return LABELS.importNoTarget;
        case 'twice':
            return fill(LABELS.importTwice, problem.name, listText(problem.columns.map((index) => String(index + 1))));
        case 'doubled':
            return fill(
                problem.use === 'user' ? LABELS.importDoubledUser : LABELS.importDoubledTarget,
                listText(problem.columns.map(nameOf))
            );
        case 'unlike':
            return fill(LABELS.importUnlike, nameOf(problem.column));
    }
}

export function keyText(by: UserKey): string {
    switch (by) {
        case 'id':
            return LABELS.importKeyId;
        case 'username':
            return LABELS.importKeyUsername;
        case 'email':
            return LABELS.importKeyEmail;
        case 'username or email':
            return LABELS.importKeyUsernameOrEmail;
        case 'federation id':
            return LABELS.importKeyFederation;
        case 'employee number':
            return LABELS.importKeyEmployee;
        case 'alias':
            return LABELS.importKeyAlias;
        case 'name':
            return LABELS.importKeyName;
    }
}

export function groupText(group: RowGroup): string {
    switch (group) {
        case 'will move':
            return LABELS.reviewWillMove;
        case 'review asks':
            return LABELS.importVerdictAsks;
        case 'already there':
            return LABELS.outcomeAlreadyThere;
        case 'blocked':
            return LABELS.importVerdictBlocked;
        case 'not found':
            return LABELS.importVerdictNotFound;
        case 'several found':
            return LABELS.importVerdictSeveral;
        case 'named twice':
            return LABELS.importVerdictTwice;
        case 'target unknown':
            return LABELS.importVerdictTarget;
        case 'unreadable':
            return LABELS.importVerdictUnreadable;
        case 'not checked':
            return LABELS.importVerdictUnchecked;
        case 'skipped':
            return LABELS.importVerdictSkipped;
    }
}

/** Why a row doesn't move, or why the review asks about it; empty for a row that moves or needn't. */
export function rowReason(verdict: RowVerdict): string {
    switch (verdict.verdict) {
        case 'will move':
        case 'already there':
            return '';
        case 'blocked':
            return reasonText(verdict.reason);
        case 'not found':
            return missingText(verdict);
        case 'several found':
            return fill(LABELS.importSeveralReason, verdict.text);
        case 'named twice':
            return verdict.counts === null
                ? fill(LABELS.importTwiceOther, listText(verdict.rows.map(String)))
                : fill(LABELS.importTwiceSame, verdict.counts);
        case 'target unknown':
            return targetText(verdict);
        case 'unreadable':
            return fill(LABELS.importCells, verdict.cells, verdict.expected);
        case 'not checked':
            return verdict.unavailable === null
                ? LABELS.importUnchecked
                : fill(LABELS.importUnavailable, withoutCode(verdict.unavailable));
        case 'skipped':
            return LABELS.importSkippedReason;
    }
}

function missingText({ why, text }: Extract<RowVerdict, { verdict: 'not found' }>): string {
    switch (why) {
        case 'empty':
            return LABELS.importEmptyCell;
        case 'not a user':
            return LABELS.importNotUser;
        case 'no match':
            return fill(LABELS.importNoMatchReason, text);
    }
}

function targetText({ why, text }: Extract<RowVerdict, { verdict: 'target unknown' }>): string {
    switch (why) {
        case 'empty':
            return LABELS.importTargetEmpty;
        case 'no match':
            return fill(LABELS.importTargetNoMatch, text);
        case 'several':
            return fill(LABELS.importTargetSeveral, text);
    }
}
