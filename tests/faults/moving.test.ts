/**
 * Checks that moves lose no one: in an org in memory, and in the embedded org with faults on the way to it.
 * `npm run test:faults -- --runs 5000` tries more scenarios; `--seed N` repeats the ones of a printed seed. What each
 * property met is printed, and over many runs a property fails that never met an outcome or a fault it has to.
 */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { memoryWorld, type MakeWorld } from './drive.ts';
import { embeddedWorlds } from './embeddedWorld.ts';
import { TRANSPORTS } from '../../scripts/preview/transports.ts';
import {
    ENOUGH_RUNS,
    EXPECTED,
    movingProperties,
    runsAsked,
    scenariosOf,
    seedAsked,
    type Scenarios,
    type Sentence
} from './properties.ts';
import { Tally } from './tally.ts';

const numRuns = runsAsked(process.argv, process.env);
const seed = seedAsked(process.argv, process.env);
const sentences = Object.keys(EXPECTED) as Sentence[];
/** Milliseconds for one scenario. Only a run that hangs, without requests or waits, takes so long. */
const LONGEST_SCENARIO = 120_000;

async function check(
    t: TestContext,
    sentence: Sentence,
    makeWorld: MakeWorld,
    { runs, scenarios }: { runs: number; scenarios?: Scenarios }
): Promise<void> {
    t.diagnostic(`seed ${seed}, ${runs} runs`);
    const tally = new Tally();
    const property: fc.IAsyncProperty<unknown> = movingProperties(makeWorld, {}, scenarios, tally)[sentence];
    try {
        await fc.assert(property, { numRuns: runs, seed, timeout: LONGEST_SCENARIO });
    } finally {
        for (const line of tally.lines()) t.diagnostic(line);
    }
    const expected = EXPECTED[sentence];
    if (runs >= ENOUGH_RUNS.outcomes) assert.deepEqual(tally.missingOutcomes(expected), [], 'outcomes never reached');
    if (runs >= ENOUGH_RUNS.lanes) assert.ok(tally.reachedLanes(expected), `${expected.lanes} requests at once`);
    if (runs >= ENOUGH_RUNS.faults) assert.deepEqual(tally.missingFaults(expected), [], 'faults never met');
}

describe('Moving users in the in-memory org', () => {
    for (const sentence of sentences) it(sentence, (t) => check(t, sentence, memoryWorld, { runs: numRuns }));
});

/** Users per scenario over HTTP. That is more than one batch, because batches start with 50 users. */
const MAX_USERS = 60;
/** And users of scenarios in which three batches run at once. */
const MANY_USERS = 800;

// Each transport gets half of the runs, so that both take as long as one did.
for (const transport of TRANSPORTS) {
    describe(`Moving users in the embedded org, over the ${transport} transport`, () => {
        const runs = Math.ceil(numRuns / TRANSPORTS.length);
        for (const sentence of sentences) {
            it(sentence, async (t) => {
                const worlds = await embeddedWorlds(transport);
                try {
                    await check(t, sentence, worlds.makeWorld, { runs, scenarios: scenariosOf(MAX_USERS, MANY_USERS) });
                    assert.deepEqual(worlds.unexpected, [], 'only the fault plan makes requests fail');
                } finally {
                    await worlds.close();
                }
            });
        }
    });
}
