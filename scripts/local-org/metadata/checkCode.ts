import { namedComponents, remoteModels, templateBundles, type RemoteModel } from '../../metadata/markup.ts';
import { child, childrenOf, isTrue, xmlFault } from '../../metadata/xml.ts';
import type { Component } from './component.ts';
import type { PackageInventory } from './packageInventory.ts';

const IMPORT = /\b(?:import|from)\s*\(?\s*['"]([^'"]+)['"]/g;

/** Files that a bundle can hold (documented, "Component Bundles"). TypeScript isn't one of them. */
const LWC_FILES = /\.(html|js|css|svg|js-meta\.xml)$/;

/** @returns problems of the bundle's files, and of the imports and tags in them */
export function checkLwc(component: Component, inventory: PackageInventory): string[] {
    const { files, name, root } = component;
    const folder = `lwc/${name}/`;
    const problems: string[] = [];
    if (!files.has(`${folder}${name}.js`) && !files.has(`${folder}${name}.css`)) {
        problems.push(`Cannot find Lightning Component Bundle ${name}: ${name}.js is missing`);
    }
    if (files.has(`${folder}${name}.js`) && !files.has(`${folder}${name}.js-meta.xml`)) {
        problems.push(`${name}.js-meta.xml is missing`);
    }
    const targets = child(root, 'targets');
    if (targets && childrenOf(targets, 'target').length > 0 && !isTrue(root, 'isExposed'))
        problems.push('targets need isExposed to be true');
    for (const [path, content] of files) {
        const file = path.slice(folder.length);
        if (!LWC_FILES.test(file))
            problems.push(`${file}: files of this kind are not allowed in a Lightning component bundle`);
        if (file.endsWith('.js'))
            problems.push(...importsOf(content).flatMap((specifier) => checkImport(file, specifier, inventory)));
        if (file.endsWith('.html'))
            problems.push(
                ...templateBundles(content)
                    .filter((tag) => !inventory.has('LightningComponentBundle', tag.name))
                    .map((tag) => noModule(file, tag.name))
            );
    }
    return [...new Set(problems)];
}

export function checkAura({ files, name, file }: Component, inventory: PackageInventory): string[] {
    const problems: string[] = [];
    if (!files.has(file)) problems.push(`Cannot find the markup of ${name}`);
    for (const [path, content] of files) {
        if (!/\.(app|cmp|evt|intf)$/.test(path)) continue;
        const fault = xmlFault(content);
        if (fault) problems.push(`${path}, line ${fault.line}: ${fault.message}`);
        problems.push(...missingBundles(content, inventory));
    }
    return problems;
}

/** Lightning Out in a page names its app and its components as `c:name`. Remote Objects name objects and fields. */
export function checkPage({ files, file }: Component, inventory: PackageInventory): string[] {
    const content = files.get(file) ?? '';
    const fault = xmlFault(content);
    return [
        ...(fault ? [`line ${fault.line}: ${fault.message}`] : []),
        ...missingBundles(content, inventory),
        ...remoteModels(content).flatMap((model) => modelProblems(model, inventory))
    ];
}

/** The words are assumed. */
function modelProblems({ object, fields }: RemoteModel, inventory: PackageInventory): string[] {
    if (!inventory.hasObject(object)) return [`Unknown object '${object}' in <apex:remoteObjectModel>`];
    return fields
        .filter((field) => !inventory.hasField(object, field))
        .map((field) => `Unknown field '${field}' of '${object}' in <apex:remoteObjectModel>`);
}

function missingBundles(content: string, inventory: PackageInventory): string[] {
    return [...new Set(namedComponents(content).map(({ name }) => name))]
        .filter((name) => !inventory.hasBundle(name))
        .map((name) => `No COMPONENT named markup://c:${name} found`);
}

function importsOf(content: string): string[] {
    return [...content.matchAll(IMPORT)].map(([, specifier = '']) => specifier);
}

/** Imports that name metadata must resolve. `lightning/…` and permissions aren't checked. */
function checkImport(file: string, specifier: string, inventory: PackageInventory): string[] {
    const component = /^c\/(\w+)$/.exec(specifier)?.[1];
    if (component !== undefined && !inventory.has('LightningComponentBundle', component))
        return [noModule(file, component)];
    const label = /^@salesforce\/label\/c\.(\w+)$/.exec(specifier)?.[1];
    if (label !== undefined && !inventory.has('CustomLabel', label)) {
        return [`${file}: Invalid reference c.${label} of type label`];
    }
    const [, object, field] = /^@salesforce\/schema\/(\w+)(?:\.(\w+))?$/.exec(specifier) ?? [];
    if (object !== undefined && !inventory.hasObject(object)) {
        return [`${file}: Invalid reference ${object} of type sobjectClass`];
    }
    if (object !== undefined && field !== undefined && !inventory.hasField(object, field)) {
        return [`${file}: Invalid reference ${object}.${field} of type sobjectField`];
    }
    return [];
}

function noModule(file: string, name: string): string {
    return `${file}: No MODULE named markup://c:${name} found`;
}
