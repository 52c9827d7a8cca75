/** Leads to the org's login, and from there back to this place. */
import { api, LightningElement } from 'lwc';
import { hereUrl } from 'c/browser';
import { LABELS } from 'c/labels';

export default class LoginLink extends LightningElement {
    /** Opens a new tab, because a move waits on this page. */
    @api isNewTab = false;

    labels = LABELS;

    get text(): string {
        return this.isNewTab ? LABELS.logInNewTab : LABELS.logIn;
    }

    get target(): string {
        return this.isNewTab ? '_blank' : '_top';
    }

    /** The address changes with what the page shows, so it's read at the last moment. */
    handleClick(event: Event) {
        (event.currentTarget as HTMLAnchorElement).href = hereUrl();
    }

    get url(): string {
        return hereUrl();
    }
}
