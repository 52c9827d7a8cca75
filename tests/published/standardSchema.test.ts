import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import type { FieldType } from '../../scripts/local-org/objects/field.ts';
import { objectTable } from '../../scripts/local-org/objects/objectTable.ts';

/** Fields of standard objects that jsforce publishes. They are generated from the describes of real orgs. */
const jsforce = dirname(createRequire(import.meta.url).resolve('jsforce/package.json'));
const schema = readFileSync(join(jsforce, 'lib/types/standard-schema.d.ts'), 'utf8');

function publishedFields(object: string): Map<string, string> {
    const body = new RegExp(`^type Fields\\$${object} = \\{\\n([\\s\\S]*?)\\n\\};`, 'm').exec(schema)?.[1] ?? '';
    return new Map([...body.matchAll(/^ {4}(\w+): (.+);$/gm)].map(([, name = '', type = '']) => [name, type]));
}

/** The type in jsforce's schema for a field type of the embedded org. */
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

/** Fields that are new or depend on a feature. The describe of v67 has them, but the orgs that jsforce used didn't. */
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
        test(`has every field of our ${name}, with the same type and nullability`, () => {
            assert.ok(object);
            const published = publishedFields(name);
            assert.ok(published.size > 1, `jsforce doesn't publish ${name}`);
            const differing = object.fields
                .filter((field) => !NOT_IN_EVERY_ORG.includes(`${name}.${field.name}`))
                .map((field) => {
                    const served = `${typeOf(field.type)}${field.nillable ? ' | null' : ''}`;
                    return [field.name, served, published.get(field.name)];
                })
                .filter(([, served, expected]) => served !== expected);
            assert.deepEqual(differing, []);
        });
    }
});
