import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import type { FieldType } from '../../scripts/local-org/objects/field.ts';
import { objectTable } from '../../scripts/local-org/objects/objectTable.ts';

/** Fields of the standard objects as jsforce publishes them: made from the describes of real orgs. */
const jsforce = dirname(createRequire(import.meta.url).resolve('jsforce/package.json'));
const schema = readFileSync(join(jsforce, 'lib/types/standard-schema.d.ts'), 'utf8');

function publishedFields(object: string): Map<string, string> {
    const body = new RegExp(`^type Fields\\$${object} = \\{\\n([\\s\\S]*?)\\n\\};`, 'm').exec(schema)?.[1] ?? '';
    return new Map([...body.matchAll(/^ {4}(\w+): (.+);$/gm)].map(([, name = '', type = '']) => [name, type]));
}

/** The type that jsforce gives to a field of ours. */
function typeOf(type: FieldType): string {
    switch (type) {
        case 'boolean':
            return 'boolean';
        case 'int':
        case 'double':
            return 'number';
        case 'date':
        case 'datetime':
            return 'DateString';
        case 'id':
        case 'string':
        case 'textarea':
        case 'reference':
        case 'picklist':
        case 'email':
        case 'phone':
        case 'url':
            return 'string';
    }
}

/** Newer, or only in orgs with some feature: the describe of v67 has them, the orgs that jsforce was made from did not. */
const NOT_IN_EVERY_ORG = [
    'User.NumberOfFailedLogins',
    'User.SuAccessExpirationDate',
    'User.UserPermissionsLiveAgentUser',
    'Profile.IsSsoEnabled',
    'Profile.PermissionsDelegatedContactCenterAdmin',
    'PermissionSet.PermissionsDelegatedContactCenterAdmin',
    'PermissionSetAssignment.IsActive',
    'PermissionSetAssignment.IsRevoked',
    'PermissionSetAssignment.ExpirationDate'
];

describe('The standard schema that jsforce publishes', () => {
    for (const name of [
        'User',
        'CallCenter',
        'Profile',
        'UserRole',
        'PermissionSet',
        'PermissionSetAssignment',
        'UserLicense',
        'Organization'
    ]) {
        const object = objectTable().named(name);
        test(`has every field that ${name} serves, of that type and as nullable`, () => {
            assert.ok(object);
            const published = publishedFields(name);
            assert.ok(published.size > 1, `jsforce publishes no ${name}`);
            const differing = object.fields
                .filter((field) => !NOT_IN_EVERY_ORG.includes(`${name}.${field.name}`))
                .map((field) => {
                    const served = `${typeOf(field.type)}${field.nillable ? ' | null' : ''}`;
                    return [field.name, served, published.get(field.name)];
                })
                .filter(([, served, said]) => served !== said);
            assert.deepEqual(differing, []);
        });
    }
});
