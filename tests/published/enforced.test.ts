import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Field, OrgObject } from '../../scripts/local-org/objects/field.ts';
import { objectTable } from '../../scripts/local-org/objects/objectTable.ts';
import { fuzzedOrg } from '../fuzz/fuzzedOrg.ts';

/** Every API of the org (SOQL, GraphQL, UI API, and collections) enforces the field properties of the describe. */

const describes = fileURLToPath(new URL('../../../shared/contracts/describe', import.meta.url));
const API = '/services/data/v66.0';
const objects = objectTable();
const org = fuzzedOrg();
after(() => {
    assert.deepEqual(org.log.failures, []);
    org.close();
});

interface Property {
    name: string;
    create: boolean;
    update: boolean;
    filter: boolean;
    group: boolean;
    sort: boolean;
}

/** The published properties. Without that folder, the embedded org's own, so that only its APIs are compared. */
function publishedProperties(object: OrgObject): Property[] {
    const file = join(describes, `${object.name}.json`);
    if (!existsSync(file))
        return object.fields.map(({ name, create, update, filter, group, sort }) => ({
            name,
            create,
            update,
            filter,
            group,
            sort
        }));
    const { fields } = JSON.parse(readFileSync(file, 'utf8')) as { fields: { name: string; properties: string[] }[] };
    return fields
        .filter(({ name }) => object.fieldsByName.has(name.toLowerCase()))
        .map(({ name, properties }) => ({
            name,
            create: properties.includes('Create'),
            update: properties.includes('Update'),
            filter: properties.includes('Filter'),
            group: properties.includes('Group'),
            sort: properties.includes('Sort')
        }));
}

async function ask(method: string, path: string, body?: unknown): Promise<string> {
    const headers = { authorization: `Bearer ${org.token}`, 'content-type': 'application/json' };
    const answer = await org.app.fetch(
        new Request(`http://localhost${path}`, {
            method,
            headers,
            body: body === undefined ? null : JSON.stringify(body)
        })
    );
    return answer.text();
}

const soql = (text: string) => ask('GET', `${API}/query?q=${encodeURIComponent(text)}`);
const graphql = (query: string) => ask('POST', `${API}/graphql`, { query });

/** The names of fields whose property differs from what the org allows. */
async function differing(
    fields: readonly Property[],
    isAllowed: (field: Property) => boolean,
    isRejected: (field: Property) => Promise<boolean>
): Promise<string[]> {
    const found: string[] = [];
    for (const field of fields) if ((await isRejected(field)) === isAllowed(field)) found.push(field.name);
    return found;
}

function fieldOf(object: OrgObject, { name }: Property): Field {
    const field = object.fieldsByName.get(name.toLowerCase());
    assert.ok(field);
    return field;
}

test(`The APIs are compared with ${existsSync(describes) ? 'the published describes' : 'each other only, because the published describes are missing'}`, (context) => {
    context.diagnostic(
        `${objects.all.length} objects, ${objects.all.reduce((sum, { fields }) => sum + fields.length, 0)} fields`
    );
    assert.equal(
        objects.all.filter(({ custom }) => !custom).every((object) => publishedProperties(object).length > 2),
        true
    );
});

