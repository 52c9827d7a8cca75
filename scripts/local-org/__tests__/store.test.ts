import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { toId18 } from 'c/orgPort';
import { recordCount, recordId } from '../ids.ts';
import { fieldNamed, objectTable } from '../objects/objectTable.ts';
import { likePattern } from '../store/likePattern.ts';
import { openStore } from '../store/store.ts';

const objects = objectTable();
const profile = objects.named('profile');
assert.ok(profile);
const folder = mkdtempSync(join(tmpdir(), 'local-org-'));
after(() => rmSync(folder, { recursive: true }));

describe('Ids', () => {
    test('have 18 characters and a valid checksum, and sort by their counters', () => {
        const ids = [1, 9, 10, 61, 62, 3843, 100_000].map((count) => recordId('005', count));
        for (const id of ids) assert.equal(toId18(id), id);
        assert.deepEqual([...ids].sort(), ids);
        assert.equal(recordCount(recordId('005', 123_456)), 123_456);
    });
});

describe('The table of objects', () => {
    test('reads custom objects from the deployed source', () => {
        const registry = objects.named('CallCenterProfile__c');
        assert.ok(registry);
        const id = fieldNamed(registry, 'callcenterid__c');
        assert.deepEqual(
            [id?.type, id?.length, id?.unique, id?.externalId, id?.nillable],
            ['string', 18, true, true, false]
        );
        assert.deepEqual(fieldNamed(registry, 'Kind__c')?.values, [
            'open-cti',
            'voice-amazon',
            'voice-partner',
            'ccaas',
            'unknown'
        ]);
    });

    test('has no relationship from User to its call center', () => {
        const user = objects.named('User');
        assert.ok(user);
        assert.equal(fieldNamed(user, 'CallCenterId')?.relationshipName, null);
    });
});

describe('A LIKE pattern', () => {
    test('matches the character after a backslash literally', () => {
        assert.equal(likePattern('%100\\%%', 121), '%100\\%%');
        assert.equal(likePattern('a\\_b_', 121), 'A\\_B_');
    });

    test('with a NUL matches nothing, although SQLite would stop reading there', () => {
        assert.equal(likePattern('%\0%', 121), null);
    });

    test('with more characters than the field can hold matches nothing', () => {
        assert.equal(likePattern(`%${'x'.repeat(10_000)}%`, 121), null);
    });
});

describe('The store', () => {
    test('saves records in a file, and continues the ids', () => {
        const file = join(folder, 'kept.sqlite');
        const first = openStore(objects, file, () => new Date());
        assert.equal(first.fresh, true);
        const id = first.store.nextId(profile);
        first.store.insert(profile, { Id: id, Name: 'Agent', PermissionsManageUsers: true });
        first.store.close();
        const again = openStore(objects, file, () => new Date());
        assert.equal(again.fresh, false);
        assert.equal(again.store.record(profile, id)?.PermissionsManageUsers, true);
        assert.notEqual(again.store.nextId(profile), id);
        again.store.close();
    });

    test('rejects a file of another version, and one that is not a database', () => {
        const file = join(folder, 'other.sqlite');
        const { store } = openStore(objects, file, () => new Date());
        store.run('PRAGMA user_version = 7');
        store.close();
        assert.throws(() => openStore(objects, file, () => new Date()), /another version/);
        const text = join(folder, 'text.sqlite');
        writeFileSync(text, 'this is no database, only a text that is long enough'.repeat(50));
        assert.throws(() => openStore(objects, text, () => new Date()), /not a database of the embedded org/);
    });

    test('rolls back a transaction that throws, or only the inner one when the error is caught', () => {
        const { store } = openStore(objects, null, () => new Date());
        const id = store.nextId(profile);
        store.transaction(() => {
            store.insert(profile, { Id: id, Name: 'Kept' });
            assert.throws(() =>
                store.transaction(() => {
                    store.update(profile, id, { Name: 'Lost' });
                    throw new Error('no');
                })
            );
        });
        assert.equal(store.record(profile, id)?.Name, 'Kept');
        store.close();
    });

    test('never returns the same write time twice, even when the clock stops', () => {
        const { store } = openStore(objects, null, () => new Date('2026-11-22T12:00:00Z'));
        assert.equal(store.writeTime(), '2026-11-22T12:00:00.000Z');
        assert.equal(store.writeTime(), '2026-11-22T12:00:00.001Z');
        store.close();
    });
});
