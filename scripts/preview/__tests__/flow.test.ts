import assert from 'node:assert/strict';
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPO } from '../../build/places.ts';
import { startLocalOrg } from '../../local-org/index.ts';
import { embedded } from '../embedded.ts';
import { FlowUnreadable, readFlowPlan } from '../../metadata/flow/flowPlan.ts';
import { flowSoql } from '../../metadata/flow/flowSoql.ts';
import { runFlow } from '../flow/runFlow.ts';
import { interview } from '../lds/interview.ts';

const FLOWS = join(REPO, 'optional/flow/main/default/flows');
const LIST = readFileSync(join(FLOWS, 'List_Call_Centers.flow-meta.xml'), 'utf8');

/** The flow of the repository, with filters put in. */
const filtered = (filters: string): string =>
    LIST.replace('<object>CallCenter</object>', `${filters}<object>CallCenter</object>`);
const filter = (field: string, operator: string, value: string): string =>
    `<filters><field>${field}</field><operator>${operator}</operator><value>${value}</value></filters>`;
const soqlOf = (xml: string): string => flowSoql(readFlowPlan(xml).lookups[0]!);

test('the flow of the repository queries its object, fields, and order, and nothing else', () => {
    assert.equal(
        soqlOf(LIST),
        'SELECT Id, Name, InternalName, AdapterUrl, CustomSettings FROM CallCenter ORDER BY Name ASC'
    );
    assert.deepEqual(readFlowPlan(LIST).outputs, [
        { name: 'callCenters', objectType: 'CallCenter', isCollection: true }
    ]);
});

test('filters become conditions with their values quoted', () => {
    const filters = [
        filter('Name', 'EqualTo', "<stringValue>O'Neil \\ Co</stringValue>"),
        filter('InternalName', 'StartsWith', '<stringValue>50%_</stringValue>'),
        filter('Version', 'GreaterThanOrEqualTo', '<numberValue>2.0</numberValue>'),
        filter('AdapterUrl', 'IsNull', '<booleanValue>false</booleanValue>')
    ];
    assert.equal(
        soqlOf(filtered(filters.join(''))),
        "SELECT Id, Name, InternalName, AdapterUrl, CustomSettings FROM CallCenter WHERE Name = 'O\\'Neil \\\\ Co'" +
            " AND InternalName LIKE '50\\%\\_%' AND Version >= 2 AND AdapterUrl != null ORDER BY Name ASC"
    );
});

test('a flow that does more than read, or would not run in an org, is not run', () => {
    const wrong: [string, RegExp][] = [
        [LIST.replace('<status>Active', '<status>Draft'), /not active/],
        [LIST.replace('>AutoLaunchedFlow<', '>Flow<'), /not an autolaunched one/],
        [LIST.replace('<start>', '<recordDeletes><name>x</name></recordDeletes><start>'), /does not run recordDeletes/],
        [LIST.replace('<targetReference>Get_Call_Centers', '<targetReference>Gone'), /no element Gone/],
        [filtered('<filterLogic>or</filterLogic>'), /with "and" only/],
        [filtered(filter('Name', 'EqualTo', '<elementReference>x</elementReference>')), /does not know/],
        [filtered(filter('Name', 'WasSet', '<booleanValue>true</booleanValue>')), /operator WasSet/],
        [filtered(filter('Name = 1 OR Name', 'EqualTo', '<stringValue>x</stringValue>')), /is not the name/],
        ['<CustomTab/>', /holds no flow/]
    ];
    for (const [xml, words] of wrong)
        assert.throws(
            () => soqlOf(xml),
            (error) => error instanceof FlowUnreadable && words.test(error.message)
        );
});

test('a flow returns the records that the persona can see, or null if there is no such flow', async (context) => {
    const local = await startLocalOrg({ users: 60 });
    context.after(() => local.close());
    const org = embedded(local);
    const ended = await runFlow(org, 'admin', FLOWS, 'List_Call_Centers');
    assert.equal(ended!.status, 'FINISHED_SCREEN');
    const { value, ...variable } = ended!.outputVariables[0]!;
    assert.deepEqual(variable, {
        name: 'callCenters',
        dataType: 'SOBJECT',
        objectType: 'CallCenter',
        isCollection: true
    });
    const rows = local.store.all(
        'SELECT "Id", "Name", "InternalName", "AdapterUrl", "CustomSettings" FROM "CallCenter" ORDER BY "Name"'
    );
    assert.deepEqual(
        value,
        rows.map((row) => ({ ...row }))
    );
    for (const name of ['Gone', '../flows/List_Call_Centers', 'List_Call_Centers.flow-meta.xml', ''])
        assert.equal(await runFlow(org, 'admin', FLOWS, name), null, name);

    const folder = mkdtempSync(join(tmpdir(), 'switchboard-flows-'));
    context.after(() => rmSync(folder, { recursive: true }));
    const none = filtered(filter('Name', 'EqualTo', '<stringValue>no such center</stringValue>'));
    writeFileSync(join(folder, 'None.flow-meta.xml'), none);
    writeFileSync(join(folder, 'Wrong.flow-meta.xml'), LIST.replace('>InternalName<', '>Gone<'));
    assert.equal((await runFlow(org, 'admin', folder, 'None'))!.outputVariables[0]!.value, null);
    const failed = await runFlow(org, 'admin', folder, 'Wrong');
    assert.deepEqual([failed!.status, failed!.outputVariables], ['ERROR', []]);
});

test("an interview reports how it ended, never rejects, and returns values that can't be changed", async () => {
    const answers: (() => Response)[] = [];
    const asked: [string, Record<string, string>][] = [];
    Object.assign(globalThis, {
        document: { querySelector: () => ({ content: 'admin' }) },
        fetch: async (url: string, { headers }: { headers: Record<string, string> }) => {
            asked.push([url, headers]);
            return answers.shift()!();
        }
    });
    const value = [{ Id: '04v000000000001AAA' }];
    answers.push(() => Response.json({ status: 'FINISHED_SCREEN', outputVariables: [{ name: 'callCenters', value }] }));
    const ended = await interview('List_Call_Centers', []);
    assert.deepEqual(asked, [['/preview/flow/List_Call_Centers', { 'x-preview-persona': 'admin' }]]);
    assert.deepEqual([ended.status, ended.outputVariables[0]!.value], ['FINISHED_SCREEN', value]);
    assert.throws(() => (ended.outputVariables[0]!.value = null), TypeError);

    answers.push(
        () => new Response('no', { status: 404 }),
        () => new Response('not JSON'),
        () => {
            throw new TypeError('fetch failed');
        }
    );
    for (let times = 3; times > 0; times -= 1) assert.equal((await interview('Gone', [])).status, 'ERROR');
    assert.equal((await interview('List_Call_Centers', [{ name: 'x', type: 'String', value: '' }])).status, 'ERROR');
    assert.equal(answers.length, 0);
});
