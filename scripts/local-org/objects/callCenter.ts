import {
    auditFields,
    createdFields,
    field,
    idField,
    modifiedFields,
    orgObject,
    reference,
    type OrgObject
} from './field.ts';

/**
 * Available in SOQL and describe only, because CallCenter isn't in the published UI API schema. The API can create a
 * call center, but not update or delete it (documented, object reference v67). The reference lists its Id as
 * filterable, but not as groupable or sortable.
 */
export const CALL_CENTER: OrgObject = orgObject({
    name: 'CallCenter',
    label: 'Call Center',
    labelPlural: 'Call Centers',
    keyPrefix: '04v',
    uiApi: false,
    allows: 'c',
    fields: [
        idField('Call Center ID', 'df'),
        field('Name', 'string', 255, 'cfgsL', { folded: true }),
        field('InternalName', 'string', 240, 'cfgs', { unique: true, folded: true }),
        field('Version', 'double', 0, 'cfns', { precision: 18, scale: 2 }),
        field('AdapterUrl', 'string', 2000, 'cfgns', { label: 'CTI Adapter URL' }),
        field('CustomSettings', 'string', 3000, 'cfns'),
        ...auditFields()
    ]
});

/**
 * Available in SOQL and describe only, and read-only here. In a real org, `ReferenceRecordId` can refer to a User or a
 * Group. Here it's always a User.
 */
export const CALL_CENTER_ROUTING_MAP: OrgObject = orgObject({
    name: 'CallCenterRoutingMap',
    label: 'Call Center Routing Map',
    labelPlural: 'Call Center Routing Maps',
    keyPrefix: '04x',
    uiApi: false,
    allows: '',
    nameField: 'DeveloperName',
    fields: [
        idField('Call Center Routing Map ID'),
        field('IsDeleted', 'boolean', 0, 'dfgs', { label: 'Deleted' }),
        field('DeveloperName', 'string', 80, 'cfgsu', { label: 'Call Center Routing Map Name' }),
        field('Language', 'picklist', 40, 'cdfgnsu', { label: 'Master Language' }),
        field('MasterLabel', 'string', 80, 'cfgsu', { label: 'Call Center Routing Map Label' }),
        ...createdFields(),
        ...modifiedFields(),
        reference('CallCenterId', 'cfgsu', 'CallCenter', 'CallCenter'),
        reference('ReferenceRecordId', 'cfgsu', 'User', 'ReferenceRecord'),
        field('ExternalId', 'string', 255, 'cfgsu'),
        field('QuickConnect', 'string', 255, 'cfgnsu')
    ],
    indexed: ['CallCenterId', 'ReferenceRecordId']
});
