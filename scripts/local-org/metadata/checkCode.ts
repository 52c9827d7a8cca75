import type { Component } from './component.ts';
import type { Known } from './known.ts';
import { text, texts, xmlFault } from './xml.ts';

const IMPORT = /\b(?:import|from)\s*\(?\s*['"]([^'"]+)['"]/g;
const TAG = /<c-([a-z][a-z0-9-]*)/g;
const AURA_NAME = /(?:<|["'])c:([A-Za-z]\w*)/g;

/** What a bundle may hold (documented, "Component Bundles"); TypeScript is not among it. */
const LWC_FILES = /\.(html|js|css|svg|js-meta\.xml)$/;

/** @returns problems of the bundle: its files, and what its imports and its markup name */
export function checkLwc(component: Component, known: Known): string[] {
    const { files, name, root } = component;
    const folder = `lwc/${name}/`;
    const problems: string[] = [];
    if (!files.has(`${folder}${name}.js`) && !files.has(`${folder}${name}.css`)) {
        problems.push(`Cannot find Lightning Component Bundle ${name}: ${name}.js is missing`);
    }
    if (files.has(`${folder}${name}.js`) && !files.has(`${folder}${name}.js-meta.xml`)) {
        problems.push(`${name}.js-meta.xml is missing`);
    }
    if (!/^[a-z]\w*$/.test(name)) problems.push(`${name} must begin with a lowercase letter`);
    if (text(root, 'apiVersion') === null) problems.push('Required field is missing: apiVersion');
    const targets = texts(root, 'targets');
    if (targets.length > 0 && text(root, 'isExposed') !== 'true') problems.push('targets need isExposed to be true');
    for (const [path, content] of files) {
        const file = path.slice(folder.length);
        if (!LWC_FILES.test(file))
            problems.push(`${file}: files of this kind are not allowed in a Lightning component bundle`);
        if (file.endsWith('.js'))
            problems.push(...importsOf(content).flatMap((specifier) => checkImport(file, specifier, known)));
        if (!file.endsWith('.html')) continue;
        for (const [, kebab = ''] of content.matchAll(TAG)) {
            const camel = kebab.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
            if (!known.has('LightningComponentBundle', camel)) {
                problems.push(`${file}: No MODULE named markup://c:${camel} found`);
            }
        }
    }
    return [...new Set(problems)];
}

export function checkAura({ files, name, file }: Component, known: Known): string[] {
    const problems: string[] = [];
    if (!files.has(file)) problems.push(`Cannot find the markup of ${name}`);
    for (const [path, content] of files) {
        if (!/\.(app|cmp|evt|intf)$/.test(path)) continue;
        const fault = xmlFault(content);
        if (fault) problems.push(`${path}, line ${fault.line}: ${fault.words}`);
        problems.push(...missingBundles(content, known));
    }
    return problems;
}

/** Lightning Out in a page names its application and its components as `c:name`. */
export function checkPage({ files, file }: Component, known: Known): string[] {
    const content = files.get(file) ?? '';
    const fault = xmlFault(content);
    return [...(fault ? [`line ${fault.line}: ${fault.words}`] : []), ...missingBundles(content, known)];
}

function missingBundles(content: string, known: Known): string[] {
    const names = [...content.matchAll(AURA_NAME)].map(([, name = '']) => name);
    return [...new Set(names)]
        .filter((name) => !known.hasBundle(name))
        .map((name) => `No COMPONENT named markup://c:${name} found`);
}

function importsOf(content: string): string[] {
    return [...content.matchAll(IMPORT)].map(([, specifier = '']) => specifier);
}

/** Of `@salesforce/…` what names metadata is looked up; `lightning/…` and permissions are taken as they are. */
function checkImport(file: string, specifier: string, known: Known): string[] {
    const component = /^c\/(\w+)$/.exec(specifier)?.[1];
    if (component !== undefined && !known.has('LightningComponentBundle', component)) {
        return [`${file}: No MODULE named markup://c:${component} found`];
    }
    const label = /^@salesforce\/label\/c\.(\w+)$/.exec(specifier)?.[1];
    if (label !== undefined && !known.has('CustomLabel', label)) {
        return [`${file}: Invalid reference c.${label} of type label`];
    }
    const [, object, field] = /^@salesforce\/schema\/(\w+)(?:\.(\w+))?$/.exec(specifier) ?? [];
    if (object !== undefined && !known.hasObject(object)) {
        return [`${file}: Invalid reference ${object} of type sobjectClass`];
    }
    if (object !== undefined && field !== undefined && !known.hasField(object, field)) {
        return [`${file}: Invalid reference ${object}.${field} of type sobjectField`];
    }
    return [];
}
