/** A user's name, linked to their Setup page, over their username. */
import { api, LightningElement } from 'lwc';

export default class UserCell extends LightningElement {
    @api name = '';
    @api username = '';
    @api url = '';
    /** Said behind the username, such as that the user is inactive. */
    @api note = '';
    @api linkTabIndex: string | number | undefined;

    @api focus() {
        (this.refs?.target as HTMLElement | undefined)?.focus();
    }

    @api click() {
        (this.refs?.target as HTMLElement | undefined)?.click();
    }
}
