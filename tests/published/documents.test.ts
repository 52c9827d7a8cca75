/**
 * Every document of ours, checked by Salesforce's own parser (`@conduit-client/onestore-graphql-parser`), as the page's
 * `lightning/graphql` does before it sends anything.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { graphqlOrg } from 'c/graphqlOrg';
import {
    EXPORT_FIELDS,
    MAX_GROUPS_PER_READ,
    toId18,
    USER_KEYS,
    type ChecksOrg,
    type HistoryOrg,
    type MoveRequestsOrg,
    type Org
} from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { checkConfig, gql } from '../../scripts/preview/lds/document.ts';
import { httpTransport } from '../support/httpTransport.ts';

const CENTER = toId18('04v000000000001')!;
const USER = toId18('005000000000001')!;
/** The longest mutation that a run sends. */
const BATCH = 200;

let local: LocalOrg;
before(async () => {
    local = await startLocalOrg({ users: 40 });
});
after(() => local.close());

/** An org whose transport is as strict as the page's. `sent` has the documents as they were sent. */
function checkedOrg(): { org: Org & HistoryOrg & MoveRequestsOrg & ChecksOrg; sent: string[] } {
    const sent: string[] = [];
    const http = httpTransport(local.url, local.tokenFor('admin'));
    const checked = (document: string, operation: 'query' | 'mutation'): string => {
        const config = checkConfig({ query: gql(document) }, operation);
        assert.ok(config.kind === 'document', `${JSON.stringify(config)}\n${document}`);
        sent.push(config.text);
        return config.text;
    };
    const org = graphqlOrg({
        ...http,
        query: (document, variables) => http.query(checked(document, 'query'), variables),
        mutate: (document, variables) => http.mutate(checked(document, 'mutation'), variables)
    });
    return { org, sent };
}

/** The run that `saveRun` has saved, in whichever order the methods are called. */
async function savedRun(org: HistoryOrg): Promise<string> {
    const [run] = (await org.historyRuns({ words: [] }, null, 1)).rows;
    return run?.recordId ?? org.saveRun(newRun());
}

let runs = 0;
const newRun = () => ({
    runId: `00000000-0000-4000-8000-${String((runs += 1)).padStart(12, '0')}`,
    startedAt: '2026-11-02T09:00:00.000Z',
    endedAt: '2026-11-02T09:00:30.000Z',
    target: CENTER,
    targetName: 'x',
    counts: { moved: 1 },
    undoneRecord: null
});

/** A run in progress, each time another one. */
function startedRun(org: HistoryOrg) {
    const { runId, startedAt, target, targetName } = newRun();
    const rest = { users: 1, host: 'tab', holder: 'page', parts: ['one', 'two'] };
    return org.startRun({ runId, startedAt, target, targetName, ...rest });
}

const newMove = {
    userId: USER,
    userName: 'x',
    from: null,
    fromName: null,
    to: CENTER,
    toName: 'x',
    outcome: 'moved',
    reason: null
};

/** A time, as UI API takes it. */
const TIME = '2027-01-01T00:00:00.000Z';

/** Every method of the port that sends documents. A new method must be added, or this doesn't compile. */
const CALLS: Record<
    Exclude<
        keyof (Org & HistoryOrg & MoveRequestsOrg & ChecksOrg),
        'visualforceCallCenters' | 'flowCallCenters' | 'writeOne' | 'changeRequest'
    >,
    (org: Org & HistoryOrg & MoveRequestsOrg & ChecksOrg) => Promise<unknown>
