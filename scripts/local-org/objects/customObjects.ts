import { XMLParser } from 'fast-xml-parser';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
    auditFields,
    field,
    idField,
    orgObject,
    reference,
    type Field,
    type FieldType,
    type OrgObject
} from './field.ts';

interface FieldMetadata {
    fullName?: string;
    label?: string;
    type?: string;
    length?: string;
    required?: string;
    unique?: string;
    externalId?: string;
    precision?: string;
    scale?: string;
    displayFormat?: string;
    referenceTo?: string;
    relationshipName?: string;
    valueSet?: { restricted?: string; valueSetDefinition?: { value?: { fullName?: string }[] } };
}

interface ObjectMetadata {
    label?: string;
    pluralLabel?: string;
    nameField?: FieldMetadata;
}

const parser = new XMLParser({
    parseTagValue: false,
    isArray: (_name, path) => String(path).endsWith('Definition.value')
});

/**
 * Reads the custom objects of a source folder (`objects/X__c/X__c.object-meta.xml`, `fields/*.field-meta.xml`), sorted
 * by name. Key prefixes are assigned in that order, starting at a00. A real org assigns them in the order in which the
 * objects were created (documented: `a` and two more characters).
 * @throws Error naming the file when it isn't well formed or uses something that the embedded org doesn't support
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
    const metadata = read<ObjectMetadata>(join(folder, `${name}.object-meta.xml`), 'CustomObject');
    const fieldFolder = join(folder, 'fields');
    const files = existsSync(fieldFolder)
        ? readdirSync(fieldFolder).filter((file) => file.endsWith('.field-meta.xml'))
        : [];
    const own = files.sort().map((file) => {
        const path = join(fieldFolder, file);
        return customField(read<FieldMetadata>(path, 'CustomField'), path);
    });
    const isDetail = own.some((each) => each.relationshipName !== null && !each.update && each.type === 'reference');
    const owner = isDetail ? [] : [reference('OwnerId', 'cdfgsu', 'User', 'Owner')];
    return orgObject({
        name,
        label: metadata.label ?? name,
        labelPlural: metadata.pluralLabel ?? name,
        keyPrefix,
        custom: true,
        uiApi: true,
        allows: 'cud',
        fields: [
            idField('Record ID'),
            ...owner,
            field('IsDeleted', 'boolean', 0, 'dfgs'),
            nameField(metadata),
            ...auditFields(),
            ...own
        ],
        indexed: own.filter((each) => each.type === 'reference' || each.unique).map((each) => each.name)
    });
}

function nameField({ nameField: metadata }: ObjectMetadata): Field {
    const label = metadata?.label ?? 'Name';
    if (metadata?.type === 'AutoNumber') {
        const autoNumber = metadata.displayFormat ?? '{0}';
        return field('Name', 'string', 80, 'dfgsL', { label, autoNumber, folded: true });
    }
    return field('Name', 'string', 80, 'cfgnsuL', { label, folded: true });
}

function customField(metadata: FieldMetadata, path: string): Field {
    const name = metadata.fullName;
    if (!name) throw new Error(`${path} has no fullName.`);
    const required = metadata.required === 'true';
    const make = (type: FieldType, length: number, filters: string, options: Parameters<typeof field>[4] = {}) =>
        field(name, type, length, `cu${filters}${required ? '' : 'n'}${metadata.externalId === 'true' ? 'L' : ''}`, {
            label: metadata.label ?? name,
            custom: true,
            unique: metadata.unique === 'true',
            externalId: metadata.externalId === 'true',
            ...options
        });
    const length = Number(metadata.length ?? 255);
    switch (metadata.type) {
        case 'Text':
            return make('string', length, 'fgs', { folded: true });
        case 'TextArea':
            return make('textarea', 255, 'fgs');
        case 'LongTextArea':
            return make('textarea', length, '');
        case 'Number':
            return make('double', 0, 'fs', { precision: Number(metadata.precision), scale: Number(metadata.scale) });
        case 'Checkbox':
            return field(name, 'boolean', 0, 'cdfgsu', { label: metadata.label ?? name, custom: true });
        case 'DateTime':
            return make('datetime', 0, 'fs');
        case 'Date':
            return make('date', 0, 'fgs');
        case 'Email':
            return make('email', 80, 'fgs');
        case 'Phone':
            return make('phone', 40, 'fgs');
        case 'Url':
            return make('url', 255, 'fgs');
        case 'Picklist':
            return make('picklist', 255, 'fgs', { values: picklistValues(metadata) });
        case 'Lookup':
            return make('reference', 18, 'fgs', relationship(metadata, name));
        case 'MasterDetail':
            return field(name, 'reference', 18, 'cfgs', {
                label: metadata.label,
                custom: true,
                ...relationship(metadata, name)
            });
        default:
            throw new Error(`${path}: fields of type ${metadata.type ?? '(none)'} are not served by the embedded org.`);
    }
}

/** The values of a restricted picklist. An unrestricted picklist has none, because it accepts any text. */
function picklistValues({ valueSet }: FieldMetadata): string[] {
    if (valueSet?.restricted !== 'true') return [];
    return (valueSet.valueSetDefinition?.value ?? []).flatMap((value) => value.fullName ?? []);
}

function relationship(metadata: FieldMetadata, name: string) {
    return { referenceTo: [metadata.referenceTo ?? ''], relationshipName: name.replace(/__c$/, '__r') };
}

function read<Metadata>(path: string, root: string): Metadata {
    let parsed: unknown;
    try {
        parsed = parser.parse(readFileSync(path, 'utf8'), true);
    } catch (cause) {
        throw new Error(`${path} cannot be read as metadata: ${cause instanceof Error ? cause.message : cause}`, {
            cause
        });
    }
    const found = parsed !== null && typeof parsed === 'object' && root in parsed ? Object(parsed)[root] : undefined;
    if (found === null || typeof found !== 'object') throw new Error(`${path} holds no ${root}.`);
    return found as Metadata;
}
