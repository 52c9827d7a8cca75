/** The properties must fail when a rule is broken. Here each rule is broken between the run and the org. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { OUTCOMES, type Outcome } from 'c/moveRun';
import { drive, memoryWorld } from './drive.ts';
import { embeddedWorlds, type EmbeddedWorlds } from './embeddedWorld.ts';
import { BROKEN_RULES } from './mutations.ts';
import { ALL, movingProperties, scenariosOf, seedAsked } from './properties.ts';
import { anything } from './scenario.ts';

const seed = seedAsked(process.argv, process.env);
/** Enough to notice every broken rule, whatever the seed. */
const numRuns = 1_500;
/** Users per scenario over HTTP. */
const MAX_USERS = 60;

describe('The properties notice when', () => {
    let worlds: EmbeddedWorlds;
    before(async () => {
        worlds = await embeddedWorlds('direct');
    });
    after(() => worlds.close());

    for (const [rule, { noticedBy, scenarios, ...mutation }] of Object.entries(BROKEN_RULES)) {
        it(rule, async (t) => {
            t.diagnostic(`seed ${seed}`);
            const properties = mutation.transport
                ? movingProperties(worlds.makeWorld, mutation, scenariosOf(MAX_USERS))
                : movingProperties(memoryWorld, mutation, { ...ALL, ...scenarios });
            const property: fc.IAsyncProperty<unknown> = properties[noticedBy];
            const result = await fc.check(property, { numRuns, seed, endOnFailure: true });
            assert.ok(result.failed, `the property holds: ${noticedBy}`);
            t.diagnostic(`after ${result.numRuns}: ${String(result.errorInstance).split('\n')[0]}`);
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
