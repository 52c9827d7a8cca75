/**
 * What the columns of a list mean, to check and to change, with its first rows. Events: `map` (a `Mapping`), `reading` (a
 * changed part of the `Reading`), `check` (the rows should be checked).
 */
import { api, LightningElement } from 'lwc';
import { stops, type Loaded, type Reading } from 'c/importFlow';
import type { Mapping } from 'c/importRows';
import { keepTyping } from 'c/keys';
import { counted, LABELS } from 'c/labels';
import type { Choice, UserKey } from 'c/orgPort';
import { columnName, columnProblemText } from 'c/wording';
import { centerOptions, columnOptions, keyOptions, NONE } from './options.ts';

/** Rows that are shown to tell whether they're read right. */
const FIRST_ROWS = 5;

export default class ImportColumns extends LightningElement {
    @api loaded!: Loaded;
    /** Every call center. */
    @api centers: Choice[] = [];

    labels = LABELS;

    get shown() {
        const { source, sheet, mapping, columns, problems } = this.loaded;
        const { user, target } = mapping;
        return {
            userColumn: user ? String(user.column) : NONE,
            userColumns: columnOptions(columns, LABELS.importChooseColumn),
            by: user?.by ?? 'username or email',
            keys: keyOptions(),
            targetColumn: target.column === null ? NONE : String(target.column),
            targetColumns: columnOptions(columns, LABELS.importNoColumn),
            chosenLabel: target.column === null ? LABELS.importChosen : LABELS.importChosenRest,
            chosen: target.chosen ? (target.chosen.to ?? 'none') : NONE,
            centers: centerOptions(
                this.centers,
                target.column === null ? LABELS.importChooseCenter : LABELS.importLeaveEmpty
            ),
            encoding: source.encoding,
            delimiter: sheet.delimiter,
            hasHeader: sheet.header !== null,
            head: columns.map((column) => ({ key: column.index, name: columnName(column) })),
            rows: sheet.rows.slice(0, FIRST_ROWS).map(({ row, cells }) => ({
                row,
                cells: columns.map(({ index }) => ({ key: index, text: cells[index] ?? '' }))
            })),
            problems: problems.map((problem) => columnProblemText(problem, columns)),
            isStopped: problems.some(stops),
            check: counted(sheet.rows.length, LABELS.importCheckRowsOne, LABELS.importCheckRows)
        };
    }

    handleUserColumn(event: CustomEvent<{ value: string }>) {
        const { value } = event.detail;
        const column = value === NONE ? null : this.loaded.columns[Number(value)];
        const { mapping } = this.loaded;
        // What the cells of the other column look like tells how they name users.
        const looks = column?.looks;
        const by = looks && looks !== 'target' ? looks : (mapping.user?.by ?? 'username or email');
        this.map({ user: column ? { column: column.index, by } : null });
    }

    handleKey(event: CustomEvent<{ value: UserKey }>) {
        const { user } = this.loaded.mapping;
        if (user) this.map({ user: { ...user, by: event.detail.value } });
    }

    handleTargetColumn(event: CustomEvent<{ value: string }>) {
        const { value } = event.detail;
        this.map({
            target: { ...this.loaded.mapping.target, column: value === NONE ? null : Number(value) }
        });
    }

    handleChosen(event: CustomEvent<{ value: string }>) {
        const { value } = event.detail;
        const chosen = value === NONE ? null : { to: value === 'none' ? null : value };
        this.map({ target: { ...this.loaded.mapping.target, chosen } });
    }

    handleHeader(event: Event) {
        this.read({ hasHeader: (event.target as HTMLInputElement).checked });
    }

    handleCheck() {
        this.dispatchEvent(new CustomEvent('check'));
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    private map(change: Partial<Mapping>) {
        this.dispatchEvent(new CustomEvent<Mapping>('map', { detail: { ...this.loaded.mapping, ...change } }));
    }

    private read(detail: Partial<Reading>) {
        this.dispatchEvent(new CustomEvent<Partial<Reading>>('reading', { detail }));
    }
}
