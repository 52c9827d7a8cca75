import type { ObjectTable } from '../objects/objectTable.ts';
import { fieldNamed } from '../objects/objectTable.ts';
import type { Component } from './component.ts';
import { text } from './xml.ts';

/** What a component may name: what the package holds, and what the org has already. */
export interface Known {
    has(type: string, name: string): boolean;
    hasObject(name: string): boolean;
    /** `User.CallCenterId`, `CallCenterProfile__c.Kind__c`. */
    hasField(objectName: string, fieldName: string): boolean;
    /** Whether a field of the package must always have a value: permission sets cannot speak of it. */
    isRequired(fullName: string): boolean;
    /** A component of either framework. */
    hasBundle(name: string): boolean;
}

/** The org has objects and fields; of everything else it has only what the package brings. */
export function knownTo(objects: ObjectTable, components: readonly Component[]): Known {
    const names = new Set(components.map(({ type, name }) => `${type} ${name.toLowerCase()}`));
    const required = new Set(
        components
            .filter(
                ({ type, root }) =>
                    type === 'CustomField' &&
                    (text(root, 'required') === 'true' || text(root, 'type') === 'MasterDetail')
            )
            .map(({ name }) => name)
    );
    const has = (type: string, name: string) => names.has(`${type} ${name.toLowerCase()}`);
    return {
        has,
        hasObject: (name) => objects.named(name) !== undefined || has('CustomObject', name),
        hasField: (objectName, fieldName) => {
            const object = objects.named(objectName);
            const isStandard = object !== undefined && fieldNamed(object, fieldName) !== undefined;
            return isStandard || has('CustomField', `${objectName}.${fieldName}`);
        },
        isRequired: (fullName) => required.has(fullName),
        hasBundle: (name) => has('LightningComponentBundle', name) || has('AuraDefinitionBundle', name)
    };
}
