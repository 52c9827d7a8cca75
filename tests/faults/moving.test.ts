/**
 * Checks that moves lose no one: in an org in memory, and in the embedded org with faults on the way to it.
 * `node tests/faults/moving.test.ts --runs 5000` tries more scenarios; `--seed N` repeats the ones of a printed seed.
 */
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { memoryWorld, type MakeWorld } from './drive.ts';
import { embeddedWorlds } from './embeddedWorld.ts';
import { TRANSPORTS } from '../../scripts/preview/transports.ts';
import { lateCommitProperty } from './lateCommits.ts';
import { movingProperties, runsAsked, scenariosOf, seedAsked } from './properties.ts';

const numRuns = runsAsked(process.argv, process.env);
const seed = seedAsked(process.argv, process.env);

describe('Moving users in the in-memory org', () => {
    for (const [sentence, property] of Object.entries(movingProperties(memoryWorld))) {
        it(sentence, async (t) => {
            t.diagnostic(`seed ${seed}, ${numRuns} runs`);
            await fc.assert(property, { numRuns, seed });
        });
    }
});

describe('Moving users when commits come late', () => {
    it('no report denies a commit, and an undo takes back every one', async (t) => {
        t.diagnostic(`seed ${seed}, ${numRuns} runs`);
        await fc.assert(lateCommitProperty(), { numRuns, seed });
    });
});

/** Users per scenario over HTTP. That is more than one batch, because batches start with 50 users. */
const MAX_USERS = 60;

// Each transport gets half of the runs, so that both take as long as one did.
for (const transport of TRANSPORTS) {
    describe(`Moving users in the embedded org, over the ${transport} transport`, () => {
        let worlds: Awaited<ReturnType<typeof embeddedWorlds>>;
        before(async () => {
            worlds = await embeddedWorlds(transport);
        });
        after(() => worlds.close());

        const makeWorld: MakeWorld = (scenario) => worlds.makeWorld(scenario);
        for (const [sentence, property] of Object.entries(movingProperties(makeWorld, {}, scenariosOf(MAX_USERS)))) {
            it(sentence, async (t) => {
                const runs = Math.ceil(numRuns / TRANSPORTS.length);
                t.diagnostic(`seed ${seed}, ${runs} runs`);
                await fc.assert(property, { numRuns: runs, seed });
            });
        }
    });
}
