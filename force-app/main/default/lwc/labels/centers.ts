import centerKind from '@salesforce/label/c.Switchboard_centerKind';
import centerName from '@salesforce/label/c.Switchboard_centerName';
import everyoneHint from '@salesforce/label/c.Switchboard_everyoneHint';
import flowUnavailable from '@salesforce/label/c.Switchboard_flowUnavailable';
import inactiveMembers from '@salesforce/label/c.Switchboard_inactiveMembers';
import kindOpenCti from '@salesforce/label/c.Switchboard_kindOpenCti';
import kindUnknown from '@salesforce/label/c.Switchboard_kindUnknown';
import kindVoiceAmazon from '@salesforce/label/c.Switchboard_kindVoiceAmazon';
import kindVoicePartner from '@salesforce/label/c.Switchboard_kindVoicePartner';
import mayLackEmpty from '@salesforce/label/c.Switchboard_mayLackEmpty';
import members from '@salesforce/label/c.Switchboard_members';
import membersByProfile from '@salesforce/label/c.Switchboard_membersByProfile';
import membersOne from '@salesforce/label/c.Switchboard_membersOne';
import nameCenter from '@salesforce/label/c.Switchboard_nameCenter';
import nameCenterHint from '@salesforce/label/c.Switchboard_nameCenterHint';
import nameIt from '@salesforce/label/c.Switchboard_nameIt';
import nameRefused from '@salesforce/label/c.Switchboard_nameRefused';
import namesFromFlow from '@salesforce/label/c.Switchboard_namesFromFlow';
import namesFromGraphql from '@salesforce/label/c.Switchboard_namesFromGraphql';
import namesFromRegistry from '@salesforce/label/c.Switchboard_namesFromRegistry';
import namesFromRegistryUnread from '@salesforce/label/c.Switchboard_namesFromRegistryUnread';
import namesMissing from '@salesforce/label/c.Switchboard_namesMissing';
import otherProfiles from '@salesforce/label/c.Switchboard_otherProfiles';
import profileShare from '@salesforce/label/c.Switchboard_profileShare';
import registrySilent from '@salesforce/label/c.Switchboard_registrySilent';
import retired from '@salesforce/label/c.Switchboard_retired';
import retiresOn from '@salesforce/label/c.Switchboard_retiresOn';
import retiresOnOne from '@salesforce/label/c.Switchboard_retiresOnOne';
import save from '@salesforce/label/c.Switchboard_save';
import sayKind from '@salesforce/label/c.Switchboard_sayKind';
import unnamedHint from '@salesforce/label/c.Switchboard_unnamedHint';
import withoutHint from '@salesforce/label/c.Switchboard_withoutHint';

export const centers = {
    centerKind,
    centerName,
    everyoneHint,
    flowUnavailable,
    inactiveMembers,
    kindOpenCti,
    kindUnknown,
    kindVoiceAmazon,
    kindVoicePartner,
    mayLackEmpty,
    members,
    membersByProfile,
    membersOne,
    nameCenter,
    nameCenterHint,
    nameIt,
    nameRefused,
    namesFromFlow,
    namesFromGraphql,
    namesFromRegistry,
    namesFromRegistryUnread,
    namesMissing,
    otherProfiles,
    profileShare,
    registrySilent,
    retired,
    retiresOn,
    retiresOnOne,
    save,
    sayKind,
    unnamedHint,
    withoutHint
};
