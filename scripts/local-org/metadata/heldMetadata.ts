import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrgContext } from '../context/orgContext.ts';
import { findComponents, type Component } from './component.ts';
import type { Files } from './zipFiles.ts';

/**
 * The metadata that the org holds, as files of a package: the custom objects of the source folder, the flows, and what
 * has been deployed since the org started.
 */
export class HeldMetadata {
    readonly #files = new Map<string, string>();

    constructor({ store, variant }: OrgContext, source: string, flows: string) {
        for (const object of store.objects.all) {
            if (!object.custom) continue;
            const text = objectFile(join(source, 'objects', object.name), object.name);
            if (text !== null) this.#files.set(`objects/${object.name}.object`, text);
        }
        if (variant.withoutFlows) return;
        for (const [name, text] of filesOf(flows, '.flow-meta.xml')) this.#files.set(`flows/${name}.flow`, text);
    }

    get files(): Files {
        return this.#files;
    }

    /** Everything that the org holds, with the fields of objects and the labels of files as components of their own. */
    components(): Component[] {
        return findComponents(this.#files);
    }

    /** Forgets a component. Nothing happens if the org doesn't hold it. */
    remove(type: string, name: string): void {
        const found = this.components().find(
            (each) => each.type === type && each.name.toLowerCase() === name.toLowerCase()
        );
        for (const [path, text] of found?.files ?? [])
            if (type === 'CustomLabel') this.#files.set(path, withoutLabel(text, name));
            else this.#files.delete(path);
    }

    /** Keeps the files of a deployment. An object keeps the fields that a package leaves out. */
    add(components: readonly Component[]): void {
        for (const { type, files } of components) {
            // Which flows are active is kept with the org.
            if (type === 'FlowDefinition') continue;
            for (const [path, text] of files) {
                const held = this.#files.get(path);
                const isObject = path.endsWith('.object') && held !== undefined;
                this.#files.set(path, isObject ? withFields(text, fieldsOf(held)) : text);
            }
        }
    }
}

/** All labels of an org are in one file. */
function withoutLabel(text: string, name: string): string {
    return text.replace(/\s*<labels>[\s\S]*?<\/labels>/g, (label) => (nameOf(label) === name ? '' : label));
}

/** The part of an object's file that a manifest asks for with CustomField. */
export function onlyFields(text: string, names: readonly string[]): string {
    const fields = fieldsOf(text).filter((field) => names.includes(nameOf(field)));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">\n${fields.join('\n')}\n</CustomObject>\n`;
}

/** A package holds an object in one file, and a source folder has one file for each field. */
function objectFile(folder: string, name: string): string | null {
    const path = join(folder, `${name}.object-meta.xml`);
    if (!existsSync(path)) return null;
    const fields = filesOf(join(folder, 'fields'), '.field-meta.xml').map(([, text]) => {
        const [, content = ''] = /<CustomField\b[^>]*>([\s\S]*)<\/CustomField>/.exec(text) ?? [];
        return `    <fields>${content}</fields>`;
    });
    return withFields(readFileSync(path, 'utf8'), fields);
}

/** Adds the fields that the object doesn't have yet. */
function withFields(object: string, fields: readonly string[]): string {
    const known = fieldsOf(object).map(nameOf);
    const added = fields.filter((field) => !known.includes(nameOf(field)));
    return object.replace(/\s*<\/CustomObject>/, () => `\n${added.join('\n')}\n</CustomObject>`);
}

function fieldsOf(object: string): string[] {
    return object.match(/<fields>[\s\S]*?<\/fields>/g) ?? [];
}

function nameOf(field: string): string {
    return /<fullName>([^<]*)<\/fullName>/.exec(field)?.[1] ?? '';
}

function filesOf(folder: string, suffix: string): [name: string, text: string][] {
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((file) => file.endsWith(suffix));
    return names.sort().map((file) => [file.slice(0, -suffix.length), readFileSync(join(folder, file), 'utf8')]);
}
