import {
    auditFields,
    createdFields,
    field,
    idField,
    modifiedFields,
    orgObject,
    reference,
    type Field,
    type OrgObject
} from './field.ts';
import { USER_TYPES } from './user.ts';

/** One column per permission, on both Profile and PermissionSet. */
export const PERMISSION_FIELDS = [
    'PermissionsManageUsers',
    'PermissionsManageInternalUsers',
    'PermissionsManageCallCenters',
    'PermissionsDelegatedContactCenterAdmin',
    'PermissionsViewAllUsers',
    'PermissionsViewSetup',
    'PermissionsCustomizeApplication'
] as const;

/** In the object reference, but not in the published UI API schema, which was exported from an org without Voice. */
const ONLY_WITH_VOICE = 'PermissionsDelegatedContactCenterAdmin';

function permissionFields(): Field[] {
    return PERMISSION_FIELDS.map((name) =>
        field(name, 'boolean', 0, 'cfu', { label: name.slice('Permissions'.length), uiApi: name !== ONLY_WITH_VOICE })
    );
}

/** Read-only here, like roles and permission sets. Real orgs let you create and edit all three (documented). */
export const PROFILE: OrgObject = orgObject({
    name: 'Profile',
    label: 'Profile',
    labelPlural: 'Profiles',
    keyPrefix: '00e',
    uiApi: true,
    allows: '',
    fields: [
        idField('Profile ID'),
        field('Name', 'string', 255, 'cfgsuL', { folded: true }),
        ...permissionFields(),
        reference('UserLicenseId', 'cfgs', 'UserLicense', 'UserLicense'),
        field('UserType', 'picklist', 40, 'fgns', { values: USER_TYPES }),
        field('Description', 'string', 255, 'cfgnsu'),
        field('IsSsoEnabled', 'boolean', 0, 'dfgsu', { label: 'Is Single Sign-On Enabled' }),
        field('LastViewedDate', 'datetime', 0, 'fns'),
        field('LastReferencedDate', 'datetime', 0, 'fns'),
        ...auditFields()
    ]
});

const ACCESS = ['None', 'Read', 'Edit'];

export const USER_ROLE: OrgObject = orgObject({
    name: 'UserRole',
    label: 'Role',
    labelPlural: 'Roles',
    keyPrefix: '00E',
    uiApi: true,
    allows: '',
    fields: [
        idField('Role ID'),
        field('Name', 'string', 80, 'cfgsuL', { folded: true }),
        reference('ParentRoleId', 'cfgnsu', 'UserRole', 'ParentRole'),
        field('RollupDescription', 'string', 80, 'cfgnsu', { label: 'Description' }),
        field('OpportunityAccessForAccountOwner', 'picklist', 40, 'cfgsu', { values: ACCESS }),
        field('CaseAccessForAccountOwner', 'picklist', 40, 'cfgnsu', { values: ACCESS }),
        field('ContactAccessForAccountOwner', 'picklist', 40, 'fgns', { values: ACCESS }),
        field('DeveloperName', 'string', 80, 'cfgnsu'),
        reference('ForecastUserId', 'cfgnsu', 'User', null),
        field('MayForecastManagerShare', 'boolean', 0, 'dfgs'),
        field('PortalType', 'picklist', 40, 'cfgns', { values: ['None', 'CustomerPortal', 'Partner'] }),
        ...modifiedFields()
    ]
});

/** Not in the published UI API schema. */
export const USER_LICENSE: OrgObject = orgObject({
    name: 'UserLicense',
    label: 'User License',
    labelPlural: 'User Licenses',
    keyPrefix: '100',
    uiApi: false,
    allows: '',
    fields: [
        idField('User License ID'),
        field('LicenseDefinitionKey', 'string', 40, 'fgs', { label: 'License Def. ID' }),
        field('Name', 'string', 40, 'fgsL', { folded: true }),
        field('MasterLabel', 'string', 80, 'fgs'),
        field('Status', 'picklist', 40, 'fgs', { values: ['Active', 'Disabled'] }),
        field('TotalLicenses', 'int', 0, 'fgs'),
        field('UsedLicenses', 'int', 0, 'fgs'),
        ...createdFields().slice(0, 1),
        ...modifiedFields().filter((each) => each.type === 'datetime')
    ]
});

export const PERMISSION_SET: OrgObject = orgObject({
    name: 'PermissionSet',
    label: 'Permission Set',
    labelPlural: 'Permission Sets',
    keyPrefix: '0PS',
    uiApi: true,
    allows: '',
    fields: [
        idField('Permission Set ID'),
        field('Name', 'string', 80, 'cfgsu', { label: 'API Name', folded: true }),
        field('Label', 'string', 80, 'cfgsu', { label: 'Permission Set Name', folded: true }),
        reference('ProfileId', 'fgns', 'Profile', 'Profile'),
        field('IsOwnedByProfile', 'boolean', 0, 'dfgs'),
        field('IsCustom', 'boolean', 0, 'dfgs', { label: 'Custom' }),
        field('HasActivationRequired', 'boolean', 0, 'cdfgsu'),
        ...permissionFields(),
        field('Description', 'string', 255, 'cfgnsu'),
        field('NamespacePrefix', 'string', 15, 'fgns'),
        ...auditFields()
    ]
});

/** Not in the published UI API schema. The API can create and delete it, but not update it (documented). */
export const PERMISSION_SET_ASSIGNMENT: OrgObject = orgObject({
    name: 'PermissionSetAssignment',
    label: 'Permission Set Assignment',
    labelPlural: 'Permission Set Assignments',
    keyPrefix: '0Pa',
    uiApi: false,
    allows: 'cd',
    nameField: 'Id',
    fields: [
        idField('Permission Set Assignment ID'),
        reference('PermissionSetId', 'cfgns', 'PermissionSet', 'PermissionSet'),
        reference('AssigneeId', 'cfgs', 'User', 'Assignee'),
        field('IsActive', 'boolean', 0, 'dfgs'),
        field('IsRevoked', 'boolean', 0, 'dfgsu'),
        field('ExpirationDate', 'datetime', 0, 'cfnsu', { label: 'Expires On' }),
        field('SystemModstamp', 'datetime', 0, 'dfs', { label: 'Date Assigned' })
    ],
    indexed: ['AssigneeId', 'PermissionSetId']
});
