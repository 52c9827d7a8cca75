import { auditFields, field, idField, orgObject, reference, type Field, type OrgObject } from './field.ts';

const LOCALES = ['en_US', 'en_GB', 'de_DE', 'fr_FR', 'nl_NL', 'es_ES', 'ja_JP', 'ar_EG', 'pl_PL', 'pt_BR'];
const LANGUAGES = ['en_US', 'de', 'fr', 'nl_NL', 'es', 'ja', 'ar', 'pl', 'pt_BR'];
const ENCODINGS = ['UTF-8', 'ISO-8859-1', 'Shift_JIS'];
const TIME_ZONES = [
    'America/Los_Angeles',
    'America/New_York',
    'America/Sao_Paulo',
    'Europe/London',
    'Europe/Berlin',
    'Asia/Tokyo',
    'Asia/Kolkata',
    'Africa/Cairo'
];
export const USER_TYPES = [
    'Standard',
    'PowerPartner',
    'PowerCustomerSuccess',
    'CustomerSuccess',
    'CspLitePortal',
    'SelfService',
    'Guest',
    'CsnOnly',
    'AutomatedProcess',
    'CloudIntegrationUser'
];

/** The User fields that call centers, searches, and clients need. `CallCenterId` has no relationship name. */
const fields: Field[] = [
    idField('User ID'),
    field('Username', 'string', 80, 'cfgsuL', { unique: true, folded: true }),
    field('LastName', 'string', 80, 'cfgsu', { folded: true }),
    field('FirstName', 'string', 40, 'cfgnsu', { folded: true }),
    field('Name', 'string', 121, 'fgs', { label: 'Full Name', folded: true }),
    field('CompanyName', 'string', 80, 'cfgnsu'),
    field('Division', 'string', 80, 'cfgnsu'),
    field('Department', 'string', 80, 'cfgnsu', { folded: true }),
    field('Title', 'string', 80, 'cfgnsu', { folded: true }),
    field('Street', 'textarea', 255, 'cfgnsu'),
    field('City', 'string', 40, 'cfgnsu'),
    field('State', 'string', 80, 'cfgnsu'),
    field('PostalCode', 'string', 20, 'cfgnsu'),
    field('Country', 'string', 80, 'cfgnsu'),
    field('Email', 'email', 128, 'cfgsuL', { folded: true }),
    field('SenderEmail', 'email', 80, 'cfgnsu'),
    field('SenderName', 'string', 80, 'cfgnsu'),
    field('Signature', 'textarea', 1333, 'cfnsu'),
    field('Phone', 'phone', 40, 'cfgnsu'),
    field('Fax', 'phone', 40, 'cfgnsu'),
    field('MobilePhone', 'phone', 40, 'cfgnsu', { label: 'Cell' }),
    field('Alias', 'string', 8, 'cfgsu', { folded: true }),
    field('CommunityNickname', 'string', 40, 'cfgsu', { label: 'Nickname', unique: true, folded: true }),
    field('IsActive', 'boolean', 0, 'cdfgsu', { label: 'Active' }),
    field('TimeZoneSidKey', 'picklist', 40, 'cfgsu', { label: 'Time Zone', values: TIME_ZONES }),
    reference('UserRoleId', 'cfgnsu', 'UserRole', 'UserRole'),
    field('LocaleSidKey', 'picklist', 40, 'cfgsu', { label: 'Locale', values: LOCALES }),
    field('ReceivesInfoEmails', 'boolean', 0, 'cdfgsu', { label: 'Info Emails' }),
    field('ReceivesAdminInfoEmails', 'boolean', 0, 'cdfgsu', { label: 'Admin Info Emails' }),
    field('EmailEncodingKey', 'picklist', 40, 'cfgsu', { label: 'Email Encoding', values: ENCODINGS }),
    reference('ProfileId', 'cfgsu', 'Profile', 'Profile'),
    field('UserType', 'picklist', 40, 'fgns', { values: USER_TYPES }),
    field('LanguageLocaleKey', 'picklist', 40, 'cfgsu', { label: 'Language', values: LANGUAGES }),
    field('EmployeeNumber', 'string', 20, 'cfgnsu', { folded: true }),
    reference('DelegatedApproverId', 'cfgnsu', 'User', null),
    reference('ManagerId', 'cfgnsu', 'User', 'Manager'),
    field('LastLoginDate', 'datetime', 0, 'fsn', { label: 'Last Login' }),
    field('LastViewedDate', 'datetime', 0, 'fns'),
    field('LastReferencedDate', 'datetime', 0, 'fns'),
    ...auditFields(),
    field('NumberOfFailedLogins', 'int', 0, 'fgns', { label: 'Failed Login Attempts' }),
    field('SuAccessExpirationDate', 'date', 0, 'fgns'),
    field('UserPermissionsMarketingUser', 'boolean', 0, 'cfu'),
    field('UserPermissionsOfflineUser', 'boolean', 0, 'cfu'),
    field('UserPermissionsCallCenterAutoLogin', 'boolean', 0, 'cfu', { label: 'Auto-login To Call Center' }),
    field('UserPermissionsSFContentUser', 'boolean', 0, 'cfu'),
    field('UserPermissionsKnowledgeUser', 'boolean', 0, 'cfu'),
    field('UserPermissionsInteractionUser', 'boolean', 0, 'cfu'),
    field('UserPermissionsSupportUser', 'boolean', 0, 'cfu'),
    field('UserPermissionsLiveAgentUser', 'boolean', 0, 'cfu'),
    field('ForecastEnabled', 'boolean', 0, 'cdfgsu', { label: 'Allow Forecasting' }),
    field('CallCenterId', 'reference', 18, 'cfgnsu', { referenceTo: ['CallCenter'] }),
    field('Extension', 'phone', 40, 'cfgnsu'),
    field('FederationIdentifier', 'string', 512, 'cfnsuL', { label: 'SAML Federation ID' }),
    field('AboutMe', 'textarea', 1000, 'cfnsu')
];

/** The API can't delete users. It can only deactivate them (documented). */
export const USER: OrgObject = orgObject({
    name: 'User',
    label: 'User',
    labelPlural: 'Users',
    keyPrefix: '005',
    uiApi: true,
    allows: 'cu',
    fields,
    searched: ['Username', 'Email', 'Alias', 'CallCenterId', 'ProfileId', 'UserRoleId', 'IsActive'],
    indexed: [
        'Name',
        'Username',
        'Email',
        'CommunityNickname',
        'CallCenterId',
        'ProfileId',
        'UserRoleId',
        'LastLoginDate'
    ]
});
