import foundCenters from '@salesforce/label/c.Switchboard_foundCenters';
import foundCentersOne from '@salesforce/label/c.Switchboard_foundCentersOne';
import orgCheck from '@salesforce/label/c.Switchboard_orgCheck';
import orgCheckAgain from '@salesforce/label/c.Switchboard_orgCheckAgain';
import orgCheckAlone from '@salesforce/label/c.Switchboard_orgCheckAlone';
import orgCheckColumnDetails from '@salesforce/label/c.Switchboard_orgCheckColumnDetails';
import orgCheckColumnName from '@salesforce/label/c.Switchboard_orgCheckColumnName';
import orgCheckColumnResult from '@salesforce/label/c.Switchboard_orgCheckColumnResult';
import orgCheckCopied from '@salesforce/label/c.Switchboard_orgCheckCopied';
import orgCheckCopy from '@salesforce/label/c.Switchboard_orgCheckCopy';
import orgCheckFails from '@salesforce/label/c.Switchboard_orgCheckFails';
import orgCheckIntro from '@salesforce/label/c.Switchboard_orgCheckIntro';
import orgCheckNameCounts from '@salesforce/label/c.Switchboard_orgCheckNameCounts';
import orgCheckNameFlow from '@salesforce/label/c.Switchboard_orgCheckNameFlow';
import orgCheckNameFreshUsers from '@salesforce/label/c.Switchboard_orgCheckNameFreshUsers';
import orgCheckNameGraphql from '@salesforce/label/c.Switchboard_orgCheckNameGraphql';
import orgCheckNameHistory from '@salesforce/label/c.Switchboard_orgCheckNameHistory';
import orgCheckNameLabels from '@salesforce/label/c.Switchboard_orgCheckNameLabels';
import orgCheckNameLocks from '@salesforce/label/c.Switchboard_orgCheckNameLocks';
import orgCheckNameMembership from '@salesforce/label/c.Switchboard_orgCheckNameMembership';
import orgCheckNameMutation from '@salesforce/label/c.Switchboard_orgCheckNameMutation';
import orgCheckNamePermission from '@salesforce/label/c.Switchboard_orgCheckNamePermission';
import orgCheckNamePlace from '@salesforce/label/c.Switchboard_orgCheckNamePlace';
import orgCheckNameRegistry from '@salesforce/label/c.Switchboard_orgCheckNameRegistry';
import orgCheckNameStorage from '@salesforce/label/c.Switchboard_orgCheckNameStorage';
import orgCheckNameUsers from '@salesforce/label/c.Switchboard_orgCheckNameUsers';
import orgCheckNameVisualforce from '@salesforce/label/c.Switchboard_orgCheckNameVisualforce';
import orgCheckNeeded from '@salesforce/label/c.Switchboard_orgCheckNeeded';
import orgCheckNeededToMove from '@salesforce/label/c.Switchboard_orgCheckNeededToMove';
import orgCheckNoHistory from '@salesforce/label/c.Switchboard_orgCheckNoHistory';
import orgCheckNoStorage from '@salesforce/label/c.Switchboard_orgCheckNoStorage';
import orgCheckOrgDecides from '@salesforce/label/c.Switchboard_orgCheckOrgDecides';
import orgCheckPassed from '@salesforce/label/c.Switchboard_orgCheckPassed';
import orgCheckPlaceSetup from '@salesforce/label/c.Switchboard_orgCheckPlaceSetup';
import orgCheckPlaceTab from '@salesforce/label/c.Switchboard_orgCheckPlaceTab';
import orgCheckRunning from '@salesforce/label/c.Switchboard_orgCheckRunning';
import orgCheckUnknown from '@salesforce/label/c.Switchboard_orgCheckUnknown';
import orgCheckUsesFlow from '@salesforce/label/c.Switchboard_orgCheckUsesFlow';
import orgCheckUsesGraphql from '@salesforce/label/c.Switchboard_orgCheckUsesGraphql';
import orgCheckUsesIds from '@salesforce/label/c.Switchboard_orgCheckUsesIds';
import orgCheckUsesRegistry from '@salesforce/label/c.Switchboard_orgCheckUsesRegistry';
import orgCheckUsesVisualforce from '@salesforce/label/c.Switchboard_orgCheckUsesVisualforce';
import orgCheckVerdictFails from '@salesforce/label/c.Switchboard_orgCheckVerdictFails';
import orgCheckVerdictShows from '@salesforce/label/c.Switchboard_orgCheckVerdictShows';
import orgCheckVerdictUnknown from '@salesforce/label/c.Switchboard_orgCheckVerdictUnknown';
import orgCheckVerdictWorks from '@salesforce/label/c.Switchboard_orgCheckVerdictWorks';
import orgCheckWorks from '@salesforce/label/c.Switchboard_orgCheckWorks';

export const check = {
    foundCenters,
    foundCentersOne,
    orgCheck,
    orgCheckAgain,
    orgCheckAlone,
    orgCheckColumnDetails,
    orgCheckColumnName,
    orgCheckColumnResult,
    orgCheckCopied,
    orgCheckCopy,
    orgCheckFails,
    orgCheckIntro,
    orgCheckNameCounts,
    orgCheckNameFlow,
    orgCheckNameFreshUsers,
    orgCheckNameGraphql,
    orgCheckNameHistory,
    orgCheckNameLabels,
    orgCheckNameLocks,
    orgCheckNameMembership,
    orgCheckNameMutation,
    orgCheckNamePermission,
    orgCheckNamePlace,
    orgCheckNameRegistry,
    orgCheckNameStorage,
    orgCheckNameUsers,
    orgCheckNameVisualforce,
    orgCheckNeeded,
    orgCheckNeededToMove,
    orgCheckNoHistory,
    orgCheckNoStorage,
    orgCheckOrgDecides,
    orgCheckPassed,
    orgCheckPlaceSetup,
    orgCheckPlaceTab,
    orgCheckRunning,
    orgCheckUnknown,
    orgCheckUsesFlow,
    orgCheckUsesGraphql,
    orgCheckUsesIds,
    orgCheckUsesRegistry,
    orgCheckUsesVisualforce,
    orgCheckVerdictFails,
    orgCheckVerdictShows,
    orgCheckVerdictUnknown,
    orgCheckVerdictWorks,
    orgCheckWorks
};
