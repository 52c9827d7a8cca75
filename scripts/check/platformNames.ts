import { BASE_COMPONENTS } from '../build/platformModules.ts';

/** Components in the component reference that orgs have and the preview doesn't. */
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

/** Modules with an API instead of markup. Documented: LWC guide, "Lightning Data Service" and "Reference". */
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

/** Modules that an org has in the namespace `lightning` (documented, API 66). */
export const LIGHTNING_MODULES: ReadonlySet<string> = new Set([...BASE_COMPONENTS, ...MORE_COMPONENTS, ...APIS]);

/**
 * Modules that an org has and Lightning Out doesn't. They would break the page in Setup. Documented: LWC guide,
 * "Use components outside Salesforce", and the page of each module.
 */
export const NOT_IN_LIGHTNING_OUT: ReadonlySet<string> = new Set([
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
 * User permissions that every org has, by API name. Documented: fields `Permissions…` of Profile. A bundle that names a
 * permission that an org doesn't have can't be deployed there, so the list is short on purpose.
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

/** Fields of standard objects that this project uses. Documented: Object Reference, API 67. */
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
