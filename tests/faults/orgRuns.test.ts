/**
 * Checks that runs which only the org keeps lose no one.
 * `node tests/faults/orgRuns.test.ts --runs 5000` tries more scenarios; `--seed N` repeats the ones of a printed seed.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { orgRunProperties, type OrgMutation } from './orgRuns.ts';
import { runsAsked, seedAsked } from './properties.ts';

const numRuns = runsAsked(process.argv, process.env);
const seed = seedAsked(process.argv, process.env);

describe('Runs that only the org keeps', () => {
    for (const [sentence, property] of Object.entries(orgRunProperties())) {
        it(sentence, async (t) => {
            t.diagnostic(`seed ${seed}, ${numRuns} runs`);
            await fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns, seed });
        });
    }
});

/** Ways to break keeping runs, and the property that each must fail. */
const MUTATIONS: Record<string, { property: number; mutation: OrgMutation }> = {
    'the plan loses its last user': {
        property: 0,
        mutation: { start: (entry) => ({ ...entry, plan: { ...entry.plan, users: entry.plan.users.slice(0, -1) } }) }
    },
    'no one counts as possibly moved': {
        property: 0,
        mutation: { start: ({ startedBefore: _, ...entry }) => entry }
    },
    'everyone counts as modified since': {
        property: 0,
        mutation: { start: (entry) => ({ ...entry, startedBefore: '1970-01-01T00:00:00.000Z' }) }
    },
    'a run that is left as is reads no one': {
        property: 1,
        mutation: { start: ({ startedBefore: _, ...entry }) => entry }
    }
};

describe('The properties of runs that only the org keeps', () => {
    for (const [what, { property, mutation }] of Object.entries(MUTATIONS)) {
        it(`fail when ${what}`, async () => {
            const broken = Object.values(orgRunProperties(mutation))[property] as fc.IAsyncProperty<unknown>;
            await assert.rejects(fc.assert(broken, { numRuns: 200, seed: 7, endOnFailure: true }));
        });
    }
});
