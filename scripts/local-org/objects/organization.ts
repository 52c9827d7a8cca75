import { auditFields, field, idField, orgObject, type OrgObject } from './field.ts';

/** Clients query this record before they do anything else with an org. It's read-only here. */
export const ORGANIZATION: OrgObject = orgObject({
    name: 'Organization',
    label: 'Organization',
    labelPlural: 'Organizations',
    keyPrefix: '00D',
    uiApi: true,
    allows: '',
    fields: [
        idField('Organization ID'),
        field('Name', 'string', 80, 'fgsuL', { folded: true }),
        field('Division', 'string', 80, 'fgnsu'),
        field('City', 'string', 40, 'fgnsu'),
        field('Country', 'string', 80, 'fgns'),
        field('DefaultLocaleSidKey', 'picklist', 40, 'fgsu', { label: 'Locale' }),
        field('TimeZoneSidKey', 'picklist', 40, 'fgsu', { label: 'Time Zone' }),
        field('LanguageLocaleKey', 'picklist', 40, 'fgsu', { label: 'Language' }),
        field('FiscalYearStartMonth', 'int', 0, 'fgns', { label: 'Fiscal Year Starts In' }),
        field('NamespacePrefix', 'string', 15, 'fgnsL'),
        field('InstanceName', 'string', 40, 'fgns'),
        field('IsSandbox', 'boolean', 0, 'dfgs'),
        field('OrganizationType', 'picklist', 40, 'fgns', { label: 'Edition' }),
        field('TrialExpirationDate', 'datetime', 0, 'fns'),
        ...auditFields()
    ]
});
