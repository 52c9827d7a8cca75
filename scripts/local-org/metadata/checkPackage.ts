import type { ObjectTable } from '../objects/objectTable.ts';
import { problemsOf } from './checkComponent.ts';
import { findComponents, type Component } from './component.ts';
import { knownTo } from './known.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { CHECKED_TYPES, PARTS, UNCHECKED_TYPES } from './types.ts';
import type { Files } from './zipFiles.ts';

/**
 * Every component of a package with its problems. Nothing is written.
 * @throws ApiError when the manifest cannot be read
 */
export function checkPackage(objects: ObjectTable, files: Files): Component[] {
    const manifest = readManifest(files);
    const components = findComponents(files);
    const known = knownTo(objects, components);
    for (const component of components) {
        component.problems.push(...problemsOf(component, known).map((words) => ({ words })));
        if (!isListed(manifest, component)) component.problems.push({ words: 'Not in package.xml' });
    }
    return [...components, ...fromManifest(manifest, components, files)];
}

/** A label is listed by itself or with its whole file; so is a field with its object. */
function isListed({ types }: Manifest, { type, name }: Component): boolean {
    const members = types.get(type) ?? [];
    if (members.includes(name) || members.includes('*')) return true;
    const whole = PARTS[type];
    if (whole !== undefined) return types.has(whole);
    return Object.entries(PARTS).some(([part, owner]) => owner === type && types.has(part));
}

/** What the manifest names and the package does not hold, and what it names of types that are not checked. */
function fromManifest({ types }: Manifest, components: readonly Component[], files: Files): Component[] {
    return [...types].flatMap(([type, members]) => {
        const isChecked = CHECKED_TYPES.some((each) => each.name === type) || type in PARTS;
        if (!isChecked && !UNCHECKED_TYPES.includes(type)) {
            return [nameless(type, '', `Unknown type name '${type}' specified in package.xml`)];
        }
        return members.flatMap((name) => {
            if (name === '*') return [];
            if (!isChecked) return [{ ...nameless(type, name), unchecked: 'this type is not looked at' }];
            if (components.some((each) => each.type === type && each.name === name)) return [];
            return [
                nameless(
                    type,
                    name,
                    `An object '${name}' of type ${type} was named in package.xml, but was not found in zipped directory`
                )
            ];
        });
    });

    function nameless(type: string, name: string, words?: string): Component {
        const problems = words === undefined ? [] : [{ words }];
        return { type, name, file: 'package.xml', files, root: {}, problems, unchecked: '' };
    }
}
