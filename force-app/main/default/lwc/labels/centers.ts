import centerKind from '@salesforce/label/c.Switchboard_centerKind';
import centerName from '@salesforce/label/c.Switchboard_centerName';
import changeKind from '@salesforce/label/c.Switchboard_changeKind';
import changeName from '@salesforce/label/c.Switchboard_changeName';
import everyoneHint from '@salesforce/label/c.Switchboard_everyoneHint';
import flowUnavailable from '@salesforce/label/c.Switchboard_flowUnavailable';
import inactiveMembers from '@salesforce/label/c.Switchboard_inactiveMembers';
import kindCcaas from '@salesforce/label/c.Switchboard_kindCcaas';
import kindOpenCti from '@salesforce/label/c.Switchboard_kindOpenCti';
import kindUnknown from '@salesforce/label/c.Switchboard_kindUnknown';
import kindVoiceAmazon from '@salesforce/label/c.Switchboard_kindVoiceAmazon';
import kindVoicePartner from '@salesforce/label/c.Switchboard_kindVoicePartner';
import knownByAdapter from '@salesforce/label/c.Switchboard_knownByAdapter';
import knownByAdmin from '@salesforce/label/c.Switchboard_knownByAdmin';
import knownByChannels from '@salesforce/label/c.Switchboard_knownByChannels';
import knownBySettings from '@salesforce/label/c.Switchboard_knownBySettings';
import mayLackEmpty from '@salesforce/label/c.Switchboard_mayLackEmpty';
import members from '@salesforce/label/c.Switchboard_members';
import membersByProfile from '@salesforce/label/c.Switchboard_membersByProfile';
import membersOne from '@salesforce/label/c.Switchboard_membersOne';
import nameAmongEquals from '@salesforce/label/c.Switchboard_nameAmongEquals';
import nameCenter from '@salesforce/label/c.Switchboard_nameCenter';
import nameCenterHint from '@salesforce/label/c.Switchboard_nameCenterHint';
import nameIt from '@salesforce/label/c.Switchboard_nameIt';
import nameRefused from '@salesforce/label/c.Switchboard_nameRefused';
import nameTaken from '@salesforce/label/c.Switchboard_nameTaken';
import namesFromFlow from '@salesforce/label/c.Switchboard_namesFromFlow';
import namesFromGraphql from '@salesforce/label/c.Switchboard_namesFromGraphql';
import namesFromRegistry from '@salesforce/label/c.Switchboard_namesFromRegistry';
import namesFromRegistryUnread from '@salesforce/label/c.Switchboard_namesFromRegistryUnread';
import namesFromVisualforce from '@salesforce/label/c.Switchboard_namesFromVisualforce';
import namesMissing from '@salesforce/label/c.Switchboard_namesMissing';
import namesNotSaved from '@salesforce/label/c.Switchboard_namesNotSaved';
import namesSaved from '@salesforce/label/c.Switchboard_namesSaved';
import otherProfiles from '@salesforce/label/c.Switchboard_otherProfiles';
import profileShare from '@salesforce/label/c.Switchboard_profileShare';
import registrySilent from '@salesforce/label/c.Switchboard_registrySilent';
import retired from '@salesforce/label/c.Switchboard_retired';
import retiresOn from '@salesforce/label/c.Switchboard_retiresOn';
import retiresOnDay from '@salesforce/label/c.Switchboard_retiresOnDay';
import retiresOnOne from '@salesforce/label/c.Switchboard_retiresOnOne';
import save from '@salesforce/label/c.Switchboard_save';
import sayKind from '@salesforce/label/c.Switchboard_sayKind';
import searchCenters from '@salesforce/label/c.Switchboard_searchCenters';
import unnamedHint from '@salesforce/label/c.Switchboard_unnamedHint';
import visualforceRefused from '@salesforce/label/c.Switchboard_visualforceRefused';
import visualforceUnavailable from '@salesforce/label/c.Switchboard_visualforceUnavailable';
import voiceTarget from '@salesforce/label/c.Switchboard_voiceTarget';
import withoutHint from '@salesforce/label/c.Switchboard_withoutHint';

export const centers = {
    centerKind,
    centerName,
    changeKind,
    changeName,
    everyoneHint,
    flowUnavailable,
    inactiveMembers,
    kindCcaas,
    kindOpenCti,
    kindUnknown,
    kindVoiceAmazon,
    kindVoicePartner,
    knownByAdapter,
    knownByAdmin,
    knownByChannels,
    knownBySettings,
    mayLackEmpty,
    members,
    membersByProfile,
    membersOne,
    nameAmongEquals,
    nameCenter,
    nameCenterHint,
    nameIt,
    nameRefused,
    nameTaken,
    namesFromFlow,
    namesFromGraphql,
    namesFromRegistry,
    namesFromRegistryUnread,
    namesFromVisualforce,
    namesMissing,
    namesNotSaved,
    namesSaved,
    otherProfiles,
    profileShare,
    registrySilent,
    retired,
    retiresOn,
    retiresOnDay,
    retiresOnOne,
    save,
    sayKind,
    searchCenters,
    unnamedHint,
    visualforceRefused,
    visualforceUnavailable,
    voiceTarget,
    withoutHint
};
