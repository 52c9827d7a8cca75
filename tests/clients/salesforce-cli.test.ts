import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { toId18 } from 'c/orgPort';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { copyProject, type Project } from './project.ts';
import { SalesforceCli, type Ran } from './salesforceCli.ts';

let org: LocalOrg;
let project: Project;
let cli: SalesforceCli;

before(async () => {
    org = await startLocalOrg();
    project = copyProject();
    cli = new SalesforceCli(project.folder);
    const login = [
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
    const { json } = succeeded(await cli.run(login, { SF_ACCESS_TOKEN: org.tokenFor('admin') }));
    assert.equal(json.result.username, org.personas.admin.username);
});

after(async () => {
    await org.close();
    project.remove();
    cli.remove();
    assert.deepEqual(org.requests.failures, [], 'the embedded org had internal errors');
});

/** Runs a command in the embedded org. */
function sf(...args: string[]): Promise<Ran> {
    return cli.run([...args, '-o', 'local', '--json']);
}

function succeeded(ran: Ran): Ran {
    assert.equal(ran.code, 0, `${ran.stdout}\n${ran.stderr}`);
    return ran;
}

function file(name: string, text: string): string {
    const path = join(project.folder, name);
    writeFileSync(path, text);
    return path;
}

/** Ids of users. Each test uses another range, so that no test changes another test's users. */
function users(start: number, count: number): string[] {
    const rows = org.store.all(
        'SELECT "Id" FROM "User" WHERE "UserType" = \'Standard\' ORDER BY "Id" LIMIT ? OFFSET ?',
        [count, start]
    );
    return rows.map(({ Id }) => String(Id));
}

function center(name: string): string {
    return String(org.store.get('SELECT "Id" FROM "CallCenter" WHERE "Name" = ?', [name])?.Id);
}

function valueOf(id: string, field: string): unknown {
    return org.store.get(`SELECT "${field}" AS value FROM "User" WHERE "Id" = ?`, [id])?.value;
}

describe('Salesforce CLI', { concurrency: 2 }, () => {
    test('shows the org', async () => {
        const { json } = succeeded(await sf('org', 'display'));
        assert.deepEqual([json.result.connectedStatus, json.result.id], ['Connected', org.sessions.organizationId()]);
    });

    test('lists the limits of the org', async () => {
        const { json } = succeeded(await sf('org', 'list', 'limits'));
        const daily = json.result.find((limit: { name: string }) => limit.name === 'DailyApiRequests');
        assert.ok(daily.remaining < daily.max);
    });

    test('queries fields of parents', async () => {
        const query = "SELECT Name, Profile.Name FROM User WHERE Username = 'ada.byron@switchboard.example'";
        const { stdout } = succeeded(
            await cli.run(['data', 'query', '-o', 'local', '--result-format', 'csv', '-q', query])
        );
        assert.equal(stdout.trim(), 'Name,Profile.Name\nAda Byron,System Administrator');
    });

    test('queries with a URL and token instead of a login', async () => {
        const query = [
            'data',
            'query',
            '--json',
            '-q',
            'SELECT CallCenterId, COUNT(Id) n FROM User GROUP BY CallCenterId'
        ];
        const env = { SF_ORG_INSTANCE_URL: org.url };
        const { json } = succeeded(await cli.run([...query, '-o', org.tokenFor('viewer')], env));
        const total = json.result.records.reduce((sum: number, { n }: { n: number }) => sum + n, 0);
        assert.equal(total, org.store.get('SELECT count(*) AS n FROM "User"')?.n);
    });

    test("shows the org's error message for an invalid query", async () => {
        const { code, json } = await sf('data', 'query', '-q', 'SELECT CallCenter.Name FROM User');
        assert.notEqual(code, 0);
        assert.equal(json.name, 'INVALID_FIELD');
        assert.match(json.message, /Didn't understand relationship 'CallCenter' in field path/);
    });

    test('gets a record by id and by field values', async () => {
        const id = org.personas.viewer.userId;
        const byId = succeeded(await sf('data', 'get', 'record', '--sobject', 'User', '--record-id', id));
        assert.equal(byId.json.result.Name, 'Di Vane');
        const byValue = succeeded(
            await sf('data', 'get', 'record', '--sobject', 'User', '--where', "LastName='Vane' FirstName='Di'")
        );
        assert.equal(byValue.json.result.Id, id);
    });

    test('updates a record', async () => {
        const [id = ''] = users(100, 1);
        const values = `CallCenterId=${center('Pilot 2027')} Title='By sf'`;
        succeeded(await sf('data', 'update', 'record', '--sobject', 'User', '--record-id', id, '--values', values));
        assert.deepEqual([valueOf(id, 'CallCenterId'), valueOf(id, 'Title')], [center('Pilot 2027'), 'By sf']);
    });

    test('updates in bulk', async () => {
        const ids = users(200, 250);
        const csv = file(
            'update.csv',
            ['Id,CallCenterId', ...ids.map((id) => `${id},${center('Collections')}`), ''].join('\n')
        );
        const { json } = succeeded(
            await sf('data', 'update', 'bulk', '--sobject', 'User', '--file', csv, '--wait', '2', '--line-ending', 'LF')
        );
        assert.deepEqual([json.result.processedRecords, json.result.failedRecords], [250, 0]);
        assert.ok(ids.every((id) => valueOf(id, 'CallCenterId') === center('Collections')));
    });

    test('updates valid rows in bulk, and returns the others with the reason', async () => {
        const [good = '', bad = ''] = users(460, 2);
        const csv = file('mixed.csv', `Id,Title\n${good},Good\n${bad},${'x'.repeat(81)}\n`);
        const { code, json } = await sf(
            'data',
            'update',
            'bulk',
            '--sobject',
            'User',
            '--file',
            csv,
            '--wait',
            '2',
            '--line-ending',
            'LF'
        );
        assert.equal(code, 1);
        assert.equal(valueOf(good, 'Title'), 'Good');
        const job = /750\w{15}/.exec(JSON.stringify(json))?.[0] ?? '';
        const results = succeeded(await sf('data', 'bulk', 'results', '--job-id', job));
        assert.deepEqual([results.json.result.successfulRecords, results.json.result.failedRecords], [1, 1]);
        const failed = readFileSync(join(project.folder, results.json.result.failedFilePath), 'utf8');
        assert.match(failed, /STRING_TOO_LONG:Title: data value too large/);
    });

    test('upserts in bulk by external id', async () => {
        const known = center('8x8 Work');
        const fresh = String(toId18('04v000000000CLI'));
        const csv = file(
            'upsert.csv',
            `CallCenterId__c,Name,Kind__c,Note__c\n${known},8x8 Work,open-cti,by sf\n${fresh},Fresh,unknown,by sf\n`
        );
        const { json } = succeeded(
            await sf(
                'data',
                'upsert',
                'bulk',
                '--sobject',
                'CallCenterProfile__c',
                '--external-id',
                'CallCenterId__c',
                '--file',
                csv,
                '--wait',
                '2',
                '--line-ending',
                'LF'
            )
        );
        assert.equal(json.result.jobInfo.numberRecordsProcessed, 2);
        const noted = org.store.all(
            'SELECT "CallCenterId__c" AS id FROM "CallCenterProfile__c" WHERE "Note__c" = \'by sf\' ORDER BY 1'
        );
        assert.deepEqual(
            noted.map(({ id }) => id),
            [fresh, known].sort()
        );
    });

    test('exports in bulk', async () => {
        const out = join(project.folder, 'export.csv');
        succeeded(
            await sf(
                'data',
                'export',
                'bulk',
                '--query',
                'SELECT Id, Name, CallCenterId FROM User',
                '--output-file',
                out,
                '--wait',
                '2'
            )
        );
        const ids = readFileSync(out, 'utf8').match(/\b005\w{15}\b/g) ?? [];
        assert.equal(new Set(ids).size, org.store.get('SELECT count(*) AS n FROM "User"')?.n);
    });

    test('sends requests to any path of the REST API', async () => {
        const { stdout } = succeeded(
            await cli.run(['api', 'request', 'rest', '/services/data/v66.0/limits', '-o', 'local'])
        );
        assert.ok(JSON.parse(stdout).DailyApiRequests.Max > 0);
        const body = JSON.stringify({ Department: 'By REST' });
        const [id = ''] = users(480, 1);
        succeeded(
            await cli.run([
                'api',
                'request',
                'rest',
                `/services/data/v66.0/sobjects/User/${id}`,
                '--method',
                'PATCH',
                '--body',
                body,
                '-o',
                'local'
            ])
        );
        assert.equal(valueOf(id, 'Department'), 'By REST');
    });

    test('sends a GraphQL query', async () => {
        const query = file(
            'query.graphql',
            'query { uiapi { query { User(first: 1, where: { LastName: { eq: "Lind" } }) { edges { node { Name { value } } } } } } }'
        );
        const { stdout } = succeeded(await cli.run(['api', 'request', 'graphql', '--body', query, '-o', 'local']));
        assert.equal(JSON.parse(stdout).data.uiapi.query.User.edges[0].node.Name.value, 'Bo Lind');
    });

    test('opens the org with an address that holds no token', async () => {
        const { json } = succeeded(
            await sf('org', 'open', '--url-only', '--path', 'lightning/setup/SetupOneHome/home')
        );
        const address = new URL(json.result.url);
        assert.deepEqual([address.origin, address.pathname], [org.url, '/secur/frontdoor.jsp']);
        assert.deepEqual([...address.searchParams.keys()], ['otp', 'startURL']);
        assert.equal(address.searchParams.get('startURL'), 'lightning/setup/SetupOneHome/home');
    });

    test('creates a call center with a number', async () => {
        const values = "Name='By sf' InternalName=BySf Version=4";
        const { json } = succeeded(await sf('data', 'create', 'record', '--sobject', 'CallCenter', '--values', values));
        const row = org.store.get('SELECT "Version" FROM "CallCenter" WHERE "Id" = ?', [json.result.id]);
        assert.equal(row?.Version, 4);
    });

    test('imports records as a tree', async () => {
        const attributes = { type: 'CallCenter', referenceId: 'one' };
        const records = [{ attributes, Name: 'By tree', InternalName: 'ByTree' }];
        const tree = file('tree.json', JSON.stringify({ records }));
        const { json } = succeeded(await sf('data', 'import', 'tree', '--files', tree));
        assert.equal(json.result[0].refId, 'one');
        assert.equal(center('By tree'), json.result[0].id);
    });

    test('lists the custom objects of the org', async () => {
        const { json } = succeeded(await sf('org', 'list', 'metadata', '--metadata-type', 'CustomObject'));
        const names = json.result.map(({ fullName }: { fullName: string }) => fullName);
        assert.deepEqual(names.sort(), [
            'CallCenterCheck__c',
            'CallCenterMovePlan__c',
            'CallCenterMoveRequest__c',
            'CallCenterMoveRun__c',
            'CallCenterMove__c',
            'CallCenterProfile__c',
            'CallCenterRule__c'
        ]);
    });

    test('retrieves a field and a flow into the project', async () => {
        const flow = 'optional/flow/main/default/flows/List_Call_Centers.flow-meta.xml';
        const note = 'force-app/main/default/objects/CallCenterProfile__c/fields/Note__c.field-meta.xml';
        const texts = [note, flow].map((path) => [path, readFileSync(join(project.folder, path), 'utf8')] as const);
        // What the project doesn't have goes to its default package directory, so the flow is changed, not removed.
        rmSync(join(project.folder, note));
        appendFileSync(join(project.folder, flow), '<!-- changed -->');
        const wanted = ['CustomField:CallCenterProfile__c.Note__c', 'Flow', 'CustomObject:Unknown__c'];
        const metadata = wanted.flatMap((each) => ['--metadata', each]);
        const { json } = succeeded(await sf('project', 'retrieve', 'start', ...metadata));
        assert.match(
            JSON.stringify(json.result.messages),
            /Entity of type 'CustomObject' named 'Unknown__c' cannot be found/
        );
        for (const [path, text] of texts) {
            const retrieved = readFileSync(join(project.folder, path), 'utf8');
            assert.equal(retrieved.replace(/\s+/g, ''), text.replace(/\s+/g, ''), path);
        }
    });

    test('describes an object', async () => {
        const { json } = succeeded(await sf('sobject', 'describe', '--sobject', 'CallCenter'));
        assert.deepEqual([json.result.keyPrefix, json.result.updateable], ['04v', false]);
    });
});

describe('Salesforce CLI validates a deployment', () => {
    const deploy = ['project', 'deploy', 'start', '--dry-run', '-o', 'local', '--source-dir', 'force-app', '--json'];

    test('of this repository over SOAP, without any errors', async () => {
        const { code, json } = await cli.run(deploy);
        const { details, checkOnly, numberComponentsTotal } = json.result;
        const failures = details.componentFailures.map(
            ({ fullName, problem }: Record<string, string>) => `${fullName}: ${problem}`
        );
        assert.deepEqual([failures, checkOnly, code], [[], true, 0]);
        assert.equal(details.componentSuccesses.length, numberComponentsTotal);
        for (const { problem } of details.componentSuccesses)
            assert.match(problem, /^Not checked by the embedded org: ./);
    });

    test('with a missing tab component over REST, and shows the error', async () => {
        const bundle = join(project.folder, 'force-app/main/default/lwc/switchboardTab');
        rmSync(bundle, { recursive: true });
        const { code, json } = await cli.run(deploy, { SF_ORG_METADATA_REST_DEPLOY: 'true' });
        assert.equal(code, 1);
        const problems = json.result.details.componentFailures.map(
            ({ componentType, problem }: Record<string, string>) => `${componentType}: ${problem}`
        );
        assert.ok(
            problems.some((problem: string) =>
                /^CustomTab: .*no LightningComponentBundle named switchboardTab found/.test(problem)
            ),
            problems.join('\n')
        );
        assert.ok(org.requests.kept.some(({ path }) => path.includes('/metadata/deployRequest')));
    });
});
