import type { ObjectTable } from '../objects/objectTable.ts';
import { tableOf } from '../objects/objectTable.ts';
import type { SeedPlan } from '../seed/seedPlan.ts';
import type { Store } from '../store/store.ts';
import type { Variant } from './variant.ts';

/** The same objects; some of them in UI API too. */
export function variantTable(objects: ObjectTable, { alsoInUiApi = [] }: Variant): ObjectTable {
    if (alsoInUiApi.length === 0) return objects;
    return tableOf(
        objects.all.map((object) => (alsoInUiApi.includes(object.name) ? { ...object, uiApi: true } : object))
    );
}

export function variantPlan(plan: SeedPlan, { callCenters }: Variant): SeedPlan {
    return callCenters === 'none' ? { ...plan, centers: [] } : plan;
}

/** Takes out what the seed made and such an org would not have. To be called on an org that was just seeded. */
export function unseed(store: Store, { registry }: Variant): void {
    if (registry === 'empty') store.run('DELETE FROM "CallCenterProfile__c"');
}

/** What the seed needed and the org then does not have is taken out of its table: nothing can ask for it any more. */
export function withdraw(store: Store, { withoutObjects = [] }: Variant): void {
    if (withoutObjects.length === 0) return;
    store.objects = tableOf(store.objects.all.filter(({ name }) => !withoutObjects.includes(name)));
}
