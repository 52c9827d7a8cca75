import addUsersCsv from '@salesforce/label/c.Switchboard_addUsersCsv';
import dayAt from '@salesforce/label/c.Switchboard_dayAt';
import faultBusy from '@salesforce/label/c.Switchboard_faultBusy';
import faultBusyNext from '@salesforce/label/c.Switchboard_faultBusyNext';
import faultExpired from '@salesforce/label/c.Switchboard_faultExpired';
import faultExpiredNext from '@salesforce/label/c.Switchboard_faultExpiredNext';
import faultForbidden from '@salesforce/label/c.Switchboard_faultForbidden';
import faultForbiddenNext from '@salesforce/label/c.Switchboard_faultForbiddenNext';
import faultHidden from '@salesforce/label/c.Switchboard_faultHidden';
import faultHiddenNext from '@salesforce/label/c.Switchboard_faultHiddenNext';
import faultInvalid from '@salesforce/label/c.Switchboard_faultInvalid';
import faultLimit from '@salesforce/label/c.Switchboard_faultLimit';
import faultLimitNext from '@salesforce/label/c.Switchboard_faultLimitNext';
import faultOffline from '@salesforce/label/c.Switchboard_faultOffline';
import faultOfflineNext from '@salesforce/label/c.Switchboard_faultOfflineNext';
import faultUnreadable from '@salesforce/label/c.Switchboard_faultUnreadable';
import faultUnreadableNext from '@salesforce/label/c.Switchboard_faultUnreadableNext';
import faultWords from '@salesforce/label/c.Switchboard_faultWords';
import nextAccess from '@salesforce/label/c.Switchboard_nextAccess';
import nextCenterGone from '@salesforce/label/c.Switchboard_nextCenterGone';
import nextField from '@salesforce/label/c.Switchboard_nextField';
import nextLock from '@salesforce/label/c.Switchboard_nextLock';
import nextNotFound from '@salesforce/label/c.Switchboard_nextNotFound';
import nextOther from '@salesforce/label/c.Switchboard_nextOther';
import nextSetOtherwise from '@salesforce/label/c.Switchboard_nextSetOtherwise';
import nextValidation from '@salesforce/label/c.Switchboard_nextValidation';
import reasonEntersVoice from '@salesforce/label/c.Switchboard_reasonEntersVoice';
import reasonInactive from '@salesforce/label/c.Switchboard_reasonInactive';
import reasonLeavesVoice from '@salesforce/label/c.Switchboard_reasonLeavesVoice';
import reasonLine from '@salesforce/label/c.Switchboard_reasonLine';
import reasonMayEnterVoice from '@salesforce/label/c.Switchboard_reasonMayEnterVoice';
import reasonMayLeaveVoice from '@salesforce/label/c.Switchboard_reasonMayLeaveVoice';
import reasonPortal from '@salesforce/label/c.Switchboard_reasonPortal';
import reasonTwoTargets from '@salesforce/label/c.Switchboard_reasonTwoTargets';
import reasonUnknownTarget from '@salesforce/label/c.Switchboard_reasonUnknownTarget';
import reasonUnknownUser from '@salesforce/label/c.Switchboard_reasonUnknownUser';
import salesforceSays from '@salesforce/label/c.Switchboard_salesforceSays';
import uncertain from '@salesforce/label/c.Switchboard_uncertain';
import uncertainFault from '@salesforce/label/c.Switchboard_uncertainFault';
import uncertainNowIn from '@salesforce/label/c.Switchboard_uncertainNowIn';
import uncertainNowNone from '@salesforce/label/c.Switchboard_uncertainNowNone';
import uncertainResult from '@salesforce/label/c.Switchboard_uncertainResult';

export const wording = {
    addUsersCsv,
    dayAt,
    faultBusy,
    faultBusyNext,
    faultExpired,
    faultExpiredNext,
    faultForbidden,
    faultForbiddenNext,
    faultHidden,
    faultHiddenNext,
    faultInvalid,
    faultLimit,
    faultLimitNext,
    faultOffline,
    faultOfflineNext,
    faultUnreadable,
    faultUnreadableNext,
    faultWords,
    nextAccess,
    nextCenterGone,
    nextField,
    nextLock,
    nextNotFound,
    nextOther,
    nextSetOtherwise,
    nextValidation,
    reasonEntersVoice,
    reasonInactive,
    reasonLeavesVoice,
    reasonLine,
    reasonMayEnterVoice,
    reasonMayLeaveVoice,
    reasonPortal,
    reasonTwoTargets,
    reasonUnknownTarget,
    reasonUnknownUser,
    salesforceSays,
    uncertain,
    uncertainFault,
    uncertainNowIn,
    uncertainNowNone,
    uncertainResult
};
