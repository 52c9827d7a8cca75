/** A metadata type that Switchboard deploys, as a package holds it. */
export interface MetadataType {
    name: string;
    folder: string;
    /** Ending of its file, without the dot. Null for a bundle: a folder of files. */
    suffix: string | null;
    /** Whether its file is content, described by a second file that ends in `-meta.xml`. */
    hasContent: boolean;
}

/**
 * Types that Switchboard deploys. Documented: Metadata API. source-deploy-retrieve knows the same facts, but it's a
 * development dependency, and the embedded org must start without it: `npm start` installs production dependencies only.
 * A test compares this table with its registry; `scripts/check` asks the registry itself.
 */
export const METADATA_TYPES = [
    file('CustomObject', 'objects', 'object'),
    file('CustomLabels', 'labels', 'labels'),
    file('CustomPermission', 'customPermissions', 'customPermission'),
    file('CustomTab', 'tabs', 'tab'),
    file('CustomApplication', 'applications', 'app'),
    file('PermissionSet', 'permissionsets', 'permissionset'),
    file('Flow', 'flows', 'flow'),
    // Only to deactivate a flow before it's deleted.
    file('FlowDefinition', 'flowDefinitions', 'flowDefinition'),
    { ...file('ApexPage', 'pages', 'page'), hasContent: true },
    bundle('LightningComponentBundle', 'lwc'),
    bundle('AuraDefinitionBundle', 'aura')
] as const satisfies readonly MetadataType[];

export type MetadataTypeName = (typeof METADATA_TYPES)[number]['name'];

/** A part of another component's file that a manifest can list by itself. */
export interface PartType {
    name: string;
    /** The type whose file holds it. */
    owner: string;
    /** The element that describes it. */
    element: string;
    /** Whether its full name starts with its owner's: `CallCenterMove__c.Run__c`. */
    isQualified: boolean;
}

export const PART_TYPES: readonly PartType[] = [
    { name: 'CustomField', owner: 'CustomObject', element: 'fields', isQualified: true },
    { name: 'WebLink', owner: 'CustomObject', element: 'webLinks', isQualified: true },
    { name: 'CustomLabel', owner: 'CustomLabels', element: 'labels', isQualified: false }
];

/** Types that an org accepts and Switchboard doesn't deploy. */
export const OTHER_TYPES: readonly string[] = [
    'ApexClass',
    'ApexTrigger',
    'ContentAsset',
    'CspTrustedSite',
    'CustomMetadata',
    'CustomSite',
    'EmailTemplate',
    'FlexiPage',
    'GlobalValueSet',
    'Group',
    'Layout',
    'ListView',
    'NamedCredential',
    'PermissionSetGroup',
    'Profile',
    'QuickAction',
    'RecordType',
    'RemoteSiteSetting',
    'ReportType',
    'Role',
    'Settings',
    'StaticResource',
    'Translations',
    'ValidationRule'
];

function file<const Name extends string>(name: Name, folder: string, suffix: string) {
    return { name, folder, suffix, hasContent: false };
}

function bundle<const Name extends string>(name: Name, folder: string) {
    return { name, folder, suffix: null, hasContent: false };
}
