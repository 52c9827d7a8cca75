import { isAlwaysReadable } from './fieldTypes.ts';
import { GRANTS } from './permissions.ts';
import { childrenOf, childText, descendants, type Element } from './xml.ts';

/** What a reference can lead to: the components of a project or a package, and what the org has already. */
export interface Inventory {
    has(type: string, fullName: string): boolean;
    hasObject(name: string): boolean;
    hasField(object: string, field: string): boolean;
    /** The definition of a field that is part of the project or package. */
    fieldDefinition(fullName: string): Element | undefined;
}

/** A reference that no org can resolve. */
export interface BrokenReference {
    line: number;
    /** The element whose text is the reference, or the grant that holds it. */
    element: string;
    type: string;
    name: string;
    /** `always readable`: the field exists, but a permission set can't grant it. */
    reason: 'missing' | 'always readable';
}

interface Reference {
    line: number;
    element: string;
    type: string;
    name: string;
}

/** Tabs and apps of Salesforce itself, such as `standard-home` and `standard__Sales`. */
const STANDARD_NAME = /^standard(-|__)/;

/** References of a component that lead nowhere. Code and markup have references of their own. */
export function brokenReferences(type: string, root: Element, inventory: Inventory): BrokenReference[] {
    return referencesOf(type, root).flatMap((reference) => {
        const reason = whyBroken(reference, inventory);
        return reason ? [{ ...reference, reason }] : [];
    });
}

function referencesOf(type: string, root: Element): Reference[] {
    switch (type) {
        case 'CustomApplication':
            return texts(childrenOf(root, 'tabs'), 'CustomTab');
        case 'CustomTab':
            return [
                ...texts(childrenOf(root, 'lwcComponent'), 'LightningComponentBundle'),
                ...texts(childrenOf(root, 'auraComponent'), 'AuraDefinitionBundle'),
                ...texts(childrenOf(root, 'page'), 'ApexPage')
            ];
        case 'CustomField':
            return texts(childrenOf(root, 'referenceTo'), 'CustomObject');
        case 'Flow':
            return texts([...descendants(root, 'object'), ...descendants(root, 'objectType')], 'CustomObject');
        case 'PermissionSet':
            return [
                ...GRANTS.flatMap((grant) => grants(root, grant.element, grant.name, grant.type)),
                ...grants(root, 'objectPermissions', 'object', 'CustomObject'),
                ...grants(root, 'fieldPermissions', 'field', 'CustomField')
            ];
        default:
            return [];
    }
}

function texts(elements: Element[], type: string): Reference[] {
    return elements.map(({ name: element, text, line }) => ({ line, element, type, name: text }));
}

function grants(root: Element, element: string, nameElement: string, type: string): Reference[] {
    return childrenOf(root, element).map((grant) => ({
        line: grant.line,
        element,
        type,
        name: childText(grant, nameElement) ?? ''
    }));
}

function whyBroken({ type, name }: Reference, inventory: Inventory): BrokenReference['reason'] | null {
    switch (type) {
        case 'CustomObject':
            return inventory.hasObject(name) ? null : 'missing';
        case 'CustomField': {
            const [object = '', field = ''] = name.split('.');
            if (!inventory.hasField(object, field)) return 'missing';
            const definition = inventory.fieldDefinition(name);
            return definition && isAlwaysReadable(definition) ? 'always readable' : null;
        }
        case 'CustomTab':
        case 'CustomApplication':
            return STANDARD_NAME.test(name) || inventory.has(type, name) ? null : 'missing';
        default:
            return inventory.has(type, name) ? null : 'missing';
    }
}
