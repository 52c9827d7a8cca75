import { child, childrenOf, childText, isTrue, type Element } from './xml.ts';

/** What the definition of a custom field must and can't contain. Documented: Metadata API, CustomField; Salesforce limits. */
interface FieldRule {
    /** Elements without which a deployment fails. */
    needs?: readonly string[];
    /** Elements that a retrieve always writes, and that an org fills in when they're missing. */
    writes?: readonly string[];
    refuses?: readonly string[];
    length?: readonly [min: number, max: number];
    visibleLines?: readonly [min: number, max: number];
    /** Only a type that an org can index can be unique or an external ID. */
    isIndexable?: boolean;
}

const MEASURES = ['length', 'precision', 'scale'];
const PLAIN: FieldRule = { refuses: [...MEASURES, 'valueSet', 'referenceTo', 'visibleLines'] };
const NUMBER: FieldRule = { needs: ['precision', 'scale'], refuses: ['length', 'valueSet', 'referenceTo'] };

const RULES = {
    AutoNumber: { needs: ['displayFormat'], refuses: MEASURES, isIndexable: true },
    Checkbox: { needs: ['defaultValue'], refuses: [...MEASURES, 'required', 'valueSet'] },
    Currency: NUMBER,
    Date: PLAIN,
    DateTime: PLAIN,
    Email: { ...PLAIN, isIndexable: true },
    Html: {
        needs: ['length', 'visibleLines'],
        refuses: ['required', 'unique'],
        length: [256, 131072],
        visibleLines: [10, 50]
    },
    LongTextArea: {
        needs: ['length', 'visibleLines'],
        refuses: ['required', 'unique', 'externalId'],
        length: [256, 131072],
        visibleLines: [2, 50]
    },
    Lookup: {
        needs: ['referenceTo'],
        writes: ['relationshipName', 'relationshipLabel'],
        refuses: [...MEASURES, 'unique']
    },
    MasterDetail: {
        needs: ['referenceTo', 'relationshipName'],
        writes: ['relationshipLabel', 'relationshipOrder'],
        refuses: [...MEASURES, 'unique', 'required', 'deleteConstraint']
    },
    MultiselectPicklist: { needs: ['valueSet', 'visibleLines'], refuses: MEASURES, visibleLines: [3, 10] },
    Number: { ...NUMBER, isIndexable: true },
    Percent: NUMBER,
    Phone: PLAIN,
    Picklist: { needs: ['valueSet'], refuses: [...MEASURES, 'visibleLines'] },
    Summary: { needs: ['summaryForeignKey', 'summaryOperation'], refuses: [...MEASURES, 'required', 'unique'] },
    Text: {
        needs: ['length'],
        refuses: ['precision', 'scale', 'valueSet', 'visibleLines'],
        length: [1, 255],
        isIndexable: true
    },
    TextArea: { refuses: [...MEASURES, 'unique', 'visibleLines'] },
    Time: PLAIN,
    Url: PLAIN
} satisfies Readonly<Record<string, FieldRule>>;

export type CustomFieldType = keyof typeof RULES;

export const CUSTOM_FIELD_TYPES = Object.keys(RULES) as readonly CustomFieldType[];

/** Digits of a number, before and after the decimal point together. */
const MAX_DIGITS = 18;
/** Characters of the label of an object, a field, or a relationship. */
export const MAX_LABEL_LENGTH = 40;

export function isCustomFieldType(name: string): name is CustomFieldType {
    return name in RULES;
}

function ruleOf(field: Element): FieldRule {
    const type = childText(field, 'type') ?? '';
    return isCustomFieldType(type) ? RULES[type] : {};
}

/** Elements that the field's type needs and the field doesn't have. */
export function missingElements(field: Element): string[] {
    return (ruleOf(field).needs ?? []).filter((name) => !child(field, name));
}

/** Elements that a retrieve would have written and the field doesn't have. */
export function unwrittenElements(field: Element): string[] {
    return (ruleOf(field).writes ?? []).filter((name) => !child(field, name));
}

/** Elements of the field that its type can't have. */
export function refusedElements(field: Element): string[] {
    return (ruleOf(field).refuses ?? []).filter((name) => child(field, name));
}

/** Whether a user who can read the object can always read the field. A permission set can't grant such a field. */
export function isAlwaysReadable(field: Element): boolean {
    return isTrue(field, 'required') || childText(field, 'type') === 'MasterDetail';
}

/** Values that no org accepts, as sentences. */
export function valueProblems(field: Element): string[] {
    const type = childText(field, 'type') ?? '';
    const { length, visibleLines, isIndexable = false } = ruleOf(field);
    const isKey = isTrue(field, 'unique') || isTrue(field, 'externalId');
    const problems: (string | false)[] = [
        outOfRange(field, 'length', length),
        outOfRange(field, 'visibleLines', visibleLines),
        child(field, 'precision') !== undefined &&
            !digitsFit(field) &&
            `Precision is ${MAX_DIGITS} at most, and scale can't be greater than precision.`,
        (childText(field, 'label') ?? '').length > MAX_LABEL_LENGTH &&
            `A label can't be longer than ${MAX_LABEL_LENGTH} characters.`,
        isKey && !isIndexable && `A field of type ${type} can neither be unique nor an external ID.`,
        child(field, 'caseSensitive') !== undefined &&
            !isTrue(field, 'unique') &&
            'Only a unique field can have <caseSensitive>.',
        type === 'Lookup' &&
            isTrue(field, 'required') &&
            childText(field, 'deleteConstraint') === 'SetNull' &&
            "A required lookup can't be cleared when its record is deleted.",
        ...picklistProblems(field)
    ];
    return problems.filter((problem) => problem !== false);
}

function outOfRange(field: Element, name: string, range: readonly [number, number] | undefined): string | false {
    const value = Number(childText(field, name));
    if (!range || !child(field, name) || (value >= range[0] && value <= range[1])) return false;
    return `<${name}> is ${value}, outside ${range[0]} to ${range[1]}.`;
}

function digitsFit(field: Element): boolean {
    const precision = Number(childText(field, 'precision'));
    const scale = Number(childText(field, 'scale'));
    return precision >= 1 && precision <= MAX_DIGITS && scale >= 0 && scale <= precision;
}

function picklistProblems(field: Element): string[] {
    const valueSet = child(field, 'valueSet');
    const definition = valueSet && child(valueSet, 'valueSetDefinition');
    if (!definition) return [];
    const values = childrenOf(definition, 'value');
    const names = values.map((value) => childText(value, 'fullName'));
    const problems: string[] = [];
    if (values.length === 0) problems.push('A picklist needs at least one value.');
    if (new Set(names).size < names.length) problems.push('A picklist value is listed twice.');
    if (values.filter((value) => isTrue(value, 'default')).length > 1)
        problems.push('A picklist can have only one default value.');
    return problems;
}
