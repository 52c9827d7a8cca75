import type { PERMISSION_FIELDS } from '../objects/access.ts';
import type { SeedRecords } from './seedRecords.ts';

type Permission = (typeof PERMISSION_FIELDS)[number];

interface SeedProfile {
    name: string;
    license: string;
    userType: string;
    permissions: Permission[];
    /** Share of generated users with this profile, per thousand. 0 for profiles that only named people have. */
    weight: number;
}

const PROFILES: SeedProfile[] = [
    standard('System Administrator', 6, [
        'PermissionsManageUsers',
        'PermissionsManageInternalUsers',
        'PermissionsManageCallCenters',
        'PermissionsViewAllUsers',
        'PermissionsViewSetup',
        'PermissionsCustomizeApplication'
    ]),
    standard('Call Center Manager', 0, [
        'PermissionsManageCallCenters',
        'PermissionsViewSetup',
        'PermissionsViewAllUsers'
    ]),
    standard('Delegated Contact Center Admin', 0, [
        'PermissionsDelegatedContactCenterAdmin',
        'PermissionsViewSetup',
        'PermissionsViewAllUsers'
    ]),
    standard('Read Only', 8, ['PermissionsViewAllUsers']),
    standard('Service Agent', 560, []),
    standard('Team Lead', 80, []),
    standard('Sales User', 200, []),
    standard('Standard User', 90, []),
    standard('Contact Center Admin', 6, ['PermissionsManageCallCenters']),
    standard('Marketing User', 50, []),
    {
        name: 'Customer Community User',
        license: 'Customer Community',
        userType: 'CspLitePortal',
        permissions: [],
        weight: 0
    },
    {
        name: 'Partner Community User',
        license: 'Partner Community',
        userType: 'PowerPartner',
        permissions: [],
        weight: 0
    },
    { name: 'Help Site Profile', license: 'Guest User License', userType: 'Guest', permissions: [], weight: 0 },
    { name: 'Automated Process', license: 'Salesforce', userType: 'AutomatedProcess', permissions: [], weight: 0 }
];

const LICENSES = ['Salesforce', 'Customer Community', 'Partner Community', 'Guest User License'];

/** Each role, and the role that it reports to. */
const ROLES: [string, string | null][] = [
    ['CEO', null],
    ['VP Service', 'CEO'],
    ['VP Sales', 'CEO'],
    ['Service EMEA', 'VP Service'],
    ['Service APAC', 'VP Service'],
    ['Service Americas', 'VP Service'],
    ['Agents EMEA', 'Service EMEA'],
    ['Agents APAC', 'Service APAC'],
    ['Agents Americas', 'Service Americas'],
    ['Supervisors EMEA', 'Service EMEA'],
    ['Supervisors Americas', 'Service Americas'],
    ['Sales EMEA', 'VP Sales'],
    ['Sales Americas', 'VP Sales'],
    ['Inside Sales', 'VP Sales'],
    ['Collections', 'VP Service']
];

export interface SeededProfile extends SeedProfile {
    id: string;
}

export interface SeededAccess {
    profiles: SeededProfile[];
    roles: string[];
    permissionSetId: string;
}

/** Seeds licenses, profiles with their own permission sets, roles, and one more permission set. */
export function seedAccess(records: SeedRecords): SeededAccess {
    const licenses = new Map<string, string>();
    for (const name of LICENSES) {
        const facts = {
            LicenseDefinitionKey: name.toUpperCase().replaceAll(' ', '_'),
            Status: 'Active',
            TotalLicenses: 2_000_000,
            UsedLicenses: 0
        };
        licenses.set(name, records.add('UserLicense', { Name: name, MasterLabel: name, ...facts }));
    }
    const profiles = PROFILES.map((profile) => {
        const permissions = Object.fromEntries(profile.permissions.map((name) => [name, true]));
        const id = records.add('Profile', {
            Name: profile.name,
            UserType: profile.userType,
            UserLicenseId: licenses.get(profile.license) ?? null,
            ...permissions
        });
        // Each profile has a permission set with the same permissions and a name like X00ex… (documented).
        records.add('PermissionSet', {
            Name: `X${id}`,
            Label: id,
            ProfileId: id,
            IsOwnedByProfile: true,
            IsCustom: true,
            ...permissions
        });
        return { ...profile, id };
    });
    const roles = new Map<string, string>();
    for (const [name, parent] of ROLES) {
        const id = records.add('UserRole', {
            Name: name,
            DeveloperName: name.replaceAll(' ', '_'),
            RollupDescription: name,
            ParentRoleId: parent === null ? null : (roles.get(parent) ?? null),
            OpportunityAccessForAccountOwner: 'Edit',
            CaseAccessForAccountOwner: 'Edit',
            ContactAccessForAccountOwner: 'Edit',
            PortalType: 'None'
        });
        roles.set(name, id);
    }
    const permissionSetId = records.add('PermissionSet', {
        Name: 'Contact_Center_Agent',
        Label: 'Contact Center Agent',
        IsCustom: false
    });
    return { profiles, roles: [...roles.values()], permissionSetId };
}

function standard(name: string, weight: number, permissions: Permission[]): SeedProfile {
    return { name, license: 'Salesforce', userType: 'Standard', permissions, weight };
}
