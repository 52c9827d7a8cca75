import { seedRecords } from '../seed/seedRecords.ts';
import type { Store } from '../store/store.ts';
import type { Component } from './component.ts';
import { text } from './xml.ts';

/**
 * What becomes part of the org: a row for each permission set. Objects and flows are there already, for they are read
 * from the source that is deployed; the rest nobody can ask the embedded org for.
 * @returns why nothing was kept, or null
 */
export function keepPackage(store: Store, components: readonly Component[], userId: string): string | null {
    const foreign = components.find(({ type, name }) => type === 'CustomObject' && !store.objects.named(name));
    if (foreign)
        return `The embedded org cannot be given the object ${foreign.name}: it has those it was started with.`;
    const records = seedRecords(store, userId, store.writeTime());
    for (const { type, name, root } of components) {
        if (type !== 'PermissionSet') continue;
        if (store.get('SELECT "Id" FROM "PermissionSet" WHERE "Name$" = fold(?)', [name])) continue;
        records.add('PermissionSet', { Name: name, Label: text(root, 'label') ?? name, IsCustom: true });
    }
    return null;
}
