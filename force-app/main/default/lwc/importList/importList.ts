/**
 * The rows of an import: filtered by what happens to them, searched, and corrected one by one. Events: `view` (the changed
 * part of a `RowView`), `more` (more rows should be drawn), `correct` (a `RowCorrection`), `keep` (the number of a row: of the
 * rows with its user, it counts).
 */
import { api, LightningElement } from 'lwc';
import { focusOnce, uniqueName, wait } from 'c/browser';
import type { VerdictsState } from 'c/importFlow';
import { placeOf, type Correction } from 'c/importRows';
import { keepTyping } from 'c/keys';
import { fill, LABELS } from 'c/labels';
import type { Choice, Id } from 'c/orgPort';
import { faultText, type NameOf } from 'c/wording';
import { ALL, filtersOf } from './filters.ts';
import { rowShown, rowsWithTarget, type Editing, type RowActionName } from './rows.ts';

/** How far from its end, in pixels, the list gets more rows. */
const NEAR_END = 600;
/** The value for taking users out of their call centers. */
const REMOVE = 'none';

/** A correction of several rows at once has the same target for all. Null takes the correction of a row back. */
export interface RowCorrection {
    rows: number[];
    change: Correction | null;
}

export default class ImportList extends LightningElement {
    @api state!: VerdictsState;
    @api nameOf!: NameOf;
    /** Every call center. */
    @api centers: Choice[] = [];

    labels = LABELS;
    group = uniqueName();
    editing: Editing | null = null;
    picks: ReadonlyMap<number, Id> = new Map();
    private isFieldDue = false;

    renderedCallback() {
        if (!this.isFieldDue) return;
        this.isFieldDue = false;
        const field = this.template?.querySelector<HTMLElement>('.field');
        field?.focus();
        if (field instanceof HTMLInputElement) field.select();
    }

    get filters() {
        return filtersOf(this.state);
    }

    get orders() {
        return [
            { value: 'needs work first', label: LABELS.importSortWork },
            { value: 'as in the file', label: LABELS.importSortFile }
        ];
    }

    get rows() {
        const { state, nameOf, editing, picks } = this;
        const { places, drawn } = state.view;
        return places.slice(0, drawn).map((place) => {
            const row = rowShown(place, { state, nameOf, editing, picks });
            const isText = row.draft !== null;
            return {
                ...row,
                key: row.row,
                isText,
                isEditing: isText || row.isChoosing,
                radio: `${this.group}-${row.row}`,
                cannotUse: !picks.has(row.row)
            };
        });
    }

    get isEmpty(): boolean {
        return this.state.view.places.length === 0;
    }

    get moreText(): string {
        const rest = this.state.view.places.length - this.state.view.drawn;
        return rest > 0 ? fill(LABELS.importMoreRows, rest) : '';
    }

    get fault(): string {
        return this.state.fault ? faultText(this.state.fault) : '';
    }

    /** What the row that is being corrected can go to. */
    get options() {
        const place = this.editing ? placeOf(this.state.loaded.sheet, this.editing.row) : -1;
        const verdict = this.state.judged.verdicts[place];
        const candidates = verdict?.verdict === 'target unknown' ? verdict.candidates : [];
        const centers = candidates.length
            ? this.centers.filter(({ id }) => candidates.includes(id))
            : [...this.centers, { id: REMOVE, name: LABELS.withoutCenter }];
        return centers.map(({ id, name }) => ({ value: id, label: name }));
    }

    handleFilter(event: Event) {
        const { value } = event.target as HTMLInputElement;
        this.look({ group: value === ALL ? null : value });
    }

    handleSort(event: CustomEvent<{ value: string }>) {
        this.look({ order: event.detail.value });
    }

    handleSearch(event: CustomEvent<{ value: string }>) {
        this.look({ text: event.detail.value });
    }

    handleScroll(event: Event) {
        const { scrollTop, clientHeight, scrollHeight } = event.target as HTMLElement;
        if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.handleMore();
    }

    handleMore() {
        this.dispatchEvent(new CustomEvent('more'));
    }

    handlePick(event: Event) {
        const { value } = event.target as HTMLInputElement;
        this.picks = new Map([...this.picks, [rowOf(event), value]]);
    }

    handleUse(event: Event) {
        const row = rowOf(event);
        const verdict = this.verdictOf(row);
        if (verdict?.verdict !== 'several found') return;
        const user = verdict.candidates.find(({ id }) => id === this.picks.get(row));
        if (user) this.correct([row], { user });
    }

    handleAction(event: Event) {
        const row = rowOf(event);
        const { name } = (event.currentTarget as HTMLElement).dataset;
        this.actions[name as RowActionName](row);
    }

    handleFieldKeydown(event: KeyboardEvent) {
        if (event.key === 'Enter') this.handleSave();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        this.handleCancel();
    }

    handleSave() {
        this.save(false);
    }

    handleSaveAll() {
        this.save(true);
    }

    handleCancel() {
        const row = this.editing?.row;
        this.editing = null;
        if (row !== undefined) void this.focusRow(row);
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    private readonly actions: Record<RowActionName, (row: number) => void> = {
        skip: (row) => this.correct([row], { skip: true }),
        unskip: (row) => this.correct([row], { skip: false }),
        undo: (row) => this.correct([row], null),
        fix: (row) => this.edit({ row, what: 'text' }),
        center: (row) => this.edit({ row, what: 'center' }),
        keep: (row) => {
            this.dispatchEvent(new CustomEvent<number>('keep', { detail: row }));
            void this.focusRow(row);
        },
        nearest: (row) => {
            const verdict = this.verdictOf(row);
            if (verdict?.verdict === 'not found' && verdict.nearest) this.correct([row], { user: verdict.nearest });
        }
    };

    private edit(editing: Editing) {
        this.editing = editing;
        this.isFieldDue = true;
    }

    private save(isForAll: boolean) {
        const { editing } = this;
        const field = this.template?.querySelector<HTMLInputElement | HTMLSelectElement>('.field');
        if (!editing || !field) return;
        const { value } = field;
        if (editing.what === 'text') return this.correct([editing.row], { text: value, user: undefined });
        const verdict = this.verdictOf(editing.row);
        const rows =
            isForAll && verdict?.verdict === 'target unknown'
                ? rowsWithTarget(this.state, verdict.text)
                : [editing.row];
        return this.correct(rows, { target: { to: value === REMOVE ? null : value } });
    }

    /** The pressed button may go, so the focus moves to what happens to the row now. */
    private correct(rows: number[], change: Correction | null) {
        const row = this.editing?.row ?? rows[0];
        this.editing = null;
        this.dispatchEvent(new CustomEvent<RowCorrection>('correct', { detail: { rows, change } }));
        void this.focusRow(row);
    }

    private async focusRow(row: number) {
        await wait(0);
        const cell = this.template?.querySelector<HTMLElement>(`td.happens[data-row="${row}"]`);
        if (cell) focusOnce(cell);
    }

    private verdictOf(row: number) {
        return this.state.judged.verdicts[placeOf(this.state.loaded.sheet, row)];
    }

    private look(detail: object) {
        this.editing = null;
        this.dispatchEvent(new CustomEvent('view', { detail }));
        const list = this.refs?.scroll as HTMLElement | undefined;
        if (list) list.scrollTop = 0;
    }
}

function rowOf(event: Event): number {
    return Number((event.currentTarget as HTMLElement).dataset.row);
}
