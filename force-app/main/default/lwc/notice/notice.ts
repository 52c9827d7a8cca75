/** The result of one click, with Undo. Part of the page, because toasts don't work in Lightning Out. Events: `undo`, `check`, `close`. */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';

export interface Notice {
    tone: 'success' | 'error';
    text: string;
    /** Whether to offer Undo. */
    canUndo: boolean;
    /** What Undo says when it undoes something else than the notice tells of. */
    undoLabel?: string;
    /** Whether to offer to check again what isn't known. */
    canCheck?: boolean;
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

    get canCheck(): boolean {
        return this.notice?.canCheck ?? false;
    }

    get undoLabel(): string {
        return this.notice?.undoLabel ?? LABELS.undo;
    }

    handleUndo() {
        this.dispatchEvent(new CustomEvent('undo'));
    }

    handleCheck() {
        this.dispatchEvent(new CustomEvent('check'));
    }

    handleClose() {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
