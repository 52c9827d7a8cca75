import { brokenReferences, type BrokenReference } from '../../metadata/references.ts';
import { child, childrenOf, childText } from '../../metadata/xml.ts';
import type { Check, Finding, Project } from '../check.ts';
import { flowFindings } from './flowLinks.ts';
import type { MetadataFile } from './metadataFiles.ts';
import { pageFindings } from './pageLinks.ts';
import { permissionFindings, ungrantedFields } from './permissionLinks.ts';
import { projectInventory, type ProjectInventory } from './projectInventory.ts';

/** No component refers to something that an org wouldn't have. */
export const links: Check = {
    name: 'links',
    promise: 'Tabs, apps, permission sets, flows, pages, and fields refer only to what exists.',
    async run(project) {
        const inventory = projectInventory(project);
        const { files } = inventory;
        return {
            seen: `${files.length} files`,
            findings: [
                ...files.flatMap((file) => fileFindings(project, file, inventory)),
                ...ungrantedFields(inventory)
            ]
        };
    }
};

function fileFindings(project: Project, file: MetadataFile, inventory: ProjectInventory): Finding[] {
    const { path, type, root } = file;
    const broken = brokenReferences(type, root, inventory).map((reference) => ({
        file: path,
        line: reference.line,
        sentence: sentenceOf(type, reference)
    }));
    return [...broken, ...typeFindings(project, file, inventory)];
}

const NOUNS: Readonly<Record<string, string>> = {
    ApexPage: 'page',
    AuraDefinitionBundle: 'Aura bundle',
    CustomField: 'field',
    CustomObject: 'object',
    CustomTab: 'tab',
    LightningComponentBundle: 'bundle'
};

function sentenceOf(owner: string, { type, name, reason }: BrokenReference): string {
    if (reason === 'always readable') return `${name} comes with its object, so it can't be granted.`;
    // Permission sets can name components of many types, so the type is clearer than a noun.
    const isPlain = owner !== 'PermissionSet' || type === 'CustomObject' || type === 'CustomField';
    return `There is no ${isPlain ? (NOUNS[type] ?? type) : type} ${name}.`;
}

function typeFindings(project: Project, file: MetadataFile, inventory: ProjectInventory): Finding[] {
    switch (file.type) {
        case 'CustomApplication':
            return appFindings(file);
        case 'CustomTab':
            return tabFindings(file, inventory);
        case 'CustomField':
            return fieldFindings(file, inventory);
        case 'PermissionSet':
            return permissionFindings(file);
        case 'Flow':
            return flowFindings(file, inventory);
        case 'ApexPage':
        case 'AuraDefinitionBundle':
            return pageFindings(project, file, inventory);
        default:
            return [];
    }
}

/** This project has no utility bars, so any that an app names is missing. */
function appFindings({ path, root }: MetadataFile): Finding[] {
    return childrenOf(root, 'utilityBar').map(({ line, text }) => ({
        file: path,
        line,
        sentence: `There is no utility bar ${text}.`
    }));
}

/** What a tab can show. It shows exactly one of them. */
const TAB_CONTENT = ['auraComponent', 'customObject', 'flexiPage', 'lwcComponent', 'page', 'url'];

function tabFindings({ path, fullName, root }: MetadataFile, inventory: ProjectInventory): Finding[] {
    const [shown, ...others] = root.children.filter(({ name }) => TAB_CONTENT.includes(name));
    const at = (line: number, sentence: string): Finding[] => [{ file: path, line, sentence }];
    if (!shown || others.length > 0) return at(root.line, 'A tab must show exactly one thing.');
    const { name, text, line } = shown;
    if (name !== 'customObject' && !childText(root, 'label')) return at(root.line, 'The tab needs a label.');
    switch (name) {
        case 'page':
            return [];
        case 'customObject':
            return inventory.has('CustomObject', fullName) ? [] : at(line, `There is no object ${fullName}.`);
        case 'lwcComponent': {
            const bundle = inventory.find('LightningComponentBundle', text);
            const targets = bundle && child(bundle.root, 'targets');
            const isTab = targets && childrenOf(targets, 'target').some((target) => target.text === 'lightning__Tab');
            return !bundle || isTab ? [] : at(line, `The bundle ${text} has no target lightning__Tab.`);
        }
        default:
            return at(line, `The project has no ${name} ${text}.`);
    }
}

function fieldFindings({ path, fullName, root }: MetadataFile, inventory: ProjectInventory): Finding[] {
    const [object = ''] = fullName.split('.');
    const target = childText(root, 'referenceTo');
    const relationship = childText(root, 'relationshipName');
    const sameName = inventory.files.filter(
        (file) =>
            file.type === 'CustomField' &&
            relationship !== undefined &&
            childText(file.root, 'relationshipName') === relationship &&
            childText(file.root, 'referenceTo') === target
    );
    return [
        ...(inventory.has('CustomObject', object) ? [] : [{ file: path, sentence: `There is no object ${object}.` }]),
        ...(sameName.length > 1
            ? [{ file: path, sentence: `${target} has more than one relationship ${relationship}.` }]
            : [])
    ];
}
