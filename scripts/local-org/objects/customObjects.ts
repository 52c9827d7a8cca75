import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isCustomFieldType, type CustomFieldType } from '../../metadata/fieldTypes.ts';
import { child, childrenOf, childText, isTrue, readXml, type Element } from '../../metadata/xml.ts';
import {
    auditFields,
    field,
    idField,
    FORMULAS,
    orgObject,
    reference,
    type Field,
    type FieldType,
    type OrgObject,
    type Sharing
} from './field.ts';

/** How the embedded org serves a type of custom field. */
interface ServedType {
    type: FieldType;
    /** Null: the length that the field's definition gives. */
    length: number | null;
    /** Letters of `field`: what queries can do with it. */
    queries: string;
}

/** Types that are served. Checkboxes and master-detail fields can't be empty, so they're made on their own. */
const SERVED: Partial<Record<CustomFieldType, ServedType>> = {
    Text: { type: 'string', length: null, queries: 'fgs' },
    TextArea: { type: 'textarea', length: 255, queries: 'fgs' },
    LongTextArea: { type: 'textarea', length: null, queries: '' },
    Number: { type: 'double', length: 0, queries: 'fs' },
    DateTime: { type: 'datetime', length: 0, queries: 'fs' },
    Date: { type: 'date', length: 0, queries: 'fgs' },
    Email: { type: 'email', length: 80, queries: 'fgs' },
    Phone: { type: 'phone', length: 40, queries: 'fgs' },
    Url: { type: 'url', length: 255, queries: 'fgs' },
    Picklist: { type: 'picklist', length: 255, queries: 'fgs' },
    Lookup: { type: 'reference', length: 18, queries: 'fgs' }
};

/**
 * The custom objects of a source folder (`objects/X__c/X__c.object-meta.xml`, `fields/*.field-meta.xml`), by name.
 * Key prefixes follow the order of the names, from a00. A real org assigns them by age (documented: a + 2).
 * @throws Error that names a file that isn't well-formed, or that defines something that isn't served
 */
export function readCustomObjects(folder: string): OrgObject[] {
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name.endsWith('__c'))
        .map((entry) => entry.name)
        .sort();
    return names.map((name, index) => readObject(join(folder, name), `a${index.toString(36).padStart(2, '0')}`));
}

function readObject(folder: string, keyPrefix: string): OrgObject {
    const name = basename(folder);
    const metadata = read(join(folder, `${name}.object-meta.xml`), 'CustomObject');
    const fieldFolder = join(folder, 'fields');
    const files = existsSync(fieldFolder)
        ? readdirSync(fieldFolder).filter((file) => file.endsWith('.field-meta.xml'))
        : [];
    const own = files.sort().map((file) => {
        const path = join(fieldFolder, file);
        return customField(read(path, 'CustomField'), path);
    });
    const isDetail = own.some((each) => each.relationshipName !== null && !each.update && each.type === 'reference');
    const owner = isDetail ? [] : [reference('OwnerId', 'cdfgsu', 'User', 'Owner')];
    return orgObject({
        name,
        label: childText(metadata, 'label') ?? name,
        labelPlural: childText(metadata, 'pluralLabel') ?? name,
        keyPrefix,
        custom: true,
        uiApi: true,
        allows: 'cud',
        sharing: sharingOf(metadata, name),
        fields: [
            idField('Record ID'),
            ...owner,
            field('IsDeleted', 'boolean', 0, 'dfgs'),
            nameField(child(metadata, 'nameField')),
            ...auditFields(),
            ...own
        ],
        indexed: own.filter((each) => each.type === 'reference' || each.unique).map((each) => each.name)
    });
}

/** A detail has its master's sharing, and every master here lets all users change its records. */
function sharingOf(metadata: Element, name: string): Sharing {
    const model = childText(metadata, 'sharingModel');
    if (model === 'Read') return 'Read';
    if (model === 'ReadWrite' || model === 'ControlledByParent') return 'ReadWrite';
    throw new Error(`${name}: the sharing model ${model ?? '(none)'} is not served by the embedded org.`);
}

function nameField(metadata: Element | undefined): Field {
    const label = (metadata && childText(metadata, 'label')) ?? 'Name';
    if (metadata && childText(metadata, 'type') === 'AutoNumber') {
        const autoNumber = childText(metadata, 'displayFormat') ?? '{0}';
        return field('Name', 'string', 80, 'dfgsL', { label, autoNumber, folded: true });
    }
    return field('Name', 'string', 80, 'cfgnsuL', { label, folded: true });
}

function customField(metadata: Element, path: string): Field {
    const name = childText(metadata, 'fullName');
    if (!name) throw new Error(`${path} has no fullName.`);
    const label = childText(metadata, 'label') ?? name;
    const type = childText(metadata, 'type') ?? '(none)';
    const formula = childText(metadata, 'formula');
    if (formula !== undefined) return formulaField(name, label, type, formula, path);
    if (type === 'Checkbox') return field(name, 'boolean', 0, 'cdfgsu', { label, custom: true });
    if (type === 'MasterDetail')
        return field(name, 'reference', 18, 'cfgs', { label, custom: true, ...relationship(metadata, name) });
    const served = isCustomFieldType(type) ? SERVED[type] : undefined;
    if (!served) throw new Error(`${path}: fields of type ${type} are not served by the embedded org.`);
    const length = served.length ?? Number(childText(metadata, 'length') ?? 255);
    const isExternalId = isTrue(metadata, 'externalId');
    const properties = `cu${served.queries}${isTrue(metadata, 'required') ? '' : 'n'}${isExternalId ? 'L' : ''}`;
    return field(name, served.type, length, properties, {
        label,
        custom: true,
        unique: isTrue(metadata, 'unique'),
        externalId: isExternalId,
        ...optionsOf(type, metadata, name)
    });
}

/** A formula can be read, but not written. Queries that filter or sort by one aren't served. */
function formulaField(name: string, label: string, type: string, text: string, path: string): Field {
    const formula = FORMULAS.find((served) => served === text.trim());
    if (formula === undefined || type !== 'DateTime')
        throw new Error(`${path}: the formula ${text} of type ${type} is not served by the embedded org.`);
    return field(name, 'datetime', 0, 'n', { label, custom: true, formula });
}

function optionsOf(type: string, metadata: Element, name: string): Parameters<typeof field>[4] {
    switch (type) {
        case 'Text':
            return { folded: true };
        case 'Number':
            return {
                precision: Number(childText(metadata, 'precision')),
                scale: Number(childText(metadata, 'scale'))
            };
        case 'Picklist':
            return { values: picklistValues(child(metadata, 'valueSet')) };
        case 'Lookup':
            return relationship(metadata, name);
        default:
            return {};
    }
}

/** The values of a restricted picklist. Any text can be written to an unrestricted one, so it has none. */
function picklistValues(valueSet: Element | undefined): string[] {
    const definition = valueSet && child(valueSet, 'valueSetDefinition');
    if (!definition || !isTrue(valueSet, 'restricted')) return [];
    return childrenOf(definition, 'value').flatMap((value) => childText(value, 'fullName') ?? []);
}

function relationship(metadata: Element, name: string) {
    return {
        referenceTo: [childText(metadata, 'referenceTo') ?? ''],
        relationshipName: name.replace(/__c$/, '__r')
    };
}

function read(path: string, type: string): Element {
    const document = readXml(readFileSync(path, 'utf8'));
    if ('fault' in document) throw new Error(`${path} can't be read as metadata: ${document.fault.message}`);
    if (document.root.name !== type) throw new Error(`${path} doesn't contain a ${type}.`);
    return document.root;
}
