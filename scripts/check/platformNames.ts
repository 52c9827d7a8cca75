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
