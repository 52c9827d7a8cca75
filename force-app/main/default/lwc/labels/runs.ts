import flawedDamaged from '@salesforce/label/c.Switchboard_flawedDamaged';
import flawedIncomplete from '@salesforce/label/c.Switchboard_flawedIncomplete';
import flawedVersion from '@salesforce/label/c.Switchboard_flawedVersion';
import onlyThisBrowser from '@salesforce/label/c.Switchboard_onlyThisBrowser';
import othersMixed from '@salesforce/label/c.Switchboard_othersMixed';
import othersMixedOne from '@salesforce/label/c.Switchboard_othersMixedOne';
import othersMoving from '@salesforce/label/c.Switchboard_othersMoving';
import othersMovingOne from '@salesforce/label/c.Switchboard_othersMovingOne';
import othersTitle from '@salesforce/label/c.Switchboard_othersTitle';
import othersYours from '@salesforce/label/c.Switchboard_othersYours';
import othersYoursOne from '@salesforce/label/c.Switchboard_othersYoursOne';
import overlap from '@salesforce/label/c.Switchboard_overlap';
import overlapOne from '@salesforce/label/c.Switchboard_overlapOne';
import overlapYours from '@salesforce/label/c.Switchboard_overlapYours';
import overlapYoursOne from '@salesforce/label/c.Switchboard_overlapYoursOne';
import recordedBy from '@salesforce/label/c.Switchboard_recordedBy';
import someone from '@salesforce/label/c.Switchboard_someone';
import stoppedTaken from '@salesforce/label/c.Switchboard_stoppedTaken';

/** Texts about runs that are kept in the org: of others, unfinished, or taken over. */
export const runs = {
    flawedDamaged,
    flawedIncomplete,
    flawedVersion,
    onlyThisBrowser,
    othersMixed,
    othersMixedOne,
    othersMoving,
    othersMovingOne,
    othersTitle,
    othersYours,
    othersYoursOne,
    overlap,
    overlapOne,
    overlapYours,
    overlapYoursOne,
    recordedBy,
    someone,
    stoppedTaken
};
