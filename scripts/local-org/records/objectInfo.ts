import type { Session } from '../access/session.ts';
import type { FieldType, OrgObject } from '../objects/field.ts';

/** The supported part of UI API's Object Info, with the documented names and data types. */
export function objectInfo(object: OrgObject, session: Session) {
    const fields = object.fields.filter((field) => field.uiApi && session.mayRead(object, field));
    return {
        apiName: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        custom: object.custom,
        createable: object.create && session.mayWrite(object, 'create'),
        updateable: object.update && session.mayWrite(object, 'update'),
        deleteable: object.delete && session.mayWrite(object, 'delete'),
        queryable: true,
        nameFields: [object.nameField],
        fields: Object.fromEntries(
            fields.map((field) => [
                field.name,
                {
                    apiName: field.name,
                    label: field.label,
                    dataType: dataType(field.type),
                    length: field.length,
                    precision: field.precision,
                    scale: field.scale,
                    createable: field.create && session.mayEdit(object, field),
                    updateable: field.update && session.mayEdit(object, field),
                    filterable: field.filter,
                    sortable: field.sort,
                    required: !field.nillable && field.type !== 'boolean',
                    custom: field.custom,
                    unique: field.unique,
                    reference: field.type === 'reference',
                    relationshipName: field.relationshipName,
                    referenceToInfos: field.referenceTo.map((apiName) => ({ apiName, nameFields: ['Name'] }))
                }
            ])
        )
    };
}

function dataType(type: FieldType): string {
    switch (type) {
        case 'datetime':
            return 'DateTime';
        case 'textarea':
            return 'TextArea';
        case 'id':
        case 'reference':
            return 'Reference';
        case 'string':
        case 'boolean':
        case 'int':
        case 'double':
        case 'date':
        case 'picklist':
        case 'email':
        case 'phone':
        case 'url':
            return type.charAt(0).toUpperCase() + type.slice(1);
    }
}
