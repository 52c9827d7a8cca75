import callCenter from '@salesforce/label/c.Switchboard_callCenter';
import callCenters from '@salesforce/label/c.Switchboard_callCenters';
import centerChoice from '@salesforce/label/c.Switchboard_centerChoice';
import centerChoiceOne from '@salesforce/label/c.Switchboard_centerChoiceOne';
import close from '@salesforce/label/c.Switchboard_close';
import copyLink from '@salesforce/label/c.Switchboard_copyLink';
import everyone from '@salesforce/label/c.Switchboard_everyone';
import firstRun from '@salesforce/label/c.Switchboard_firstRun';
import firstRunClose from '@salesforce/label/c.Switchboard_firstRunClose';
import learnMore from '@salesforce/label/c.Switchboard_learnMore';
import linkCopied from '@salesforce/label/c.Switchboard_linkCopied';
import linkNotCopied from '@salesforce/label/c.Switchboard_linkNotCopied';
import loading from '@salesforce/label/c.Switchboard_loading';
import logIn from '@salesforce/label/c.Switchboard_logIn';
import logInNewTab from '@salesforce/label/c.Switchboard_logInNewTab';
import moreActions from '@salesforce/label/c.Switchboard_moreActions';
import noCentersText from '@salesforce/label/c.Switchboard_noCentersText';
import noCentersTitle from '@salesforce/label/c.Switchboard_noCentersTitle';
import openCallCenters from '@salesforce/label/c.Switchboard_openCallCenters';
import openCenterInSetup from '@salesforce/label/c.Switchboard_openCenterInSetup';
import openInSetup from '@salesforce/label/c.Switchboard_openInSetup';
import refresh from '@salesforce/label/c.Switchboard_refresh';
import title from '@salesforce/label/c.Switchboard_title';
import tryAgain from '@salesforce/label/c.Switchboard_tryAgain';
import unnamedCenter from '@salesforce/label/c.Switchboard_unnamedCenter';
import userChoice from '@salesforce/label/c.Switchboard_userChoice';
import userChoiceOne from '@salesforce/label/c.Switchboard_userChoiceOne';
import users from '@salesforce/label/c.Switchboard_users';
import views from '@salesforce/label/c.Switchboard_views';
import withoutCenter from '@salesforce/label/c.Switchboard_withoutCenter';

export const page = {
    callCenter,
    callCenters,
    centerChoice,
    centerChoiceOne,
    close,
    copyLink,
    everyone,
    firstRun,
    firstRunClose,
    learnMore,
    linkCopied,
    linkNotCopied,
    loading,
    logIn,
    logInNewTab,
    moreActions,
    noCentersText,
    noCentersTitle,
    openCallCenters,
    openCenterInSetup,
    openInSetup,
    refresh,
    title,
    tryAgain,
    unnamedCenter,
    userChoice,
    userChoiceOne,
    users,
    views,
    withoutCenter
};
