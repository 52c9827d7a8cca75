/**
 * Field types that the embedded org knows, by the names that describe uses. Object and field properties come from the
 * Object Reference, v67 (documented), unless an object's file names another source.
 */
export const FIELD_TYPES = [
    'id',
    'string',
    'textarea',
    'boolean',
    'int',
    'double',
    'date',
    'datetime',
    'reference',
    'picklist',
    'email',
    'phone',
    'url'
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** The formulas that the embedded org computes. */
export const FORMULAS = ['NOW()'] as const;
export type Formula = (typeof FORMULAS)[number];

/** One field of an object, with the properties that an org's describe returns. */
export interface Field {
    name: string;
    label: string;
    type: FieldType;
    /** In characters; 0 for types without a length. */
    length: number;
    create: boolean;
    update: boolean;
    filter: boolean;
    group: boolean;
    sort: boolean;
    nillable: boolean;
    defaultedOnCreate: boolean;
    idLookup: boolean;
    /** The only picklist values that can be written. Empty when the field accepts any text. */
    values: readonly string[];
    /** Null when queries can't reach another object's fields through this one. */
    relationshipName: string | null;
    referenceTo: readonly string[];
    custom: boolean;
    unique: boolean;
    externalId: boolean;
    /** Format of an auto-number, such as `MOVE-{000000}`; null for all other fields. */
    autoNumber: string | null;
    /** Computed whenever a record is read, and never written; null for all other fields. */
    formula: Formula | null;
    /** A shadow column stores the folded text, so that comparing 100,000 rows doesn't call a function for each row. */
    folded: boolean;
    /** Whether UI API and GraphQL offer the field, if they offer its object. */
    uiApi: boolean;
    /** For numbers, the total count of digits. */
    precision: number;
    /** For numbers, the digits after the decimal point. */
    scale: number;
}

/** Sharing of records, by the names of the Metadata API's `sharingModel`. */
export type Sharing = 'ReadWrite' | 'Read';

export interface OrgObject {
    name: string;
    label: string;
    labelPlural: string;
    keyPrefix: string;
    custom: boolean;
    /** Whether UI API offers the object, in its records, its object infos, and GraphQL. */
    uiApi: boolean;
    create: boolean;
    update: boolean;
    delete: boolean;
    /** What users may do with records of others: change them, or only read them. Other sharing isn't served. */
    sharing: Sharing;
    fields: readonly Field[];
    /** By lowercase name, because SOQL ignores case. */
    fieldsByName: ReadonlyMap<string, Field>;
    /** The field that names a record. */
    nameField: string;
    /** Fields that the page's queries filter or sort by. */
    indexed: readonly string[];
    /** Fields that are searched together. The index on the name includes them, so a search doesn't read whole rows. */
    searched: readonly string[];
}

type FieldOptions = Partial<
    Pick<
        Field,
        | 'label'
        | 'values'
        | 'relationshipName'
        | 'referenceTo'
        | 'custom'
        | 'unique'
        | 'externalId'
        | 'autoNumber'
        | 'formula'
        | 'folded'
        | 'uiApi'
        | 'precision'
        | 'scale'
    >
>;

/**
 * @param properties one letter for each property of the published describe: c create, u update, f filter, g group,
 * s sort, n nillable, d defaulted on create, L idLookup
 */
export function field(
    name: string,
    type: FieldType,
    length: number,
    properties: string,
    options: FieldOptions = {}
): Field {
    return {
        name,
        label: options.label ?? labelFromName(name),
        type,
        length,
        create: properties.includes('c'),
        update: properties.includes('u'),
        filter: properties.includes('f'),
        group: properties.includes('g'),
        sort: properties.includes('s'),
        nillable: properties.includes('n'),
        defaultedOnCreate: properties.includes('d'),
        idLookup: properties.includes('L'),
        values: options.values ?? [],
        relationshipName: options.relationshipName ?? null,
        referenceTo: options.referenceTo ?? [],
        custom: options.custom ?? false,
        unique: options.unique ?? false,
        externalId: options.externalId ?? false,
        autoNumber: options.autoNumber ?? null,
        formula: options.formula ?? null,
        folded: options.folded ?? false,
        uiApi: options.uiApi ?? true,
        precision: options.precision ?? 0,
        scale: options.scale ?? 0
    };
}

export function reference(name: string, properties: string, target: string, relationshipName: string | null): Field {
    return field(name, 'reference', 18, properties, { referenceTo: [target], relationshipName });
}

/** The audit fields. Their group and sort properties are assumed, because the reference lists none for most of them. */
export function auditFields(): Field[] {
    return [...createdFields(), ...modifiedFields()];
}

export function createdFields(): Field[] {
    return [field('CreatedDate', 'datetime', 0, 'dfs'), reference('CreatedById', 'dfgs', 'User', 'CreatedBy')];
}

export function modifiedFields(): Field[] {
    return [
        field('LastModifiedDate', 'datetime', 0, 'dfs'),
        reference('LastModifiedById', 'dfgs', 'User', 'LastModifiedBy'),
        field('SystemModstamp', 'datetime', 0, 'dfs')
    ];
}

export function idField(label: string, properties = 'dfgsL'): Field {
    return field('Id', 'id', 18, properties, { label });
}

interface ObjectDefinition {
    name: string;
    label: string;
    labelPlural: string;
    keyPrefix: string;
    custom?: boolean;
    uiApi: boolean;
    /** What the API can do with records: `c` create, `u` update, `d` delete. */
    allows: string;
    sharing?: Sharing;
    fields: Field[];
    nameField?: string;
    indexed?: string[];
    searched?: string[];
}

export function orgObject(definition: ObjectDefinition): OrgObject {
    return {
        name: definition.name,
        label: definition.label,
        labelPlural: definition.labelPlural,
        keyPrefix: definition.keyPrefix,
        custom: definition.custom ?? false,
        uiApi: definition.uiApi,
        create: definition.allows.includes('c'),
        update: definition.allows.includes('u'),
        delete: definition.allows.includes('d'),
        sharing: definition.sharing ?? 'ReadWrite',
        fields: definition.fields,
        fieldsByName: new Map(definition.fields.map((each) => [each.name.toLowerCase(), each])),
        nameField: definition.nameField ?? 'Name',
        indexed: definition.indexed ?? [],
        searched: definition.searched ?? []
    };
}

/** Whether fields of this type hold text, which is compared without regard to case. */
export function isText(type: FieldType): boolean {
    switch (type) {
        case 'string':
        case 'textarea':
        case 'picklist':
        case 'email':
        case 'phone':
        case 'url':
            return true;
        case 'id':
        case 'reference':
        case 'boolean':
        case 'int':
        case 'double':
        case 'date':
        case 'datetime':
            return false;
    }
}

function labelFromName(name: string): string {
    return name.replace(/__c$/, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2');
}
