/**
 * One field of an object, with the properties that an org's describe gives it.
 * Lengths are in characters. Published source: Object Reference, v67 (documented) unless an object's file says otherwise.
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

export interface Field {
    name: string;
    label: string;
    type: FieldType;
    /** 0 where the type has no length. */
    length: number;
    create: boolean;
    update: boolean;
    filter: boolean;
    group: boolean;
    sort: boolean;
    nillable: boolean;
    defaultedOnCreate: boolean;
    idLookup: boolean;
    /** Only these picklist values may be written; empty: any text is taken. */
    values: readonly string[];
    /** Null where another object's fields cannot be reached through this one. */
    relationshipName: string | null;
    referenceTo: readonly string[];
    custom: boolean;
    unique: boolean;
    externalId: boolean;
    /** Format of an auto-number, such as `RUN-{000000}`; null for all other fields. */
    autoNumber: string | null;
    /** A shadow column holds the folded text, so that comparing 100,000 rows needs no function call a row. */
    folded: boolean;
    /** Whether UI API and its GraphQL serve the field, where they serve its object. */
    uiApi: boolean;
    /** Digits before and after the point, of numbers. */
    precision: number;
    scale: number;
}

export interface OrgObject {
    name: string;
    label: string;
    labelPlural: string;
    keyPrefix: string;
    custom: boolean;
    /** Whether UI API (its records, its object infos and its GraphQL) serves the object. */
    uiApi: boolean;
    create: boolean;
    update: boolean;
    delete: boolean;
    fields: readonly Field[];
    /** By lower-case name: SOQL does not tell case apart. */
    fieldsByName: ReadonlyMap<string, Field>;
    /** The field that names a record. */
    nameField: string;
    /** Fields that queries of the page filter or sort by. */
    indexed: readonly string[];
    /** Fields searched together: kept in the index of the name, so that a search reads no whole rows. */
    searched: readonly string[];
}

export type FieldOptions = Partial<
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
        | 'folded'
        | 'uiApi'
        | 'precision'
        | 'scale'
    >
>;

/**
 * @param properties letters as in published describes: c create, u update, f filter, g group, s sort, n nillable,
 * d defaulted on create, L idLookup
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
        label: options.label ?? spaced(name),
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
        folded: options.folded ?? false,
        uiApi: options.uiApi ?? true,
        precision: options.precision ?? 0,
        scale: options.scale ?? 0
    };
}

export function reference(name: string, properties: string, target: string, relationshipName: string | null): Field {
    return field(name, 'reference', 18, properties, { referenceTo: [target], relationshipName });
}

/** Id and audit fields. Grouping and sorting by them is assumed: the reference lists no properties for most. */
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

export interface ObjectFacts {
    name: string;
    label: string;
    labelPlural: string;
    keyPrefix: string;
    custom?: boolean;
    uiApi: boolean;
    /** `c` create, `u` update, `d` delete by API. */
    allows: string;
    fields: Field[];
    nameField?: string;
    indexed?: string[];
    searched?: string[];
}

export function orgObject(facts: ObjectFacts): OrgObject {
    return {
        name: facts.name,
        label: facts.label,
        labelPlural: facts.labelPlural,
        keyPrefix: facts.keyPrefix,
        custom: facts.custom ?? false,
        uiApi: facts.uiApi,
        create: facts.allows.includes('c'),
        update: facts.allows.includes('u'),
        delete: facts.allows.includes('d'),
        fields: facts.fields,
        fieldsByName: new Map(facts.fields.map((each) => [each.name.toLowerCase(), each])),
        nameField: facts.nameField ?? 'Name',
        indexed: facts.indexed ?? [],
        searched: facts.searched ?? []
    };
}

/** A text field compares without regard to case. */
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

function spaced(name: string): string {
    return name.replace(/__c$/, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2');
}
