import { createRequire } from 'node:module';
import { join } from 'node:path';
import JSZip from 'jszip';
import { childrenOf, childText, readXml } from '../metadata/xml.ts';
import type { Check, Finding, Project } from './check.ts';
import { apiVersionOf, bundlesOf, filesOf, packageDirectories } from './projectFiles.ts';
import { readMetadata, type MetadataFile } from './metadata/metadataFiles.ts';

/** What of source-deploy-retrieve is used; its own typings drag in half of the CLI. */
interface SourceDeployRetrieve {
    ComponentSet: { fromSource(from: { fsPaths: string[] }): { sourceApiVersion?: string } };
    MetadataConverter: new () => {
        convert(components: object, format: 'metadata', output: { type: 'zip' }): Promise<{ zipBuffer?: Buffer }>;
    };
}

/** Files of a package, path to text. */
export type PackageFiles = ReadonlyMap<string, string>;

/** The package that a deploy of one directory would send. */
export async function convert(project: Project, directory: string): Promise<PackageFiles> {
    const library: SourceDeployRetrieve = createRequire(import.meta.url)('@salesforce/source-deploy-retrieve');
    const components = library.ComponentSet.fromSource({ fsPaths: [join(project.root, directory)] });
    components.sourceApiVersion = apiVersionOf(project);
    const { zipBuffer } = await new library.MetadataConverter().convert(components, 'metadata', { type: 'zip' });
    const zip = await JSZip.loadAsync(zipBuffer!);
    const files = Object.values(zip.files).filter((entry) => !entry.dir);
    return new Map(await Promise.all(files.map(async (entry) => [entry.name, await entry.async('string')] as const)));
}

/** The package is what the source says: nothing that is ours alone, nothing missing, all of it in the manifest. */
export const convertedPackage: Check = {
    name: 'package',
    promise: 'The converted package holds all that an org needs and nothing else.',
    async run(project) {
        const findings: Finding[] = [];
        let seen = 0;
        for (const directory of packageDirectories(project)) {
            const files = await convert(project, directory);
            const metadata = readMetadata(project).files.filter(({ path }) => path.startsWith(`${directory}/`));
            seen += files.size;
            findings.push(
                ...strays(files),
                ...(directory === 'force-app' ? missingBundleFiles(project, files) : []),
                ...missingMarkup(project, directory, files),
                ...manifestFindings(metadata, files, apiVersionOf(project))
            );
        }
        return { seen: `${seen} files`, findings };
    }
};

/** What must stay here: sources, tests, maps, settings of tools. */
const OURS = /\.ts$|\.map$|(^|\/)__\w+__\/|(^|\/)(package|tsconfig[^/]*|jsconfig)\.json$|\.md$|(^|\/)\.[^/]+$/;

function strays(files: PackageFiles): Finding[] {
    return [...files.keys()]
        .filter((file) => OURS.test(file))
        .map((file) => ({ file, sentence: 'It would travel to the org, where it has no business.' }));
}

function missingBundleFiles(project: Project, files: PackageFiles): Finding[] {
    return bundlesOf(project).flatMap(({ name, folder, files: own }) =>
        own
            .map((file) => file.replace(/(?<!\.d)\.ts$/, '.js'))
            .filter((file) => !OURS.test(file) && !files.has(`lwc/${name}/${file}`))
            .map((file) => ({ file: `${folder}/${file}`, sentence: 'It is not in the package.' }))
    );
}

/** Pages and Aura apps travel with their markup. */
function missingMarkup(project: Project, directory: string, files: PackageFiles): Finding[] {
    return filesOf(project, [`${directory}/**/pages/*.page`, `${directory}/**/aura/*/*.app`])
        .filter((path) => !files.has(/(pages|aura)\/.+$/.exec(path)![0]))
        .map((file) => ({ file, sentence: 'It is not in the package.' }));
}

function manifestFindings(metadata: MetadataFile[], files: PackageFiles, version: string): Finding[] {
    const file = 'package.xml';
    const read = readXml(files.get(file) ?? '');
    if ('fault' in read) return [{ file, line: read.fault.line, sentence: read.fault.message }];
    const manifest = read.root;
    const listed = new Set(
        childrenOf(manifest, 'types').flatMap((types) =>
            childrenOf(types, 'members').map(({ text }) => `${childText(types, 'name')} ${text}`)
        )
    );
    const expected = new Set(
        metadata.flatMap(({ type, fullName, root }) => [
            `${type} ${fullName}`,
            ...childrenOf(root, 'labels').map((label) => `CustomLabel ${childText(label, 'fullName')}`)
        ])
    );
    const said = (names: string[], sentence: (name: string) => string): Finding[] =>
        names.map((name) => ({ file, sentence: sentence(name) }));
    return [
        ...said(
            [...expected].filter((name) => !listed.has(name)),
            (name) => `The manifest lacks ${name}.`
        ),
        ...said(
            [...listed].filter((name) => !expected.has(name)),
            (name) => `The manifest lists ${name} for no file.`
        ),
        ...(childText(manifest, 'version') === version ? [] : [{ file, sentence: `Its version is not ${version}.` }])
    ];
}
