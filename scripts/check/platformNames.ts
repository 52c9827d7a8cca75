import { BASE_COMPONENTS } from '../build/platformModules.ts';

/** Components of the component reference that the preview has no stand-in for, but an org has. */
const MORE_COMPONENTS = [
    'fileUpload',
    'flow',
    'inputField',
    'inputRichText',
    'map',
    'messages',
    'outputField',
    'quickActionPanel',
    'recordEditForm',
    'recordForm',
    'recordPicker',
    'recordViewForm'
];

/** Modules with an API instead of markup: LWC guide, "Lightning Data Service" and "Reference". */
const APIS = [
    'graphql',
    'platformResourceLoader',
    'platformUtilityBarApi',
    'refresh',
    'uiAppsApi',
    'uiGraphQLApi',
    'uiLayoutApi',
    'uiListApi',
    'uiListsApi',
    'uiObjectInfoApi',
    'uiRecordApi',
    'uiRelatedListApi',
    'userConsentCookie'
];

/** Modules of namespace `lightning` that an org has. Documented, API 66. */
export const LIGHTNING_MODULES: ReadonlySet<string> = new Set([...BASE_COMPONENTS, ...MORE_COMPONENTS, ...APIS]);

/**
 * Modules that an org has and Lightning Out has not, so that the page in Setup would break. Documented: LWC guide,
 * "Use components outside Salesforce" and the pages of the modules themselves.
 */
export const LACKING_IN_LIGHTNING_OUT: ReadonlySet<string> = new Set([
    'alert',
    'confirm',
    'empApi',
    'messageService',
    'modal',
    'modalBody',
    'modalFooter',
    'modalHeader',
    'navigation',
    'omnistudioPubsub',
    'platformShowToastEvent',
    'platformWorkspaceApi',
    'prompt',
    'toast',
    'toastContainer'
]);

/**
 * User permissions that every org knows, by their names in the API. Documented: fields `Permissions…` of Profile. One
 * that an org does not know keeps the whole bundle from deploying, so the list is short on purpose.
 */
export const USER_PERMISSIONS: ReadonlySet<string> = new Set([
    'ApiEnabled',
    'CustomizeApplication',
    'ManageInternalUsers',
    'ManageUsers',
    'ModifyAllData',
    'ViewAllData',
    'ViewSetup'
]);

/** `@salesforce/i18n/…`. Documented: LWC guide, "Internationalization". */
export const I18N: ReadonlySet<string> = new Set([
    'common.calendarData',
    'common.digits',
    'currency',
    'dateTime.longDateFormat',
    'dateTime.longDateTimeFormat',
    'dateTime.mediumDateFormat',
    'dateTime.mediumDateTimeFormat',
    'dateTime.shortDateFormat',
    'dateTime.shortDateTimeFormat',
    'dateTime.shortTimeFormat',
    'dir',
    'firstDayOfWeek',
    'lang',
    'locale',
    'number.currencyFormat',
    'number.numberFormat',
    'number.percentFormat',
    'showJapaneseCalendar',
    'timeZone'
]);

/** Fields of standard objects that this project names. Documented: object reference, API 67. */
export const STANDARD_FIELDS: Readonly<Record<string, readonly string[]>> = {
    CallCenter: [
        'Id',
        'Name',
        'InternalName',
        'Version',
        'AdapterUrl',
        'CustomSettings',
        'CreatedDate',
        'LastModifiedDate'
    ],
    User: ['Id', 'Name', 'Username', 'Email', 'IsActive', 'CallCenterId', 'ProfileId', 'UserRoleId', 'LastLoginDate'],
    Profile: ['Id', 'Name'],
    UserRole: ['Id', 'Name']
};

/** Fields that every custom object has. */
export const CUSTOM_OBJECT_FIELDS: readonly string[] = [
    'Id',
    'Name',
    'OwnerId',
    'CreatedById',
    'CreatedDate',
    'LastModifiedById',
    'LastModifiedDate',
    'SystemModstamp'
];
