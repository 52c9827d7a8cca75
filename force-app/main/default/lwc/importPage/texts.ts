/** What an import says about its list, its columns, and its rows. */
import { hasSheet, type countGroups, type ImportState, type Loaded } from 'c/importFlow';
import { counted, fill, LABELS } from 'c/labels';
import { columnName, columnProblemText, keyText, listText, type NameOf } from 'c/wording';

/** The list that is shown; null while there's none. */
export function sourceText(state: ImportState): { name: string; rows: string } | null {
    if (!hasSheet(state)) return null;
    const { source, sheet } = state.loaded;
    return {
        name: source.name ?? LABELS.importPasted,
        rows: counted(sheet.rows.length, LABELS.importRowsOne, LABELS.importRows)
    };
}

/** What the import is doing; empty for nothing. */
export function progressText(state: ImportState): string {
    switch (state.stage) {
        case 'reading':
            return state.name === null ? LABELS.importReadingText : fill(LABELS.importReading, state.name);
        case 'lookup':
            return fill(LABELS.importLookingUp, state.answered, state.of);
        case 'empty':
        case 'columns':
        case 'paused':
        case 'verdicts':
            return '';
    }
}

/** What the columns mean, in one line. */
export function chipsOf({ columns, mapping, problems }: Loaded, nameOf: NameOf) {
    const { user, target } = mapping;
    const unused = columns.filter(({ use }) => use === 'not used').map(columnName);
    const nameAt = (index: number) => columnName(columns[index] ?? { name: null, index });
    return {
        user: user && {
            column: nameAt(user.column),
            use: fill(LABELS.nameAmongEquals, LABELS.columnUser, keyText(user.by))
        },
        target:
            target.column === null
                ? { column: LABELS.importAllRows, use: target.chosen ? nameOf(target.chosen.to) : '' }
                : { column: nameAt(target.column), use: LABELS.callCenter },
        unused: unusedText(unused),
        problems: problems.map((problem) => columnProblemText(problem, columns))
    };
}

/** What moves, and what doesn't, for the line below the rows. */
export function sumsOf(counts: ReturnType<typeof countGroups>, mayEdit: boolean) {
    const { needsWork: work, 'will move': move, 'review asks': asks, 'already there': there } = counts;
    const planned = move + asks;
    return {
        planned,
        strong: counted(move, LABELS.importWillMoveOne, LABELS.importWillMove),
        others: [
            asks > 0 && counted(asks, LABELS.sumWaitOne, LABELS.sumWait),
            there > 0 && fill(LABELS.countAlreadyThere, there),
            work > 0 && counted(work, LABELS.importLeftOutOne, LABELS.importLeftOut)
        ].filter((text) => text !== false),
        download: work > 0 ? counted(work, LABELS.importDownloadOne, LABELS.importDownload) : '',
        review: mayEdit
            ? counted(move || planned, LABELS.importReviewMovesOne, LABELS.importReviewMoves)
            : counted(move || planned, LABELS.requestCountOne, LABELS.requestCount)
    };
}

/** The name of the file with rows that need work, after the file that they come from. */
export function workFileName(name: string | null): string {
    const base = name === null ? 'import' : name.replace(/\.[^.]*$/, '').replace(/-needs-work$/, '');
    return `${base}-needs-work.csv`;
}

function unusedText(columns: string[]): string {
    if (columns.length === 0) return '';
    return columns.length === 1
        ? fill(LABELS.importUnusedOne, columns[0])
        : fill(LABELS.importUnused, columns.length, listText(columns));
}
