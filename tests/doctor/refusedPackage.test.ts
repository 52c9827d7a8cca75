import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { deploySource } from '../../scripts/deploy/deploySource.ts';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { logIn, type OrgLogin } from '../../scripts/org/login.ts';
import { copyProject, type Project } from '../clients/project.ts';
import { SalesforceCli } from '../clients/salesforceCli.ts';

let org: LocalOrg;
let cli: SalesforceCli;
let project: Project;
let login: OrgLogin;

before(async () => {
    org = await startLocalOrg({ users: 60 });
    project = copyProject();
    cli = new SalesforceCli(project.folder);
    await cli.logIn(org.url, org.tokenFor('admin'), 'local');
    // This file has its own process. The library in it, and the CLI that it starts, use the same login.
    process.env.HOME = cli.home;
    process.env.SF_USE_GENERIC_UNIX_KEYCHAIN = 'true';
    login = await logIn('local');
});
after(() => {
    project.remove();
    cli.remove();
});

describe('A login and a package', () => {
    test('the login has the username, the address, and the newest API version', async () => {
        const { url, username, apiVersion } = login;
        assert.deepEqual([url, username, apiVersion], [org.url, org.personas.admin.username, '68.0']);
        assert.ok(org.sessions.of(await login.accessToken()));
    });

    test('a rejected package fails with the reason for each component', async () => {
        rmSync(join(project.folder, 'force-app/main/default/lwc/switchboardTab'), { recursive: true });
        await assert.rejects(deploySource({ root: project.folder }, 'local', true), {
            name: 'UserError',
            message:
                /^The org rejected the deployment:\n(.*\n)* {2}CustomTab Switchboard: .*no LightningComponentBundle named switchboardTab found/
        });
    });

    test('a package that cannot be built fails with the message of the Salesforce CLI', async () => {
        rmSync(join(project.folder, 'force-app'), { recursive: true });
        await assert.rejects(deploySource({ root: project.folder }, 'local', true), {
            name: 'UserError',
            message: /^The org rejected the deployment: .*force-app/
        });
    });

    test('an org that is gone fails with the next step', async () => {
        await org.close();
        await assert.rejects(logIn('local'), {
            name: 'UserError',
            message: /^The org local didn't respond\. Check your network/
        });
    });
});
