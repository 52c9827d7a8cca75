/** A metadata type whose components are checked. */
export interface CheckedType {
    name: string;
    /** Where its files are in a package. */
    folder: string;
    /** Ending of its file; null for a folder of files a component. */
    suffix: string | null;
    /** A file of its own beside the content, ending in `-meta.xml`. */
    hasMeta: boolean;
    /** What of it is taken without a look: said with every component. */
    unchecked: string;
}

/** Folders, endings and names: documented, Metadata API guide. */
export const CHECKED_TYPES: readonly CheckedType[] = [
    type('CustomObject', 'objects', '.object', 'formulas, validation rules, layouts and sharing'),
    type('CustomLabels', 'labels', '.labels', 'translations'),
    type('CustomTab', 'tabs', '.tab', 'the motif'),
    type('CustomApplication', 'applications', '.app', 'branding, navigation and utility bars'),
    type('PermissionSet', 'permissionsets', '.permissionset', 'user permissions, and what a license allows'),
    type('Flow', 'flows', '.flow', 'the logic: elements, formulas, data types and versions'),
    { ...type('ApexPage', 'pages', '.page', 'expressions and standard components'), hasMeta: true },
    bundle('LightningComponentBundle', 'lwc', 'the code: it was not compiled'),
    bundle('AuraDefinitionBundle', 'aura', 'controllers, expressions and base components')
];

/** Parts of other components' files, named on their own in a manifest. */
export const PARTS: Readonly<Record<string, string>> = { CustomField: 'CustomObject', CustomLabel: 'CustomLabels' };

/** Types of the Metadata API that an org takes and that are not looked at here. */
export const UNCHECKED_TYPES: readonly string[] = [
    'ApexClass',
    'ApexTrigger',
    'ContentAsset',
    'CspTrustedSite',
    'CustomMetadata',
    'CustomPermission',
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

export function checkedType(name: string): CheckedType | undefined {
    return CHECKED_TYPES.find((each) => each.name === name);
}

function type(name: string, folder: string, suffix: string, unchecked: string): CheckedType {
    return { name, folder, suffix, hasMeta: false, unchecked };
}

function bundle(name: string, folder: string, unchecked: string): CheckedType {
    return { name, folder, suffix: null, hasMeta: false, unchecked };
}
