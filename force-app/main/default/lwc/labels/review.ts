import aboutGroup from '@salesforce/label/c.Switchboard_aboutGroup';
import allActive from '@salesforce/label/c.Switchboard_allActive';
import flowJoin from '@salesforce/label/c.Switchboard_flowJoin';
import include from '@salesforce/label/c.Switchboard_include';
import leaveOut from '@salesforce/label/c.Switchboard_leaveOut';
import leftOutText from '@salesforce/label/c.Switchboard_leftOutText';
import mayEnterVoice from '@salesforce/label/c.Switchboard_mayEnterVoice';
import mayLeaveVoice from '@salesforce/label/c.Switchboard_mayLeaveVoice';
import neverLoggedIn from '@salesforce/label/c.Switchboard_neverLoggedIn';
import neverLoggedInOne from '@salesforce/label/c.Switchboard_neverLoggedInOne';
import notVoice from '@salesforce/label/c.Switchboard_notVoice';
import notVoiceMove from '@salesforce/label/c.Switchboard_notVoiceMove';
import notVoiceMoveOne from '@salesforce/label/c.Switchboard_notVoiceMoveOne';
import otherCenters from '@salesforce/label/c.Switchboard_otherCenters';
import reviewAfter from '@salesforce/label/c.Switchboard_reviewAfter';
import reviewAfterRow from '@salesforce/label/c.Switchboard_reviewAfterRow';
import reviewBlocked from '@salesforce/label/c.Switchboard_reviewBlocked';
import reviewLeftOut from '@salesforce/label/c.Switchboard_reviewLeftOut';
import reviewNeedsAnswer from '@salesforce/label/c.Switchboard_reviewNeedsAnswer';
import reviewRetires from '@salesforce/label/c.Switchboard_reviewRetires';
import reviewRoutes from '@salesforce/label/c.Switchboard_reviewRoutes';
import reviewUsers from '@salesforce/label/c.Switchboard_reviewUsers';
import reviewUsersOne from '@salesforce/label/c.Switchboard_reviewUsersOne';
import reviewWillMove from '@salesforce/label/c.Switchboard_reviewWillMove';
import routeFromNone from '@salesforce/label/c.Switchboard_routeFromNone';
import routeFull from '@salesforce/label/c.Switchboard_routeFull';
import routeResult from '@salesforce/label/c.Switchboard_routeResult';
import routeToNone from '@salesforce/label/c.Switchboard_routeToNone';
import saidNotVoice from '@salesforce/label/c.Switchboard_saidNotVoice';
import sameReason from '@salesforce/label/c.Switchboard_sameReason';
import showAllCount from '@salesforce/label/c.Switchboard_showAllCount';
import showLess from '@salesforce/label/c.Switchboard_showLess';
import showMoreCount from '@salesforce/label/c.Switchboard_showMoreCount';
import someInactive from '@salesforce/label/c.Switchboard_someInactive';
import someInactiveOne from '@salesforce/label/c.Switchboard_someInactiveOne';
import sumMove from '@salesforce/label/c.Switchboard_sumMove';
import sumRemove from '@salesforce/label/c.Switchboard_sumRemove';
import sumStay from '@salesforce/label/c.Switchboard_sumStay';
import sumStayOne from '@salesforce/label/c.Switchboard_sumStayOne';
import sumUndo from '@salesforce/label/c.Switchboard_sumUndo';
import sumWait from '@salesforce/label/c.Switchboard_sumWait';
import sumWaitOne from '@salesforce/label/c.Switchboard_sumWaitOne';
import usersIn from '@salesforce/label/c.Switchboard_usersIn';
import usersTo from '@salesforce/label/c.Switchboard_usersTo';

export const review = {
    aboutGroup,
    allActive,
    flowJoin,
    include,
    leaveOut,
    leftOutText,
    mayEnterVoice,
    mayLeaveVoice,
    neverLoggedIn,
    neverLoggedInOne,
    notVoice,
    notVoiceMove,
    notVoiceMoveOne,
    otherCenters,
    reviewAfter,
    reviewAfterRow,
    reviewBlocked,
    reviewLeftOut,
    reviewNeedsAnswer,
    reviewRetires,
    reviewRoutes,
    reviewUsers,
    reviewUsersOne,
    reviewWillMove,
    routeFromNone,
    routeFull,
    routeResult,
    routeToNone,
    saidNotVoice,
    sameReason,
    showAllCount,
    showLess,
    showMoreCount,
    someInactive,
    someInactiveOne,
    sumMove,
    sumRemove,
    sumStay,
    sumStayOne,
    sumUndo,
    sumWait,
    sumWaitOne,
    usersIn,
    usersTo
};
