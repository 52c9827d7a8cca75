import { fieldNamed } from '../objects/objectTable.ts';
import type { Row, Store } from '../store/store.ts';

/** Writes seed records without the checks of API writes, because a seed also creates what only Salesforce can. */
export interface SeedRecords {
    /** @returns the id of the new record */
    add(objectName: string, row: Row): string;
}

/**
 * @param authorId the user who created and last modified a record, unless the record says otherwise
 * @param time when the record was created and last modified, unless the record says otherwise
 */
export function seedRecords(store: Store, authorId: string, time: string): SeedRecords {
    const defaults = new Map<string, Row>();
    return {
        add(objectName, row) {
            const object = store.objects.named(objectName);
            if (!object) throw new Error(`There is no object ${objectName} to seed.`);
            let values = defaults.get(objectName);
            if (!values) {
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
                values = Object.fromEntries([...booleans, ...times, ...authors]) as Row;
                defaults.set(objectName, values);
            }
            const id = typeof row.Id === 'string' ? row.Id : store.nextId(object);
            store.insert(object, { ...values, ...row, Id: id });
            return id;
        }
    };
}
