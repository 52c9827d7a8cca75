import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, readChecks, settingWrite, settingsOf } from 'c/checks';
import { graphqlOrg } from 'c/graphqlOrg';
import { toId18, type CheckWrite } from 'c/orgPort';
import { startLocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';

/** For all checks and as many rules as count. */
const MOST_REQUESTS = 3;

describe('Reading all checks', () => {
    for (const users of [1_204, 100_000]) {
        it(`takes at most three requests for ${users.toLocaleString('en')} users, and counts what SQL counts`, async (t) => {
            const local = await startLocalOrg({ users });
            try {
                const org = graphqlOrg(httpTransport(local.url, local.tokenFor('admin')));
                const [work, old] = ['8x8 Work', 'Old Dialer'].map((name) =>
                    String(local.store.all(`SELECT "Id" FROM "CallCenter" WHERE "Name" = '${name}'`)[0].Id)
                );
                const agent = toId18(
                    String(local.store.all(`SELECT "Id" FROM "Profile" WHERE "Name" = 'Service Agent'`)[0].Id)
                )!;
                const rules = Array.from({ length: 17 }, (_, index): CheckWrite => ({
                    what: 'rule',
                    recordId: null,
                    fields: {
                        name: `Rule ${index}`,
                        order: index,
                        isActive: true,
                        profiles: agent,
                        // The first two ask for text, and the others for everyone who is left.
                        titles: index < 2 ? 'SUPERVISOR\nAgent' : '',
                        departments: index === 0 ? 'Collections' : '',
                        target: index % 2 ? work : old
                    }
                }));
                await org.writeChecks([...rules, settingWrite('onboarding', settingsOf([]), { profileIds: [agent] })]);
                const before = local.requests.count;
                const now = Date.now();
                const read = await readChecks(org, now);
                const requests = local.requests.count - before;
                t.diagnostic(`${requests} requests, ${Date.now() - now} ms`);
                assert.ok(requests <= MOST_REQUESTS, `${requests} requests`);

                const sql = (where: string) =>
                    Number(local.store.all(`SELECT COUNT(*) AS n FROM "User" WHERE ${where}`)[0].n);
                const since = new Date(now - 90 * 86_400_000).toISOString();
                const fits = `"IsActive" = 1 AND "UserType" = 'Standard' AND "ProfileId" = '${agent}'`;
                const titled = `"Title" IN ('Supervisor', 'Agent')`;
                const findings = findingsOf(read, null);
                const counts = findings.map(({ key, rule, count, state }) => [rule?.name ?? key, state, count]);
                const elsewhere = (center: string) => `"CallCenterId" IS NOT '${center}'`;
                assert.deepEqual(counts.slice(0, 7), [
                    ['inactive', 'found', sql('"IsActive" = 0 AND "CallCenterId" IS NOT NULL')],
                    [
                        'quiet',
                        'found',
                        sql(
                            `"IsActive" = 1 AND "CallCenterId" IS NOT NULL AND COALESCE("LastLoginDate", "CreatedDate") < '${since}'`
                        )
                    ],
                    ['portal', 'clean', 0],
                    ['onboarding', 'found', sql(`${fits} AND "CallCenterId" IS NULL`)],
                    [
                        'Rule 0',
                        'found',
                        sql(`${fits} AND ${titled} AND "Department" = 'Collections' AND ${elsewhere(old)}`)
                    ],
                    [
                        'Rule 1',
                        'found',
                        sql(`${fits} AND ${titled} AND "Department" IS NOT 'Collections' AND ${elsewhere(work)}`)
                    ],
                    ['Rule 2', 'found', sql(`${fits} AND ("Title" IS NULL OR NOT ${titled}) AND ${elsewhere(old)}`)]
                ]);
                // The earlier rules leave no one for the others, and one is more than count.
                assert.deepEqual(new Set(findings.slice(7, 20).map(({ state }) => state)), new Set(['clean']));
                assert.equal(findings[20].state, 'off');
            } finally {
                await local.close();
            }
        });
    }
});
