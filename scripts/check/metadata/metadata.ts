import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { missingElements, refusedElements, unwrittenElements, valueProblems } from '../../metadata/fieldTypes.ts';
import { nameProblem } from '../../metadata/names.ts';
import { childText, type Element } from '../../metadata/xml.ts';
import type { Check, Finding, Project } from '../check.ts';
import { apiVersionOf, bundlesOf } from '../projectFiles.ts';
import { bundleFindings } from './bundleRules.ts';
import { callCenterFindings } from './callCenterRules.ts';
import { checkShape, type ShapeFinding } from './checkShape.ts';
import { labelFindings } from './labelRules.ts';
import { readMetadata, type MetadataFile } from './metadataFiles.ts';
import { objectProblems } from './objectRules.ts';
import { permissionSetFindings } from './permissionSetRules.ts';

/** Each metadata file by itself: well-formed, with the name, elements, and values that its type requires. */
export const metadata: Check = {
    name: 'metadata',
    promise: 'The Metadata API accepts every metadata file.',
    async run(project) {
        const { files, findings } = readMetadata(project);
        return {
            seen: `${files.length} files`,
            findings: [
                ...findings,
                ...files.flatMap((file) => fileFindings(project, file, files)),
                ...bundlesWithoutConfiguration(project)
            ]
        };
    }
};

function fileFindings(project: Project, file: MetadataFile, files: MetadataFile[]): Finding[] {
    const { path, type, fullName, root } = file;
    const ownName = fullName.split('.').at(-1)!;
    const problems = [nameProblem(type, ownName), fullNameProblem(file, ownName), versionProblem(project, file)];
    return [
        ...atRoot(
            root,
            problems.filter((problem) => problem !== null)
        ),
        ...checkShape(root, type),
        ...typeFindings(project, file, files)
    ].map((finding) => ({ file: path, ...finding }));
}

function atRoot({ line }: Element, sentences: string[]): ShapeFinding[] {
    return sentences.map((sentence) => ({ line, sentence }));
}

function fullNameProblem({ type, root }: MetadataFile, ownName: string): string | null {
    const fullName = childText(root, 'fullName');
    return type !== 'CustomField' || fullName === ownName
        ? null
        : `Its <fullName> is ${fullName}, but its file is named ${ownName}.`;
}

/** Components with different API versions can behave differently, so the whole project has one version. */
function versionProblem(project: Project, { root }: MetadataFile): string | null {
    const version = childText(root, 'apiVersion');
    const expected = apiVersionOf(project);
    return version === undefined || version === expected
        ? null
        : `Its API version is ${version}, the project’s ${expected}.`;
}

function typeFindings(
    project: Project,
    { path, type, fullName, root }: MetadataFile,
    files: MetadataFile[]
): ShapeFinding[] {
    switch (type) {
        case 'CustomField':
            return atRoot(root, fieldProblems(root));
        case 'CustomObject': {
            const fields = files
                .filter((file) => file.type === 'CustomField' && file.fullName.startsWith(`${fullName}.`))
                .map((file) => file.root);
            return atRoot(root, objectProblems(root, fields));
        }
        case 'CustomLabels':
            return labelFindings(root);
        case 'CallCenter':
            return callCenterFindings(root);
        case 'PermissionSet':
            return permissionSetFindings(root);
        case 'LightningComponentBundle':
            return bundleFindings(root, fullName, readdirSync(join(project.root, dirname(path))));
        default:
            return [];
    }
}

function fieldProblems(field: Element): string[] {
    const type = childText(field, 'type');
    return [
        ...[...missingElements(field), ...unwrittenElements(field)].map(
            (name) => `A field of type ${type} needs <${name}>.`
        ),
        ...refusedElements(field).map((name) => `A field of type ${type} can't have <${name}>.`),
        ...valueProblems(field)
    ];
}

/** A bundle without a configuration doesn't deploy. */
function bundlesWithoutConfiguration(project: Project): Finding[] {
    return bundlesOf(project)
        .filter(({ name, files }) => !files.includes(`${name}.js-meta.xml`))
        .map(({ name, folder }) => ({ file: folder, sentence: `${name}.js-meta.xml is missing.` }));
}
