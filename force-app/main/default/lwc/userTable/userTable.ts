/** lightning-datatable with cells for a user's name, call center, and button. Cells send the events `usermove` and `userundo`. */
import LightningDatatable from 'lightning/datatable';
import { api } from 'lwc';
import membership from './membership.html';
import move from './move.html';
import person from './person.html';

export default class UserTable extends LightningDatatable {
    /** The name has no behavior, so it is plain markup: a component for each of 1,000 rows takes time to draw. */
    static customTypes = {
        person: { template: person, standardCellLayout: true, typeAttributes: ['username', 'url', 'badge'] },
        membership: { template: membership, standardCellLayout: true, typeAttributes: ['state', 'undo'] },
        move: { template: move, standardCellLayout: true, typeAttributes: [] }
    };

    /** Other users begin at the top. The base component can't be asked for it, and if it changes, the table stays where it was. */
    @api scrollToTop() {
        const scrolled = this.template?.querySelector('.slds-scrollable_y');
        if (scrolled) scrolled.scrollTop = 0;
    }
}
