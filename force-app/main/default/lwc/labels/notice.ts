import signInAgain from '@salesforce/label/c.Switchboard_signInAgain';
import undo from '@salesforce/label/c.Switchboard_undo';
import undone from '@salesforce/label/c.Switchboard_undone';
import undoneNone from '@salesforce/label/c.Switchboard_undoneNone';
import userAddedTo from '@salesforce/label/c.Switchboard_userAddedTo';
import userMovedTo from '@salesforce/label/c.Switchboard_userMovedTo';
import userRemovedFrom from '@salesforce/label/c.Switchboard_userRemovedFrom';

export const notice = {
    signInAgain,
    undo,
    undone,
    undoneNone,
    userAddedTo,
    userMovedTo,
    userRemovedFrom
};
