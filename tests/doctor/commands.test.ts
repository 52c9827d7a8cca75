import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startLocalOrg, VARIANTS, type FaultRule, type LocalOrg, type Variant } from '../../scripts/local-org/index.ts';
import { SalesforceCli } from '../clients/salesforceCli.ts';
import { contents } from './answers.ts';

/** `npm run doctor` and `npm run deploy` as a person runs them, with a login that the Salesforce CLI made. */

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

/** An org that the CLI knows as `local`, and nothing else. */
async function loggedIn(variant?: Variant): Promise<LoggedIn> {
    const org = await startLocalOrg({ users: 60, variant });
    const cli = new SalesforceCli(REPO);
    closing.push(
        () => org.close(),
        () => cli.remove()
    );
    const token = org.tokenFor('admin');
    const words = [
        'org',
        'login',
        'access-token',
        '--instance-url',
        org.url,
        '--no-prompt',
        '--alias',
        'local',
        '--json'
    ];
    const login = await cli.run(words, { SF_ACCESS_TOKEN: token });
    assert.equal(login.code, 0, login.stdout);
    return { org, token, run: (command, ...words) => run(cli.home, command, words) };
}

function run(home: string, command: string, words: string[]): Promise<Ran> {
    return new Promise((resolve, reject) => {
        const child = spawn(
            process.execPath,
            ['--disable-warning=ExperimentalWarning', `scripts/${command}/main.ts`, ...words],
            {
                cwd: REPO,
                env: { PATH: process.env.PATH, HOME: home, SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' },
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

/** One line, no stack, and the next step in it. */
function isOneSentence({ code, err }: Ran, words: RegExp): void {
    assert.equal(code, 1);
    assert.match(err.trim(), words);
    assert.equal(err.trim().split('\n').length, 1, err);
    assert.doesNotMatch(err, /\bat .+:\d+:\d+/);
}

describe('The commands, in an org that Switchboard works in', async () => {
    const local = await loggedIn();

    test('doctor prints a table and changes nothing', async () => {
        const before = contents(local.org);
        const { code, out } = await local.run('doctor', '--target-org', 'local');
        assert.equal(code, 0, out);
        assert.match(out, /^Switchboard in http:\/\/localhost:\d+ as ada\.byron@switchboard\.example\n/);
        assert.match(out, /\nelse +Is CallCenter in UI API and its GraphQL\?\n +answer +no, /);
        assert.match(out, /\nSwitchboard works here\. Open: 1 of 14 questions\.\n$/);
        assert.ok(out.split('\n').every((line) => line.length <= 100));
        assert.equal(contents(local.org), before);
    });

    test('doctor says the same to programs', async () => {
        const { code, out } = await local.run('doctor', '--target-org', local.org.personas.admin.username, '--json');
        const { works, findings } = JSON.parse(out);
        assert.deepEqual([code, works, findings.length], [0, true, 14]);
    });

    test('deploy --dry-run checks here and in the org, and changes nothing', async () => {
        const before = contents(local.org);
        const { code, out, err } = await local.run('deploy', '--target-org', 'local', '--dry-run');
        assert.equal(code, 0, out + err);
        assert.match(out, /The org would take all \d+ components\.\nWould assign Switchboard_Admin to you\.\n/);
        assert.match(out, /Would fill the registry: 7 call centers, 1 new\./);
        assert.equal(contents(local.org), before);
    });

    test('deploy deploys, assigns, fills the registry and says where to go', async () => {
        const { code, out, err } = await local.run('deploy', '--target-org', 'local');
        assert.equal(code, 0, out + err);
        assert.match(
            out,
            /\nDeployed \d+ components\.\nAssigned Switchboard_Admin to you\.\nFilled the registry: 7 call centers, 1 new\./
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

    test('deploy --registry-only fills the registry and sends no package', async () => {
        local.org.store.run('DELETE FROM "CallCenterProfile__c"');
        const { code, out } = await local.run('deploy', '--target-org', 'local', '--registry-only');
        assert.equal(code, 0, out);
        assert.match(
            out,
            /Filled the registry: 7 call centers, 7 new\. Say in Switchboard what kind these are: 8x8 Work, /
        );
        assert.doesNotMatch(out, /Checks|Deployed/);
    });

    test('an alias that the Salesforce CLI does not know is told with the next step', async () => {
        for (const command of ['doctor', 'deploy'] as const)
            isOneSentence(
                await local.run(command, '--target-org', 'nope'),
                /knows no org nope: log in with "sf org login web/
            );
    });

    test('no alias, an unknown option and half an option are told with the next step', async () => {
        isOneSentence(await local.run('doctor'), /^Say which org: npm run doctor -- --target-org ALIAS/);
        isOneSentence(await local.run('deploy', '--force'), /^Unknown option '--force'; npm run deploy -- --help/);
        isOneSentence(await local.run('doctor', '-o', 'local', '--probe-writes'), /add --user USERNAME/);
        isOneSentence(await local.run('doctor', '-o', 'local', '--user', 'x'), /add --probe-writes/);
    });

    test('a login that has ended is told with the next step, last of all', async () => {
        local.org.sessions.end(local.token);
        for (const command of ['doctor', 'deploy'] as const) {
            const ran = await local.run(command, '--target-org', 'local');
            isOneSentence(ran, /^The login to local has ended: log in again with "sf org login web --alias local"\.$/);
        }
    });
});

/** A login takes reading oneself, so users become unreadable after it. */
const UNREADABLE: FaultRule = {
    on: 'graphql query',
    fault: 'document refused',
    message: "Validation error of type FieldUndefined: Field 'User' in type 'RecordQuery' is undefined"
};

const STOPS: { where: string; variant?: Variant; rules?: FaultRule[]; words: RegExp }[] = [
    {
        where: 'Without GraphQL mutations',
        variant: VARIANTS['no-mutations'],
        words: /^The org has API version 65, .+: wait until it is upgraded to version 66/
    },
    {
        where: 'Without call centers',
        variant: VARIANTS['no-call-centers'],
        words: /^The org has no call center: make one in Setup/
    },
    {
        where: 'Without permission to read users',
        rules: [UNREADABLE],
        words: /^This user may not read users \(.+'User'.+\): give them /
    }
];

for (const { where, variant, rules = [], words } of STOPS) {
    test(`${where}, deploy sends nothing, and both commands say what to do`, async () => {
        const { org, run } = await loggedIn(variant);
        org.faults.set({ rules });
        isOneSentence(await run('deploy', '--target-org', 'local'), words);
        assert.ok(org.requests.kept.every(({ path }) => !/metadata|Soap\/m/.test(path)));
        const { code, out } = await run('doctor', '--target-org', 'local');
        assert.equal(code, 1);
        const [, verdict = ''] = out.split('Switchboard does not work here yet:\n');
        assert.match(verdict, words);
    });
}
