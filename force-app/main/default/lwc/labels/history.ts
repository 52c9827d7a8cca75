import allRuns from '@salesforce/label/c.Switchboard_allRuns';
import asideDamaged from '@salesforce/label/c.Switchboard_asideDamaged';
import asideOrg from '@salesforce/label/c.Switchboard_asideOrg';
import asideUser from '@salesforce/label/c.Switchboard_asideUser';
import asideVersion from '@salesforce/label/c.Switchboard_asideVersion';
import backToReport from '@salesforce/label/c.Switchboard_backToReport';
import centerCount from '@salesforce/label/c.Switchboard_centerCount';
import changedToByAt from '@salesforce/label/c.Switchboard_changedToByAt';
import changedToNoneBy from '@salesforce/label/c.Switchboard_changedToNoneBy';
import changedToNoneByAt from '@salesforce/label/c.Switchboard_changedToNoneByAt';
import changedUnknown from '@salesforce/label/c.Switchboard_changedUnknown';
import columnFrom from '@salesforce/label/c.Switchboard_columnFrom';
import columnResult from '@salesforce/label/c.Switchboard_columnResult';
import columnTo from '@salesforce/label/c.Switchboard_columnTo';
import columnUser from '@salesforce/label/c.Switchboard_columnUser';
import columnWhat from '@salesforce/label/c.Switchboard_columnWhat';
import everyResult from '@salesforce/label/c.Switchboard_everyResult';
import everyResultOne from '@salesforce/label/c.Switchboard_everyResultOne';
import flawCounts from '@salesforce/label/c.Switchboard_flawCounts';
import flawOutcomes from '@salesforce/label/c.Switchboard_flawOutcomes';
import flawRows from '@salesforce/label/c.Switchboard_flawRows';
import flawTarget from '@salesforce/label/c.Switchboard_flawTarget';
import flawTwice from '@salesforce/label/c.Switchboard_flawTwice';
import groupChanged from '@salesforce/label/c.Switchboard_groupChanged';
import groupRemoved from '@salesforce/label/c.Switchboard_groupRemoved';
import groupThere from '@salesforce/label/c.Switchboard_groupThere';
import groupUncertain from '@salesforce/label/c.Switchboard_groupUncertain';
import groupUnreached from '@salesforce/label/c.Switchboard_groupUnreached';
import historyBack from '@salesforce/label/c.Switchboard_historyBack';
import historyChoose from '@salesforce/label/c.Switchboard_historyChoose';
import historyEmptyText from '@salesforce/label/c.Switchboard_historyEmptyText';
import historyEmptyTitle from '@salesforce/label/c.Switchboard_historyEmptyTitle';
import historyFound from '@salesforce/label/c.Switchboard_historyFound';
import historyFoundOne from '@salesforce/label/c.Switchboard_historyFoundOne';
import historyLacks from '@salesforce/label/c.Switchboard_historyLacks';
import historyLacksMany from '@salesforce/label/c.Switchboard_historyLacksMany';
import historyMoves from '@salesforce/label/c.Switchboard_historyMoves';
import historyMovesOne from '@salesforce/label/c.Switchboard_historyMovesOne';
import historyNewest from '@salesforce/label/c.Switchboard_historyNewest';
import historyNoMatchText from '@salesforce/label/c.Switchboard_historyNoMatchText';
import historyNoMatchTitle from '@salesforce/label/c.Switchboard_historyNoMatchTitle';
import historySearch from '@salesforce/label/c.Switchboard_historySearch';
import historySearchHint from '@salesforce/label/c.Switchboard_historySearchHint';
import historyTitle from '@salesforce/label/c.Switchboard_historyTitle';
import historyUnavailable from '@salesforce/label/c.Switchboard_historyUnavailable';
import historyUnread from '@salesforce/label/c.Switchboard_historyUnread';
import keptNow from '@salesforce/label/c.Switchboard_keptNow';
import keptNowBy from '@salesforce/label/c.Switchboard_keptNowBy';
import keptNowNone from '@salesforce/label/c.Switchboard_keptNowNone';
import keptNowNoneBy from '@salesforce/label/c.Switchboard_keptNowNoneBy';
import letItBe from '@salesforce/label/c.Switchboard_letItBe';
import moreRuns from '@salesforce/label/c.Switchboard_moreRuns';
import moveAnyway from '@salesforce/label/c.Switchboard_moveAnyway';
import moveRest from '@salesforce/label/c.Switchboard_moveRest';
import moveUserAnyway from '@salesforce/label/c.Switchboard_moveUserAnyway';
import newestFirst from '@salesforce/label/c.Switchboard_newestFirst';
import noResultsFound from '@salesforce/label/c.Switchboard_noResultsFound';
import nobodyGoesBack from '@salesforce/label/c.Switchboard_nobodyGoesBack';
import onElsewhere from '@salesforce/label/c.Switchboard_onElsewhere';
import outcomeChanged from '@salesforce/label/c.Switchboard_outcomeChanged';
import personUnknown from '@salesforce/label/c.Switchboard_personUnknown';
import quoted from '@salesforce/label/c.Switchboard_quoted';
import recovered from '@salesforce/label/c.Switchboard_recovered';
import recoveredMixed from '@salesforce/label/c.Switchboard_recoveredMixed';
import recoveredMixedOne from '@salesforce/label/c.Switchboard_recoveredMixedOne';
import recoveredOne from '@salesforce/label/c.Switchboard_recoveredOne';
import recoveredRemoved from '@salesforce/label/c.Switchboard_recoveredRemoved';
import recoveredRemovedOne from '@salesforce/label/c.Switchboard_recoveredRemovedOne';
import recoveryTitle from '@salesforce/label/c.Switchboard_recoveryTitle';
import recoveryUncertain from '@salesforce/label/c.Switchboard_recoveryUncertain';
import reportSubtitleNobody from '@salesforce/label/c.Switchboard_reportSubtitleNobody';
import reportTitleSeveral from '@salesforce/label/c.Switchboard_reportTitleSeveral';
import reportTitleSeveralOne from '@salesforce/label/c.Switchboard_reportTitleSeveralOne';
import resultChoice from '@salesforce/label/c.Switchboard_resultChoice';
import resultsAll from '@salesforce/label/c.Switchboard_resultsAll';
import resultsBy from '@salesforce/label/c.Switchboard_resultsBy';
import resultsTitle from '@salesforce/label/c.Switchboard_resultsTitle';
import retryCount from '@salesforce/label/c.Switchboard_retryCount';
import reviewThese from '@salesforce/label/c.Switchboard_reviewThese';
import routeTo from '@salesforce/label/c.Switchboard_routeTo';
import runCount from '@salesforce/label/c.Switchboard_runCount';
import runElsewhere from '@salesforce/label/c.Switchboard_runElsewhere';
import runTo from '@salesforce/label/c.Switchboard_runTo';
import runUndo from '@salesforce/label/c.Switchboard_runUndo';
import searchResults from '@salesforce/label/c.Switchboard_searchResults';
import showMoreUsers from '@salesforce/label/c.Switchboard_showMoreUsers';
import undoBack from '@salesforce/label/c.Switchboard_undoBack';
import undoBackMixed from '@salesforce/label/c.Switchboard_undoBackMixed';
import undoBackNone from '@salesforce/label/c.Switchboard_undoBackNone';

