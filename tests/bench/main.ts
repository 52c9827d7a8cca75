/**
 * `npm run bench [-- page | moves | org | memory]` prints medians and ratios without passing or failing. Timings vary between
 * computers and runs, so compare only numbers of the same run.
 */
import * as memory from './memory.ts';
import * as moves from './moves.ts';
import * as org from './org.ts';
import * as page from './page.ts';
import { chooseByName, usageByName } from '../../scripts/terminal/options.ts';
import { exitWithError } from '../../scripts/terminal/userError.ts';

const COMMAND = 'npm run bench';
const BENCHMARKS = [
    { name: 'page', run: page.run },
    { name: 'moves', run: moves.run },
    { name: 'org', run: org.run },
    { name: 'memory', run: memory.run }
];

async function main(): Promise<void> {
    const chosen = chooseByName(COMMAND, 'benchmark', BENCHMARKS, process.argv.slice(2));
    if (chosen === 'help') return console.log(usageByName(COMMAND, 'benchmark', BENCHMARKS));
    for (const { run } of chosen) await run();
}

main().catch(exitWithError);
