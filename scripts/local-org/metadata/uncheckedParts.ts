import type { MetadataTypeName } from '../../metadata/metadataTypes.ts';

/** What the embedded org accepts without a check, by type. Every component of the type says so as a warning. */
export const UNCHECKED_PARTS: Readonly<Record<MetadataTypeName, string>> = {
    CustomObject: 'formulas, validation rules, layouts and sharing',
    CustomLabels: 'translations',
    CustomPermission: 'the permissions that it requires',
    CustomTab: 'the motif',
    CustomApplication: 'branding, navigation and utility bars',
    PermissionSet: 'user permissions, and what a license allows',
    Flow: 'the logic: elements, formulas, data types and versions',
    FlowDefinition: 'labels and descriptions',
    ApexPage: 'expressions and standard components',
    LightningComponentBundle: 'the code: it was not compiled',
    AuraDefinitionBundle: 'controllers, expressions and base components'
};
