import alreadyRemoved from '@salesforce/label/c.Switchboard_alreadyRemoved';
import announceProgress from '@salesforce/label/c.Switchboard_announceProgress';
import backToSelection from '@salesforce/label/c.Switchboard_backToSelection';
import backToSelectionOne from '@salesforce/label/c.Switchboard_backToSelectionOne';
import backToUsers from '@salesforce/label/c.Switchboard_backToUsers';
import blockedCount from '@salesforce/label/c.Switchboard_blockedCount';
import cancel from '@salesforce/label/c.Switchboard_cancel';
import changedTo from '@salesforce/label/c.Switchboard_changedTo';
import changedToBy from '@salesforce/label/c.Switchboard_changedToBy';
import changedToNone from '@salesforce/label/c.Switchboard_changedToNone';
import checkAgain from '@salesforce/label/c.Switchboard_checkAgain';
import continue_ from '@salesforce/label/c.Switchboard_continue';
import copied from '@salesforce/label/c.Switchboard_copied';
import copyMessage from '@salesforce/label/c.Switchboard_copyMessage';
import countAlreadyThere from '@salesforce/label/c.Switchboard_countAlreadyThere';
import countChanged from '@salesforce/label/c.Switchboard_countChanged';
import countMoved from '@salesforce/label/c.Switchboard_countMoved';
import countNotAttempted from '@salesforce/label/c.Switchboard_countNotAttempted';
import countRefused from '@salesforce/label/c.Switchboard_countRefused';
import countUncertain from '@salesforce/label/c.Switchboard_countUncertain';
import done from '@salesforce/label/c.Switchboard_done';
import downloadCsv from '@salesforce/label/c.Switchboard_downloadCsv';
import failedNext from '@salesforce/label/c.Switchboard_failedNext';
import failedWords from '@salesforce/label/c.Switchboard_failedWords';
import finishNow from '@salesforce/label/c.Switchboard_finishNow';
import fromCenter from '@salesforce/label/c.Switchboard_fromCenter';
import groupAlreadyRemoved from '@salesforce/label/c.Switchboard_groupAlreadyRemoved';
import groupAlreadyThere from '@salesforce/label/c.Switchboard_groupAlreadyThere';
import groupUsers from '@salesforce/label/c.Switchboard_groupUsers';
import groupUsersOne from '@salesforce/label/c.Switchboard_groupUsersOne';
import keptCount from '@salesforce/label/c.Switchboard_keptCount';
import keptText from '@salesforce/label/c.Switchboard_keptText';
import lastError from '@salesforce/label/c.Switchboard_lastError';
import lastErrorSilent from '@salesforce/label/c.Switchboard_lastErrorSilent';
import leftAlone from '@salesforce/label/c.Switchboard_leftAlone';
import messageChanged from '@salesforce/label/c.Switchboard_messageChanged';
import messageRemoved from '@salesforce/label/c.Switchboard_messageRemoved';
import messageToUsers from '@salesforce/label/c.Switchboard_messageToUsers';
import minutesLeft from '@salesforce/label/c.Switchboard_minutesLeft';
import moveCount from '@salesforce/label/c.Switchboard_moveCount';
import moveCountOne from '@salesforce/label/c.Switchboard_moveCountOne';
import moveTitle from '@salesforce/label/c.Switchboard_moveTitle';
import moveTitleOne from '@salesforce/label/c.Switchboard_moveTitleOne';
import movingTitle from '@salesforce/label/c.Switchboard_movingTitle';
import movingTitleMixed from '@salesforce/label/c.Switchboard_movingTitleMixed';
import movingTitleMixedOne from '@salesforce/label/c.Switchboard_movingTitleMixedOne';
import movingTitleOne from '@salesforce/label/c.Switchboard_movingTitleOne';
import movingTitleSeveral from '@salesforce/label/c.Switchboard_movingTitleSeveral';
import movingTitleSeveralOne from '@salesforce/label/c.Switchboard_movingTitleSeveralOne';
import newcomers from '@salesforce/label/c.Switchboard_newcomers';
import notResumable from '@salesforce/label/c.Switchboard_notResumable';
import nothingToMove from '@salesforce/label/c.Switchboard_nothingToMove';
import outcomeAlreadyThere from '@salesforce/label/c.Switchboard_outcomeAlreadyThere';
import outcomeMoved from '@salesforce/label/c.Switchboard_outcomeMoved';
import outcomeNotAttempted from '@salesforce/label/c.Switchboard_outcomeNotAttempted';
import outcomeRefused from '@salesforce/label/c.Switchboard_outcomeRefused';
import outcomeUncertain from '@salesforce/label/c.Switchboard_outcomeUncertain';
import pause from '@salesforce/label/c.Switchboard_pause';
import pausedExpired from '@salesforce/label/c.Switchboard_pausedExpired';
import pausedUnsettled from '@salesforce/label/c.Switchboard_pausedUnsettled';
import pausedUser from '@salesforce/label/c.Switchboard_pausedUser';
import pausing from '@salesforce/label/c.Switchboard_pausing';
import progress from '@salesforce/label/c.Switchboard_progress';
import readingUsers from '@salesforce/label/c.Switchboard_readingUsers';
import removeCount from '@salesforce/label/c.Switchboard_removeCount';
import removeCountOne from '@salesforce/label/c.Switchboard_removeCountOne';
import removeTitle from '@salesforce/label/c.Switchboard_removeTitle';
import removeTitleOne from '@salesforce/label/c.Switchboard_removeTitleOne';
import removeTitleOneNone from '@salesforce/label/c.Switchboard_removeTitleOneNone';
import removingTitle from '@salesforce/label/c.Switchboard_removingTitle';
import removingTitleOne from '@salesforce/label/c.Switchboard_removingTitleOne';
import reportSubtitle from '@salesforce/label/c.Switchboard_reportSubtitle';
import reportTitle from '@salesforce/label/c.Switchboard_reportTitle';
import reportTitleMixed from '@salesforce/label/c.Switchboard_reportTitleMixed';
import reportTitleMixedOne from '@salesforce/label/c.Switchboard_reportTitleMixedOne';
import reportTitleOne from '@salesforce/label/c.Switchboard_reportTitleOne';
import reportTitleRemoved from '@salesforce/label/c.Switchboard_reportTitleRemoved';
import reportTitleRemovedOne from '@salesforce/label/c.Switchboard_reportTitleRemovedOne';
import retry from '@salesforce/label/c.Switchboard_retry';
import review from '@salesforce/label/c.Switchboard_review';
import reviewTitle from '@salesforce/label/c.Switchboard_reviewTitle';
import second from '@salesforce/label/c.Switchboard_second';
import seconds from '@salesforce/label/c.Switchboard_seconds';
import secondsLeft from '@salesforce/label/c.Switchboard_secondsLeft';
import secondsLeftOne from '@salesforce/label/c.Switchboard_secondsLeftOne';
import showResults from '@salesforce/label/c.Switchboard_showResults';
import stop from '@salesforce/label/c.Switchboard_stop';
import stoppedByUser from '@salesforce/label/c.Switchboard_stoppedByUser';
import stoppedFault from '@salesforce/label/c.Switchboard_stoppedFault';
import stoppedFaults from '@salesforce/label/c.Switchboard_stoppedFaults';
import stopping from '@salesforce/label/c.Switchboard_stopping';
import stoppingUnconfirmed from '@salesforce/label/c.Switchboard_stoppingUnconfirmed';
import stoppingUnconfirmedOne from '@salesforce/label/c.Switchboard_stoppingUnconfirmedOne';
import toGo from '@salesforce/label/c.Switchboard_toGo';
import undoTitle from '@salesforce/label/c.Switchboard_undoTitle';
import undoTitleOne from '@salesforce/label/c.Switchboard_undoTitleOne';
import waiting from '@salesforce/label/c.Switchboard_waiting';

