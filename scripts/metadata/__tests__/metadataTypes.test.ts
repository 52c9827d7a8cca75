import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { METADATA_TYPES, OTHER_TYPES, PART_TYPES } from '../metadataTypes.ts';
import { SHAPES } from '../shapes.ts';

interface RegistryType {
    name: string;
    directoryName: string;
    suffix?: string;
    strategies?: { adapter: string };
    children?: { types: Record<string, RegistryType & { xmlElementName?: string }> };
}

const { registry } = createRequire(import.meta.url)('@salesforce/source-deploy-retrieve');
const registryType = (name: string): RegistryType | undefined => registry.types[name.toLowerCase()];

for (const { name, folder, suffix, hasContent } of METADATA_TYPES)
    test(`${name} has the folder and suffix that source-deploy-retrieve uses`, () => {
        const { directoryName, suffix: expected = null, strategies } = registryType(name)!;
        assert.deepEqual([folder, suffix], [directoryName, expected]);
        assert.equal(hasContent, strategies?.adapter === 'matchingContentFile');
    });

for (const { name, owner, element } of PART_TYPES)
    test(`${name} is the part of ${owner} that source-deploy-retrieve knows`, () => {
        const part = registryType(owner)!.children!.types[name.toLowerCase()]!;
        assert.equal(part.name, name);
        assert.equal(part.xmlElementName ?? part.directoryName, element);
    });

test('every other type exists in the registry of source-deploy-retrieve', () => {
    assert.deepEqual(
        OTHER_TYPES.filter((name) => registryType(name)?.name !== name && !(name.toLowerCase() in registry.childTypes)),
        []
    );
});

test('every type that Switchboard deploys has a shape', () => {
    const names = [...METADATA_TYPES, ...PART_TYPES].map(({ name }) => name);
    assert.deepEqual(
        names.filter((name) => !(name in SHAPES)),
        []
    );
});
