/** What one click did, with its undo. In the page, for toasts do not work in Lightning Out. Events: `undo`, `close`. */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';

export interface Notice {
    tone: 'success' | 'error';
    text: string;
    /** Whether Undo is offered. */
    canUndo: boolean;
    isBusy: boolean;
}

export default class NoticePart extends LightningElement {
    @api notice: Notice | null = null;

    labels = LABELS;

    get text(): string {
        return this.notice?.text ?? '';
    }

    get boxClass(): string {
        return this.notice ? `box ${this.notice.tone}` : 'quiet';
    }

    get icon(): string {
        return this.notice?.tone === 'error' ? 'utility:warning' : 'utility:check';
    }

    get canUndo(): boolean {
        return this.notice?.canUndo ?? false;
    }

    undo() {
        this.dispatchEvent(new CustomEvent('undo'));
    }

    close() {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
