import { createRequire } from 'node:module';
import { join } from 'node:path';
import JSZip from 'jszip';
import { childrenOf, childText, readXml } from '../metadata/xml.ts';
import type { Check, Finding, Project } from './check.ts';
import { apiVersionOf, bundlesOf, filesOf, packageDirectories } from './projectFiles.ts';
import { readMetadata, type MetadataFile } from './metadata/metadataFiles.ts';

/** The part of source-deploy-retrieve that is used here. Its own typings would load half of the CLI. */
interface SourceDeployRetrieve {
    ComponentSet: { fromSource(from: { fsPaths: string[] }): { sourceApiVersion?: string } };
    MetadataConverter: new () => {
        convert(components: object, format: 'metadata', output: { type: 'zip' }): Promise<{ zipBuffer?: Buffer }>;
    };
}

/** Texts of a package's files, by path. */
export type PackageFiles = ReadonlyMap<string, string>;

/** The package that a deployment of one directory would send. */
export async function convert(project: Project, directory: string): Promise<PackageFiles> {
    const library: SourceDeployRetrieve = createRequire(import.meta.url)('@salesforce/source-deploy-retrieve');
    const components = library.ComponentSet.fromSource({ fsPaths: [join(project.root, directory)] });
    components.sourceApiVersion = apiVersionOf(project);
    const { zipBuffer } = await new library.MetadataConverter().convert(components, 'metadata', { type: 'zip' });
    const zip = await JSZip.loadAsync(zipBuffer!);
    const files = Object.values(zip.files).filter((entry) => !entry.dir);
    return new Map(await Promise.all(files.map(async (entry) => [entry.name, await entry.async('string')] as const)));
}

/** The package holds every file that an org needs, no file of our own tools, and lists everything in its manifest. */
export const convertedPackage: Check = {
    name: 'package',
    promise: 'The converted package holds everything that an org needs, and nothing else.',
    async run(project) {
        const findings: Finding[] = [];
        let seen = 0;
        for (const directory of packageDirectories(project)) {
            const files = await convert(project, directory);
            const metadata = readMetadata(project).files.filter(({ path }) => path.startsWith(`${directory}/`));
            seen += files.size;
            findings.push(
                ...unwantedFiles(files),
                ...(directory === 'force-app' ? missingBundleFiles(project, files) : []),
                ...missingMarkup(project, directory, files),
                ...manifestFindings(metadata, files, apiVersionOf(project))
            );
        }
        return { seen: `${seen} files`, findings };
    }
};

/** Files that aren't deployed: sources, tests, source maps, and settings of tools. */
const NOT_DEPLOYED = /\.ts$|\.map$|(^|\/)__\w+__\/|(^|\/)(package|tsconfig[^/]*|jsconfig)\.json$|\.md$|(^|\/)\.[^/]+$/;

function unwantedFiles(files: PackageFiles): Finding[] {
    return [...files.keys()]
        .filter((file) => NOT_DEPLOYED.test(file))
        .map((file) => ({ file, sentence: 'It would be deployed, but no org needs it.' }));
}

function missingBundleFiles(project: Project, files: PackageFiles): Finding[] {
    return bundlesOf(project).flatMap(({ name, folder, files: own }) =>
        own
            .map((file) => file.replace(/(?<!\.d)\.ts$/, '.js'))
            .filter((file) => !NOT_DEPLOYED.test(file) && !files.has(`lwc/${name}/${file}`))
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
    const findings = (names: string[], sentence: (name: string) => string): Finding[] =>
        names.map((name) => ({ file, sentence: sentence(name) }));
    return [
        ...findings(
            [...expected].filter((name) => !listed.has(name)),
            (name) => `The manifest doesn't list ${name}.`
        ),
        ...findings(
            [...listed].filter((name) => !expected.has(name)),
            (name) => `The manifest lists ${name}, which has no file.`
        ),
        ...(childText(manifest, 'version') === version ? [] : [{ file, sentence: `Its version isn't ${version}.` }])
    ];
}
