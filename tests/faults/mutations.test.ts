/** The properties must fail when a rule is broken. Here each rule is broken between the run and the org. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OUTCOMES, type Outcome } from 'c/moveRun';
import { drive, memoryWorld, type Mutation } from './drive.ts';
import { lateCommitProperty } from './lateCommits.ts';
import { BROKEN_RULES } from './mutations.ts';
import { movingProperties, seedAsked } from './properties.ts';
import { anything } from './scenario.ts';

const seed = seedAsked(process.argv, process.env);
/** Enough to notice every broken rule, whatever the seed. */
const numRuns = 1_500;

async function noticed(mutation: Mutation): Promise<string | null> {
    const properties = {
        ...movingProperties(memoryWorld, mutation),
        'no report denies a late commit': lateCommitProperty(mutation)
    };
    for (const [sentence, property] of Object.entries<fc.IAsyncProperty<unknown>>(properties)) {
        const {
            failed,
            numRuns: runs,
            errorInstance
        } = await fc.check(property, { numRuns, seed, endOnFailure: true });
        if (failed) return `${sentence}, after ${runs}: ${String(errorInstance).split('\n')[0]}`;
    }
    return null;
}

describe('The properties notice when', () => {
    for (const [rule, mutation] of Object.entries(BROKEN_RULES)) {
        it(rule, async (t) => {
            t.diagnostic(`seed ${seed}`);
            const how = await noticed(mutation);
            assert.notEqual(how, null, 'no property failed');
            t.diagnostic(String(how));
        });
    }
});

describe('The scenarios', () => {
    it('reach every outcome often', async (t) => {
        const reached = new Map<Outcome, number>();
        for (const scenario of fc.sample(anything, { numRuns: 200, seed })) {
            const { report } = await drive(scenario, memoryWorld);
            for (const outcome of new Set(report.settled.map((one) => one.outcome))) {
                reached.set(outcome, (reached.get(outcome) ?? 0) + 1);
            }
        }
        for (const outcome of OUTCOMES) {
            t.diagnostic(`${outcome}: in ${reached.get(outcome) ?? 0} of 200`);
            assert.ok((reached.get(outcome) ?? 0) >= 5, `${outcome} is reached`);
        }
    });
});
