import checkOneAgain from '@salesforce/label/c.Switchboard_checkOneAgain';
import copyByHand from '@salesforce/label/c.Switchboard_copyByHand';
import linkedUserUnknown from '@salesforce/label/c.Switchboard_linkedUserUnknown';
import signInAgain from '@salesforce/label/c.Switchboard_signInAgain';
import undo from '@salesforce/label/c.Switchboard_undo';
import undone from '@salesforce/label/c.Switchboard_undone';
import undoneNone from '@salesforce/label/c.Switchboard_undoneNone';
import userAddedTo from '@salesforce/label/c.Switchboard_userAddedTo';
import userAlreadyRemoved from '@salesforce/label/c.Switchboard_userAlreadyRemoved';
import userAlreadyThere from '@salesforce/label/c.Switchboard_userAlreadyThere';
import userInRun from '@salesforce/label/c.Switchboard_userInRun';
import userMovedTo from '@salesforce/label/c.Switchboard_userMovedTo';
import userRemovedFrom from '@salesforce/label/c.Switchboard_userRemovedFrom';

export const notice = {
    checkOneAgain,
    copyByHand,
    linkedUserUnknown,
    signInAgain,
    undo,
    undone,
    undoneNone,
    userAddedTo,
    userAlreadyRemoved,
    userAlreadyThere,
    userInRun,
    userMovedTo,
    userRemovedFrom
};