export const history = {
    allRuns,
    asideDamaged,
    asideOrg,
    asideUser,
    asideVersion,
    backToReport,
    centerCount,
    changedToByAt,
    changedToNoneBy,
    changedToNoneByAt,
    changedUnknown,
    columnFrom,
    columnResult,
    columnTo,
    columnUser,
    columnWhat,
    everyResult,
    everyResultOne,
    flawCounts,
    flawOutcomes,
    flawRows,
    flawTarget,
    flawTwice,
    groupChanged,
    groupRemoved,
    groupThere,
    groupUncertain,
    groupUnreached,
    historyBack,
    historyChoose,
    historyEmptyText,
    historyEmptyTitle,
    historyFound,
    historyFoundOne,
    historyLacks,
    historyLacksMany,
    historyMoves,
    historyMovesOne,
    historyNewest,
    historyNoMatchText,
    historyNoMatchTitle,
    historySearch,
    historySearchHint,
    historyTitle,
    historyUnavailable,
    historyUnread,
    keptNow,
    keptNowBy,
    keptNowNone,
    keptNowNoneBy,
    letItBe,
    moreRuns,
    moveAnyway,
    moveRest,
    moveUserAnyway,
    newestFirst,
    noResultsFound,
    nobodyGoesBack,
    onElsewhere,
    outcomeChanged,
    personUnknown,
    quoted,
    recovered,
    recoveredMixed,
    recoveredMixedOne,
    recoveredOne,
    recoveredRemoved,
    recoveredRemovedOne,
    recoveryTitle,
    recoveryUncertain,
    reportSubtitleNobody,
    reportTitleSeveral,
    reportTitleSeveralOne,
    resultChoice,
    resultsAll,
    resultsBy,
    resultsTitle,
    retryCount,
    reviewThese,
    routeTo,
    runCount,
    runElsewhere,
    runTo,
    runUndo,
    searchResults,
    showMoreUsers,
    undoBack,
    undoBackMixed,
    undoBackNone
};