for (const object of objects.all) {
    const fields = publishedProperties(object);
    const { name } = object;
    describe(name, () => {
        test('is filterable in SOQL only by filterable fields', async () => {
            const isRejected = async (field: Property) =>
                (await soql(`SELECT Id FROM ${name} WHERE ${field.name} = null LIMIT 1`)).includes(
                    `field '${field.name}' can not be filtered in a query call`
                );
            assert.deepEqual(await differing(fields, ({ filter }) => filter, isRejected), []);
        });

        test('is sortable in SOQL only by sortable fields', async () => {
            const isRejected = async (field: Property) =>
                (await soql(`SELECT Id FROM ${name} ORDER BY ${field.name} LIMIT 1`)).includes(
                    `field '${field.name}' can not be sorted in a query call`
                );
            assert.deepEqual(await differing(fields, ({ sort }) => sort, isRejected), []);
        });

        test('is groupable in SOQL only by groupable fields', async () => {
            const isRejected = async (field: Property) =>
                (await soql(`SELECT ${field.name} FROM ${name} GROUP BY ${field.name} LIMIT 1`)).includes(
                    `field '${field.name}' can not be grouped in a query call`
                );
            assert.deepEqual(await differing(fields, ({ group }) => group, isRejected), []);
        });

        if (object.uiApi) {
            const served = fields.filter((field) => fieldOf(object, field).uiApi);

            test('is filterable and groupable in GraphQL by the same fields', async () => {
                const isInvalid = (answer: string) => answer.includes('Validation error of type WrongType');
                const isFilterRejected = async (field: Property) =>
                    isInvalid(
                        await graphql(
                            `{ uiapi { query { ${name}(first: 1, where: { ${field.name}: {} }) { edges { node { Id } } } } } }`
                        )
                    );
                assert.deepEqual(await differing(served, ({ filter }) => filter, isFilterRejected), []);
                const isGroupRejected = async (field: Property) =>
                    isInvalid(
                        await graphql(
                            `{ uiapi { aggregate { ${name}(first: 1, groupBy: { ${field.name}: { group: true } }) { totalCount } } } }`
                        )
                    );
                assert.deepEqual(await differing(served, ({ group }) => group, isGroupRejected), []);
            });

            if (object.update) {
                test('is updateable through UI API and GraphQL only in updateable fields', async () => {
                    const id =
                        org.ids.find((each) => each.startsWith(object.keyPrefix)) ?? `${object.keyPrefix}Hp0000000001`;
                    const isRejectedByUiApi = async (field: Property) =>
                        (
                            await ask('PATCH', `${API}/ui-api/records/${id}`, { fields: { [field.name]: null } })
                        ).includes('INVALID_FIELD_FOR_INSERT_UPDATE');
                    const exists = org.ids.includes(id);
                    if (exists)
                        assert.deepEqual(
                            await differing(
                                served.filter((field) => field.name !== 'Id'),
                                ({ update }) => update,
                                isRejectedByUiApi
                            ),
                            []
                        );
                    const isRejectedByGraphql = async (field: Property) =>
                        (
                            await graphql(
                                `mutation { uiapi { a: ${name}Update(input: { Id: "${id}", ${name}: { ${field.name}: null } }) { Record { Id } } } }`
                            )
                        ).includes('Validation error of type WrongType');
                    assert.deepEqual(await differing(served, ({ update }) => update, isRejectedByGraphql), []);
                });
            }
        }

        for (const write of ['create', 'update'] as const) {
            if (!object[write]) {
                test(`rejects every ${write} through the API`, async () => {
                    const record = {
                        attributes: { type: name },
                        ...(write === 'update' ? { Id: `${object.keyPrefix}Hp0000000001` } : {})
                    };
                    const answer = await ask(write === 'create' ? 'POST' : 'PATCH', `${API}/composite/sobjects`, {
                        records: [record]
                    });
                    assert.match(answer, /INVALID_TYPE_FOR_OPERATION/);
                });
                continue;
            }
            test(`accepts only ${write}able fields in a collection ${write}`, async () => {
                const id = org.ids.find((each) => each.startsWith(object.keyPrefix));
                if (write === 'update' && id === undefined)
                    return assert.ok(object.custom, `there's no ${name} to update`);
                const isRejected = async (field: Property) => {
                    const record = {
                        attributes: { type: name },
                        ...(write === 'update' ? { Id: id } : {}),
                        [field.name]: null
                    };
                    return (
                        await ask(write === 'create' ? 'POST' : 'PATCH', `${API}/composite/sobjects`, {
                            allOrNone: true,
                            records: [record, { attributes: { type: 'None' } }]
                        })
                    ).includes('INVALID_FIELD_FOR_INSERT_UPDATE');
                };
                assert.deepEqual(
                    await differing(
                        fields.filter((field) => field.name !== 'Id'),
                        (field) => field[write],
                        isRejected
                    ),
                    []
                );
            });
        }
    });
}
