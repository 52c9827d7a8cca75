import { checkAura, checkLwc, checkPage } from './checkCode.ts';
import type { Component } from './component.ts';
import type { Known } from './known.ts';
import { children, deepTexts, text, texts } from './xml.ts';

/** Field types that a custom field can have here; the org itself knows more (documented). */
const FIELD_TYPES = [
    'AutoNumber',
    'Checkbox',
    'Currency',
    'Date',
    'DateTime',
    'Email',
    'Html',
    'Lookup',
    'LongTextArea',
    'MasterDetail',
    'MultiselectPicklist',
    'Number',
    'Percent',
    'Phone',
    'Picklist',
    'Summary',
    'Text',
    'TextArea',
    'Time',
    'Url'
];

/** What is wrong with a component, in the words of Salesforce where they are public. */
export function problemsOf(component: Component, known: Known): string[] {
    const { root } = component;
    switch (component.type) {
        case 'CustomObject':
            return checkObject(component);
        case 'CustomField':
            return checkField(component, known);
        case 'CustomLabels':
            return repeated(children(root, 'labels').map((label) => text(label, 'fullName') ?? ''));
        case 'CustomLabel':
            return missing(component, ['value', 'language', 'shortDescription', 'protected']);
        case 'CustomTab':
            return checkTab(component, known);
        case 'CustomApplication':
            return [
                ...missing(component, ['label']),
                ...texts(root, 'tabs').flatMap((name) =>
                    name.startsWith('standard-') || known.has('CustomTab', name) ? [] : [notThere('CustomTab', name)]
                )
            ];
        case 'PermissionSet':
            return checkPermissionSet(component, known);
        case 'Flow':
            return [
                ...missing(component, ['label', 'processType']),
                ...[...deepTexts(root, 'object'), ...deepTexts(root, 'objectType')].flatMap((name) =>
                    known.hasObject(name) ? [] : [notThere('CustomObject', name)]
                )
            ];
        case 'ApexPage':
            return [...missing(component, ['apiVersion', 'label']), ...checkPage(component, known)];
        case 'LightningComponentBundle':
            return checkLwc(component, known);
        case 'AuraDefinitionBundle':
            return checkAura(component, known);
        default:
            return [];
    }
}

function checkObject(component: Component): string[] {
    if (!component.name.endsWith('__c')) return [];
    const nameField = children(component.root, 'nameField')[0];
    const type = nameField ? text(nameField, 'type') : null;
    const isNamed = type === 'Text' || type === 'AutoNumber';
    return [
        ...missing(component, ['label', 'pluralLabel', 'deploymentStatus', 'sharingModel']),
        ...(isNamed ? [] : ['Must specify a nameField of type Text or AutoNumber']),
        ...repeated(children(component.root, 'fields').map((field) => text(field, 'fullName') ?? ''))
    ];
}

function checkField({ root }: Component, known: Known): string[] {
    const type = text(root, 'type');
    if (type === null || !FIELD_TYPES.includes(type)) return [`Invalid field type: ${type ?? 'none'}`];
    const problems = text(root, 'label') === null ? ['Required field is missing: label'] : [];
    if (type === 'Text' && !/^\d+$/.test(text(root, 'length') ?? ''))
        problems.push('Must specify length for a Text field');
    if (type !== 'Lookup' && type !== 'MasterDetail') return problems;
    const target = text(root, 'referenceTo');
    if (target === null || !known.hasObject(target))
        problems.push(`referenceTo value of '${target ?? ''}' does not resolve to a valid sObject type`);
    if (type === 'MasterDetail' && text(root, 'relationshipName') === null)
        problems.push('Required field is missing: relationshipName');
    return problems;
}

function checkTab({ root }: Component, known: Known): string[] {
    const lwc = text(root, 'lwcComponent');
    const aura = text(root, 'auraComponent');
    const page = text(root, 'page');
    return [
        ...(text(root, 'motif') === null ? ['Required field is missing: motif'] : []),
        ...(lwc !== null && !known.has('LightningComponentBundle', lwc)
            ? [notThere('LightningComponentBundle', lwc)]
            : []),
        ...(aura !== null && !known.has('AuraDefinitionBundle', aura) ? [notThere('AuraDefinitionBundle', aura)] : []),
        ...(page !== null && !known.has('ApexPage', page) ? [notThere('ApexPage', page)] : [])
    ];
}

function checkPermissionSet(component: Component, known: Known): string[] {
    const { root } = component;
    const named = (list: string, name: string) => children(root, list).flatMap((entry) => text(entry, name) ?? []);
    const absent = (type: string, names: string[]) =>
        names.filter((name) => !known.has(type, name)).map((name) => notThere(type, name));
    return [
        ...missing(component, ['label']),
        ...named('objectPermissions', 'object').flatMap((name) =>
            known.hasObject(name) ? [] : [notThere('CustomObject', name)]
        ),
        ...named('fieldPermissions', 'field').flatMap((name) => {
            const [object = '', field = ''] = name.split('.');
            if (!known.hasField(object, field)) return [notThere('CustomField', name)];
            return known.isRequired(name) ? [`You cannot deploy to a required field: ${name}`] : [];
        }),
        ...absent(
            'CustomTab',
            named('tabSettings', 'tab').filter((name) => !name.startsWith('standard-'))
        ),
        ...absent(
            'CustomApplication',
            named('applicationVisibilities', 'application').filter((name) => !name.startsWith('standard__'))
        ),
        ...absent('ApexPage', named('pageAccesses', 'apexPage')),
        ...absent('Flow', named('flowAccesses', 'flow'))
    ];
}

function missing({ root }: Component, names: string[]): string[] {
    return names.filter((name) => (root[name] ?? []).length === 0).map((name) => `Required field is missing: ${name}`);
}

function repeated(names: string[]): string[] {
    const again = names.filter((name, place) => names.indexOf(name) !== place);
    return [...new Set(again)].map((name) => `Duplicate name: ${name}`);
}

/** Words as seen in public reports of deployments. */
export function notThere(type: string, name: string): string {
    return `In field: ${type} - no ${type} named ${name} found`;
}
