import type { ObjectTable } from '../objects/objectTable.ts';
import { tableOf } from '../objects/objectTable.ts';
import type { SeedPlan } from '../seed/seedPlan.ts';
import type { Store } from '../store/store.ts';
import type { Variant } from './variant.ts';

/** Adds the objects to UI API that only this variant offers there, and hides or locks its fields. */
export function variantTable(
    objects: ObjectTable,
    { alsoInUiApi = [], hiddenFields: hidden = [], readOnlyFields: readOnly = [] }: Variant
): ObjectTable {
    return tableOf(
        objects.all.map((object) => (alsoInUiApi.includes(object.name) ? { ...object, uiApi: true } : object)),
        { hidden, readOnly }
    );
}

export function variantPlan(plan: SeedPlan, { callCenters }: Variant): SeedPlan {
    return callCenters === 'none' ? { ...plan, centers: [] } : plan;
}

/** Deletes seed records that this variant doesn't have. Call it directly after seeding. */
export function unseed(store: Store, { registry }: Variant): void {
    if (registry === 'empty') store.run('DELETE FROM "CallCenterProfile__c"');
}

/** Removes objects that the seed needed but this variant doesn't have, so that clients can't query them. */
export function withdraw(store: Store, { withoutObjects = [] }: Variant): void {
    if (withoutObjects.length === 0) return;
    const { all, security } = store.objects;
    store.objects = tableOf(
        all.filter(({ name }) => !withoutObjects.includes(name)),
        security
    );
}
