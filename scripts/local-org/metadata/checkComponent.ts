import { isCustomFieldType, missingElements, refusedElements, valueProblems } from '../../metadata/fieldTypes.ts';
import { nameProblem, repeatedIndexes } from '../../metadata/names.ts';
import { unmetDependencies } from '../../metadata/permissions.ts';
import { brokenReferences, type BrokenReference } from '../../metadata/references.ts';
import { missingRequired } from '../../metadata/shapes.ts';
import { child, childrenOf, childText, type Element } from '../../metadata/xml.ts';
import { checkAura, checkLwc, checkPage } from './checkCode.ts';
import type { Component } from './component.ts';
import type { PackageInventory } from './packageInventory.ts';

/** Required elements whose absence has a message of its own. */
const OWN_MESSAGE = ['fullName', 'nameField', 'type'];

/** What is wrong with a component, in Salesforce's own words where they are public. */
export function problemsOf(component: Component, inventory: PackageInventory): string[] {
    const { type, name, root } = component;
    // An object or field of Salesforce itself: a package holds only what it changes.
    if ((type === 'CustomObject' || type === 'CustomField') && !name.endsWith('__c')) return [];
    const ownName = name.split('.').at(-1) ?? '';
    return [
        ...[nameProblem(type, ownName)].filter((problem) => problem !== null),
        ...missingRequired(root, type)
            .filter((element) => !OWN_MESSAGE.includes(element))
            .map((element) => `Required field is missing: ${element}`),
        ...brokenReferences(type, root, inventory).map(referenceProblem),
        ...typeProblems(component, inventory)
    ];
}

function typeProblems(component: Component, inventory: PackageInventory): string[] {
    const { type, root } = component;
    switch (type) {
        case 'CustomObject':
            return checkObject(root);
        case 'CustomField':
            return checkField(root);
        case 'CustomLabels':
            return repeated(childrenOf(root, 'labels'));
        case 'PermissionSet':
            return checkPermissionSet(root);
        case 'FlowDefinition':
            return checkFlowDefinition(component, inventory);
        case 'ApexPage':
            return checkPage(component, inventory);
        case 'LightningComponentBundle':
            return checkLwc(component, inventory);
        case 'AuraDefinitionBundle':
            return checkAura(component, inventory);
        default:
            return [];
    }
}

function checkObject(root: Element): string[] {
    const nameField = child(root, 'nameField');
    const type = nameField && childText(nameField, 'type');
    const isNamed = type === 'Text' || type === 'AutoNumber';
    return [
        ...(isNamed ? [] : ['Must specify a nameField of type Text or AutoNumber']),
        ...repeated(childrenOf(root, 'fields'))
    ];
}

/** The words for elements that are missing or not allowed come from public reports of deployments. */
function checkField(root: Element): string[] {
    const type = childText(root, 'type');
    if (type === undefined || !isCustomFieldType(type)) return [`Invalid field type: ${type ?? 'none'}`];
    return [
        ...missingElements(root).map((name) => `Must specify '${name}' for a CustomField of type ${type}`),
        ...refusedElements(root).map((name) => `Can not specify '${name}' for a CustomField of type ${type}`),
        ...valueProblems(root)
    ];
}

/** Names of object permissions as error messages use them. */
const PERMISSION_NAMES: Readonly<Record<string, string>> = {
    allowCreate: 'Create',
    allowDelete: 'Delete',
    allowEdit: 'Edit',
    allowRead: 'Read',
    modifyAllRecords: 'Modify All',
    viewAllRecords: 'View All'
};

function checkPermissionSet(root: Element): string[] {
    return unmetDependencies(root).map(({ object, permission, required }) => {
        const words = (name: string) => `${PERMISSION_NAMES[name]} ${object}`;
        return `Permission ${words(permission)} depends on permission(s): ${required.map(words).join(', ')}`;
    });
}

/** A definition only says which version of a flow is active. The embedded org keeps one version. Observed words. */
function checkFlowDefinition({ name, root }: Component, inventory: PackageInventory): string[] {
    if (!inventory.has('Flow', name)) return ["You can't create a flow definition directly through the API."];
    const version = childText(root, 'activeVersionNumber') ?? '0';
    return version === '0' || version === '1' ? [] : [`Invalid version number: ${version}`];
}

/** Words from public reports of deployments. */
function referenceProblem({ element, type, name, reason }: BrokenReference): string {
    if (reason === 'always readable') return `You cannot deploy to a required field: ${name}`;
    if (element === 'referenceTo') return `referenceTo value of '${name}' does not resolve to a valid sObject type`;
    return `In field: ${type} - no ${type} named ${name} found`;
}

function repeated(parts: readonly Element[]): string[] {
    const names = parts.map((part) => childText(part, 'fullName') ?? '');
    return [...new Set(repeatedIndexes(names).map((index) => names[index]))].map((name) => `Duplicate name: ${name}`);
}
