import type { PackageFiles } from '../check/convertedPackage.ts';
import { childrenOf, childText, METADATA_NAMESPACE, readXml } from '../metadata/xml.ts';

/** Members of a manifest by type, in the order of the manifest. */
type Members = ReadonlyMap<string, readonly string[]>;

/** The version of a flow that its first deployment creates. */
const FIRST_VERSION = 1;

/**
 * The package that takes another one out of an org: a package.xml without components, and what to delete in
 * destructiveChanges.xml (documented: Metadata API, "Deleting Components from an Organization").
 *
 * A flow is different. Only a version of it can be deleted, and only while it's inactive (observed: deleting a flow by
 * its name fails with "insufficient access rights on cross-reference id"). So its package first deactivates it, and
 * then deletes its first version in destructiveChangesPost.xml, which is processed after package.xml (documented).
 */
export function removalOf(files: PackageFiles, version: string): PackageFiles {
    const members = membersOf(files.get('package.xml') ?? '');
    const flows = members.get('Flow') ?? [];
    const deletions = deletionsOf(members);
    if (flows.length === 0)
        return new Map([
            ['package.xml', manifest(new Map(), version)],
            ['destructiveChanges.xml', manifest(deletions, version)]
        ]);
    return new Map([
        ['package.xml', manifest(new Map([['FlowDefinition', flows]]), version)],
        ['destructiveChangesPost.xml', manifest(deletions, version)],
        ...flows.map((name) => [`flowDefinitions/${name}.flowDefinition`, INACTIVE] as const)
    ]);
}

const INACTIVE = `<?xml version="1.0" encoding="UTF-8"?>
<FlowDefinition xmlns="${METADATA_NAMESPACE}">
    <activeVersionNumber>0</activeVersionNumber>
</FlowDefinition>
`;

/** What to delete. An object takes its fields with it, and nobody can delete an object of Salesforce itself. */
function deletionsOf(members: Members): Members {
    const objects = (members.get('CustomObject') ?? []).filter((name) => name.endsWith('__c'));
    const deletions = new Map<string, string[]>();
    for (const [type, names] of members) {
        const deleted = names.flatMap((name) => {
            switch (type) {
                case 'CustomObject':
                    return objects.includes(name) ? [name] : [];
                case 'CustomLabels':
                    // The file of all labels of an org. Each label is listed by itself, too.
                    return [];
                case 'Flow':
                    return [`${name}-${FIRST_VERSION}`];
                default:
                    return objects.includes(name.split('.')[0]!) ? [] : [name];
            }
        });
        if (deleted.length > 0) deletions.set(type, deleted);
    }
    return deletions;
}

/** @throws Error when the text isn't well formed */
function membersOf(text: string): Members {
    const read = readXml(text);
    if ('fault' in read) throw new Error(`package.xml, line ${read.fault.line}: ${read.fault.message}`);
    return new Map(
        childrenOf(read.root, 'types').map((types) => [
            childText(types, 'name') ?? '',
            childrenOf(types, 'members').map(({ text }) => text)
        ])
    );
}

/** Names of metadata are letters, digits, and underscores, so nothing needs escaping. */
function manifest(members: Members, version: string): string {
    const types = [...members].map(
        ([type, names]) =>
            `    <types>\n${names.map((name) => `        <members>${name}</members>\n`).join('')}        <name>${type}</name>\n    </types>\n`
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${METADATA_NAMESPACE}">\n${types.join('')}    <version>${version}</version>\n</Package>\n`;
}
