import { childrenOf, childText, child, type Element } from './readXml.ts';

/** What a field of a type must state and may not. Documented: Metadata API, CustomField; Salesforce limits. */
interface FieldRule {
    needs?: readonly string[];
    refuses?: readonly string[];
    length?: readonly [number, number];
    visibleLines?: readonly [number, number];
}

const MEASURES = ['length', 'precision', 'scale'];
const PLAIN: FieldRule = { refuses: [...MEASURES, 'valueSet', 'referenceTo', 'visibleLines'] };
const NUMBER: FieldRule = { needs: ['precision', 'scale'], refuses: ['length', 'valueSet', 'referenceTo'] };

/** Numbers have 18 digits at most, before and after the point together. */
const DIGITS = 18;
/** Longest label of an object, a field or a relation. */
const LABEL = 40;

const RULES: Readonly<Record<string, FieldRule>> = {
    AutoNumber: { needs: ['displayFormat'], refuses: MEASURES },
    Checkbox: { needs: ['defaultValue'], refuses: [...MEASURES, 'required', 'valueSet'] },
    Currency: NUMBER,
    Date: PLAIN,
    DateTime: PLAIN,
    Email: PLAIN,
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
    Lookup: { needs: ['referenceTo', 'relationshipName', 'relationshipLabel'], refuses: [...MEASURES, 'unique'] },
    MasterDetail: {
        needs: ['referenceTo', 'relationshipName', 'relationshipLabel', 'relationshipOrder'],
        refuses: [...MEASURES, 'unique', 'required', 'deleteConstraint']
    },
    MultiselectPicklist: { needs: ['valueSet', 'visibleLines'], refuses: MEASURES, visibleLines: [3, 10] },
    Number: NUMBER,
    Percent: NUMBER,
    Phone: PLAIN,
    Picklist: { needs: ['valueSet'], refuses: [...MEASURES, 'visibleLines'] },
    Text: { needs: ['length'], refuses: ['precision', 'scale', 'valueSet', 'visibleLines'], length: [1, 255] },
    TextArea: { refuses: [...MEASURES, 'unique', 'visibleLines'] },
    Time: PLAIN,
    Url: PLAIN
};

/** Types whose values an org can index: only they may be unique or an external id. */
const INDEXED = ['Text', 'Number', 'Email', 'AutoNumber'];

/** Sentences about a field that a deploy would be refused for. */
export function fieldObjections(field: Element): string[] {
    const type = childText(field, 'type') ?? '';
    const rule = RULES[type] ?? {};
    const has = (name: string): boolean => child(field, name) !== undefined;
    const isTrue = (name: string): boolean => childText(field, name) === 'true';
    const said: (string | false)[] = [
        ...(rule.needs ?? []).map((name) => !has(name) && `A field of type ${type} needs <${name}>.`),
        ...(rule.refuses ?? []).map((name) => has(name) && `A field of type ${type} takes no <${name}>.`),
        outside(field, 'length', rule.length),
        outside(field, 'visibleLines', rule.visibleLines),
        has('precision') && !digitsFit(field) && `Precision is ${DIGITS} at most, and scale no more than precision.`,
        (childText(field, 'label') ?? '').length > LABEL && `A label has ${LABEL} characters at most.`,
        (isTrue('unique') || isTrue('externalId')) &&
            !INDEXED.includes(type) &&
            `A field of type ${type} can neither be unique nor an external id.`,
        has('caseSensitive') && !isTrue('unique') && '<caseSensitive> is for unique fields.',
        type === 'Lookup' &&
            isTrue('required') &&
            childText(field, 'deleteConstraint') === 'SetNull' &&
            'A required lookup cannot be emptied when its record is deleted.',
        ...picklistObjections(field)
    ];
    return said.filter((sentence) => sentence !== false);
}

function outside(field: Element, name: string, range: readonly [number, number] | undefined): string | false {
    const value = Number(childText(field, name));
    if (!range || !child(field, name) || (value >= range[0] && value <= range[1])) return false;
    return `<${name}> is ${value}, outside ${range[0]} to ${range[1]}.`;
}

function digitsFit(field: Element): boolean {
    const precision = Number(childText(field, 'precision'));
    const scale = Number(childText(field, 'scale'));
    return precision >= 1 && precision <= DIGITS && scale >= 0 && scale <= precision;
}

function picklistObjections(field: Element): string[] {
    const definition = child(field, 'valueSet') && child(child(field, 'valueSet')!, 'valueSetDefinition');
    if (!definition) return [];
    const values = childrenOf(definition, 'value');
    const names = values.map((value) => childText(value, 'fullName'));
    const objections: string[] = [];
    if (values.length === 0) objections.push('A picklist needs at least one value.');
    if (new Set(names).size < names.length) objections.push('A picklist value is there twice.');
    if (values.filter((value) => childText(value, 'default') === 'true').length > 1)
        objections.push('A picklist has more than one default.');
    return objections;
}
