import type { Field } from '../objects/field.ts';
import type { RecordShape } from '../soql/selectList.ts';
import type { SoqlPlan } from '../soql/soqlPlan.ts';

/**
 * The answer of `GET query?columns=true`, which isn't documented. It has the shape that Salesforce CLI reads (observed): a
 * parent is a column with `joinColumns`, and an aggregate is named by its `displayName`.
 */
export function queryColumns(plan: SoqlPlan): Record<string, unknown> {
    const isGrouped = plan.kind === 'groups' && plan.groupBy.length > 0;
    return {
        columnMetadata: columnsOf(plan),
        entityName: plan.object.name,
        groupBy: isGrouped,
        idSelected: plan.kind === 'rows' && plan.columns.some(({ name }) => name === 'Id'),
        keyPrefix: plan.object.keyPrefix
    };
}

function columnsOf(plan: SoqlPlan): Record<string, unknown>[] {
    switch (plan.kind) {
        case 'count':
            return [];
        case 'groups':
            return plan.columns.map(({ name, aggregate, field }) => column(name, field, aggregate));
        case 'rows':
            return shapeColumns(plan.shape);
    }
}

function shapeColumns(shape: RecordShape): Record<string, unknown>[] {
    return shape.entries.map((entry) => {
        if (!('parent' in entry)) return column(entry.name, entry.field, false);
        return { ...column(entry.name, null, false), joinColumns: shapeColumns(entry.parent) };
    });
}

function column(name: string, field: Field | null, aggregate: boolean): Record<string, unknown> {
    const isNumber = field === null ? aggregate : field.type === 'int' || field.type === 'double';
    const isBoolean = field?.type === 'boolean';
    return {
        aggregate,
        apexType: apexType(field),
        booleanType: isBoolean,
        columnName: name,
        custom: field?.custom ?? false,
        displayName: name,
        foreignKeyName: field?.relationshipName ?? null,
        insertable: field?.create ?? false,
        joinColumns: [],
        numberType: isNumber,
        textType: !isNumber && !isBoolean,
        updatable: field?.update ?? false
    };
}

function apexType(field: Field | null): string {
    switch (field?.type) {
        case undefined:
            return 'Integer';
        case 'id':
        case 'reference':
            return 'Id';
        case 'boolean':
            return 'Boolean';
        case 'int':
            return 'Integer';
        case 'double':
            return 'Double';
        case 'date':
            return 'Date';
        case 'datetime':
            return 'Datetime';
        case 'string':
        case 'textarea':
        case 'picklist':
        case 'email':
        case 'phone':
        case 'url':
            return 'String';
    }
}