export const panel = {
    alreadyRemoved,
    announceProgress,
    backToSelection,
    backToSelectionOne,
    backToUsers,
    blockedCount,
    cancel,
    changedTo,
    changedToBy,
    changedToNone,
    checkAgain,
    continue: continue_,
    copied,
    copyMessage,
    countAlreadyThere,
    countChanged,
    countMoved,
    countNotAttempted,
    countRefused,
    countUncertain,
    done,
    downloadCsv,
    failedNext,
    failedWords,
    finishNow,
    fromCenter,
    groupAlreadyRemoved,
    groupAlreadyThere,
    groupUsers,
    groupUsersOne,
    keptCount,
    keptText,
    lastError,
    lastErrorSilent,
    leftAlone,
    messageChanged,
    messageRemoved,
    messageToUsers,
    minutesLeft,
    moveCount,
    moveCountOne,
    moveTitle,
    moveTitleOne,
    movingTitle,
    movingTitleMixed,
    movingTitleMixedOne,
    movingTitleOne,
    movingTitleSeveral,
    movingTitleSeveralOne,
    newcomers,
    notResumable,
    nothingToMove,
    outcomeAlreadyThere,
    outcomeMoved,
    outcomeNotAttempted,
    outcomeRefused,
    outcomeUncertain,
    pause,
    pausedExpired,
    pausedUnsettled,
    pausedUser,
    pausing,
    progress,
    readingUsers,
    removeCount,
    removeCountOne,
    removeTitle,
    removeTitleOne,
    removeTitleOneNone,
    removingTitle,
    removingTitleOne,
    reportSubtitle,
    reportTitle,
    reportTitleMixed,
    reportTitleMixedOne,
    reportTitleOne,
    reportTitleRemoved,
    reportTitleRemovedOne,
    retry,
    review,
    reviewTitle,
    second,
    seconds,
    secondsLeft,
    secondsLeftOne,
    showResults,
    stop,
    stoppedByUser,
    stoppedFault,
    stoppedFaults,
    stopping,
    stoppingUnconfirmed,
    stoppingUnconfirmedOne,
    toGo,
    undoTitle,
    undoTitleOne,
    waiting
};
