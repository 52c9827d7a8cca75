/** A user's call center, compared with the selected one. The flag stands out more than anything else in the row. */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';

/** `member`: no call center is selected, so being in one isn't flagged. */
export type MembershipState = 'here' | 'elsewhere' | 'none' | 'member';

export default class MembershipCell extends LightningElement {
    @api state: MembershipState = 'none';
    /** The name of the user's call center. Empty if the user has none. */
    @api center = '';

    labels = LABELS;

    get isElsewhere(): boolean {
        return this.state === 'elsewhere';
    }

    get isHere(): boolean {
        return this.state === 'here';
    }

    get elsewhere(): string {
        return fill(LABELS.inCenter, this.center);
    }
}
