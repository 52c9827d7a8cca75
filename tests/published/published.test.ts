import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { isInputObjectType } from 'graphql';
import { createSchema } from '../../scripts/local-org/graphql/schema.ts';
import { objectTable } from '../../scripts/local-org/objects/objectTable.ts';

/** Compares the embedded org with schemas and describes that Salesforce publishes. */

const objects = objectTable();
const templates = dirname(createRequire(import.meta.url).resolve('@salesforce/templates/package.json'));
const typings = join(
    templates,
    'lib/templates/project/angularextapp/_p_/_m_/_w_/_a_/src/app/api/graphql-operations-types.ts'
);
const describes = fileURLToPath(new URL('../../../shared/contracts/describe', import.meta.url));

/** The input types of the published schema: type name → field name → field type. */
function publishedInputs(): Map<string, Map<string, string>> {
    const text = readFileSync(typings, 'utf8');
    const types = [...text.matchAll(/export type (\w+) = \{\n([\s\S]*?)\n\};/g)];
    return new Map(
        types.map(([, name = '', body = '']) => {
            const fields = [...body.matchAll(/^\t(\w+)\?: InputMaybe<(.*)>;$/gm)];
            return [name, new Map(fields.map(([, field = '', type = '']) => [field, plainType(type)]))];
        })
    );
}

function plainType(type: string): string {
    return type
        .replace(/InputMaybe<(.*)>/, '$1')
        .replace(/Scalars\["(\w+)"\]\["input"\]/, '$1')
        .replace(/Array<(.*)>/, '[$1]');
}

describe('the GraphQL inputs of a published schema (@salesforce/templates)', () => {
    const published = publishedInputs();
    const offered = Object.values(createSchema(objects).getTypeMap()).filter(isInputObjectType);
    const compared = offered.filter((type) => published.has(type.name));

    test('exist for User, Profile, and UserRole, and for every operator', () => {
        const names = compared.map((type) => type.name);
        for (const name of [
            'User_Filter',
            'User_OrderBy',
            'Profile_Filter',
            'Profile_OrderBy',
            'UserRole_Filter',
            'UserRole_OrderBy',
            'JoinInput',
            'OrderByClause',
            'DateTimeInput',
            'DateRange',
            'AggregateOrderByStringClause'
        ]) {
            assert.ok(names.includes(name), name);
        }
        const operators = offered.filter((type) => type.name.endsWith('Operators'));
        for (const type of operators) assert.ok(names.includes(type.name), type.name);
        assert.ok(operators.length >= 12);
    });

    for (const type of compared) {
        test(`have every field of our ${type.name}, with the same type`, () => {
            const fields = Object.values(type.getFields()).filter((field) => !field.name.endsWith('__c'));
            for (const field of fields)
                assert.equal(String(field.type), published.get(type.name)?.get(field.name), field.name);
        });
    }
});

/** Only the published GraphQL filter has a relationship for this field. It's from a live org, so it's right. */
const RELATIONSHIPS_OF_GRAPHQL: Readonly<Record<string, string>> = { 'UserRole.ParentRoleId': 'ParentRole' };

interface PublishedField {
    name: string;
    type: string;
    length?: number;
    properties: string[];
    relationshipName?: string;
}

describe('the published describes', () => {
    if (!existsSync(describes)) {
        test("aren't next to this repository, so nothing is compared", (context) => {
            context.diagnostic(`${describes} doesn't exist, so types and properties of fields weren't compared.`);
            assert.equal(existsSync(describes), false);
        });
        return;
    }
    for (const object of objects.all.filter((each) => !each.custom)) {
        test(`have every field of our ${object.name}, with its type, length, properties, and relationship`, () => {
            const described = JSON.parse(readFileSync(join(describes, `${object.name}.json`), 'utf8'));
            const all: PublishedField[] = [...described.fields, ...described.fieldsWithoutListedProperties];
            const byName = new Map(all.map((field) => [field.name, field]));
            for (const field of object.fields) {
                const found = byName.get(field.name);
                assert.ok(found, `${field.name} isn't published`);
                assert.equal(field.type, found.type.toLowerCase(), field.name);
                assert.equal(field.length, found.length ?? 0, field.name);
                if (found.properties.length === 0) continue;
                const relationship =
                    found.relationshipName ?? RELATIONSHIPS_OF_GRAPHQL[`${object.name}.${field.name}`] ?? null;
                assert.equal(field.relationshipName, relationship, field.name);
                const served = {
                    Create: field.create,
                    Update: field.update,
                    Filter: field.filter,
                    Group: field.group,
                    Sort: field.sort,
                    Nillable: field.nillable,
                    idLookup: field.idLookup,
                    'Defaulted on create': field.defaultedOnCreate
                };
                for (const [property, has] of Object.entries(served)) {
                    assert.equal(has, found.properties.includes(property), `${field.name}: ${property}`);
                }
            }
        });
    }
});
