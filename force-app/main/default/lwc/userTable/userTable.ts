/** lightning-datatable with cells for a user's name, call center, and button. Cells send the events `usermove` and `userundo`. */
import LightningDatatable from 'lightning/datatable';
import membership from './membership.html';
import move from './move.html';
import person from './person.html';

export default class UserTable extends LightningDatatable {
    static customTypes = {
        person: { template: person, standardCellLayout: true, typeAttributes: ['username', 'url', 'note'] },
        membership: { template: membership, standardCellLayout: true, typeAttributes: ['state', 'undo'] },
        move: { template: move, standardCellLayout: true, typeAttributes: [] }
    };
}
