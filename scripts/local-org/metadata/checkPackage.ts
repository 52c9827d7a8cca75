import { METADATA_TYPES, OTHER_TYPES, PART_TYPES } from '../../metadata/metadataTypes.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { problemsOf } from './checkComponent.ts';
import { emptyElement, findComponents, type Component } from './component.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { packageInventory } from './packageInventory.ts';
import type { Variant } from '../variants/variant.ts';
import type { Files } from './zipFiles.ts';

const NO_VARIANT: Variant = { says: 'no variant' };

/**
 * Every component of a package with its problems. Writes nothing.
 * @param held what the org holds already, which the package can refer to
 * @throws ApiError when the manifest can't be read
 */
export function checkPackage(
    objects: ObjectTable,
    files: Files,
    held: readonly Component[] = [],
    { refusesToRead = [] }: Variant = NO_VARIANT
): Component[] {
    const manifest = readManifest(files);
    const components = findComponents(files);
    const inventory = packageInventory(objects, [...held, ...components]);
    for (const component of components) {
        component.problems.push(...problemsOf(component, inventory).map((words) => ({ words })));
        if (refusesToRead.some((type) => type === component.type) && readsCallCenters(component))
            component.problems.push({ words: "You can't use the object CallCenter here" });
        if (!isListed(manifest, component)) component.problems.push({ words: 'Not in package.xml' });
    }
    return [...components, ...fromManifest(manifest, components, files)];
}

/** What an org may refuse, if this variant says so. The words are assumed. */
function readsCallCenters({ files }: Component): boolean {
    return [...files.values()].some((text) =>
        /<object>CallCenter<|<apex:remoteObjectModel\s[^>]*"CallCenter"/.test(text)
    );
}

/** A manifest can list a part, such as a label, by itself or with its whole file. */
function isListed({ types }: Manifest, { type, name }: Component): boolean {
    const members = types.get(type) ?? [];
    if (members.includes(name) || members.includes('*')) return true;
    const part = PART_TYPES.find((each) => each.name === type);
    if (part) return types.has(part.owner);
    return PART_TYPES.some(({ owner, name: partName }) => owner === type && types.has(partName));
}

/** Members of the manifest that aren't in the package, or whose type isn't checked. */
function fromManifest({ types }: Manifest, components: readonly Component[], files: Files): Component[] {
    return [...types].flatMap(([type, members]) => {
        const isChecked = [...METADATA_TYPES, ...PART_TYPES].some((each) => each.name === type);
        if (!isChecked && !OTHER_TYPES.includes(type)) {
            return [manifestEntry(type, '', `Unknown type name '${type}' specified in package.xml`)];
        }
        return members.flatMap((name) => {
            if (name === '*') return [];
            if (!isChecked) return [{ ...manifestEntry(type, name), unchecked: 'anything about this type' }];
            if (components.some((each) => each.type === type && each.name === name)) return [];
            return [
                manifestEntry(
                    type,
                    name,
                    `An object '${name}' of type ${type} was named in package.xml, but was not found in zipped directory`
                )
            ];
        });
    });

    function manifestEntry(type: string, name: string, words?: string): Component {
        const problems = words === undefined ? [] : [{ words }];
        return { type, name, file: 'package.xml', files, root: emptyElement(type), problems, unchecked: '' };
    }
}
