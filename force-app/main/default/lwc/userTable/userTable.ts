/** lightning-datatable with cells for a user's name, call center, and button. A cell sends the event `usermove`. */
import LightningDatatable from 'lightning/datatable';
import membership from './membership.html';
import move from './move.html';
import person from './person.html';

export default class UserTable extends LightningDatatable {
    static customTypes = {
        person: { template: person, standardCellLayout: true, typeAttributes: ['username', 'url', 'note'] },
        membership: { template: membership, standardCellLayout: true, typeAttributes: ['state'] },
        move: { template: move, standardCellLayout: true, typeAttributes: [] }
    };
}
