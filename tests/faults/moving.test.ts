/**
 * Moves that lose nothing, over an org in memory and over the embedded org with faults on the way to it. `node tests/faults/moving.test.ts --runs 5000` tries harder;
 * `--seed N` repeats a run whose seed was printed.
 */
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { memoryWorld, type MakeWorld } from './drive.ts';
import { embeddedWorlds } from './embeddedWorld.ts';
import { movingProperties, runsAsked, scenariosOf, seedAsked } from './properties.ts';

const numRuns = runsAsked(process.argv, process.env);
const seed = seedAsked(process.argv, process.env);

describe('moving, over an org in memory', () => {
    for (const [sentence, property] of Object.entries(movingProperties(memoryWorld))) {
        it(sentence, async (t) => {
            t.diagnostic(`seed ${seed}, ${numRuns} runs`);
            await fc.assert(property, { numRuns, seed });
        });
    }
});

/** Users of a scenario over HTTP: more than one batch, since batches begin with 50. */
const MOST_USERS = 60;

describe('moving, over the embedded org', () => {
    let worlds: Awaited<ReturnType<typeof embeddedWorlds>>;
    before(async () => {
        worlds = await embeddedWorlds();
    });
    after(() => worlds.close());

    const makeWorld: MakeWorld = (scenario) => worlds.makeWorld(scenario);
    for (const [sentence, property] of Object.entries(movingProperties(makeWorld, {}, scenariosOf(MOST_USERS)))) {
        it(sentence, async (t) => {
            t.diagnostic(`seed ${seed}, ${numRuns} runs`);
            await fc.assert(property, { numRuns, seed });
        });
    }
});
