import { fieldNamed } from '../objects/objectTable.ts';
import type { Row, Store } from '../store/store.ts';

/** Writes seeded records past the rules of writes: a seed may make what the org itself would make. */
export interface SeedRecords {
    /** @returns the id */
    add(objectName: string, row: Row): string;
}

/**
 * @param authorId who made and modified every record that does not say otherwise
 * @param time when, in the same case
 */
export function seedRecords(store: Store, authorId: string, time: string): SeedRecords {
    const defaults = new Map<string, Row>();
    return {
        add(objectName, row) {
            const object = store.objects.named(objectName);
            if (!object) throw new Error(`There is no object ${objectName} to seed.`);
            let base = defaults.get(objectName);
            if (!base) {
                const booleans = object.fields
                    .filter((field) => field.type === 'boolean')
                    .map((field) => [field.name, false]);
                const has = (name: string) => fieldNamed(object, name) !== undefined;
                const times = ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']
                    .filter(has)
                    .map((name) => [name, time]);
                const authors = ['CreatedById', 'LastModifiedById', 'OwnerId']
                    .filter(has)
                    .map((name) => [name, authorId]);
                base = Object.fromEntries([...booleans, ...times, ...authors]) as Row;
                defaults.set(objectName, base);
            }
            const id = typeof row.Id === 'string' ? row.Id : store.nextId(object);
            store.insert(object, { ...base, ...row, Id: id });
            return id;
        }
    };
}
