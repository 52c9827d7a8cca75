import ts from 'typescript';
import { withPrefix } from 'c/graphqlOrg';
import type { Check, Finding, Project } from './check.ts';
import { readMetadata } from './metadata/metadataFiles.ts';
import { bundlesOf, filesOf, lineAt, LWC, packageDirectories, textOf } from './projectFiles.ts';

/** The prefix of a package in the namespace that this check assumes. */
const PREFIX = 'swb__';

/** The room whose documents and answers get their prefix in one place, `inNamespace`. */
const PREFIXED_ROOM = 'graphqlOrg';

/** A custom name without a namespace. */
const CUSTOM_NAME = /(?<!\w)[A-Za-z](?:_?[A-Za-z0-9])*__[cr](?![a-z0-9])/;

/** Addresses whose name must have a prefix. A value in between, such as `/apex/${prefix}Page`, is one. */
const ADDRESS = /(?:\/apex\/|lightning\/n\/|lightning\/cmp\/)[A-Za-z]\w*/;

/** A parameter of an address, or a component, with the namespace of an unpackaged one (documented). */
const DEFAULT_NAMESPACE = /(?<!\w)c__\w+/;

/**
 * Whether Switchboard could be a managed package, in which the names of its objects, fields, flows, pages, and tabs
 * start with a namespace. What is imported from `@salesforce/schema` is resolved by the platform. Text isn't.
 */
export const namespace: Check = {
    name: 'namespace',
    promise: 'In a package with a namespace, no name would lack its prefix.',
    async run(project) {
        const names = ownNames(project);
        const texts = bundlesOf(project).flatMap(({ name, folder, files }) =>
            files
                .filter((file) => file.endsWith('.js'))
                .flatMap((file) =>
                    textsOf(textOf(project, `${folder}/${file}`)).map((each) => ({
                        ...each,
                        room: name,
                        file: `${folder}/${file}`
                    }))
                )
        );
        return {
            seen: `${texts.length} texts, ${names.size} names`,
            findings: [
                ...texts.flatMap(({ file, line, ...text }) =>
                    problemsOf(text, names).map((sentence) => ({ file, line, sentence }))
                ),
                ...doorFindings(project),
                ...markupFindings(project)
            ]
        };
    }
};

/** Names of this project that a namespace would change: API names, and the relationships of lookups. */
function ownNames(project: Project): Set<string> {
    const names = readMetadata(project).files.flatMap(({ type, fullName }) => {
        const name = fullName.split('.').at(-1)!;
        switch (type) {
            case 'CustomObject':
            case 'CustomField':
                return [name, name.replace(/__c$/, '__r')];
            case 'Flow':
            case 'ApexPage':
                return [name];
            default:
                return [];
        }
    });
    return new Set(names);
}

interface Text {
    text: string;
    line: number;
    /** Whether it's the whole text, and not what is before or after a value. */
    isWhole: boolean;
}

/** Every piece of text of a module that isn't an import: literals, names of properties, and parts of templates. */
function textsOf(code: string): Text[] {
    const source = ts.createSourceFile('module.js', code, ts.ScriptTarget.ESNext, true);
    const found: Text[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
        const isPart = ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
        const isName = ts.isIdentifier(node) && /__[cr]$/.test(node.text);
        if (isPart || isName || ts.isStringLiteralLike(node))
            found.push({ text: node.text, line: lineAt(code, node.getStart(source)), isWhole: !isPart });
        ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
}

function problemsOf(
    { text, room, isWhole }: Omit<Text, 'line'> & { room: string },
    names: ReadonlySet<string>
): string[] {
    const problems: string[] = [];
    const address = ADDRESS.exec(text)?.[0];
    if (address) problems.push(`${address} lacks a prefix: put the namespace's between, as in /apex/\${prefix}Page.`);
    const parameter = DEFAULT_NAMESPACE.exec(text)?.[0];
    if (parameter && !address)
        problems.push(`${parameter} starts with c__, but a package has its own namespace there.`);
    if (room === PREFIXED_ROOM) {
        const prefixed = withPrefix(text, PREFIX);
        for (const name of names)
            if (/__[cr]$/.test(name) && new RegExp(`(?<!${PREFIX})(?<!\\w)${name}`).test(prefixed))
                problems.push(`${name} lacks the prefix ${PREFIX}, also after withPrefix.`);
        return problems;
    }
    const custom = CUSTOM_NAME.exec(text)?.[0];
    if (custom && !parameter)
        problems.push(
            `${custom} lacks a prefix. Name it in ${PREFIXED_ROOM} only, or import it from @salesforce/schema.`
        );
    if (isWhole && names.has(text) && !custom) problems.push(`${text} lacks a prefix. Put the namespace's before it.`);
    return problems;
}

/** The prefix comes from the platform, by an import that it resolves, and every document goes through `inNamespace`. */
function doorFindings(project: Project): Finding[] {
    const makers = filesOf(project, `${LWC}/*/*.js`).filter((file) => /\bgraphqlOrg\(/.test(textOf(project, file)));
    return makers
        .filter((file) => !file.startsWith(`${LWC}/${PREFIXED_ROOM}/`))
        .filter((file) => {
            const code = textOf(project, file);
            return !/from '@salesforce\/schema\/\w+__c'/.test(code) || !/\bgraphqlOrg\(\s*inNamespace\(/.test(code);
        })
        .map((file) => ({ file, sentence: 'It makes an org without inNamespace and a name from @salesforce/schema.' }));
}

/** Visualforce doesn't replace `c` (documented), and an address of a custom link is text. */
function markupFindings(project: Project): Finding[] {
    return packageDirectories(project).flatMap((directory) => [
        ...filesOf(project, `${directory}/**/*.page`).flatMap((file) =>
            linesWith(project, file, /(?<!own\()['"]c:\w+/).map((line) => ({
                file,
                line,
                sentence: "A package's page must name its components by its own namespace: own('c:…')."
            }))
        ),
        ...filesOf(project, `${directory}/**/*.webLink-meta.xml`).flatMap((file) =>
            linesWith(project, file, /<url>.*(\/apex\/|lightning\/n\/)/).map((line) => ({
                file,
                line,
                sentence: 'Its address lacks a prefix. Use {!URLFOR($Page.…)}, which has one.'
            }))
        )
    ]);
}

function linesWith(project: Project, file: string, pattern: RegExp): number[] {
    const lines = textOf(project, file).split('\n');
    return lines.flatMap((text, index) => (pattern.test(text) ? [index + 1] : []));
}
