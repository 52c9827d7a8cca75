import { CUSTOM_FIELD_TYPES } from './fieldTypes.ts';
import type { Element } from './xml.ts';

/**
 * What each element of the Metadata API can hold. Elements are in the order of the WSDL (API 66), which is also the
 * order that a retrieve writes: elements of the base type first, then the others by name. Each one is its name, then
 * `!` if it's required, `*` if it can repeat, and `:` with the type of its value unless that's text: `boolean`, `int`,
 * `double`, `a|b` for one of these words, or another shape. Only elements that this project uses are listed. Any other
 * element is a finding, because it could be a typo.
 */
export const SHAPES: Readonly<Record<string, string>> = {
    CustomApplication: `brand:AppBrand defaultLandingTab description formFactors*:Small|Medium|Large
        isNavAutoTempTabsDisabled:boolean isNavPersonalizationDisabled:boolean isNavTabPersistenceDisabled:boolean
        isOmniPinnedViewEnabled:boolean isServiceCloudConsole:boolean label! logo navType:Standard|Console
        setupExperience tabs* uiType:Aloha|Lightning utilityBar`,
    AppBrand: 'footerColor headerColor logo logoVersion:int shouldOverrideOrgTheme:boolean',

    CustomTab: `auraComponent customObject:boolean description flexiPage frameHeight:int hasSidebar:boolean icon label
        lwcComponent motif! page splashPageLink url urlEncodingKey`,

    PermissionSet: `applicationVisibilities*:PermissionSetApplicationVisibility
        customPermissions*:PermissionSetCustomPermissions description fieldPermissions*:PermissionSetFieldPermissions
        flowAccesses*:PermissionSetFlowAccess hasActivationRequired:boolean label! license
        objectPermissions*:PermissionSetObjectPermissions pageAccesses*:PermissionSetApexPageAccess
        tabSettings*:PermissionSetTabSetting userPermissions*:PermissionSetUserPermission`,
    PermissionSetApplicationVisibility: 'application! visible!:boolean',
    PermissionSetCustomPermissions: 'enabled!:boolean name!',
    PermissionSetFieldPermissions: 'editable!:boolean field! readable:boolean',
    PermissionSetFlowAccess: 'enabled!:boolean flow!',
    PermissionSetObjectPermissions: `allowCreate!:boolean allowDelete!:boolean allowEdit!:boolean allowRead!:boolean
        modifyAllRecords!:boolean object! viewAllFields:boolean viewAllRecords!:boolean`,
    PermissionSetApexPageAccess: 'apexPage! enabled!:boolean',
    PermissionSetTabSetting: 'tab! visibility!:None|Available|Visible',
    PermissionSetUserPermission: 'enabled!:boolean name!',

    CustomPermission: 'description isLicensed!:boolean label!',

    Flow: `apiVersion:double description environments*:Default|Slack|Offline interviewLabel
        isAdditionalPermissionRequiredToRun:boolean label! processMetadataValues*:FlowMetadataValue
        processType!:AutoLaunchedFlow|Flow recordLookups*:FlowRecordLookup
        runInMode:DefaultMode|SystemModeWithSharing|SystemModeWithoutSharing start:FlowStart
        status:Active|Draft|Obsolete|InvalidDraft variables*:FlowVariable`,
    FlowMetadataValue: 'name! value:FlowElementReferenceOrValue',
    FlowElementReferenceOrValue: 'booleanValue:boolean elementReference numberValue:double stringValue',
    FlowRecordLookup: `description name! label! locationX!:int locationY!:int assignNullValuesIfNoRecordsFound:boolean
        connector:FlowConnector faultConnector:FlowConnector getFirstRecordOnly:boolean object! outputReference
        queriedFields* sortField sortOrder:Asc|Desc storeOutputAutomatically:boolean`,
    FlowConnector: 'isGoTo:boolean targetReference!',
    FlowStart: 'locationX!:int locationY!:int connector:FlowConnector',
    FlowVariable: `description name! dataType!:Boolean|Currency|Date|DateTime|Number|SObject|String
        isCollection:boolean isInput:boolean isOutput:boolean objectType`,

    FlowDefinition: 'activeVersionNumber:int description masterLabel',

    ApexPage: `apiVersion!:double availableInTouch:boolean confirmationTokenRequired:boolean description label!`,
    AuraDefinitionBundle: 'apiVersion!:double description',
    LightningComponentBundle: `apiVersion!:double capabilities:Capabilities description isExplicitImport:boolean
        isExposed!:boolean masterLabel targetConfigs:TargetConfigs targets:Targets`,
    Capabilities: 'capability!*',
    Targets: 'target!*',
    TargetConfigs: 'targetConfig*:TargetConfig',
    TargetConfig: 'property* objects supportedFormFactors',

    CustomLabels: 'labels*:CustomLabel',
    CustomLabel: 'fullName! categories language! protected!:boolean shortDescription! value!',

    CustomObject: `deploymentStatus!:InDevelopment|Deployed description enableActivities:boolean enableBulkApi:boolean
        enableFeeds:boolean enableHistory:boolean enableLicensing:boolean enableReports:boolean enableSearch:boolean
        enableSharing:boolean enableStreamingApi:boolean externalSharingModel:SHARING label! nameField!:NameField
        pluralLabel! sharingModel!:SHARING visibility:PackageProtected|Protected|Public`,
    NameField: 'displayFormat label! trackHistory:boolean type!:Text|AutoNumber',
    CustomField: `fullName! caseSensitive:boolean defaultValue deleteConstraint:Cascade|Restrict|SetNull description
        displayFormat externalId:boolean formula inlineHelpText label! length:int precision:int referenceTo
        relationshipLabel relationshipName relationshipOrder:int reparentableMasterDetail:boolean required:boolean
        scale:int trackHistory:boolean trackTrending:boolean type!:FIELD_TYPE unique:boolean valueSet:ValueSet
        visibleLines:int writeRequiresMasterRead:boolean`,
    WebLink: `fullName! availability!:online|offline description displayType!:link|button|massActionButton
        encodingKey:UTF-8|ISO-8859-1|Shift_JIS|ISO-2022-JP|EUC-JP|ks_c_5601-1987|Big5|GB2312|Big5-HKSCS|x-SJIS_0213
        hasMenubar:boolean hasScrollbars:boolean hasToolbar:boolean height:int isResizable:boolean
        linkType!:url|sControl|javascript|page|flow masterLabel openType!:newWindow|sidebar|noSidebar|replace|onClickJavaScript
        page position:fullScreen|none|topLeft protected!:boolean requireRowSelection:boolean scontrol
        showsLocation:boolean showsStatus:boolean url width:int`,
    ValueSet: 'restricted:boolean valueSetDefinition!:ValueSetValuesDefinition',
    ValueSetValuesDefinition: 'sorted!:boolean value*:CustomValue',
    CustomValue: 'fullName! color default!:boolean description isActive:boolean label!',

    CallCenter: `adapterUrl customSettings displayName! displayNameLabel! internalNameLabel!
        sections*:CallCenterSection version`,
    CallCenterSection: 'items*:CallCenterItem label! name!',
    CallCenterItem: 'label! name! value!'
};

const WORDS: Readonly<Record<string, string>> = {
    SHARING: 'Private|Read|ReadWrite|ControlledByParent',
    FIELD_TYPE: CUSTOM_FIELD_TYPES.join('|')
};

export interface Slot {
    name: string;
    isRequired: boolean;
    repeats: boolean;
    /** `text`, `boolean`, `int`, `double`, words separated by `|`, or the name of a shape. */
    type: string;
}

/** The slots of a shape in order. Undefined for a shape that isn't described here. */
export function slotsOf(shape: string): Slot[] | undefined {
    return SHAPES[shape]?.split(/\s+/).map((written) => {
        const [, name, marks, type = 'text'] = /^(\w+)([!*]*)(?::(.+))?$/.exec(written)!;
        return {
            name: name!,
            isRequired: marks!.includes('!'),
            repeats: marks!.includes('*'),
            type: WORDS[type] ?? type
        };
    });
}

/** Elements that the shape requires and the element doesn't have. */
export function missingRequired(element: Element, shape: string): string[] {
    return (slotsOf(shape) ?? [])
        .filter(({ name, isRequired }) => isRequired && !element.children.some((one) => one.name === name))
        .map(({ name }) => name);
}
