import keyBack from '@salesforce/label/c.Switchboard_keyBack';
import keyHelp from '@salesforce/label/c.Switchboard_keyHelp';
import keyListTitle from '@salesforce/label/c.Switchboard_keyListTitle';
import keyMove from '@salesforce/label/c.Switchboard_keyMove';
import keyReview from '@salesforce/label/c.Switchboard_keyReview';
import keySearch from '@salesforce/label/c.Switchboard_keySearch';
import keySelect from '@salesforce/label/c.Switchboard_keySelect';
import keyUndo from '@salesforce/label/c.Switchboard_keyUndo';
import keysOn from '@salesforce/label/c.Switchboard_keysOn';

export const keys = {
    keyBack,
    keyHelp,
    keyListTitle,
    keyMove,
    keyReview,
    keySearch,
    keySelect,
    keyUndo,
    keysOn
};
