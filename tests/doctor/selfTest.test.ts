import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { graphqlOrg } from 'c/graphqlOrg';
import { runChecks, verdictOf, type CheckedHost, type CheckId, type Results } from 'c/selfTest';
import {
    VARIANTS,
    type LocalOrg,
    type Persona,
    type Variant,
    type VariantName
} from '../../scripts/local-org/index.ts';
import type { OrgConnection } from '../../scripts/org/connection.ts';
import { currentUserId } from '../../scripts/org/currentUser.ts';
import { blockers, type Finding } from '../../scripts/org/readiness/finding.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { contents, examined } from './examined.ts';

/** The page's self-test, over HTTP, in an org that the doctor examines, too. */
async function selfTest(local: LocalOrg, org: OrgConnection, persona: Persona): Promise<Results> {
    const transport = httpTransport(local.url, local.tokenFor(persona), Math.min(66, org.apiVersion));
    const checked = graphqlOrg({
        ...transport,
        async runFlow(apiName) {
            const path = `actions/custom/flow/${apiName}`;
            const ran = await org.send<{ outputValues?: Record<string, unknown> }[]>('POST', path, { inputs: [{}] });
            if (!ran.ok) throw new Error(ran.message);
            return ran.body[0]?.outputValues ?? {};
        }
    });
    const host: CheckedHost = {
        userId: (await currentUserId(org))!,
        place: 'tab',
        permission: persona === 'admin' ? 'granted' : 'missing',
        label: 'Switchboard',
        tryStorage: () => {},
        tryLocks: async () => {}
    };
    return runChecks(checked, host, () => {});
}

/** What the doctor found that a check of the page means, too. */
const MEANING: Partial<Record<CheckId, (findings: Map<string, Finding>) => boolean>> = {
    users: (found) => found.get('user-read')!.status === 'ok',
    membership: (found) => found.get('membership-read')!.status === 'ok',
    graphql: (found) => found.get('centers-in-graphql')!.status === 'ok',
    flow: (found) => found.get('centers-in-flow')!.status === 'ok',
    registry: (found) => !/doesn't have the object/.test(found.get('registry')!.result),
    mutation: (found) =>
        ['mutations', 'update-field', 'update-payload'].every((name) => found.get(name)!.status === 'ok'),
    // The history names the people of each run, so it needs users, too.
    history: (found) => found.get('user-read')!.status === 'ok' && !/doesn't have/.test(found.get('history')!.result)
};

/**
 * Where the doctor alone sees that Switchboard can't work: it reads the access to fields, which no check of the page can
 * without a write, and it expects call centers.
 */
const DOCTOR_KNOWS_MORE: VariantName[] = ['callcenterid-read-only', 'no-call-centers'];

describe('The self-test of the page and the doctor agree', () => {
    for (const [name, variant] of [['none', undefined], ...Object.entries(VARIANTS)] as [
        VariantName | 'none',
        Variant | undefined
    ][]) {
        test(variant ? `where ${variant.says}` : 'in the embedded org', () =>
            examined({ variant }, async ({ findings, local, org }) => {
                const before = contents(local);
                const results = await selfTest(local, org, 'admin');
                assert.equal(contents(local), before, 'the self-test changed the org');
                for (const [id, meaning] of Object.entries(MEANING) as [CheckId, (typeof MEANING)[CheckId]][])
                    assert.equal(results.get(id)!.status === 'works', meaning!(findings), id);
                if (name !== 'none' && DOCTOR_KNOWS_MORE.includes(name)) return;
                assert.equal(verdictOf(results) === 'works', blockers([...findings.values()]).length === 0, 'verdict');
            })
        );
    }

    test('about a user who cannot change users', () =>
        examined({ persona: 'call-center-manager' }, async ({ findings, local, org }) => {
            const results = await selfTest(local, org, 'call-center-manager');
            assert.equal(verdictOf(results), 'shows');
            assert.equal(findings.get('may-write')!.status, 'blocked');
        }));
});
