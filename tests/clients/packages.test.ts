import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { REPO } from '../../scripts/build/places.ts';
import { stage, unstage } from '../../scripts/check/stage.ts';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { packagesOf } from '../../scripts/package/packages.ts';
import { SalesforceCli, type Ran } from './salesforceCli.ts';

let org: LocalOrg;
let cli: SalesforceCli;
let folder: string;
/** Names of the parts, without `.zip`. The main part comes first. */
let parts: string[];

before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'switchboard-packages-'));
    const project = stage(REPO);
    try {
        const packages = await packagesOf(project);
        for (const { name, content } of packages) writeFileSync(join(folder, name), content);
        parts = packages.map(({ name }) => name.replace(/\.zip$/, '')).filter((name) => !name.endsWith('-remove'));
    } finally {
        unstage(project);
    }
    org = await startLocalOrg();
    cli = new SalesforceCli(folder);
    await cli.logIn(org.url, org.tokenFor('admin'), 'local');
});

after(async () => {
    await org.close();
    cli.remove();
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(org.requests.failures, [], 'the embedded org had internal errors');
});

function deploy(name: string): Promise<Ran> {
    const args = ['project', 'deploy', 'start', '--metadata-dir', `${name}.zip`, '--wait', '5'];
    return cli.run([...args, '-o', 'local', '--json']);
}

function failures({ json }: Ran): string[] {
    return json.result.details.componentFailures.map(
        ({ fullName, problem }: Record<string, string>) => `${fullName}: ${problem}`
    );
}

async function componentsOf(type: string): Promise<string[]> {
    const { json } = await cli.run(['org', 'list', 'metadata', '--metadata-type', type, '-o', 'local', '--json']);
    return json.result.map(({ fullName }: { fullName: string }) => fullName);
}

describe('The zip files, deployed by the Salesforce CLI', () => {
    test('put Switchboard and each optional part into an org', async () => {
        for (const part of parts) {
            const ran = await deploy(part);
            assert.deepEqual([failures(ran), ran.code], [[], 0], part);
        }
        assert.ok((await componentsOf('LightningComponentBundle')).includes('switchboard'));
    });

    test('take everything out again, in the reverse order', async () => {
        const permission = ['org', 'assign', 'permset', '--name', 'Switchboard_Admin', '-o', 'local', '--json'];
        assert.equal((await cli.run(permission)).code, 0);
        const assigned = await deploy('switchboard-remove');
        assert.equal(assigned.code, 1);
        assert.match(failures(assigned).join('\n'), /Switchboard_Admin: .*assigned to users/);
        org.store.run('DELETE FROM "PermissionSetAssignment"');

        for (const part of [...parts].reverse()) {
            const ran = await deploy(`${part}-remove`);
            assert.deepEqual([failures(ran), ran.code], [[], 0], part);
        }
        assert.deepEqual(await componentsOf('LightningComponentBundle'), []);
        assert.deepEqual(
            org.store.objects.all.filter(({ custom }) => custom).map(({ name }) => name),
            []
        );
    });

    test('put Switchboard back after it was taken out', async () => {
        const ran = await deploy('switchboard');
        assert.deepEqual([failures(ran), ran.code], [[], 0]);
        assert.ok(org.store.objects.named('CallCenterMove__c'));
    });
});
