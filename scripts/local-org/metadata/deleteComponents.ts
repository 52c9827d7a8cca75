import type { OrgContext } from '../context/orgContext.ts';
import { tableOf } from '../objects/objectTable.ts';
import { quoted } from '../store/tables.ts';
import type { Deletion } from './deletions.ts';
import type { HeldMetadata } from './heldMetadata.ts';

/** Deletes what a deployment was checked for: metadata, and the records of objects. */
export function deleteComponents(
    { store, stoppedFlows }: OrgContext,
    held: HeldMetadata,
    deletions: readonly Deletion[]
): void {
    for (const { type, name } of deletions) {
        switch (type) {
            case 'CustomObject': {
                const object = store.objects.named(name);
                if (!object) break;
                store.run(`DELETE FROM ${quoted(object.name)}`);
                store.objects = tableOf(store.objects.all.filter((each) => each !== object));
                break;
            }
            case 'PermissionSet':
                store.run('DELETE FROM "PermissionSet" WHERE "Name$" = fold(?)', [name]);
                break;
            case 'Flow':
                stoppedFlows.add(flowOf(name).toLowerCase());
                break;
            default:
        }
        held.remove(type, type === 'Flow' ? flowOf(name) : name);
    }
}

/** The flow of a version: `Centers` for `Centers-1`. */
function flowOf(version: string): string {
    return version.replace(/-\d+$/, '');
}

/** @returns why the embedded org can't delete this, or null */
export function undeletable(deletions: readonly Deletion[]): string | null {
    const field = deletions.find(({ type }) => type === 'CustomField');
    return field ? `The embedded org can't delete the field ${field.name} without its object.` : null;
}
