import { mkdirSync } from 'node:fs';
import { CACHE } from './build/places.ts';
import { chooseByName, usageByName } from './terminal/options.ts';
import { exitWithError } from './terminal/userError.ts';
import { runSuite } from './test/runSuite.ts';
import { SUITES, type Outcome } from './test/suites.ts';

/** `npm test` runs every suite, one after the other. `npm test -- unit node` runs those two. */
async function main(): Promise<void> {
    const suites = chooseByName('npm test', 'suite', SUITES, process.argv.slice(2));
    if (suites === 'help') return console.log(usageByName('npm test', 'suite', SUITES));
    mkdirSync(CACHE, { recursive: true });
    const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
    for (const suite of suites) {
        const started = performance.now();
        const { outcome, output } = await runSuite(suite);
        if (outcome.failed > 0) console.log(output);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.log(`${suite.name.padEnd(8)} ${counts(outcome)}, ${seconds} s`);
        for (const kind of ['passed', 'failed', 'skipped'] as const) total[kind] += outcome[kind];
    }
    console.log(counts(total));
    process.exitCode = total.failed > 0 ? 1 : 0;
}

function counts({ passed, failed, skipped }: Outcome): string {
    return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

main().catch(exitWithError);
