import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import JSZip from 'jszip';
import { startTestOrg, type TestOrg } from '../../__tests__/testOrg.ts';
import { META, XMLNS } from './validPackage.ts';

let started: TestOrg;

beforeEach(async () => {
    started = await startTestOrg();
});

afterEach(async () => {
    await started.org.close();
    assert.deepEqual(started.org.requests.failures, []);
});

interface Message {
    componentType: string;
    fullName: string;
    fileName: string;
    problem?: string;
    problemType?: string;
    deleted: boolean;
}
interface Result {
    success: boolean;
    errorMessage?: string;
    details: { componentSuccesses: Message[]; componentFailures: Message[] };
}

function manifest(types: Record<string, string[]> = {}): string {
    const entries = Object.entries(types).map(
        ([name, members]) =>
            `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`
    );
    return `<Package ${XMLNS}>${entries.join('')}<version>66.0</version></Package>`;
}

/** Deploys files over REST. Without a package.xml, the deployment adds nothing. */
async function deploy(files: Record<string, string>, options: object = {}): Promise<Result> {
    const zip = new JSZip();
    for (const [path, text] of Object.entries({ 'package.xml': manifest(), ...files })) zip.file(path, text);
    const form = new FormData();
    const deployOptions = { singlePackage: true, ...options };
    form.append('json', new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' }));
    form.append('file', new Blob([await zip.generateAsync({ type: 'arraybuffer' })], { type: 'application/zip' }));
    const { org } = started;
    const headers = { Authorization: `Bearer ${org.tokenFor('admin')}` };
    const base = `${org.url}/services/data/v66.0/metadata/deployRequest`;
    const { id } = (await (await fetch(base, { method: 'POST', headers, body: form })).json()) as { id: string };
    const answer = await fetch(`${base}/${id}?includeDetails=true`, { headers });
    return ((await answer.json()) as { deployResult: Result }).deployResult;
}

function failures({ details }: Result): string[] {
    return details.componentFailures.map(({ fullName, problem }) => `${fullName}: ${problem}`);
}

const OBJECTS = [
    'CallCenterCheck__c',
    'CallCenterMove__c',
    'CallCenterMovePlan__c',
    'CallCenterMoveRequest__c',
    'CallCenterMoveRun__c',
    'CallCenterProfile__c',
    'CallCenterRule__c'
];

async function objectsOfOrg(): Promise<string[]> {
    const { sobjects } = (await (await started.rest('/sobjects')).json()) as { sobjects: { name: string }[] };
    return sobjects.map(({ name }) => name).filter((name) => name.endsWith('__c'));
}

describe('a deployment that deletes', () => {
    test('takes objects out of every API, with their records', async () => {
        const query = '{ uiapi { query { CallCenterProfile__c { edges { node { Id } } } } } }';
        assert.deepEqual((await started.graphql(query)).errors ?? [], []);
        const all = (await objectsOfOrg()).sort();
        const result = await deploy({ 'destructiveChanges.xml': manifest({ CustomObject: all }) });
        assert.deepEqual([failures(result), result.success], [[], true]);
        assert.ok(result.details.componentSuccesses.every(({ deleted }) => deleted));
        assert.deepEqual(await objectsOfOrg(), []);
        const soql = await started.rest('/query?q=SELECT+Id+FROM+CallCenterProfile__c');
        assert.equal(((await soql.json()) as { errorCode: string }[])[0]?.errorCode, 'INVALID_TYPE');
        assert.match((await started.graphql(query)).errors[0]!.message, /FieldUndefined|CallCenterProfile__c/);
        assert.equal(started.org.store.get('SELECT count(*) AS n FROM "CallCenterProfile__c"')?.n, 0);
    });

    test('deletes nothing in a dry run', async () => {
        const files = { 'destructiveChanges.xml': manifest({ CustomObject: OBJECTS }) };
        assert.equal((await deploy(files, { checkOnly: true })).success, true);
        assert.ok(OBJECTS.every((name) => started.org.store.objects.named(name) !== undefined));
    });

    test('fails with a warning for what the org doesn’t have, and deletes nothing', async () => {
        const files = { 'destructiveChanges.xml': manifest({ CustomObject: [...OBJECTS, 'Nope__c'] }) };
        const result = await deploy(files);
        assert.equal(result.success, false);
        const [{ componentType, fullName, fileName, problem, problemType }] = result.details.componentFailures as [
            Message
        ];
        assert.deepEqual(
            { componentType, fullName, fileName, problem, problemType },
            {
                componentType: 'CustomObject',
                fullName: 'destructiveChanges.xml',
                fileName: 'destructiveChanges.xml',
                problem: 'No CustomObject named: Nope__c found',
                problemType: 'Warning'
            }
        );
        assert.ok(started.org.store.objects.named('CallCenterMove__c'));
    });

    test('deletes the rest when warnings are ignored', async () => {
        const files = { 'destructiveChanges.xml': manifest({ CustomTab: ['Nope'], CustomObject: OBJECTS }) };
        const result = await deploy(files, { ignoreWarnings: true });
        assert.equal(result.success, true);
        assert.equal(started.org.store.objects.named('CallCenterMove__c'), undefined);
    });

    const refused: [what: string, types: Record<string, string[]>, problem: RegExp][] = [
        ['a wildcard', { CustomObject: ['*'] }, /No CustomObject named: \* found/],
        ['an object of Salesforce', { CustomObject: ['User'] }, /Cannot delete standard object: User/],
        ['a type that doesn’t exist', { CustomObjekt: ['X'] }, /Unknown type name 'CustomObjekt'/],
        ['a flow by its name', { Flow: ['List_Call_Centers'] }, /insufficient access rights on cross-reference id/],
        ['an active flow', { Flow: ['List_Call_Centers-1'] }, /insufficient access rights on cross-reference id/],
        ['a version that doesn’t exist', { Flow: ['List_Call_Centers-7'] }, /No Flow named: List_Call_Centers-7 found/]
    ];
    for (const [what, types, problem] of refused)
        test(`can’t delete ${what}`, async () => {
            const result = await deploy({ 'destructiveChanges.xml': manifest(types) });
            assert.equal(result.success, false);
            assert.match(failures(result).join('\n'), problem);
        });

    test('can’t delete an object without the lookup to it', async () => {
        const result = await deploy({ 'destructiveChanges.xml': manifest({ CustomObject: ['CallCenterMoveRun__c'] }) });
        assert.equal(result.success, false);
        assert.match(
            failures(result).join('\n'),
            /CallCenterMoveRun__c: This custom object is referenced elsewhere .* Custom Field - CallCenterMove__c\.Run__c/
        );
    });

    const DEFINITION = `<FlowDefinition ${XMLNS}><activeVersionNumber>0</activeVersionNumber></FlowDefinition>`;
    const deactivated = {
        'package.xml': manifest({ FlowDefinition: ['List_Call_Centers'] }),
        'flowDefinitions/List_Call_Centers.flowDefinition': DEFINITION
    };
    const flow = manifest({ Flow: ['List_Call_Centers-1'] });
    const run = () =>
        started.rest('/actions/custom/flow/List_Call_Centers', { method: 'POST', body: '{"inputs":[{}]}' });

    test('deletes a flow after it’s deactivated, and then it can’t run', async () => {
        assert.equal((await run()).status, 200);
        const result = await deploy({ ...deactivated, 'destructiveChangesPost.xml': flow });
        assert.deepEqual([failures(result), result.success], [[], true]);
        assert.equal((await run()).status, 404);
    });

    test('can’t delete a flow before the deployment that deactivates it', async () => {
        const result = await deploy({ ...deactivated, 'destructiveChangesPre.xml': flow });
        assert.match(failures(result).join('\n'), /insufficient access rights/);
        assert.equal((await run()).status, 200);
    });

    test('can’t make a flow from its definition', async () => {
        const result = await deploy({
            'package.xml': manifest({ FlowDefinition: ['Other'] }),
            'flowDefinitions/Other.flowDefinition': DEFINITION
        });
        assert.match(failures(result).join('\n'), /You can't create a flow definition directly/);
    });

    const SET = `<PermissionSet ${XMLNS}><label>Desk</label></PermissionSet>`;
    const withSet = {
        'package.xml': manifest({ PermissionSet: ['Desk'] }),
        'permissionsets/Desk.permissionset': SET
    };
    const withoutSet = { 'destructiveChanges.xml': manifest({ PermissionSet: ['Desk'] }) };

    test('deletes a permission set only when nobody has it', async () => {
        assert.equal((await deploy(withSet)).success, true);
        const { store, personas } = started.org;
        const setId = String(store.get('SELECT "Id" FROM "PermissionSet" WHERE "Name" = \'Desk\'')?.Id);
        const body = JSON.stringify({ AssigneeId: personas.admin.userId, PermissionSetId: setId });
        const created = await started.rest('/sobjects/PermissionSetAssignment', { method: 'POST', body });
        const { id } = (await created.json()) as { id: string };
        assert.match(failures(await deploy(withoutSet)).join('\n'), /assigned to users/);
        await started.rest(`/sobjects/PermissionSetAssignment/${id}`, { method: 'DELETE' });
        assert.equal((await deploy(withoutSet)).success, true);
        assert.equal(store.get('SELECT "Id" FROM "PermissionSet" WHERE "Name" = \'Desk\''), undefined);
    });

    const bundles = {
        'package.xml': manifest({ LightningComponentBundle: ['board', 'part'] }),
        'lwc/board/board.js': "import { x } from 'c/part';\nexport default class extends x {}",
        'lwc/board/board.js-meta.xml': META,
        'lwc/part/part.js': 'export const x = class {};',
        'lwc/part/part.js-meta.xml': META
    };

    test('can’t delete a component that another one uses, but can delete both', async () => {
        assert.equal((await deploy(bundles)).success, true);
        const one = await deploy({ 'destructiveChanges.xml': manifest({ LightningComponentBundle: ['part'] }) });
        assert.match(
            failures(one).join('\n'),
            /part: This lightning component bundle is referenced elsewhere .* Lightning Component Bundle - board/
        );
        const both = manifest({ LightningComponentBundle: ['part', 'board'] });
        assert.equal((await deploy({ 'destructiveChanges.xml': both })).success, true);
    });

    test('takes an object back that was deleted', async () => {
        assert.equal((await deploy({ 'destructiveChanges.xml': manifest({ CustomObject: OBJECTS }) })).success, true);
        const object = `<CustomObject ${XMLNS}><label>Center</label><pluralLabel>Centers</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel><nameField><type>Text</type><label>Name</label></nameField></CustomObject>`;
        const back = {
            'package.xml': manifest({ CustomObject: ['CallCenterProfile__c'] }),
            'objects/CallCenterProfile__c.object': object
        };
        const result = await deploy(back);
        assert.deepEqual([failures(result), result.success], [[], true]);
        assert.deepEqual(await objectsOfOrg(), ['CallCenterProfile__c']);
    });
});
