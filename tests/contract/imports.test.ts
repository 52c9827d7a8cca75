import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { overview } from 'c/callCenters';
import { decodeText, readSheet, writeCsv } from 'c/csv';
import { graphqlOrg } from 'c/graphqlOrg';
import {
    importPlan,
    judgeSteps,
    lookUp,
    NO_CENTER,
    NOTHING_FOUND,
    recognize,
    valuesToAsk,
    type Destination,
    type Import
} from 'c/importRows';
import { atOnce } from 'c/slices';
import { type Org, type User } from 'c/orgPort';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { EVERYONE } from 'c/userSearch';
import { readAll } from './checks.ts';

/** What the page would do with a file, over HTTP. */
describe('Importing into the embedded org', () => {
    let local: LocalOrg;
    let org: Org;
    let users: User[];
    before(async () => {
        local = await startLocalOrg({ users: 1200 });
        org = graphqlOrg(httpTransport(local.url, local.tokenFor('admin')));
        users = (await readAll(org, EVERYONE, 2000)).users;
    });
    after(() => local.close());

    async function imported(file: string, chosen: Destination | null = null): Promise<Import> {
        const { text } = decodeText(new TextEncoder().encode(file));
        const sheet = readSheet(text, { hasHeader: true });
        const [answer, counts] = await Promise.all([org.callCenters(), org.memberCounts()]);
        const { centers } = overview(answer, counts);
        const { mapping, problems } = recognize(sheet, centers, chosen);
        assert.deepEqual(problems, []);
        const kinds = new Map(centers.map(({ id, kind }) => [id, kind]));
        const given = {
            sheet,
            mapping,
            centers,
            kindOf: (id: string) => kinds.get(id) ?? null,
            found: NOTHING_FOUND,
            corrections: new Map()
        };
        const options = { isCancelled: () => false, onProgress() {}, wait: async () => {} };
        const { state, found } = await lookUp(org, valuesToAsk(given), mapping.user!.by, NOTHING_FOUND, options);
        assert.equal(state, 'done');
        return { ...given, found };
    }

    it('plans no move for a list of everyone and where they are, by any key that everyone has', async () => {
        const keys: [string, (user: User) => string][] = [
            ['User ID', ({ id }) => id.slice(0, 15)],
            ['Username', ({ username }) => username.toUpperCase()],
            ['Alias', ({ alias }) => alias]
        ];
        for (const [header, keyOf] of keys) {
            const rows = users.map((user) => [keyOf(user), user.callCenterId ?? NO_CENTER]);
            const before = local.requests.count;
            const given = await imported(writeCsv([[header, 'Call center ID'], ...rows]));
            assert.ok(local.requests.count - before <= Math.ceil(users.length / 100) + 4);
            const judged = atOnce(judgeSteps(given));
            assert.equal(judged.counts['already there'], users.length, header);
            assert.deepEqual(importPlan(given, judged, 'everyone.csv').users, []);
        }
    });

    it('gives 1,000 rows their verdicts, the awkward ones included', async () => {
        const movers = users.filter(({ isActive, userType }) => isActive && userType === 'Standard').slice(0, 700);
        const awkward = ['=HYPERLINK("x")', '<script>alert(1)</script>', 'no one@x.example', '', 'a"b\nc'];
        const rows = [...movers.map(({ username }) => username), ...awkward, movers[0]!.email];
        const file = writeCsv([['Username', 'Note'], ...rows.map((row) => [row, '-'])]);
        const given = await imported(file, { to: null });
        const { counts, verdicts } = atOnce(judgeSteps(given));
        assert.equal(verdicts.length, movers.length + awkward.length + 1);
        assert.equal(counts['not found'], awkward.length);
        assert.equal(counts['named twice'], 1);
        assert.equal(counts['not checked'], 0);
        assert.equal(counts['will move'] + counts['already there'] + counts.blocked, movers.length);
    });

    it('offers both users of one name', async () => {
        const given = await imported(writeCsv([['Name'], ['Álvarez, María']]), { to: null });
        const [verdict] = atOnce(judgeSteps(given)).verdicts;
        assert.ok(verdict?.verdict === 'several found');
        assert.equal(verdict.candidates.length, 2);
    });
});
