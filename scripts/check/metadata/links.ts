import type { Check, Finding, Project } from '../check.ts';
import { schemaOf } from '../schema.ts';
import { flowFindings } from './flowLinks.ts';
import { readMetadata, type MetadataFile } from './metadataFiles.ts';
import { pageFindings } from './pageLinks.ts';
import { permissionLinks, ungranted } from './permissionLinks.ts';
import { child, childrenOf, childText } from './readXml.ts';

/** What the components of a project may lean on. */
export interface Web {
    files: readonly MetadataFile[];
    schema: ReadonlyMap<string, ReadonlySet<string>>;
    /** Whether the project has such a component. */
    has(type: string, fullName: string): boolean;
}

/** No component names another that an org would not have. */
export const links: Check = {
    name: 'links',
    promise: 'Tabs, apps, permission sets, flows, pages and fields name only what is there.',
    async run(project) {
        const { files } = readMetadata(project);
        const names = new Set(files.map(({ type, fullName }) => `${type} ${fullName}`));
        const web: Web = {
            files,
            schema: schemaOf(project),
            has: (type, fullName) => names.has(`${type} ${fullName}`)
        };
        return {
            seen: `${files.length} files`,
            findings: [...files.flatMap((file) => fileFindings(project, file, web)), ...ungranted(web)]
        };
    }
};

function fileFindings(project: Project, file: MetadataFile, web: Web): Finding[] {
    switch (file.type) {
        case 'CustomApplication':
            return appFindings(file, web);
        case 'CustomTab':
            return tabFindings(file, web);
        case 'CustomField':
            return fieldFindings(file, web);
        case 'PermissionSet':
            return permissionLinks(file, web);
        case 'Flow':
            return flowFindings(file, web);
        case 'ApexPage':
        case 'AuraDefinitionBundle':
            return pageFindings(project, file, web);
        default:
            return [];
    }
}

function appFindings({ path, root }: MetadataFile, web: Web): Finding[] {
    const tabs = childrenOf(root, 'tabs').filter(
        ({ text }) => !text.startsWith('standard-') && !web.has('CustomTab', text)
    );
    const bar = child(root, 'utilityBar');
    return [
        ...tabs.map(({ line, text }) => ({ file: path, line, sentence: `There is no tab ${text}.` })),
        ...(bar ? [{ file: path, line: bar.line, sentence: `There is no utility bar ${bar.text}.` }] : [])
    ];
}

/** What a tab may show; exactly one of them. */
const SHOWN = ['auraComponent', 'customObject', 'flexiPage', 'lwcComponent', 'page', 'url'];

function tabFindings({ path, fullName, root }: MetadataFile, web: Web): Finding[] {
    const shown = root.children.filter(({ name }) => SHOWN.includes(name));
    const at = (line: number, sentence: string): Finding[] => [{ file: path, line, sentence }];
    if (shown.length !== 1) return at(root.line, 'A tab shows exactly one thing.');
    const [{ name, text, line }] = shown as [(typeof shown)[number]];
    if (name !== 'customObject' && !childText(root, 'label')) return at(root.line, 'Such a tab needs a label.');
    if (name === 'page') return web.has('ApexPage', text) ? [] : at(line, `There is no page ${text}.`);
    if (name === 'customObject')
        return web.has('CustomObject', fullName) ? [] : at(line, `There is no object ${fullName}.`);
    if (name !== 'lwcComponent') return at(line, `Nothing in this project is a ${name} ${text}.`);
    const bundle = web.files.find((file) => file.type === 'LightningComponentBundle' && file.fullName === text);
    if (!bundle) return at(line, `There is no bundle ${text}.`);
    const targets = child(bundle.root, 'targets');
    const isTab = targets && childrenOf(targets, 'target').some((target) => target.text === 'lightning__Tab');
    return isTab ? [] : at(line, `The bundle ${text} has no target lightning__Tab.`);
}

function fieldFindings({ path, fullName, root }: MetadataFile, web: Web): Finding[] {
    const [object] = fullName.split('.');
    const to = child(root, 'referenceTo');
    const relation = childText(root, 'relationshipName');
    const rivals = web.files.filter(
        (file) =>
            file.type === 'CustomField' &&
            relation !== undefined &&
            childText(file.root, 'relationshipName') === relation &&
            childText(file.root, 'referenceTo') === to?.text
    );
    return [
        ...(web.has('CustomObject', object!) ? [] : [{ file: path, sentence: `There is no object ${object}.` }]),
        ...(to && !web.schema.has(to.text)
            ? [{ file: path, line: to.line, sentence: `There is no object ${to.text}.` }]
            : []),
        ...(rivals.length > 1 ? [{ file: path, sentence: `${to?.text} has more than one relation ${relation}.` }] : [])
    ];
}
