import { dirname, join } from 'node:path';
import { readdirSync } from 'node:fs';
import type { Check, Finding, Project } from '../check.ts';
import { apiVersionOf, bundlesOf } from '../projectFiles.ts';
import { bundleFindings } from './bundleRules.ts';
import { callCenterFindings } from './callCenterRules.ts';
import { checkShape, type ShapeFinding } from './checkShape.ts';
import { fieldObjections } from './fieldRules.ts';
import { labelFindings } from './labelRules.ts';
import { readMetadata, type MetadataFile } from './metadataFiles.ts';
import { nameObjection } from './nameRules.ts';
import { objectObjections } from './objectRules.ts';
import { permissionSetFindings } from './permissionSetRules.ts';
import { childText } from './readXml.ts';

/** Each metadata file by itself: well-formed, of a known shape, named and filled as its type wants. */
export const metadata: Check = {
    name: 'metadata',
    promise: 'Every metadata file is what the Metadata API takes.',
    async run(project) {
        const { files, findings } = readMetadata(project);
        return {
            seen: `${files.length} files`,
            findings: [...findings, ...files.flatMap((file) => fileFindings(project, file, files)), ...bare(project)]
        };
    }
};

function fileFindings(project: Project, file: MetadataFile, files: MetadataFile[]): Finding[] {
    const { path, type, root } = file;
    const whole = [nameObjection(file), versionObjection(project, file)].filter((sentence) => sentence !== null);
    return [
        ...whole.map((sentence) => ({ line: root.line, sentence })),
        ...checkShape(root, type),
        ...typeFindings(project, file, files)
    ].map((finding) => ({ file: path, ...finding }));
}

/** Components that behave by different versions of the platform are a source of surprises nobody needs. */
function versionObjection(project: Project, { root }: MetadataFile): string | null {
    const version = childText(root, 'apiVersion');
    const whole = apiVersionOf(project);
    return version === undefined || version === whole ? null : `Its API version is ${version}, the project’s ${whole}.`;
}

function typeFindings(
    project: Project,
    { path, type, fullName, root }: MetadataFile,
    files: MetadataFile[]
): ShapeFinding[] {
    const whole = (sentences: string[]): ShapeFinding[] => sentences.map((sentence) => ({ line: root.line, sentence }));
    switch (type) {
        case 'CustomField':
            return whole(fieldObjections(root));
        case 'CustomObject': {
            const own = files.filter((file) => file.type === 'CustomField' && file.fullName.startsWith(`${fullName}.`));
            return whole(
                objectObjections(
                    root,
                    own.map((file) => file.root)
                )
            );
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

/** Bundles without a configuration do not deploy. */
function bare(project: Project): Finding[] {
    return bundlesOf(project)
        .filter(({ name, files }) => !files.includes(`${name}.js-meta.xml`))
        .map(({ name, folder }) => ({ file: folder, sentence: `${name}.js-meta.xml is missing.` }));
}
