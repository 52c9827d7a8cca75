import backToChecks from '@salesforce/label/c.Switchboard_backToChecks';
import checkDaysBad from '@salesforce/label/c.Switchboard_checkDaysBad';
import checkDaysIgnored from '@salesforce/label/c.Switchboard_checkDaysIgnored';
import checkDaysLabel from '@salesforce/label/c.Switchboard_checkDaysLabel';
import checkIgnore from '@salesforce/label/c.Switchboard_checkIgnore';
import checkIgnored from '@salesforce/label/c.Switchboard_checkIgnored';
import checkIgnoredFull from '@salesforce/label/c.Switchboard_checkIgnoredFull';
import checkInactive from '@salesforce/label/c.Switchboard_checkInactive';
import checkInactiveHint from '@salesforce/label/c.Switchboard_checkInactiveHint';
import checkListen from '@salesforce/label/c.Switchboard_checkListen';
import checkMute from '@salesforce/label/c.Switchboard_checkMute';
import checkMuted from '@salesforce/label/c.Switchboard_checkMuted';
import checkOnboarding from '@salesforce/label/c.Switchboard_checkOnboarding';
import checkOnboardingHint from '@salesforce/label/c.Switchboard_checkOnboardingHint';
import checkOnboardingSetUp from '@salesforce/label/c.Switchboard_checkOnboardingSetUp';
import checkPortal from '@salesforce/label/c.Switchboard_checkPortal';
import checkPortalHint from '@salesforce/label/c.Switchboard_checkPortalHint';
import checkQuiet from '@salesforce/label/c.Switchboard_checkQuiet';
import checkQuietHint from '@salesforce/label/c.Switchboard_checkQuietHint';
import checkQuietOne from '@salesforce/label/c.Switchboard_checkQuietOne';
import checkSameName from '@salesforce/label/c.Switchboard_checkSameName';
import checkSeeUsers from '@salesforce/label/c.Switchboard_checkSeeUsers';
import checkSetUp from '@salesforce/label/c.Switchboard_checkSetUp';
import checkUnmute from '@salesforce/label/c.Switchboard_checkUnmute';
import checkUnnamed from '@salesforce/label/c.Switchboard_checkUnnamed';
import checksView from '@salesforce/label/c.Switchboard_checks';
import checksAt from '@salesforce/label/c.Switchboard_checksAt';
import checksCleanUp from '@salesforce/label/c.Switchboard_checksCleanUp';
import checksEdited from '@salesforce/label/c.Switchboard_checksEdited';
import checksFound from '@salesforce/label/c.Switchboard_checksFound';
import checksFoundNone from '@salesforce/label/c.Switchboard_checksFoundNone';
import checksFoundOne from '@salesforce/label/c.Switchboard_checksFoundOne';
import checksNames from '@salesforce/label/c.Switchboard_checksNames';
import checksOnboarding from '@salesforce/label/c.Switchboard_checksOnboarding';
import checksUnavailable from '@salesforce/label/c.Switchboard_checksUnavailable';
import checksUnread from '@salesforce/label/c.Switchboard_checksUnread';
import ruleAdd from '@salesforce/label/c.Switchboard_ruleAdd';
import ruleBeyond from '@salesforce/label/c.Switchboard_ruleBeyond';
import ruleConditionGone from '@salesforce/label/c.Switchboard_ruleConditionGone';
import ruleConditionsMany from '@salesforce/label/c.Switchboard_ruleConditionsMany';
import ruleConditionsNone from '@salesforce/label/c.Switchboard_ruleConditionsNone';
import ruleConditionsUnreadable from '@salesforce/label/c.Switchboard_ruleConditionsUnreadable';
import ruleCopy from '@salesforce/label/c.Switchboard_ruleCopy';
import ruleCopyNone from '@salesforce/label/c.Switchboard_ruleCopyNone';
import ruleDelete from '@salesforce/label/c.Switchboard_ruleDelete';
import ruleDeleteAsk from '@salesforce/label/c.Switchboard_ruleDeleteAsk';
import ruleDepartments from '@salesforce/label/c.Switchboard_ruleDepartments';
import ruleDown from '@salesforce/label/c.Switchboard_ruleDown';
import ruleDrift from '@salesforce/label/c.Switchboard_ruleDrift';
import ruleEdit from '@salesforce/label/c.Switchboard_ruleEdit';
import ruleFixAll from '@salesforce/label/c.Switchboard_ruleFixAll';
import ruleHere from '@salesforce/label/c.Switchboard_ruleHere';
import ruleHereOne from '@salesforce/label/c.Switchboard_ruleHereOne';
import ruleLike from '@salesforce/label/c.Switchboard_ruleLike';
import ruleName from '@salesforce/label/c.Switchboard_ruleName';
import ruleNameNone from '@salesforce/label/c.Switchboard_ruleNameNone';
import ruleNobody from '@salesforce/label/c.Switchboard_ruleNobody';
import ruleOff from '@salesforce/label/c.Switchboard_ruleOff';
import ruleTarget from '@salesforce/label/c.Switchboard_ruleTarget';
import ruleTargetGone from '@salesforce/label/c.Switchboard_ruleTargetGone';
import ruleTargetNone from '@salesforce/label/c.Switchboard_ruleTargetNone';
import ruleTitle from '@salesforce/label/c.Switchboard_ruleTitle';
import ruleTitles from '@salesforce/label/c.Switchboard_ruleTitles';
import ruleTurnOff from '@salesforce/label/c.Switchboard_ruleTurnOff';
import ruleTurnOn from '@salesforce/label/c.Switchboard_ruleTurnOn';
import ruleUnreachable from '@salesforce/label/c.Switchboard_ruleUnreachable';
import ruleUp from '@salesforce/label/c.Switchboard_ruleUp';
import rules from '@salesforce/label/c.Switchboard_rules';
import rulesHint from '@salesforce/label/c.Switchboard_rulesHint';

export const checks = {
    backToChecks,
    checkDaysBad,
    checkDaysIgnored,
    checkDaysLabel,
    checkIgnore,
    checkIgnored,
    checkIgnoredFull,
    checkInactive,
    checkInactiveHint,
    checkListen,
    checkMute,
    checkMuted,
    checkOnboarding,
    checkOnboardingHint,
    checkOnboardingSetUp,
    checkPortal,
    checkPortalHint,
    checkQuiet,
    checkQuietHint,
    checkQuietOne,
    checkSameName,
    checkSeeUsers,
    checkSetUp,
    checkUnmute,
    checkUnnamed,
    checks: checksView,
    checksAt,
    checksCleanUp,
    checksEdited,
    checksFound,
    checksFoundNone,
    checksFoundOne,
    checksNames,
    checksOnboarding,
    checksUnavailable,
    checksUnread,
    ruleAdd,
    ruleBeyond,
    ruleConditionGone,
    ruleConditionsMany,
    ruleConditionsNone,
    ruleConditionsUnreadable,
    ruleCopy,
    ruleCopyNone,
    ruleDelete,
    ruleDeleteAsk,
    ruleDepartments,
    ruleDown,
    ruleDrift,
    ruleEdit,
    ruleFixAll,
    ruleHere,
    ruleHereOne,
    ruleLike,
    ruleName,
    ruleNameNone,
    ruleNobody,
    ruleOff,
    ruleTarget,
    ruleTargetGone,
    ruleTargetNone,
    ruleTitle,
    ruleTitles,
    ruleTurnOff,
    ruleTurnOn,
    ruleUnreachable,
    ruleUp,
    rules,
    rulesHint
};
