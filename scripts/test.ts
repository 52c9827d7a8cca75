import { mkdirSync } from 'node:fs';
import { CACHE } from './build/places.ts';
import { chooseByName, usageByName } from './terminal/options.ts';
import { exitWithError } from './terminal/userError.ts';
import { inTurn } from './test/inTurn.ts';
import type { Outcome } from './test/outcome.ts';
import type { TimedTest } from './test/reports.ts';
import { runSuite } from './test/runSuite.ts';
import { SUITES } from './test/suites.ts';

/** Tests to print at the end, with their times. */
const SLOWEST = 8;

/** `npm test` runs every suite. `npm test -- unit node` runs those two. */
async function main(): Promise<void> {
    const suites = chooseByName('npm test', 'suite', SUITES, process.argv.slice(2));
    if (suites === 'help') return console.log(usageByName('npm test', 'suite', SUITES));
    mkdirSync(CACHE, { recursive: true });
    const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
    const all: (TimedTest & { suite: string })[] = [];
    await inTurn(suites, async (suite) => {
        const started = performance.now();
        const { outcome, output, tests } = await runSuite(suite);
        if (outcome.failed > 0) console.log(output);
        console.log(`${suite.name.padEnd(8)} ${counts(outcome)}, ${seconds((performance.now() - started) / 1000)}`);
        for (const kind of ['passed', 'failed', 'skipped'] as const) total[kind] += outcome[kind];
        all.push(...tests.map((test) => ({ ...test, suite: suite.name })));
    });
    const slowest = all.sort((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
    if (slowest.length > 0) console.log('The slowest tests:');
    for (const test of slowest) console.log(`${seconds(test.seconds).padStart(8)} ${test.suite}: ${test.name}`);
    console.log(counts(total));
    process.exitCode = total.failed > 0 ? 1 : 0;
}

function seconds(number: number): string {
    return `${number.toFixed(1)} s`;
}

function counts({ passed, failed, skipped }: Outcome): string {
    return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

main().catch(exitWithError);
