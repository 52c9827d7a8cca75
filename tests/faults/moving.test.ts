/**
 * Moves that lose nothing, over an org in memory. `node tests/faults/moving.test.ts --runs 5000` tries harder;
 * `--seed N` repeats a run whose seed was printed.
 */
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { memoryWorld } from './drive.ts';
import { movingProperties, runsAsked, seedAsked } from './properties.ts';

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
