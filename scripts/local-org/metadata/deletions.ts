import { METADATA_TYPES, OTHER_TYPES, PART_TYPES } from '../../metadata/metadataTypes.ts';
import type { OrgContext } from '../context/orgContext.ts';
import { tableOf, type ObjectTable } from '../objects/objectTable.ts';
import { problemsOf } from './checkComponent.ts';
import { emptyElement, type Component, type Problem } from './component.ts';
import { readDeletions } from './manifest.ts';
import { packageInventory } from './packageInventory.ts';
import type { Files } from './zipFiles.ts';

/** Something that a deployment deletes. */
export interface Deletion extends Component {
    /** Whether it's deleted before or after the package is deployed. */
    phase: 'before' | 'after';
}

/**
 * Manifests of deletions. `destructiveChanges.xml` is for deployments that only delete, so its phase doesn't matter
 * there (documented: Metadata API, "Deleting Components from an Organization").
 */
const MANIFESTS = {
    'destructiveChanges.xml': 'before',
    'destructiveChangesPre.xml': 'before',
    'destructiveChangesPost.xml': 'after'
} as const;

/** The reason that Salesforce gives when a flow or one of its versions can't be deleted (observed). */
const NO_ACCESS: Problem = { words: 'insufficient access rights on cross-reference id' };

/**
 * Everything that the package deletes, with the problems of each. Deletes nothing.
 * @param held what the org holds
 * @param deployed what the package adds
 * @throws ApiError when a manifest can't be read
 */
export function checkDeletions(
    org: OrgContext,
    files: Files,
    held: readonly Component[],
    deployed: readonly Component[]
): Deletion[] {
    return Object.entries(MANIFESTS).flatMap(([manifest, phase]) => {
        const present = phase === 'before' ? held : [...held, ...deployed];
        const deletions = readDeletions(files, manifest).map(({ type, name }): Deletion => {
            const problem = problemOf(org, type, name, present, manifest);
            const problems = problem ? [problem] : [];
            return { type, name, file: manifest, files, root: emptyElement(type), problems, unchecked: '', phase };
        });
        refuseReferenced(org.store.objects, deletions, present);
        return deletions;
    });
}

function problemOf(
    { store, stoppedFlows }: OrgContext,
    type: string,
    name: string,
    present: readonly Component[],
    manifest: string
): Problem | null {
    const isKnown = [...METADATA_TYPES, ...PART_TYPES].some((each) => each.name === type) || OTHER_TYPES.includes(type);
    if (!isKnown) return { words: `Unknown type name '${type}' specified in ${manifest}` };
    const has = (fullName: string) => present.some((each) => each.type === type && isSame(each.name, fullName));
    switch (type) {
        case 'Flow': {
            const [, flow = '', version] = /^(.*?)(?:-(\d+))?$/.exec(name) ?? [];
            if (!has(flow)) return notFound(type, name);
            if (version === undefined) return NO_ACCESS;
            // The embedded org keeps one version of each flow.
            if (version !== '1') return notFound(type, name);
            const isDeactivated = present.some((each) => each.type === 'FlowDefinition' && isSame(each.name, flow));
            return isDeactivated || stoppedFlows.has(flow.toLowerCase()) ? null : NO_ACCESS;
        }
        case 'CustomObject':
            // Assumed words.
            if (store.objects.named(name)?.custom === false) return { words: `Cannot delete standard object: ${name}` };
            return has(name) ? null : notFound(type, name);
        case 'PermissionSet': {
            const sql = 'SELECT "Id" FROM "PermissionSet" WHERE "Name$" = fold(?)';
            const id = store.get(sql, [name])?.Id;
            if (id === undefined) return has(name) ? null : notFound(type, name);
            const assigned = store.get('SELECT "Id" FROM "PermissionSetAssignment" WHERE "PermissionSetId" = ?', [id]);
            // Assumed, as in Setup; the words, too.
            return assigned ? { words: "You can't delete a permission set that's assigned to users." } : null;
        }
        default:
            return has(name) ? null : notFound(type, name);
    }
}

/** Fails the deployment unless it ignores warnings (observed; documented: deploy, `ignoreWarnings`). */
function notFound(type: string, name: string): Problem {
    return { words: `No ${type} named: ${name} found`, isNotFound: true };
}

/** Refuses what would still be used afterwards (observed). A permission set just loses its permissions. */
function refuseReferenced(objects: ObjectTable, deletions: readonly Deletion[], present: readonly Component[]): void {
    const staying = present.filter(
        (each) => each.type !== 'PermissionSet' && !deletions.some((deletion) => concerns(deletion, each))
    );
    const brokenWithout = (deleted: readonly Deletion[]): Component[] => {
        const left = present.filter((each) => !deleted.some((deletion) => concerns(deletion, each)));
        const before = packageInventory(objects, present);
        const after = packageInventory(
            tableOf(
                objects.all.filter(
                    (object) => !deleted.some((each) => concerns(each, { ...object, type: 'CustomObject' }))
                )
            ),
            left
        );
        return staying.filter((each) => problemsOf(each, after).length > problemsOf(each, before).length);
    };
    if (brokenWithout(deletions).length === 0) return;
    for (const deletion of deletions)
        for (const user of brokenWithout([deletion]))
            deletion.problems.push({
                words: `This ${spaced(deletion.type).toLowerCase()} is referenced elsewhere in salesforce.com.  Remove the usage and try again. : ${spaced(user.type)} - ${user.name}`
            });
}

/** Whether a component goes away with a deletion: as itself, or with its object or its flow. */
function concerns({ type, name }: Deletion, other: { type: string; name: string }): boolean {
    if (type === 'CustomObject' && other.type === 'CustomField') return isSame(name, other.name.split('.')[0] ?? '');
    if (type === 'Flow' && /^Flow(Definition)?$/.test(other.type)) return isSame(name.replace(/-\d+$/, ''), other.name);
    return type === other.type && isSame(name, other.name);
}

/** `Lightning Component Bundle` for `LightningComponentBundle`. */
function spaced(type: string): string {
    return type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** Salesforce compares names without regard to case. */
function isSame(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}
