import { childText } from '../../metadata/xml.ts';
import type { OrgContext } from '../context/orgContext.ts';
import type { OrgObject } from '../objects/field.ts';
import { tableOf, type ObjectTable } from '../objects/objectTable.ts';
import { seedRecords } from '../seed/seedRecords.ts';
import type { Component } from './component.ts';

/**
 * Adds a package to the org: one row for each permission set, objects that were deleted, and which flows can run.
 * Objects and flows are already loaded from `force-app` and `optional`. The embedded org has no API for other types.
 * @param known the objects that the org started with
 */
export function installPackage(
    { store, stoppedFlows }: OrgContext,
    known: ObjectTable,
    components: readonly Component[],
    userId: string
): void {
    const isDeployed = ({ name }: OrgObject) =>
        components.some((each) => each.type === 'CustomObject' && each.name.toLowerCase() === name.toLowerCase());
    const isThere = (object: OrgObject) => store.objects.named(object.name) !== undefined;
    if (known.all.some((object) => !isThere(object) && isDeployed(object)))
        store.objects = tableOf(known.all.filter((object) => isThere(object) || isDeployed(object)));
    for (const { type, name, root } of components) {
        if (type === 'Flow') stoppedFlows.delete(name.toLowerCase());
        if (type !== 'FlowDefinition') continue;
        if (childText(root, 'activeVersionNumber') === '1') stoppedFlows.delete(name.toLowerCase());
        else stoppedFlows.add(name.toLowerCase());
    }
    const records = seedRecords(store, userId, store.writeTime());
    for (const { type, name, root } of components) {
        if (type !== 'PermissionSet') continue;
        if (store.get('SELECT "Id" FROM "PermissionSet" WHERE "Name$" = fold(?)', [name])) continue;
        records.add('PermissionSet', { Name: name, Label: childText(root, 'label') ?? name, IsCustom: true });
    }
}

/** @returns why the embedded org can't hold this package, or null */
export function uninstallable(known: ObjectTable, components: readonly Component[]): string | null {
    const foreign = components.find(({ type, name }) => type === 'CustomObject' && !known.named(name));
    return foreign
        ? `The embedded org can't add the object ${foreign.name}. It has only the objects it started with.`
        : null;
}
