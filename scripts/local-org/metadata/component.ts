import { METADATA_TYPES, PART_TYPES, type MetadataTypeName } from '../../metadata/metadataTypes.ts';
import { childrenOf, childText, METADATA_NAMESPACE, readXml, type Element } from '../../metadata/xml.ts';
import { UNCHECKED_PARTS } from './uncheckedParts.ts';
import type { Files } from './zipFiles.ts';

type CheckedType = (typeof METADATA_TYPES)[number];

export interface Problem {
    words: string;
    /** Position in the component's own file, if known. */
    line?: number;
    column?: number;
    /** It can't be deleted, because the org doesn't have it. Salesforce calls that a warning. */
    isNotFound?: boolean;
}

/** One component of a package: its files, and what is wrong with it. */
export interface Component {
    type: string;
    name: string;
    /** The file that represents it in messages. */
    file: string;
    /** All its files, by path. */
    files: Files;
    /** The root of its metadata file. Has no children if the file is missing or isn't well-formed. */
    root: Element;
    problems: Problem[];
    /** What the embedded org accepts without a check. */
    unchecked: string;
}

/** The components of all types that are checked, each followed by its parts. */
export function findComponents(files: Files): Component[] {
    return METADATA_TYPES.flatMap((type) =>
        type.suffix === null ? bundles(files, type) : single(files, type, `.${type.suffix}`)
    );
}

export function emptyElement(name: string): Element {
    return { name, line: 1, text: '', children: [] };
}

function single(files: Files, type: CheckedType, ending: string): Component[] {
    const paths = [...files.keys()].filter((path) => path.startsWith(`${type.folder}/`) && path.endsWith(ending));
    return paths.flatMap((path) => {
        const meta = type.hasContent ? `${path}-meta.xml` : path;
        const own = new Map([...files].filter(([each]) => each === path || each === meta));
        const component = withXml(type.name, path.slice(type.folder.length + 1, -ending.length), path, own, meta);
        if (!files.has(meta)) component.problems.push({ words: `${meta} is missing` });
        return [component, ...partsOf(component)];
    });
}

function bundles(files: Files, type: CheckedType): Component[] {
    const names = new Set(
        [...files.keys()].filter((path) => path.startsWith(`${type.folder}/`)).map((path) => path.split('/')[1] ?? '')
    );
    return [...names].map((name) => {
        const own = new Map([...files].filter(([path]) => path.startsWith(`${type.folder}/${name}/`)));
        const meta = [...own.keys()].find((path) => path.endsWith('-meta.xml'));
        const main =
            type.name === 'LightningComponentBundle'
                ? `${type.folder}/${name}/${name}.js`
                : (meta ?? '').replace(/-meta\.xml$/, '');
        const component = withXml(type.name, name, main || `${type.folder}/${name}`, own, meta ?? '');
        if (meta === undefined)
            component.problems.push({ words: `Cannot find Lightning Component Bundle metadata file of ${name}` });
        return component;
    });
}

function withXml(type: MetadataTypeName, name: string, file: string, files: Files, meta: string): Component {
    const unchecked = UNCHECKED_PARTS[type];
    const component: Component = { type, name, file, files, root: emptyElement(type), problems: [], unchecked };
    const content = files.get(meta);
    if (content === undefined) return component;
    const read = readXml(content);
    if ('fault' in read) {
        const { message, line, column } = read.fault;
        component.problems.push({ words: `Error parsing file: ${message}`, line, column });
        return component;
    }
    const { root, namespace } = read;
    const at = { line: root.line, column: 1 };
    if (root.name === type) component.root = root;
    else component.problems.push({ words: `Element ${root.name} invalid at this location in type ${type}`, ...at });
    if (namespace !== METADATA_NAMESPACE)
        component.problems.push({
            words: `Error parsing file: ${root.name} is not in the namespace ${METADATA_NAMESPACE}`,
            ...at
        });
    return component;
}

/** Fields of an object and labels of a file are components of their own. */
function partsOf(whole: Component): Component[] {
    const { type: owner, file, files, unchecked } = whole;
    return PART_TYPES.filter((part) => part.owner === owner).flatMap(({ name: type, element, isQualified }) =>
        childrenOf(whole.root, element).map((root) => {
            const fullName = childText(root, 'fullName') ?? '';
            const name = isQualified ? `${whole.name}.${fullName}` : fullName;
            const problems = fullName === '' ? [{ words: 'Required field is missing: fullName' }] : [];
            return { type, name, file, files, root, problems, unchecked };
        })
    );
}
