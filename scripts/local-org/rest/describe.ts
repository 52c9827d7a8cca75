import type { Session } from '../access/session.ts';
import { isText, type Field, type OrgObject } from '../objects/field.ts';

/** `byteLength` is three times `length` (observed in describes). */
const BYTES_A_CHARACTER = 3;

/** An entry of Describe Global (documented shape). Features that no object here has are false or null. */
export function describeSummary(object: OrgObject, session: Session, version: string): Record<string, unknown> {
    const url = `/services/data/${version}/sobjects/${object.name}`;
    const may = (write: 'create' | 'update' | 'delete') => object[write] && session.mayWrite(object, write);
    return {
        activateable: false,
        associateEntityType: null,
        associateParentEntity: null,
        createable: may('create'),
        custom: object.custom,
        customSetting: false,
        deepCloneable: false,
        deletable: may('delete'),
        deprecatedAndHidden: false,
        feedEnabled: false,
        hasSubtypes: false,
        isInterface: false,
        isSubtype: false,
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.labelPlural,
        layoutable: object.custom,
        mergeable: false,
        mruEnabled: object.custom,
        name: object.name,
        queryable: true,
        replicateable: true,
        retrieveable: true,
        searchable: false,
        triggerable: object.custom || object.name === 'User',
        undeletable: false,
        updateable: may('update'),
        urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` }
    };
}

/** A full describe, without the fields that field-level security hides from the user (documented). */
export function describeObject(object: OrgObject, session: Session, version: string): Record<string, unknown> {
    const fields = object.fields.filter((field) => session.mayRead(object, field));
    return {
        actionOverrides: [],
        childRelationships: [],
        compactLayoutable: object.custom,
        ...describeSummary(object, session, version),
        defaultImplementation: null,
        extendedBy: null,
        extendsInterfaces: null,
        fields: fields.map((field) => describeField(object, field, session)),
        implementedBy: null,
        implementsInterfaces: null,
        listviewable: null,
        lookupLayoutable: null,
        namedLayoutInfos: [],
        networkScopeFieldName: null,
        recordTypeInfos: [],
        searchLayoutable: object.custom,
        sobjectDescribeOption: 'FULL',
        supportedScopes: [{ label: 'All', name: 'everything' }]
    };
}

function describeField(object: OrgObject, field: Field, session: Session): Record<string, unknown> {
    const isReference = field.type === 'reference';
    const isPicklist = field.type === 'picklist';
    return {
        aggregatable: field.type !== 'boolean' && field.filter,
        aiPredictionField: false,
        autoNumber: field.autoNumber !== null,
        byteLength: field.length * (field.type === 'id' || isReference ? 1 : BYTES_A_CHARACTER),
        calculated: field.formula !== null,
        calculatedFormula: field.formula,
        cascadeDelete: isReference && field.custom && !field.update,
        caseSensitive: false,
        compoundFieldName: object.name === 'User' && /^(First|Last)Name$/.test(field.name) ? 'Name' : null,
        controllerName: null,
        createable: field.create && session.mayEdit(object, field),
        custom: field.custom,
        defaultValue: field.type === 'boolean' ? false : null,
        defaultValueFormula: null,
        defaultedOnCreate: field.defaultedOnCreate,
        dependentPicklist: false,
        deprecatedAndHidden: false,
        digits: field.type === 'int' ? 9 : 0,
        displayLocationInDecimal: false,
        encrypted: false,
        externalId: field.externalId,
        extraTypeInfo: null,
        filterable: field.filter,
        filteredLookupInfo: null,
        formulaTreatNullNumberAsZero: false,
        groupable: field.group,
        highScaleNumber: false,
        htmlFormatted: false,
        idLookup: field.idLookup,
        inlineHelpText: null,
        label: field.label,
        length: field.length,
        mask: null,
        maskType: null,
        name: field.name,
        nameField: field.name === object.nameField,
        namePointing: false,
        nillable: field.nillable,
        permissionable: field.custom && field.nillable,
        picklistValues: isPicklist ? field.values.map(picklistValue) : [],
        polymorphicForeignKey: false,
        precision: field.precision,
        queryByDistance: false,
        referenceTargetField: null,
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName,
        relationshipOrder: null,
        restrictedDelete: false,
        restrictedPicklist: isPicklist && field.values.length > 0,
        scale: field.scale,
        searchPrefilterable: false,
        soapType: soapType(field),
        sortable: field.sort,
        type: field.type,
        unique: field.unique,
        updateable: field.update && session.mayEdit(object, field),
        writeRequiresMasterRead: false
    };
}

function picklistValue(value: string): Record<string, unknown> {
    return { active: true, defaultValue: false, label: value, validFor: null, value };
}

function soapType(field: Field): string {
    if (isText(field.type)) return 'xsd:string';
    switch (field.type) {
        case 'id':
        case 'reference':
            return 'tns:ID';
        case 'datetime':
            return 'xsd:dateTime';
        default:
            return `xsd:${field.type}`;
    }
}
