/**
 * The moves of the history, newest first, with a search.
 * Events: `search` (the typed text), `open` (a record ID), `more`, `back`, `oldmoves`.
 */
import { api, LightningElement } from 'lwc';
import { keepTyping } from 'c/keys';
import { counted, fill, LABELS } from 'c/labels';
import type { HistoryRoute, HistoryRun, Id } from 'c/orgPort';
import type { NameOf } from 'c/wording';
import { runLine, type RunLine } from './runLine.ts';

export default class RunList extends LightningElement {
    /** Null until they are read. */
    @api runs: HistoryRun[] | null = null;
    @api routes: HistoryRoute[] = [];
    @api nameOf: NameOf = String;
    /** The record of the move that is open. */
    @api opened: Id | null = null;
    @api hasMore = false;
    /** The moves are those that a search found. */
    @api isSearch = false;
    @api isLoading = false;

    labels = LABELS;

    /** Moves the focus to an entry. */
    @api focusOn(recordId: Id) {
        this.template?.querySelector<HTMLElement>(`[data-record-id="${recordId}"]`)?.focus();
    }

    get lines(): (RunLine & { style: string; current: 'true' | null })[] {
        const now = Date.now();
        const routesOf = (recordId: Id) => this.routes.filter((route) => route.recordId === recordId);
        return (this.runs ?? []).map((run) => {
            const isOpen = run.recordId === this.opened;
            return {
                ...runLine(run, routesOf(run.recordId), this.nameOf, now),
                style: isOpen ? 'run open' : 'run',
                current: isOpen ? 'true' : null
            };
        });
    }

    get heading(): string {
        if (!this.runs?.length) return LABELS.historyTitle;
        const count = this.runs.length;
        if (this.hasMore) return fill(LABELS.historyNewest, count);
        return this.isSearch
            ? counted(count, LABELS.historyFoundOne, LABELS.historyFound)
            : counted(count, LABELS.historyMovesOne, LABELS.historyMoves);
    }

    get empty(): { title: string; text: string } | null {
        if (this.runs?.length !== 0) return null;
        return this.isSearch
            ? { title: LABELS.historyNoMatchTitle, text: LABELS.historyNoMatchText }
            : { title: LABELS.historyEmptyTitle, text: LABELS.historyEmptyText };
    }

    get hasRuns(): boolean {
        return !!this.runs?.length;
    }

    /** An org without moves has nothing to search. */
    get hasSearch(): boolean {
        return this.isSearch || this.runs === null || this.runs.length > 0;
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleSearch(event: CustomEvent<{ value: string }>) {
        this.dispatchEvent(new CustomEvent('search', { detail: event.detail.value }));
    }

    handleOpen(event: Event) {
        const { recordId } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('open', { detail: recordId }));
    }

    handleMore() {
        this.dispatchEvent(new CustomEvent('more'));
    }

    handleOldMoves() {
        this.dispatchEvent(new CustomEvent('oldmoves'));
    }

    handleBack() {
        this.dispatchEvent(new CustomEvent('back'));
    }
}
