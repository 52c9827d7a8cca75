/**
 * The result of one click, with Undo. Part of the page, because toasts don't work in Lightning Out.
 * Events: `undo`, `check`, `close` (by the person, or because its time is over), `blurred` (it had the focus and is gone).
 */
import { api, LightningElement } from 'lwc';
import { focusOnce } from 'c/browser';
import { LABELS } from 'c/labels';
import { Stay, stayOf } from './staying.ts';

export interface Notice {
    /** What it tells of. Another one is another notice, also when its text is the same. */
    about: object;
    tone: 'success' | 'error';
    text: string;
    /** Whether to offer Undo. */
    canUndo: boolean;
    /** What Undo says when it undoes something else than the notice tells of. */
    undoLabel?: string;
    /** Whether to offer to check again what isn't known. */
    canCheck?: boolean;
    /** Whether to offer to log in, because the session expired. */
    canLogIn?: boolean;
    isBusy: boolean;
}

export default class NoticePart extends LightningElement {
    labels = LABELS;
    private shown: Notice | null = null;
    private mayLoseFocus = false;
    private stay = new Stay(() => this.handleClose());

    @api get notice(): Notice | null {
        return this.shown;
    }
    set notice(notice: Notice | null) {
        const isOther = notice?.about !== this.shown?.about;
        this.mayLoseFocus ||= this.focused !== null;
        this.shown = notice;
        if (!notice) this.stay.end();
        else if (isOther) this.stay.begin(stayOf(notice));
    }

    /** A button that is gone or disabled loses the focus. */
    renderedCallback() {
        if (!this.mayLoseFocus) return;
        this.mayLoseFocus = false;
        const active = this.focused;
        if (!this.shown) {
            active?.blur();
            this.dispatchEvent(new CustomEvent('blurred'));
        } else if (!active || (active as HTMLButtonElement).disabled) focusOnce(this.refs?.box as HTMLElement);
    }

    disconnectedCallback() {
        this.stay.end();
    }

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

    get canLogIn(): boolean {
        return this.notice?.canLogIn ?? false;
    }

    get undoLabel(): string {
        return this.notice?.undoLabel ?? LABELS.undo;
    }

    private get focused(): HTMLElement | null {
        return (this.template?.activeElement as HTMLElement | null | undefined) ?? null;
    }

    handlePointerEnter() {
        this.stay.hold('pointer');
    }

    handlePointerLeave() {
        this.stay.release('pointer');
    }

    handleFocusIn() {
        this.stay.hold('focus');
    }

    handleFocusOut() {
        this.stay.release('focus');
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
