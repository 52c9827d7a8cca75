import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startLocalOrg, VARIANTS, type FaultRule, type LocalOrg, type Variant } from '../../scripts/local-org/index.ts';
import { SalesforceCli } from '../clients/salesforceCli.ts';
import { NODE_CACHE } from '../support/nodeCache.ts';
import { contents } from './examined.ts';

/** `npm run doctor` and `npm run deploy` as a person runs them, with a login of the Salesforce CLI. */

const REPO = fileURLToPath(new URL('../..', import.meta.url));
const closing: (() => unknown)[] = [];
after(async () => {
    for (const close of closing) await close();
});

interface Ran {
    code: number | null;
    out: string;
    err: string;
}

interface LoggedIn {
    org: LocalOrg;
    token: string;
    run(command: 'doctor' | 'deploy', ...words: string[]): Promise<Ran>;
}

/** An org that the CLI knows as `local`. It knows no other. */
async function loggedIn(variant?: Variant): Promise<LoggedIn> {
    const org = await startLocalOrg({ users: 60, variant });
    const cli = new SalesforceCli(REPO);
    closing.push(
        () => org.close(),
        () => cli.remove()
    );
    const token = org.tokenFor('admin');
    await cli.logIn(org.url, token, 'local');
    return { org, token, run: (command, ...words) => run(cli.home, command, words) };
}

function run(home: string, command: string, words: string[]): Promise<Ran> {
    return new Promise((resolve, reject) => {
        const child = spawn(
            process.execPath,
            ['--disable-warning=ExperimentalWarning', `scripts/${command}/main.ts`, ...words],
            {
                cwd: REPO,
                env: { PATH: process.env.PATH, HOME: home, SF_USE_GENERIC_UNIX_KEYCHAIN: 'true', ...NODE_CACHE },
                stdio: ['ignore', 'pipe', 'pipe']
            }
        );
        const ran: Ran = { code: null, out: '', err: '' };
        child.stdout.on('data', (part) => (ran.out += part));
        child.stderr.on('data', (part) => (ran.err += part));
        child.on('error', reject);
        child.on('close', (code) => resolve({ ...ran, code }));
    });
}

/** The command fails with one line, no stack, and the next step in the line. */
function failsWithLine({ code, err }: Ran, line: RegExp): void {
    assert.equal(code, 1);
    assert.match(err.trim(), line);
    assert.equal(err.trim().split('\n').length, 1, err);
    assert.doesNotMatch(err, /\bat .+:\d+:\d+/);
}

