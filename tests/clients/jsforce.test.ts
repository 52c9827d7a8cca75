import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { toId18 } from 'c/orgPort';
import jsforce, { type Connection, type SaveResult } from 'jsforce';
import { PASSWORD, startLocalOrg, type LocalOrg, type Persona } from '../../scripts/local-org/index.ts';

/** More than one page of query results. */
const USERS = 2500;
const VERSION = '66.0';

/** Returns a new object for each request, because jsforce adds the content length to the headers it gets. */
const jsonHeaders = () => ({ 'content-type': 'application/json' });

let org: LocalOrg;
let admin: Connection;

before(async () => {
    org = await startLocalOrg({ users: USERS });
    admin = connectionOf('admin');
});
after(async () => {
    await org.close();
    assert.deepEqual(org.requests.failures, [], 'the embedded org had internal errors');
});

function connectionOf(persona: Persona): Connection {
    return new jsforce.Connection({ instanceUrl: org.url, accessToken: org.tokenFor(persona), version: VERSION });
}

async function centerId(name: string): Promise<string> {
    const { records } = await admin.query(`SELECT Id FROM CallCenter WHERE Name = '${name}'`);
    return String(records[0]?.Id);
}

/** Ids of users who can be in a call center. */
async function userIds(count: number, where = "UserType = 'Standard'"): Promise<string[]> {
    const { records } = await admin.query(`SELECT Id FROM User WHERE ${where} ORDER BY Id LIMIT ${count}`);
    return records.map((record) => String(record.Id));
}

async function membersOf(center: string): Promise<number> {
    return (await admin.query(`SELECT COUNT() FROM User WHERE CallCenterId = '${center}'`)).totalSize;
}

interface ClientError {
    errorCode: string;
    message: string;
}

/** The response has `statusCode`, as documented, but jsforce's types call it `errorCode`. */
function codeOf({ errors }: SaveResult): unknown {
    return Object(errors[0]).statusCode;
}

async function errorOf(request: PromiseLike<unknown>): Promise<ClientError> {
    try {
        await request;
    } catch (cause) {
        return cause as ClientError;
    }
    return assert.fail('the request succeeded');
}

