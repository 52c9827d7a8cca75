import type { Inventory } from '../../metadata/references.ts';
import { fieldNamed, type ObjectTable } from '../objects/objectTable.ts';
import type { Component } from './component.ts';

export interface PackageInventory extends Inventory {
    /** Whether there is a component with that name, in either framework. */
    hasBundle(name: string): boolean;
}

/** What the components of a package can refer to: each other, what the org holds, and its objects and fields. */
export function packageInventory(objects: ObjectTable, components: readonly Component[]): PackageInventory {
    const byName = new Map(components.map((component) => [`${component.type} ${fold(component.name)}`, component]));
    const has = (type: string, name: string) => byName.has(`${type} ${fold(name)}`);
    return {
        has,
        hasObject: (name) => objects.named(name) !== undefined || has('CustomObject', name),
        hasField: (objectName, fieldName) => {
            const object = objects.named(objectName);
            const isInOrg = object !== undefined && fieldNamed(object, fieldName) !== undefined;
            return isInOrg || has('CustomField', `${objectName}.${fieldName}`);
        },
        fieldDefinition: (fullName) => byName.get(`CustomField ${fold(fullName)}`)?.root,
        hasBundle: (name) => has('LightningComponentBundle', name) || has('AuraDefinitionBundle', name)
    };
}

/** Salesforce compares names without regard to case. */
function fold(name: string): string {
    return name.toLowerCase();
}
