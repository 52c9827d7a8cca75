import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import JSZip from 'jszip';
import { REPO } from '../../build/places.ts';
import type { Project } from '../../check/check.ts';
import { stage, unstage } from '../../check/stage.ts';
import { packagesOf, type PackageFile } from '../packages.ts';

let project: Project;
let packages: PackageFile[];

before(async () => {
    project = stage(REPO);
    const pages = join(project.root, 'optional/sample/main/default/pages');
    mkdirSync(pages, { recursive: true });
    cpSync(
        join(project.root, 'force-app/main/default/pages/SwitchboardSetup.page-meta.xml'),
        join(pages, 'Sample.page-meta.xml')
    );
    writeFileSync(join(pages, 'Sample.page'), '<apex:page />');
    packages = await packagesOf(project);
});

after(() => unstage(project));

async function filesOf(name: string): Promise<Map<string, string>> {
    const found = packages.find((each) => each.name === name);
    assert.ok(found, `${name} is missing`);
    const zip = await JSZip.loadAsync(found.content);
    const entries = Object.values(zip.files).filter((entry) => !entry.dir);
    return new Map(await Promise.all(entries.map(async (entry) => [entry.name, await entry.async('string')] as const)));
}

describe('the zip files', () => {
    test('come in pairs: one for Switchboard, and one for each optional part', () => {
        const optional = existsSync(join(REPO, 'optional')) ? readdirSync(join(REPO, 'optional')) : [];
        const parts = ['switchboard', ...[...optional, 'sample'].sort().map((name) => `switchboard-${name}`)];
        assert.deepEqual(
            packages.map(({ name }) => name),
            parts.flatMap((part) => [`${part}.zip`, `${part}-remove.zip`])
        );
    });

    test('hold one folder with a manifest, as a retrieve does', async () => {
        for (const { name } of packages) {
            const paths = [...(await filesOf(name)).keys()];
            assert.ok(paths.includes('unpackaged/package.xml'), name);
            assert.deepEqual(
                paths.filter((path) => !path.startsWith('unpackaged/')),
                []
            );
        }
    });

    test('hold built JavaScript, and no TypeScript', async () => {
        const paths = [...(await filesOf('switchboard.zip')).keys()];
        assert.ok(paths.includes('unpackaged/lwc/switchboard/switchboard.js'));
        assert.deepEqual(
            paths.filter((path) => path.endsWith('.ts')),
            []
        );
    });

    test('keep an optional part out of the others', async () => {
        assert.ok((await filesOf('switchboard-sample.zip')).has('unpackaged/pages/Sample.page'));
        assert.ok(!(await filesOf('switchboard.zip')).has('unpackaged/pages/Sample.page'));
        assert.match(
            (await filesOf('switchboard-sample-remove.zip')).get('unpackaged/destructiveChanges.xml')!,
            /Sample/
        );
    });

    test('are the same when they are made again from the same source', async () => {
        const again = await packagesOf(project);
        for (const [index, { name, content }] of packages.entries())
            assert.ok(content.equals(again[index]!.content), name);
    });
});
