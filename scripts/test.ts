import { mkdirSync } from 'node:fs';
import { fail, Refusal } from './refusal.ts';
import { runSuite, SUITES, type Outcome } from './testSuites.ts';
import { CACHE } from './build/places.ts';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `npm test`: every suite, one after the other; `npm test -- unit node` runs those two. */
async function main(): Promise<void> {
    const names = process.argv.slice(2);
    const unknown = names.find((name) => !SUITES.some((suite) => suite.name === name));
    if (unknown !== undefined)
        throw new Refusal(`There is no suite ${unknown}; there are ${SUITES.map(({ name }) => name).join(', ')}.`);

    mkdirSync(CACHE, { recursive: true });
    const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
    for (const suite of SUITES.filter(({ name }) => names.length === 0 || names.includes(name))) {
        const started = performance.now();
        const { outcome, output } = await runSuite(suite);
        if (outcome.failed > 0) console.log(output);
        console.log(`${suite.name.padEnd(8)} ${sentence(outcome)}, ${seconds(performance.now() - started)}`);
        for (const kind of ['passed', 'failed', 'skipped'] as const) total[kind] += outcome[kind];
    }
    console.log(sentence(total));
    process.exitCode = total.failed > 0 ? 1 : 0;
}

function sentence({ passed, failed, skipped }: Outcome): string {
    return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

main().catch(fail);
