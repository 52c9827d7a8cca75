import { createRequire } from 'node:module';
import { METADATA_NAMESPACE, readXml, type Element } from '../../metadata/xml.ts';
import type { Finding, Project } from '../check.ts';
import { filesOf, packageDirectories, textOf } from '../projectFiles.ts';

/** A metadata file and the component it describes. */
export interface MetadataFile {
    path: string;
    type: string;
    /** As a manifest names it: `Switchboard_Admin`, `CallCenterMove__c.Run__c`. */
    fullName: string;
    root: Element;
}

export interface ProjectMetadata {
    files: MetadataFile[];
    findings: Finding[];
}

const cache = new WeakMap<Project, ProjectMetadata>();

/** Every `-meta.xml` file of the package directories, with findings for files that can't be read or are misplaced. */
export function readMetadata(project: Project): ProjectMetadata {
    const known = cache.get(project);
    if (known) return known;
    const read: ProjectMetadata = { files: [], findings: [] };
    for (const directory of packageDirectories(project))
        for (const path of filesOf(project, `${directory}/**/*-meta.xml`)) {
            const result = readFile(project, path);
            if ('sentence' in result) read.findings.push(result);
            else read.files.push(result);
        }
    cache.set(project, read);
    return read;
}

function readFile(project: Project, path: string): MetadataFile | Finding {
    const folders = path.split('/');
    const [, name, suffix] = /^(.+)\.(\w+)-meta\.xml$/.exec(folders.pop()!) ?? [];
    const type = name && suffix ? typeAt(folders, suffix) : undefined;
    if (!type || !name) return { file: path, sentence: 'No metadata type keeps such a file in this folder.' };
    const folder = folders.at(-1)!;
    if (type.isFolder && folder !== name)
        return { file: path, sentence: `It's in the folder ${folder}, but its name is ${name}.` };

    const text = textOf(project, path);
    const read = readXml(text);
    if ('fault' in read) return { file: path, line: read.fault.line, sentence: read.fault.message };
    const { root, namespace } = read;
    const sentence = documentProblem(text, root, namespace, type.name);
    if (sentence) return { file: path, line: root.line, sentence };
    return { path, type: type.name, fullName: type.isChild ? `${folders.at(-2)}.${name}` : name, root };
}

/** A retrieve writes the declaration, so a file without it would change with the first retrieve. */
function documentProblem(text: string, root: Element, namespace: string | undefined, type: string): string | null {
    if (!/^<\?xml [^>]*encoding="UTF-8"/i.test(text)) return "It doesn't start with an XML declaration.";
    if (namespace !== METADATA_NAMESPACE) return `<${root.name}> is not in the namespace ${METADATA_NAMESPACE}.`;
    return root.name === type ? null : `Its root element is ${root.name}, not ${type}.`;
}

interface FileType {
    name: string;
    /** Whether each component has a folder of its own. */
    isFolder: boolean;
    /** Whether the component is part of another one, as a field is of an object. */
    isChild: boolean;
}

/** What is used of a type in the registry of source-deploy-retrieve. */
interface RegistryType {
    name: string;
    directoryName: string;
    suffix?: string;
    strictDirectoryName?: boolean;
    children?: { types: Record<string, RegistryType> };
}

/** The type of a file in this folder with this suffix, according to the library that deploys it. */
function typeAt(folders: readonly string[], suffix: string): FileType | undefined {
    for (const type of registryTypes()) {
        const isFolder = type.strictDirectoryName === true;
        // A bundle's type has no suffix: its folder decides.
        const hasSuffix = type.suffix === undefined ? isFolder : type.suffix === suffix;
        if (hasSuffix && folders.at(isFolder ? -2 : -1) === type.directoryName)
            return { name: type.name, isFolder, isChild: false };
        const child = Object.values(type.children?.types ?? {}).find(
            (each) => each.suffix === suffix && folders.at(-1) === each.directoryName
        );
        if (child && folders.at(-3) === type.directoryName) return { name: child.name, isFolder: false, isChild: true };
    }
    return undefined;
}

/** The library takes a second to load, so only a check that reads metadata loads it. */
function registryTypes(): RegistryType[] {
    const { registry } = createRequire(import.meta.url)('@salesforce/source-deploy-retrieve');
    return Object.values(registry.types);
}
