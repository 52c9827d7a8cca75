import allRuns from '@salesforce/label/c.Switchboard_allRuns';
import asideDamaged from '@salesforce/label/c.Switchboard_asideDamaged';
import asideOrg from '@salesforce/label/c.Switchboard_asideOrg';
import asideUser from '@salesforce/label/c.Switchboard_asideUser';
import asideVersion from '@salesforce/label/c.Switchboard_asideVersion';
import backToReport from '@salesforce/label/c.Switchboard_backToReport';
import changedToByAt from '@salesforce/label/c.Switchboard_changedToByAt';
import changedToNoneBy from '@salesforce/label/c.Switchboard_changedToNoneBy';
import changedToNoneByAt from '@salesforce/label/c.Switchboard_changedToNoneByAt';
import changedUnknown from '@salesforce/label/c.Switchboard_changedUnknown';
import columnRun from '@salesforce/label/c.Switchboard_columnRun';
import columnWhen from '@salesforce/label/c.Switchboard_columnWhen';
import columnWho from '@salesforce/label/c.Switchboard_columnWho';
import flawCounts from '@salesforce/label/c.Switchboard_flawCounts';
import flawOutcomes from '@salesforce/label/c.Switchboard_flawOutcomes';
import flawRows from '@salesforce/label/c.Switchboard_flawRows';
import flawTarget from '@salesforce/label/c.Switchboard_flawTarget';
import flawTwice from '@salesforce/label/c.Switchboard_flawTwice';
import historyBack from '@salesforce/label/c.Switchboard_historyBack';
import historyEmptyText from '@salesforce/label/c.Switchboard_historyEmptyText';
import historyEmptyTitle from '@salesforce/label/c.Switchboard_historyEmptyTitle';
import historyLacks from '@salesforce/label/c.Switchboard_historyLacks';
import historyLacksMany from '@salesforce/label/c.Switchboard_historyLacksMany';
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
import nobodyGoesBack from '@salesforce/label/c.Switchboard_nobodyGoesBack';
import onElsewhere from '@salesforce/label/c.Switchboard_onElsewhere';
import outcomeChanged from '@salesforce/label/c.Switchboard_outcomeChanged';
import personUnknown from '@salesforce/label/c.Switchboard_personUnknown';
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
import routeFromNone from '@salesforce/label/c.Switchboard_routeFromNone';
import routeFull from '@salesforce/label/c.Switchboard_routeFull';
import routeToNone from '@salesforce/label/c.Switchboard_routeToNone';
import runElsewhere from '@salesforce/label/c.Switchboard_runElsewhere';
import runRemoved from '@salesforce/label/c.Switchboard_runRemoved';
import runSeveral from '@salesforce/label/c.Switchboard_runSeveral';
import runTo from '@salesforce/label/c.Switchboard_runTo';
import runUndo from '@salesforce/label/c.Switchboard_runUndo';

export const history = {
    allRuns,
    asideDamaged,
    asideOrg,
    asideUser,
    asideVersion,
    backToReport,
    changedToByAt,
    changedToNoneBy,
    changedToNoneByAt,
    changedUnknown,
    columnRun,
    columnWhen,
    columnWho,
    flawCounts,
    flawOutcomes,
    flawRows,
    flawTarget,
    flawTwice,
    historyBack,
    historyEmptyText,
    historyEmptyTitle,
    historyLacks,
    historyLacksMany,
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
    nobodyGoesBack,
    onElsewhere,
    outcomeChanged,
    personUnknown,
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
    routeFromNone,
    routeFull,
    routeToNone,
    runElsewhere,
    runRemoved,
    runSeveral,
    runTo,
    runUndo
};
