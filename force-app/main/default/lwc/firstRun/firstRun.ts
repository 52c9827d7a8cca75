/**
 * One sentence on what the page does, until it's dismissed or the first user moved. This browser remembers that.
 * Event: `close`.
 */
import { api, LightningElement } from 'lwc';
import { keepSetting, keptSetting } from 'c/browser';
import { LABELS } from 'c/labels';
import { HELP_URL } from 'c/wording';

/** The name of the setting in the browser's storage. */
const SETTING = 'switchboard.firstRun';

export default class FirstRun extends LightningElement {
    labels = LABELS;
    helpUrl = HELP_URL;
    isShown = keptSetting(SETTING) !== 'done';
    private moved = false;

    /** Whether someone was moved on this page. */
    @api get hasMoved(): boolean {
        return this.moved;
    }
    set hasMoved(moved: boolean) {
        this.moved = moved;
        if (moved && this.isShown) this.dismiss();
    }

    handleClose() {
        this.dismiss();
        this.dispatchEvent(new CustomEvent('close'));
    }

    private dismiss() {
        this.isShown = false;
        keepSetting(SETTING, 'done');
    }
}