describe('jsforce logs in', () => {
    test('through SOAP, with or without a security token, and gets the same error for a wrong user and a wrong password', async () => {
        const connection = new jsforce.Connection({ loginUrl: org.url, version: '50.0', logLevel: 'FATAL' });
        const user = await connection.login('ADA.byron@switchboard.example', `${PASSWORD}aTOKEN`);
        assert.equal(user.id, org.personas.admin.userId);
        assert.equal((await connection.query('SELECT Id FROM Organization')).records[0]?.Id, user.organizationId);
        for (const [name, password] of [
            ['ada.byron@switchboard.example', 'wrong'],
            ['nobody@switchboard.example', PASSWORD]
        ] as const) {
            const again = new jsforce.Connection({ loginUrl: org.url, version: '50.0', logLevel: 'FATAL' });
            const { message } = await errorOf(again.login(name, password));
            assert.equal(message, 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.');
        }
    });

    test('through OAuth, with a password or client credentials', async () => {
        const oauth2 = { loginUrl: org.url, clientId: 'viewer', clientSecret: 'any' };
        const byPassword = new jsforce.Connection({ oauth2 });
        assert.equal(
            (await byPassword.login('bo.lind@switchboard.example', PASSWORD)).id,
            org.personas['call-center-manager'].userId
        );
        const byClient = new jsforce.Connection({ instanceUrl: org.url, oauth2 });
        const user = await byClient.authorize({ grant_type: 'client_credentials' });
        assert.equal(user.id, org.personas.viewer.userId);
        const wrong = new jsforce.Connection({ oauth2 });
        await errorOf(wrong.login('bo.lind@switchboard.example', 'wrong'));
    });

    test('and gets the identity of the user', async () => {
        const identity = await admin.identity();
        assert.equal(identity.username, org.personas.admin.username);
        assert.equal(identity.user_id, org.personas.admin.userId);
    });

    test('again after its session ended', async () => {
        const ended = org.tokenFor('admin');
        org.sessions.end(ended);
        const lost = new jsforce.Connection({ instanceUrl: org.url, accessToken: ended, version: VERSION });
        assert.equal((await errorOf(lost.query('SELECT Id FROM User LIMIT 1'))).errorCode, 'INVALID_SESSION_ID');
        let refreshed = 0;
        const connection = new jsforce.Connection({
            instanceUrl: org.url,
            accessToken: ended,
            version: VERSION,
            refreshFn: (_connection, done) => {
                refreshed++;
                done(null, org.tokenFor('admin'));
            }
        });
        assert.equal((await connection.query('SELECT Id FROM User LIMIT 1')).totalSize, 1);
        assert.equal(refreshed, 1);
    });
});

describe('jsforce queries', () => {
    test('page by page, and gets every user exactly once', async () => {
        const first = await admin.query('SELECT Id, Name, Profile.Name, LastLoginDate FROM User ORDER BY Name');
        assert.equal(first.totalSize, USERS);
        assert.equal(first.records.length, 2000);
        assert.equal(first.done, false);
        assert.match(String(first.nextRecordsUrl), /\/services\/data\/v66\.0\/query\/01g\w{15}-2000$/);
        const second = await admin.queryMore(String(first.nextRecordsUrl));
        assert.equal(second.done, true);
        const all = [...first.records, ...second.records];
        assert.equal(new Set(all.map(({ Id }) => Id)).size, USERS);
        const [record] = first.records;
        assert.deepEqual(record?.attributes, { type: 'User', url: `/services/data/v66.0/sobjects/User/${record?.Id}` });
        assert.equal(record?.Profile?.attributes?.type, 'Profile');
        const login = all.find(({ LastLoginDate }) => LastLoginDate !== null)?.LastLoginDate;
        assert.match(String(login), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    });

    test('all pages with autoFetch, and gets the same counts as SQL', async () => {
        const found = await admin.query('SELECT Id FROM User', { autoFetch: true, maxFetch: 5000 });
        assert.equal(found.records.length, USERS);
        const groups = await admin.query('SELECT CallCenterId c, COUNT(Id) n FROM User GROUP BY CallCenterId');
        const counted = org.store.all('SELECT "CallCenterId" AS c, count(*) AS n FROM "User" GROUP BY 1');
        const sorted = (rows: Record<string, unknown>[]) => rows.map(({ c, n }) => `${c} ${n}`).sort();
        assert.deepEqual(sorted(groups.records), sorted(counted));
        assert.equal(groups.records[0]?.attributes?.type, 'AggregateResult');
    });

    test('and gets an error for a cursor that belongs to another user or has expired', async () => {
        const { nextRecordsUrl } = await admin.query('SELECT Id FROM User');
        const locator = String(nextRecordsUrl).split('/').at(-1);
        const other = connectionOf('viewer');
        assert.equal((await errorOf(other.queryMore(String(nextRecordsUrl)))).errorCode, 'INVALID_QUERY_LOCATOR');
        for (let count = 0; count < 10; count++) await admin.query('SELECT Id FROM User');
        const ended = await errorOf(admin.request(`/services/data/v66.0/query/${locator}`));
        assert.deepEqual([ended.errorCode, ended.message], ['INVALID_QUERY_LOCATOR', 'invalid query locator']);
    });

    test('in pages of the requested size', async () => {
        const headers = { 'Sforce-Query-Options': 'batchSize=200' };
        const first = await admin.query('SELECT Id FROM User', { headers });
        assert.equal(first.records.length, 200);
        assert.match(String(first.nextRecordsUrl), /-200$/);
    });

    test('with its query builder', async () => {
        const found = await admin
            .sobject('User')
            .find({ LastName: { $like: "%O'Brien%" } }, ['Id', 'LastName'])
            .limit(5);
        assert.deepEqual(
            found.map(({ LastName }) => LastName),
            ["O'Brien"]
        );
        assert.equal(
            await admin.sobject('User').count({ IsActive: true }),
            Number(org.store.get('SELECT count(*) AS n FROM "User" WHERE "IsActive" = 1')?.n)
        );
    });

    test('and gets errors with the message and location in the statement', async () => {
        const nameless = await errorOf(admin.query('SELECT Nope FROM User'));
        assert.equal(nameless.errorCode, 'INVALID_FIELD');
        assert.match(
            nameless.message,
            /^\s*SELECT Nope FROM User\n {7}\^\nERROR at Row:1:Column:8\nNo such column 'Nope'/
        );
        assert.equal((await errorOf(admin.query('SELECT Id FROM ScratchOrgInfo'))).errorCode, 'INVALID_TYPE');
        assert.equal((await errorOf(admin.query('SELECT CallCenter.Name FROM User'))).errorCode, 'INVALID_FIELD');
    });

    test("that don't fit in a URL get 414", async () => {
        const ids = (await userIds(900)).map((id) => `'${id}'`).join(',');
        const response = await fetch(
            `${org.url}/services/data/v66.0/query?q=${encodeURIComponent(`SELECT Id FROM User WHERE Id IN (${ids})`)}`,
            {
                headers: { Authorization: `Bearer ${admin.accessToken}` }
            }
        );
        assert.equal(response.status, 414);
    });
});

describe('jsforce describes', () => {
    test('objects, with the properties of each field', async () => {
        const { fields, updateable, createable } = await admin.describe('User');
        assert.deepEqual([updateable, createable], [true, true]);
        const center = fields.find(({ name }) => name === 'CallCenterId');
        assert.deepEqual(
            [
                center?.type,
                center?.length,
                center?.updateable,
                center?.filterable,
                center?.groupable,
                center?.nillable,
                center?.referenceTo,
                center?.relationshipName
            ],
            ['reference', 18, true, true, true, true, ['CallCenter'], null]
        );
        const hidden = (await connectionOf('viewer').describe('User')).fields.some(
            ({ name }) => name === 'EmployeeNumber'
        );
        assert.equal(hidden, false);
        const centers = await admin.describe('CallCenter');
        assert.deepEqual([centers.createable, centers.updateable, centers.deletable], [true, false, false]);
    });

    test('the whole org, and reads its limits', async () => {
        const { sobjects } = await admin.describeGlobal();
        for (const name of ['User', 'CallCenter', 'Profile', 'CallCenterProfile__c']) {
            assert.ok(
                sobjects.some((each) => each.name === name),
                name
            );
        }
        const { DailyApiRequests } = await admin.limits();
        assert.ok(DailyApiRequests && DailyApiRequests.Remaining < DailyApiRequests.Max);
        assert.ok(admin.limitInfo.apiUsage && admin.limitInfo.apiUsage.used > 0);
        assert.equal((await errorOf(admin.describe('Nope'))).errorCode, 'NOT_FOUND');
    });
});

describe('jsforce writes', () => {
    test('one user, and reads the new values', async () => {
        const target = await centerId('8x8 Work');
        const [id = ''] = await userIds(1, "CallCenterId = null AND UserType = 'Standard'");
        assert.deepEqual(await admin.sobject('User').update({ Id: id, CallCenterId: target }), {
            id,
            success: true,
            errors: []
        });
        const user = await admin.sobject('User').retrieve(id);
        assert.equal(user.CallCenterId, target);
        assert.equal(user.LastModifiedById, org.personas.admin.userId);
        await admin.sobject('User').update({ Id: id, CallCenterId: null });
        assert.equal((await admin.sobject('User').retrieve(id, { fields: ['CallCenterId'] })).CallCenterId, null);
    });

    test('200 users in one call, and gets results in the same order, errors included', async () => {
        const target = await centerId('Pilot 2027');
        const ids = await userIds(199);
        const before = await membersOf(target);
        const records = ids.map((Id) => ({ Id, CallCenterId: target }));
        records.splice(70, 0, { Id: '005000000000000AAA', CallCenterId: target });
        const results = await admin.sobject('User').update(records);
        assert.deepEqual(
            results.map(({ success }) => success),
            records.map((_record, index) => index !== 70)
        );
        assert.deepEqual(results.map(({ id }) => id).filter(Boolean), ids);
        assert.equal(await membersOf(target), before + 199);
        const kept = await admin.sobject('User').retrieve(ids.slice(0, 3), { fields: ['Id', 'CallCenterId'] });
        assert.deepEqual(
            kept.map((user) => user.CallCenterId),
            [target, target, target]
        );
        await admin.sobject('User').update(ids.map((Id) => ({ Id, CallCenterId: null })));
    });

    test('no more than 200 users in one call', async () => {
        const records = (await userIds(201)).map((Id) => ({ Id, Title: 'x' }));
        const { errorCode, message } = await errorOf(admin.sobject('User').update(records));
        assert.equal(errorCode, 'EXCEEDED_ID_LIMIT');
        assert.match(message, /cannot submit more than 200 records into this call/);
        assert.equal((await admin.query("SELECT COUNT() FROM User WHERE Title = 'x'")).totalSize, 0);
        const results = await admin.sobject('User').update(records, { allowRecursive: true });
        assert.equal(results.filter(({ success }) => success).length, 201);
    });

    test('all users or none with allOrNone, and gets the reason for each user', async () => {
        const [one = '', two = ''] = await userIds(2);
        const titles = async () =>
            (await admin.sobject('User').retrieve([one, two], { fields: ['Title'] })).map(({ Title }) => Title);
        const earlier = await titles();
        const records = [
            { Id: one, Title: 'All' },
            { Id: two, Title: 'x'.repeat(81) }
        ];
        const results = await admin.sobject('User').update(records, { allOrNone: true });
        assert.deepEqual(results.map(codeOf), ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'STRING_TOO_LONG']);
        assert.deepEqual(await titles(), earlier);
        const [first, second] = await admin.sobject('User').update(records);
        assert.deepEqual([first?.success, second?.success], [true, false]);
        assert.deepEqual(await titles(), ['All', earlier[1]]);
    });

    test('each user only once per call', async () => {
        const [id = ''] = await userIds(1);
        const [first, second] = await admin.sobject('User').update([
            { Id: id, Title: 'Once' },
            { Id: id.slice(0, 15), Title: 'Twice' }
        ]);
        assert.deepEqual([first?.success, second && codeOf(second)], [true, 'DUPLICATE_VALUE']);
    });

    test('records of custom objects: creates, finds by external id, upserts, and deletes them', async () => {
        const profiles = admin.sobject('CallCenterProfile__c');
        const center = String(toId18('04v000000000ABC'));
        const made = await profiles.create({ Name: 'Made', CallCenterId__c: center, Kind__c: 'unknown' });
        assert.ok(made.success);
        const again = await profiles.upsert({ CallCenterId__c: center, Note__c: 'kept' }, 'CallCenterId__c');
        assert.equal(again.id, made.id);
        const found = await admin.request<Record<string, unknown>>(
            `/services/data/v66.0/sobjects/CallCenterProfile__c/CallCenterId__c/${center}`
        );
        assert.deepEqual([found.Name, found.Note__c], ['Made', 'kept']);
        const twice = await errorOf(profiles.create({ Name: 'Twice', CallCenterId__c: center, Kind__c: 'unknown' }));
        assert.equal(twice.errorCode, 'DUPLICATE_VALUE');
        const many = await profiles.upsert(
            [
                { CallCenterId__c: center, Note__c: 'many' },
                { CallCenterId__c: String(toId18('04v000000000ABD')), Name: 'New', Kind__c: 'open-cti' }
            ],
            'CallCenterId__c'
        );
        assert.deepEqual(
            many.map((result) => result.success && 'created' in result && result.created),
            [false, true]
        );
        const gone = await profiles.destroy(many.map(({ id }) => String(id)));
        assert.ok(gone.every(({ success }) => success));
        assert.equal((await errorOf(profiles.retrieve(String(made.id)))).errorCode, 'NOT_FOUND');
    });

    test("new call centers, but can't update or delete them", async () => {
        const made = await admin.sobject('CallCenter').create({ Name: 'By API', InternalName: 'ByApi', Version: 4 });
        assert.match(String(made.id), /^04v/);
        const update = await errorOf(admin.sobject('CallCenter').update({ Id: String(made.id), Name: 'Other' }));
        assert.equal(update.errorCode, 'INVALID_TYPE_FOR_OPERATION');
        const remove = await errorOf(admin.sobject('CallCenter').destroy(String(made.id)));
        assert.equal(remove.errorCode, 'INVALID_TYPE_FOR_OPERATION');
    });

    test('nothing with an invalid id, and gets the error for each kind of invalid id', async () => {
        const users = admin.sobject('User');
        const [id = ''] = await userIds(1);
        const wrongSum = `${id.slice(0, 17)}${id.endsWith('A') ? 'B' : 'A'}`;
        assert.equal((await errorOf(users.retrieve(wrongSum))).errorCode, 'MALFORMED_ID');
        assert.equal((await errorOf(users.retrieve(await centerId('8x8 Work')))).errorCode, 'MALFORMED_ID');
        assert.equal((await errorOf(users.retrieve('nonsense'))).errorCode, 'NOT_FOUND');
        assert.equal(
            (await errorOf(users.update({ Id: id, CallCenterId: id }))).errorCode,
            'FIELD_INTEGRITY_EXCEPTION'
        );
        assert.equal(
            (await errorOf(users.update({ Id: id, CallCenterId: String(toId18('04v000000000ZZZ')) }))).errorCode,
            'INVALID_CROSS_REFERENCE_KEY'
        );
        assert.equal(
            (await errorOf(users.update({ Id: id, LastLoginDate: null }))).errorCode,
            'INVALID_FIELD_FOR_INSERT_UPDATE'
        );
    });
});

describe('jsforce retrieves many records', () => {
    test("in the requested order, with null for records that don't exist", async () => {
        const [one = '', two = ''] = await userIds(2);
        const found = await admin
            .sobject('User')
            .retrieve([two, String(toId18('005000000000zzz')), one], { fields: ['Name'] });
        assert.deepEqual(
            found.map((user) => user?.Id ?? null),
            [two, null, one]
        );
    });
});

describe('jsforce with a bulk job', () => {
    const polling = { pollInterval: 50, pollTimeout: 120_000 };

    test('hundreds of users, and gets the error of each failed row', async () => {
        const target = await centerId('Collections');
        const ids = await userIds(450, "CallCenterId = null AND UserType = 'Standard'");
        const before = await membersOf(target);
        const input = [...ids.map((Id) => ({ Id, CallCenterId: target })), { Id: ids[0], CallCenterId: ids[0] }];
        const results = await admin.bulk2.loadAndWaitForResults({
            object: 'User',
            operation: 'update',
            input,
            ...polling
        });
        assert.equal(results.successfulResults.length, ids.length);
        assert.deepEqual(results.unprocessedRecords, []);
        assert.match(String(results.failedResults[0]?.sf__Error), /^FIELD_INTEGRITY_EXCEPTION:/);
        assert.equal(await membersOf(target), before + ids.length);
        const cleared = ids.map((Id) => ({ Id, CallCenterId: '#N/A' }));
        await admin.bulk2.loadAndWaitForResults({ object: 'User', operation: 'update', input: cleared, ...polling });
        assert.equal(await membersOf(target), before);
    });

    test('and leaves a field unchanged if its cell is empty', async () => {
        const [id = ''] = await userIds(1);
        await admin.sobject('User').update({ Id: id, Title: 'Kept', Department: 'Old' });
        const input = `Id;Title;Department\r\n${id};;"New; ""quoted"""\r\n`;
        await admin.bulk2.loadAndWaitForResults({
            object: 'User',
            operation: 'update',
            lineEnding: 'CRLF',
            columnDelimiter: 'SEMICOLON',
            input,
            ...polling
        });
        const user = await admin.sobject('User').retrieve(id, { fields: ['Title', 'Department'] });
        assert.deepEqual([user.Title, user.Department], ['Kept', 'New; "quoted"']);
    });

    test('inserts, upserts, and deletes rows of custom objects', async () => {
        const job = { object: 'CallCenterProfile__c', ...polling };
        const key = String(toId18('04v000000000BCD'));
        const inserted = await admin.bulk2.loadAndWaitForResults({
            ...job,
            operation: 'insert',
            input: `Name,CallCenterId__c,Kind__c\nBulk,${key},open-cti\nBad,${key},open-cti\n`
        });
        assert.deepEqual([inserted.successfulResults.length, inserted.failedResults.length], [1, 1]);
        assert.match(String(inserted.failedResults[0]?.sf__Error), /^DUPLICATE_VALUE:/);
        const upserted = await admin.bulk2.loadAndWaitForResults({
            ...job,
            operation: 'upsert',
            externalIdFieldName: 'CallCenterId__c',
            input: `CallCenterId__c,Note__c\n${key},again\n`
        });
        const [row] = upserted.successfulResults;
        assert.deepEqual([row?.sf__Created, row?.sf__Id], ['false', inserted.successfulResults[0]?.sf__Id]);
        const deleted = await admin.bulk2.loadAndWaitForResults({
            ...job,
            operation: 'delete',
            input: `Id\n${row?.sf__Id}\n`
        });
        assert.equal(deleted.successfulResults.length, 1);
    });

    test("fails if the file doesn't match the job", async () => {
        const [id = ''] = await userIds(1);
        for (const [input, words] of [
            [`Id,Nope\n${id},x\n`, /Field name not found : Nope/],
            [`Id;Title\n${id};x\n`, /Field name not found : Id;Title/],
            [`Id,Title\r\n${id},x\r\n`, /LineEnding is invalid on user data/],
            [`Id,Title\n${id},"x\n`, /a quoted value is not closed/]
        ] as const) {
            const { message } = await errorOf(
                admin.bulk2.loadAndWaitForResults({ object: 'User', operation: 'update', input, ...polling })
            );
            assert.match(message, words);
        }
        const centers = admin.bulk2.loadAndWaitForResults({
            object: 'CallCenter',
            operation: 'update',
            input: 'Id\n',
            ...polling
        });
        assert.match((await errorOf(centers)).message, /Entity 'CallCenter' is not supported by the Bulk API/);
    });

    test("writes nothing after aborting the job, which other users can't see", async () => {
        const job = admin.bulk2.createJob({ object: 'User', operation: 'update' });
        await job.open();
        await job.uploadData(`Id,Title\n${(await userIds(1))[0]},Aborted\n`);
        const other = connectionOf('viewer').bulk2.job('ingest', { id: String(job.id) });
        await errorOf(other.check());
        await job.abort();
        assert.equal((await job.check()).state, 'Aborted');
        await job.delete();
        assert.equal((await admin.query("SELECT COUNT() FROM User WHERE Title = 'Aborted'")).totalSize, 0);
    });

    test('streams every user', async () => {
        const stream = await admin.bulk2.query(
            'SELECT Id, Name, Profile.Name, CallCenterId FROM User ORDER BY Name',
            polling
        );
        const rows = await stream.toArray();
        assert.equal(rows.length, USERS);
        const named = org.store.all('SELECT "Name" FROM "User" WHERE "Name" LIKE \'%"%\'').map(({ Name }) => Name);
        assert.ok(named.length > 0);
        for (const name of named)
            assert.ok(
                rows.some((row) => row.Name === name),
                String(name)
            );
        assert.ok('Profile.Name' in (rows[0] ?? {}));
    });
});

describe('jsforce sends', () => {
    const compose = (compositeRequest: unknown[], allOrNone = true) =>
        admin.request<{ compositeResponse: { httpStatusCode: number; referenceId: string; body: any }[] }>({
            method: 'POST',
            url: '/services/data/v66.0/composite',
            body: JSON.stringify({ allOrNone, compositeRequest }),
            headers: jsonHeaders()
        });
    const API = '/services/data/v66.0';

    test('a composite request whose parts refer to the answers of earlier parts', async () => {
        const { compositeResponse } = await compose([
            {
                method: 'POST',
                url: `${API}/sobjects/CallCenterMoveRun__c`,
                referenceId: 'run',
                body: { RunKey__c: 'composite' }
            },
            {
                method: 'POST',
                url: `${API}/sobjects/CallCenterMove__c`,
                referenceId: 'move',
                body: { Run__c: '@{run.id}', UserName__c: 'Ada', Outcome__c: 'moved' }
            },
            {
                method: 'GET',
                url: `${API}/query?q=SELECT+Run__r.RunKey__c+FROM+CallCenterMove__c+WHERE+Id='@{move.id}'`,
                referenceId: 'read'
            }
        ]);
        assert.deepEqual(
            compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
            [201, 201, 200]
        );
        assert.equal(compositeResponse[2]?.body.records[0].Run__r.RunKey__c, 'composite');
    });

    test('a composite request that is rolled back when a part fails', async () => {
        const parts = [
            {
                method: 'POST',
                url: `${API}/sobjects/CallCenterMoveRun__c`,
                referenceId: 'run',
                body: { RunKey__c: 'rolled back' }
            },
            {
                method: 'POST',
                url: `${API}/sobjects/CallCenterMove__c`,
                referenceId: 'move',
                body: { Run__c: '@{run.nope}' }
            }
        ];
        const left = async () =>
            (await admin.query("SELECT COUNT() FROM CallCenterMoveRun__c WHERE RunKey__c = 'rolled back'")).totalSize;
        const failed = await compose(parts);
        assert.deepEqual(
            failed.compositeResponse.map(({ body }) => body[0].errorCode),
            ['PROCESSING_HALTED', 'PROCESSING_HALTED']
        );
        assert.equal(await left(), 0);
        const kept = await compose(parts, false);
        assert.deepEqual(
            kept.compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
            [201, 400]
        );
        assert.equal(await left(), 1);
    });

    test('a GraphQL mutation that moves users, and sees the change in SOQL', async () => {
        const target = await centerId('Voice East');
        const [id = ''] = await userIds(1, "CallCenterId = null AND UserType = 'Standard'");
        const query =
            'mutation move($input: UserUpdateInput!) { uiapi(input: { allOrNone: false }) { UserUpdate(input: $input) { Record { Id CallCenterId { value } } } } }';
        const variables = { input: { Id: id, User: { CallCenterId: target } } };
        const answer = await admin.requestPost<any>(`${API}/graphql`, { query, variables });
        assert.equal(answer.data.uiapi.UserUpdate.Record.CallCenterId.value, target);
        const moved = await admin.query(`SELECT CallCenterId FROM User WHERE Id = '${id}'`);
        assert.equal(moved.records[0]?.CallCenterId, target);
        const read = await admin.requestPost<any>(`${API}/graphql`, {
            query: 'query { uiapi { query { User(where: { LastName: { eq: "Nowak" }, FirstName: { eq: "Marek" } }) { edges { node { Id Name { value } } } } } } }'
        });
        assert.equal(read.data.uiapi.query.User.edges[0].node.Name.value, 'Marek Nowak');
    });

    test('requests for UI API records', async () => {
        const id = org.personas.viewer.userId;
        const record = await admin.request<any>(`${API}/ui-api/records/${id}?fields=User.Name`);
        assert.equal(record.fields.Name.value, 'Di Vane');
    });

    test('invalid JSON or an unknown path, and gets an error', async () => {
        const url = `${API}/composite/sobjects`;
        const broken = await errorOf(
            admin.request({ method: 'PATCH', url, body: '{"records": [', headers: jsonHeaders() })
        );
        assert.equal(broken.errorCode, 'JSON_PARSER_ERROR');
        const typed = await errorOf(
            admin.request({ method: 'PATCH', url, body: 'x', headers: { 'content-type': 'text/plain' } })
        );
        assert.equal(typed.errorCode, 'UNSUPPORTED_MEDIA_TYPE');
        assert.equal((await errorOf(admin.request(`${API}/nowhere`))).errorCode, 'NOT_FOUND');
        assert.equal(
            (await errorOf(admin.request({ method: 'DELETE', url: `${API}/query` }))).errorCode,
            'METHOD_NOT_ALLOWED'
        );
    });
});

describe('jsforce without the permission to', () => {
    for (const persona of ['call-center-manager', 'delegated', 'viewer'] as const) {
        test(`write users, as ${persona}, can read them but gets an error for one, many, and bulk`, async () => {
            const connection = connectionOf(persona);
            const [id = ''] = await userIds(1);
            const record = { Id: id, Title: `by ${persona}` };
            assert.equal(
                (await errorOf(connection.sobject('User').update(record))).errorCode,
                'INSUFFICIENT_ACCESS_OR_READONLY'
            );
            const [result] = await connection.sobject('User').update([record]);
            assert.equal(result && codeOf(result), 'INSUFFICIENT_ACCESS_OR_READONLY');
            const bulk = await connection.bulk2.loadAndWaitForResults({
                object: 'User',
                operation: 'update',
                input: [record],
                pollInterval: 50
            });
            assert.match(String(bulk.failedResults[0]?.sf__Error), /^INSUFFICIENT_ACCESS_OR_READONLY:/);
            assert.equal(
                (await connection.query(`SELECT COUNT() FROM User WHERE Title = 'by ${persona}'`)).totalSize,
                0
            );
            assert.equal((await connection.query('SELECT COUNT() FROM User')).totalSize, USERS);
            const package_ = connection.metadata.deploy(Buffer.from('x'), { checkOnly: true });
            assert.match((await errorOf(package_.complete())).message, /requires a user with the/);
        });
    }

    test('see a field, as viewer, gets an error for it everywhere', async () => {
        const connection = connectionOf('viewer');
        const read = (fields: string[]) => connection.sobject('User').retrieve(org.personas.admin.userId, { fields });
        assert.equal((await errorOf(read(['EmployeeNumber']))).errorCode, 'INVALID_FIELD');
        assert.equal((await errorOf(connection.query('SELECT EmployeeNumber FROM User'))).errorCode, 'INVALID_FIELD');
        assert.equal('EmployeeNumber' in (await connection.sobject('User').retrieve(org.personas.admin.userId)), false);
    });
});
