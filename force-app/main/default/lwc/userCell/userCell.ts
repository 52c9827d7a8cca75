/** A user's name, linked to their page in Setup, above their username. */
import { api, LightningElement } from 'lwc';

export default class UserCell extends LightningElement {
    @api name = '';
    @api username = '';
    @api url = '';
    /** Shown after the username, such as "Inactive". */
    @api note = '';
    @api linkTabIndex: string | number | undefined;

    @api focus() {
        (this.refs?.target as HTMLElement | undefined)?.focus();
    }

    @api click() {
        (this.refs?.target as HTMLElement | undefined)?.click();
    }
}
