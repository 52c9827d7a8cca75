/**
 * Requests for moves: those that wait, those that are carried out, and what became of the others.
 * Events: `press` (a `RequestPress`), `back`, `retry` (read the requests again).
 */
import { api, LightningElement } from 'lwc';
import { isFocusLost, wait } from 'c/browser';
import { LABELS } from 'c/labels';
import type { Decision, MoveRequest } from 'c/moveRequests';
import type { Id } from 'c/orgPort';
import type { Page, Viewpoint } from 'c/pageState';
import { faultWords } from 'c/wording';
import { lineOf, type LineAction, type RequestLine } from './requestLine.ts';

/** A button of a request was pressed: review it, or decide about it without running it. */
export interface RequestPress {
    request: MoveRequest;
    to: { to: 'review' } | Decision;
}

export default class RequestList extends LightningElement {
    @api requests: Page['requests'] = { value: null, failure: null };
    @api viewpoint!: Viewpoint;
    /** May run and decline requests. Others see their own. */
    @api mayAnswer = false;
    /** The user who works with the page. */
    @api userId: Id = '';
    /** A run is in progress: no other can be reviewed until it ends. */
    @api isBusy = false;

    labels = LABELS;
    /** The request that is about to be declined. */
    private declined: Id | null = null;
    private isFieldNew = false;

    renderedCallback() {
        if (this.isFieldNew) this.reason?.focus();
        this.isFieldNew = false;
    }

    get heading(): string {
        return this.mayAnswer ? LABELS.requestsTitle : LABELS.requestsYours;
    }

    get problem() {
        const { failure } = this.requests;
        return failure === null ? null : faultWords(failure);
    }

    get isLoading(): boolean {
        return this.requests.value === null && this.problem === null;
    }

    get isEmpty(): boolean {
        return this.requests.value?.length === 0;
    }

    get emptyText(): string {
        return this.mayAnswer ? LABELS.requestsEmptyText : LABELS.requestsEmptyYours;
    }

    get lines(): (RequestLine & { isDeclining: boolean })[] {
        const { mayAnswer, userId, viewpoint } = this;
        const reader = { mayAnswer, userId, nameOf: viewpoint.nameOf, now: Date.now() };
        return (this.requests.value ?? []).map((request) => {
            const line = lineOf(request, reader);
            const canDecline = line.buttons.some(({ action }) => action === 'decline');
            const isDeclining = canDecline && request.recordId === this.declined;
            return { ...line, isDeclining, buttons: isDeclining ? [] : line.buttons };
        });
    }

    handleAction(event: Event) {
        const { action, recordId } = (event.currentTarget as HTMLElement).dataset;
        const request = this.requestOf(recordId);
        if (!request) return;
        switch (action as LineAction) {
            case 'review':
                return this.press(request, { to: 'review' });
            case 'withdraw':
                return this.press(request, { to: 'withdrawn' });
            case 'reopen':
                return this.press(request, { to: 'requested' });
            case 'decline':
                this.declined = request.recordId;
                this.isFieldNew = true;
        }
    }

    handleDecline(event: Event) {
        const request = this.requestOf((event.target as HTMLElement).dataset.recordId);
        const answer = this.reason?.text ?? '';
        this.declined = null;
        if (request) this.press(request, { to: 'declined', answer });
    }

    handleCancel() {
        this.declined = null;
        this.keepFocus();
    }

    handleBack() {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }

    private press(request: MoveRequest, to: RequestPress['to']) {
        this.dispatchEvent(new CustomEvent<RequestPress>('press', { detail: { request, to } }));
        this.keepFocus();
    }

    /** What was pressed is gone. */
    private keepFocus() {
        void wait(0).then(() => {
            if (isFocusLost()) (this.refs?.heading as HTMLElement | undefined)?.focus();
        });
    }

    /** There's one at a time. Lists can't have refs. */
    private get reason(): (HTMLElement & { text: string }) | null {
        return this.template?.querySelector('c-reason-field') ?? null;
    }

    private requestOf(recordId: string | undefined): MoveRequest | undefined {
        return this.requests.value?.find((request) => request.recordId === recordId);
    }
}
