import { childText } from '../../metadata/xml.ts';
import { seedRecords } from '../seed/seedRecords.ts';
import type { Store } from '../store/store.ts';
import type { Component } from './component.ts';

/**
 * Adds a package to the org: one row for each permission set. Objects and flows are already loaded from `force-app`.
 * The embedded org has no API for other types.
 * @returns why nothing was installed, or null
 */
export function installPackage(store: Store, components: readonly Component[], userId: string): string | null {
    const foreign = components.find(({ type, name }) => type === 'CustomObject' && !store.objects.named(name));
    if (foreign)
        return `The embedded org can't add the object ${foreign.name}. It has only the objects it started with.`;
    const records = seedRecords(store, userId, store.writeTime());
    for (const { type, name, root } of components) {
        if (type !== 'PermissionSet') continue;
        if (store.get('SELECT "Id" FROM "PermissionSet" WHERE "Name$" = fold(?)', [name])) continue;
        records.add('PermissionSet', { Name: name, Label: childText(root, 'label') ?? name, IsCustom: true });
    }
    return null;
}
