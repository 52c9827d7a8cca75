import type { Finding, Project } from '../check.ts';
import { filesOf, packageDirectories, textOf } from '../projectFiles.ts';
import { readXml, XmlFault, type Element } from './readXml.ts';

/** A metadata file: what it describes, by type and full name. */
export interface MetadataFile {
    path: string;
    type: string;
    /** As a manifest names it: `Switchboard_Admin`, `CallCenterMove__c.Run__c`. */
    fullName: string;
    root: Element;
}

/** Suffix before `-meta.xml`, folder it lies in, root element. Documented: metadata type reference. */
const KINDS: readonly { suffix: string; folder: string; type: string; bundle?: true }[] = [
    { suffix: 'app', folder: 'applications', type: 'CustomApplication' },
    { suffix: 'app', folder: 'aura', type: 'AuraDefinitionBundle', bundle: true },
    { suffix: 'callCenter', folder: 'callCenters', type: 'CallCenter' },
    { suffix: 'customPermission', folder: 'customPermissions', type: 'CustomPermission' },
    { suffix: 'field', folder: 'fields', type: 'CustomField' },
    { suffix: 'flow', folder: 'flows', type: 'Flow' },
    { suffix: 'js', folder: 'lwc', type: 'LightningComponentBundle', bundle: true },
    { suffix: 'labels', folder: 'labels', type: 'CustomLabels' },
    { suffix: 'object', folder: 'objects', type: 'CustomObject', bundle: true },
    { suffix: 'page', folder: 'pages', type: 'ApexPage' },
    { suffix: 'permissionset', folder: 'permissionsets', type: 'PermissionSet' },
    { suffix: 'tab', folder: 'tabs', type: 'CustomTab' }
];

export interface ReadMetadata {
    files: MetadataFile[];
    findings: Finding[];
}

const memory = new WeakMap<Project, ReadMetadata>();

/** Every `-meta.xml` of the package directories; findings for those that cannot be read or placed. */
export function readMetadata(project: Project): ReadMetadata {
    const known = memory.get(project);
    if (known) return known;
    const read: ReadMetadata = { files: [], findings: [] };
    for (const directory of packageDirectories(project))
        for (const path of filesOf(project, `${directory}/**/*-meta.xml`)) readOne(project, path, read);
    memory.set(project, read);
    return read;
}

function readOne(project: Project, path: string, read: ReadMetadata): void {
    const folders = path.split('/');
    const file = folders.pop()!;
    const [, name, suffix] = /^(.+)\.(\w+)-meta\.xml$/.exec(file) ?? [];
    const kind = KINDS.find((one) => one.suffix === suffix && folders.at(one.bundle ? -2 : -1) === one.folder);
    if (!kind || !name) {
        read.findings.push({ file: path, sentence: 'No metadata type that is known here lies in such a place.' });
        return;
    }
    if (kind.bundle && folders.at(-1) !== name)
        read.findings.push({ file: path, sentence: `It lies in the folder ${folders.at(-1)}, not ${name}.` });
    try {
        const root = readXml(textOf(project, path));
        if (root.name !== kind.type)
            read.findings.push({
                file: path,
                line: root.line,
                sentence: `Its root is ${root.name}, not ${kind.type}.`
            });
        else read.files.push({ path, type: kind.type, fullName: fullNameOf(kind.type, name, folders), root });
    } catch (error) {
        if (!(error instanceof XmlFault)) throw error;
        read.findings.push({ file: path, line: error.line, sentence: error.message });
    }
}

function fullNameOf(type: string, name: string, folders: string[]): string {
    return type === 'CustomField' ? `${folders.at(-2)}.${name}` : name;
}
