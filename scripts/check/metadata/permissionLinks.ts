import type { Finding } from '../check.ts';
import { USER_PERMISSIONS } from '../platformNames.ts';
import type { Web } from './links.ts';
import type { MetadataFile } from './metadataFiles.ts';
import { childrenOf, childText, type Element } from './readXml.ts';

/** Element of a permission set, where in it the name stands, type of the component that it names. */
const GRANTS: readonly (readonly [string, string, string])[] = [
    ['applicationVisibilities', 'application', 'CustomApplication'],
    ['customPermissions', 'name', 'CustomPermission'],
    ['flowAccesses', 'flow', 'Flow'],
    ['pageAccesses', 'apexPage', 'ApexPage'],
    ['tabSettings', 'tab', 'CustomTab']
];

export function permissionLinks({ path, root }: MetadataFile, web: Web): Finding[] {
    const at = (line: number, sentence: string): Finding => ({ file: path, line, sentence });
    const named = (element: string, name: string): { text: string; line: number }[] =>
        childrenOf(root, element).map((one) => ({ text: childText(one, name) ?? '', line: one.line }));
    return [
        ...GRANTS.flatMap(([element, name, type]) =>
            named(element, name)
                .filter(({ text }) => !web.has(type, text))
                .map(({ text, line }) => at(line, `There is no ${type} ${text}.`))
        ),
        ...named('objectPermissions', 'object')
            .filter(({ text }) => !web.schema.has(text))
            .map(({ text, line }) => at(line, `There is no object ${text}.`)),
        ...named('fieldPermissions', 'field').flatMap(({ text, line }) => {
            const sentence = fieldObjection(text, web);
            return sentence ? [at(line, sentence)] : [];
        }),
        ...named('userPermissions', 'name')
            .filter(({ text }) => !USER_PERMISSIONS.has(text))
            .map(({ text, line }) => at(line, `Not every org is known to have the user permission ${text}.`))
    ];
}

/** Documented: a required field and a master are granted with their object; naming them fails the deploy. */
function fieldObjection(name: string, web: Web): string | null {
    const [object = '', field = ''] = name.split('.');
    if (!web.schema.get(object)?.has(field)) return `There is no field ${name}.`;
    const file = web.files.find(({ type, fullName }) => type === 'CustomField' && fullName === name);
    return file && isAlwaysGranted(file.root) ? `${name} comes with its object and cannot be granted.` : null;
}

function isAlwaysGranted(field: Element): boolean {
    return childText(field, 'required') === 'true' || childText(field, 'type') === 'MasterDetail';
}

/** A deployed field is hidden from everybody, administrators too, until a permission set grants it. */
export function ungranted({ files }: Web): Finding[] {
    const sets = files.filter(({ type }) => type === 'PermissionSet');
    const granted = new Set(
        sets.flatMap(({ root }) =>
            childrenOf(root, 'fieldPermissions')
                .filter((one) => childText(one, 'readable') === 'true')
                .map((one) => childText(one, 'field'))
        )
    );
    return files
        .filter(
            ({ type, fullName, root }) => type === 'CustomField' && !isAlwaysGranted(root) && !granted.has(fullName)
        )
        .map(({ path, fullName }) => ({ file: path, sentence: `No permission set makes ${fullName} readable.` }));
}