describe('In an org that Switchboard works in', async () => {
    const local = await loggedIn();

    test('doctor prints a table and changes nothing', async () => {
        const before = contents(local.org);
        const { code, out } = await local.run('doctor', '--target-org', 'local');
        assert.equal(code, 0, out);
        assert.match(out, /^Switchboard in http:\/\/localhost:\d+ as ada\.byron@switchboard\.example\n/);
        assert.match(out, /\nfallback +Can GraphQL and UI API read call centers\?\n +result +no, /);
        assert.match(out, /\nSwitchboard works in this org\. 1 of 19 checks couldn't finish\.\n$/);
        assert.ok(out.split('\n').every((line) => line.length <= 100));
        assert.equal(contents(local.org), before);
    });

    test('doctor prints the same as JSON for programs', async () => {
        const { code, out } = await local.run('doctor', '--target-org', local.org.personas.admin.username, '--json');
        const { works, findings } = JSON.parse(out);
        assert.deepEqual([code, works, findings.length], [0, true, 19]);
    });

    test('deploy --dry-run checks the project and the org, and changes nothing', async () => {
        const before = contents(local.org);
        const { code, out, err } = await local.run('deploy', '--target-org', 'local', '--dry-run');
        assert.equal(code, 0, out + err);
        assert.match(
            out,
            /The org would accept all \d+ components\.\nThe org would accept the Visualforce page SwitchboardCenters\.\nThe org would accept the flow List_Call_Centers\.\nWould assign Switchboard_Admin to you\.\n/
        );
        assert.match(out, /Would save the names of 7 call centers \(1 new\)\./);
        assert.equal(contents(local.org), before);
    });

    test('deploy deploys, assigns the permission set, saves the names, and prints where to go', async () => {
        const { code, out, err } = await local.run('deploy', '--target-org', 'local');
        assert.equal(code, 0, out + err);
        assert.match(
            out,
            /\nDeployed \d+ components\.\nDeployed the Visualforce page SwitchboardCenters\.\nDeployed the flow List_Call_Centers\.\nAssigned Switchboard_Admin to you\.\nAssigned Switchboard_Centers_Page to you\.\nAssigned Switchboard_Centers_Flow to you\.\nSaved the names of 7 call centers \(1 new\)\./
        );
        assert.ok(out.includes(`${local.org.url}/lightning/n/Switchboard\n`));
        assert.ok(
            out.includes(`${local.org.url}/lightning/setup/CallCenters/page?address=%2Fapex%2FSwitchboardSetup\n`)
        );
        const rows = local.org.store.all(
            `SELECT a."Id" FROM "PermissionSetAssignment" a JOIN "PermissionSet" p ON p."Id" = a."PermissionSetId" WHERE p."Name" = 'Switchboard_Admin' AND a."AssigneeId" = ?`,
            [local.org.personas.admin.userId]
        );
        assert.equal(rows.length, 1);
        assert.equal(local.org.store.get('SELECT count(*) AS n FROM "CallCenterProfile__c"')?.n, 7);
        assert.deepEqual(local.org.requests.failures, []);
    });

    test('deploy --registry-only saves the names and sends no package', async () => {
        local.org.store.run('DELETE FROM "CallCenterProfile__c"');
        const { code, out } = await local.run('deploy', '--target-org', 'local', '--registry-only');
        assert.equal(code, 0, out);
        assert.match(
            out,
            /Saved the names of 7 call centers \(7 new\)\. In Switchboard, set the type of: Collections, /
        );
        assert.doesNotMatch(out, /Checks|Deployed/);
    });

    test('an alias that the Salesforce CLI does not know fails with the next step', async () => {
        for (const command of ['doctor', 'deploy'] as const)
            failsWithLine(
                await local.run(command, '--target-org', 'nope'),
                /has no org named nope\. Log in with "sf org login web/
            );
    });

    test('no alias, an unknown option, and half an option fail with the next step', async () => {
        failsWithLine(await local.run('doctor'), /^Choose an org: npm run doctor -- --target-org ALIAS/);
        failsWithLine(await local.run('deploy', '--force'), /^Unknown option '--force'\. Run npm run deploy -- --help/);
        failsWithLine(await local.run('doctor', '-o', 'local', '--probe-writes'), /Add --user USERNAME/);
        failsWithLine(await local.run('doctor', '-o', 'local', '--user', 'x'), /Add --probe-writes/);
    });

    test('an expired login fails with the next step', async () => {
        local.org.sessions.end(local.token);
        for (const command of ['doctor', 'deploy'] as const) {
            const ran = await local.run(command, '--target-org', 'local');
            failsWithLine(ran, /^Your login to local expired\. Log in again with "sf org login web --alias local"\.$/);
        }
    });
});

test('In an org that refuses the optional parts, deploy says what that means, and goes on', async () => {
    const local = await loggedIn(VARIANTS['parts-refused']);
    const { code, out, err } = await local.run('deploy', '--target-org', 'local');
    assert.equal(code, 0, out + err);
    assert.match(
        out,
        /\nDeployed \d+ components\.\nThe org doesn't accept the Visualforce page SwitchboardCenters\. Switchboard asks the flow List_Call_Centers instead\.\n {2}The org rejected the deployment:\n(.*\n)* {4}ApexPage SwitchboardCenters: You can't use the object CallCenter here\n/
    );
    assert.match(
        out,
        /\nThe org doesn't accept the flow List_Call_Centers\. Switchboard uses the saved names where the Visualforce page has none\.\n/
    );
    assert.match(out, /\nAssigned Switchboard_Admin to you\.\nSaved the names of 7 call centers/);
    assert.deepEqual(local.org.requests.failures, []);
});

/** A login reads its own user, so users become unreadable only afterwards. */
const UNREADABLE: FaultRule = {
    on: 'graphql query',
    fault: 'document refused',
    message: "Validation error of type FieldUndefined: Field 'User' in type 'RecordQuery' is undefined"
};

const STOPS: { where: string; variant?: Variant; rules?: FaultRule[]; blocker: RegExp }[] = [
    {
        where: 'Without GraphQL mutations',
        variant: VARIANTS['no-mutations'],
        blocker: /^The org has API version 65, .+\. Wait until it's upgraded to version 66/
    },
    {
        where: 'Without call centers',
        variant: VARIANTS['no-call-centers'],
        blocker: /^The org has no call centers\. Create one in Setup/
    },
    {
        where: 'Without permission to read users',
        rules: [UNREADABLE],
        blocker: /^This user can't see other users \(.+'User'.+\)\. Give them /
    }
];

for (const { where, variant, rules = [], blocker } of STOPS) {
    test(`${where}, deploy sends nothing, and both commands print the next step`, async () => {
        const { org, run } = await loggedIn(variant);
        org.faults.set({ rules });
        failsWithLine(await run('deploy', '--target-org', 'local'), blocker);
        assert.ok(org.requests.kept.every(({ path }) => !/metadata|Soap\/m/.test(path)));
        const { code, out } = await run('doctor', '--target-org', 'local');
        assert.equal(code, 1);
        const [, verdict = ''] = out.split("Switchboard isn't ready for this org:\n");
        assert.match(verdict, blocker);
    });
}
