/** Where a user belongs, seen from the target: the flag is the loudest thing in a row, and still quiet. */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';

/** `member`: no center is the target, so belonging to one is no flag. */
export type MembershipState = 'here' | 'elsewhere' | 'none' | 'member';

export default class MembershipCell extends LightningElement {
    @api state: MembershipState = 'none';
    /** The name of the center the user belongs to; empty for none. */
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