> = {
    callCenters: (org) => org.callCenters(),
    saveCenterProfile: (org) => org.saveCenterProfile({ callCenterId: CENTER, name: 'x', kind: 'unknown' }),
    saveCenters: async (org) => {
        const { rows } = await org.callCenters();
        const values = { name: 'x', internalName: 'x', kind: null, knownBy: null, readAt: TIME };
        const saved = rows.flatMap(({ recordId, id }) => (recordId ? [{ ...values, recordId, callCenterId: id }] : []));
        await org.saveCenters([...saved, { ...values, recordId: null, callCenterId: CENTER }]);
    },
    memberCounts: (org) => org.memberCounts(),
    profileCounts: (org) => org.profileCounts(CENTER),
    profiles: (org) => org.profiles(),
    roles: (org) => org.roles(),
    users: async (org) => {
        for (const membership of ['everyone', 'here', 'elsewhere', 'none'] as const) {
            const search = { ...EVERYONE, text: 'ada', membership, target: CENTER, memberOf: CENTER, isActive: true };
            for (const fresh of [true, false]) await org.users(search, null, { first: 100, fresh });
        }
    },
    usersBy: async (org) => {
        for (const by of USER_KEYS) await org.usersBy({ by, values: [USER], match: 'equals' }, null);
        await org.usersBy({ by: 'username or email', values: ['ada', 'bo'], match: 'starts' }, null);
    },
    memberships: (org) => org.memberships([USER]),
    write: async (org) => {
        for (const count of [1, BATCH])
            await org.write(Array.from({ length: count }, () => ({ userId: USER, to: null })));
    },
    historyRuns: async (org) => {
        for (const words of [[], ['ada', 'work']]) await org.historyRuns({ words }, null, 50);
        await org.historyRuns({ words: [], before: TIME }, null, 2000);
    },
    runsNamed: (org) => org.runsNamed(['00000000-0000-4000-8000-000000000001']),
    runsInProgress: async (org) => {
        for (const runIds of [[], ['00000000-0000-4000-8000-000000000001']]) await org.runsInProgress(runIds);
    },
    startRun: (org) => startedRun(org),
    planParts: async (org) => {
        await startedRun(org);
        return org.planParts(['00000000-0000-4000-8000-000000000001']);
    },
    changeRun: async (org) => {
        const { recordId, lastModified } = await startedRun(org);
        return org.changeRun(recordId, { to: 'progress', counts: { moved: 1 } }, lastModified);
    },
    historyRoutes: async (org) => org.historyRoutes([await savedRun(org)]),
    historyMoves: async (org) => org.historyMoves(await savedRun(org), null),
    exportedUsers: async (org) => {
        await org.exportedUsers(EVERYONE, EXPORT_FIELDS, null);
        await org.exportedUsers({ ...EVERYONE, text: 'ada', membership: 'elsewhere' }, [], null);
    },
    centerProfileCounts: (org) => org.centerProfileCounts(),
    movesBefore: (org) => org.movesBefore(TIME, null),
    pastMoves: (org) => org.pastMoves([USER]),
    mayDeleteRuns: (org) => org.mayDeleteRuns(),
    deleteRuns: async (org) => {
        const { runId, startedAt, target, targetName } = newRun();
        const rest = { users: 1, host: 'tab', holder: 'page', parts: ['one', 'two'] };
        const { recordId } = await org.startRun({ runId, startedAt, target, targetName, ...rest });
        await org.deleteRuns([{ recordId, runId }]);
    },
    saveRun: (org) => org.saveRun(newRun()),
    saveMoves: async (org) => org.saveMoves(await savedRun(org), Array(BATCH).fill(newMove)),
    checkRecords: (org) => org.checkRecords(),
    countGroups: (org) =>
        org.countGroups(
            Array.from({ length: MAX_GROUPS_PER_READ }, (_, index) => ({
                group: { isActive: true, center: 'some' },
                by: index % 2 ? 'center' : 'profile'
            }))
        ),
    groupUsers: async (org) => {
        for (const newestFirst of [true, false])
            for (const first of [100, 2000])
                await org.groupUsers({ quietSince: TIME, type: 'other' }, null, { first, newestFirst });
    },
    writeChecks: async (org) => {
        await org.writeChecks([
            { what: 'rule', recordId: null, fields: { name: 'x', titles: 'x' } },
            { what: 'check', recordId: null, fields: { check: 'quiet', days: 30 } }
        ]);
        const { rules, checks } = await org.checkRecords();
        assert.equal(checks[0].days, 30);
        await org.writeChecks([
            { what: 'rule', recordId: rules[0].recordId, fields: { order: 1 } },
            { what: 'check', recordId: checks[0].recordId, fields: { days: 60 } }
        ]);
        await org.writeChecks([{ what: 'delete rule', recordId: rules[0].recordId }]);
    },
    saveRequest: (org) => {
        const key = '00000000-0000-4000-8000-000000000404';
        return org.saveRequest({ key, reason: 'x', target: CENTER, targetName: 'x', users: 1, plan: 'x' });
    },
    moveRequests: async (org) => {
        for (const by of [null, USER]) await org.moveRequests({ statuses: ['requested'], by });
    },
    requestPlan: (org) => org.requestPlan(USER)
};

for (const [name, call] of Object.entries(CALLS)) {
    test(`the documents of ${name} parse, have the operation that the page may send, and are answered as printed`, async () => {
        const { org, sent } = checkedOrg();
        await call(org);
        assert.ok(sent.length > 0);
    });
}
