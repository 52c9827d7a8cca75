import { BASE_COMPONENTS } from './platformModules.ts';

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

/** Scoped modules that lead to something in the org or the project. Documented: LWC guide, "@salesforce Modules". */
const SCOPED =
    /^@salesforce\/(apex|apexContinuation|community|contentAssetUrl|customPermission|featureFlag|label|messageChannel|resourceUrl|schema|site|userPermission)\/./;

/** Whether orgs have a module, or modules of its kind. Whether what it names exists is up to the org and the project. */
export function orgHasModule(specifier: string): boolean {
    const name = /^lightning\/(\w+)$/.exec(specifier)?.[1];
    if (name !== undefined) return LIGHTNING_MODULES.has(name) || NOT_IN_LIGHTNING_OUT.has(name);
    const i18n = /^@salesforce\/i18n\/(.+)$/.exec(specifier)?.[1];
    if (i18n !== undefined) return I18N.has(i18n);
    if (['@salesforce/client/formFactor', '@salesforce/user/Id', '@salesforce/user/isGuest'].includes(specifier))
        return true;
    return SCOPED.test(specifier);
}

/**
 * What the modules export that the preview replaces. From the LWC guide's reference of each module; not compared with
 * an org.
 */
const EXPORTS: Readonly<Record<string, readonly string[]>> = {
    'lightning/flow': ['default'],
    'lightning/graphql': ['executeMutation', 'gql', 'graphql'],
    'lightning/navigation': ['CurrentPageReference', 'NavigationMixin'],
    'lightning/uiRecordApi': [
        'createContentDocumentAndVersion',
        'createRecord',
        'createRecordInputFilteredByEditedFields',
        'deleteRecord',
        'generateRecordInputForCreate',
        'generateRecordInputForUpdate',
        'getFieldDisplayValue',
        'getFieldValue',
        'getRecord',
        'getRecordCreateDefaults',
        'getRecordNotifyChange',
        'getRecordUi',
        'getRecords',
        'notifyRecordUpdateAvailable',
        'updateRecord'
    ]
};

/** Whether an org's module exports a name. */
export function orgExports(specifier: string, name: string): boolean {
    return EXPORTS[specifier]?.includes(name) ?? false;
}
