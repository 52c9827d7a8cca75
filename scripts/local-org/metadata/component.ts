import { CHECKED_TYPES, checkedType, type CheckedType } from './types.ts';
import { children, readXml, text, type XmlElement } from './xml.ts';
import type { Files } from './zipFiles.ts';

export interface Problem {
    words: string;
    /** In the component's own file, where it is known. */
    line?: number;
    column?: number;
}

/** One component of a package: its files, and what is wrong with it. */
export interface Component {
    type: string;
    name: string;
    /** The file it is known by. */
    file: string;
    /** All its files by their path. */
    files: Files;
    /** Of its metadata file; empty where that is missing or not well formed. */
    root: XmlElement;
    problems: Problem[];
    /** What was not looked at. */
    unchecked: string;
}

/** The components whose types are checked, with those of their parts. */
export function findComponents(files: Files): Component[] {
    return CHECKED_TYPES.flatMap((type) =>
        type.suffix === null ? bundles(files, type) : single(files, type, type.suffix)
    );
}

function single(files: Files, type: CheckedType, suffix: string): Component[] {
    const paths = [...files.keys()].filter((path) => path.startsWith(`${type.folder}/`) && path.endsWith(suffix));
    return paths.flatMap((path) => {
        const meta = type.hasMeta ? `${path}-meta.xml` : path;
        const own = new Map([...files].filter(([each]) => each === path || each === meta));
        const component = withXml(type, path.slice(type.folder.length + 1, -suffix.length), path, own, meta);
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
        const component = withXml(type, name, main || `${type.folder}/${name}`, own, meta ?? '');
        if (meta === undefined)
            component.problems.push({ words: `Cannot find Lightning Component Bundle metadata file of ${name}` });
        return component;
    });
}

function withXml(type: CheckedType, name: string, file: string, files: Files, meta: string): Component {
    const component: Component = {
        type: type.name,
        name,
        file,
        files,
        root: {},
        problems: [],
        unchecked: type.unchecked
    };
    const content = files.get(meta);
    if (content === undefined) return component;
    const read = readXml(content);
    if ('fault' in read) {
        const { words, line, column } = read.fault;
        component.problems.push({ words: `Error parsing file: ${words}`, line, column });
        return component;
    }
    const { name: root, root: element } = read;
    if (root === type.name) component.root = element;
    else
        component.problems.push({
            words: `Element ${root} invalid at this location in type ${type.name}`,
            line: 1,
            column: 1
        });
    return component;
}

/** Fields of an object and labels of a file: components of their own. */
function partsOf(whole: Component): Component[] {
    const [type, list] = whole.type === 'CustomObject' ? ['CustomField', 'fields'] : ['CustomLabel', 'labels'];
    if (whole.type !== 'CustomObject' && whole.type !== 'CustomLabels') return [];
    return children(whole.root, list).map((root) => {
        const name = text(root, 'fullName') ?? '';
        const fullName = whole.type === 'CustomObject' ? `${whole.name}.${name}` : name;
        const problems = name === '' ? [{ words: 'Required field is missing: fullName' }] : [];
        const unchecked = checkedType(whole.type)?.unchecked ?? '';
        return { type, name: fullName, file: whole.file, files: whole.files, root, problems, unchecked };
    });
}
