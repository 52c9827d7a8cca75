import { REPO } from '../build/places.ts';
import { fail, Refusal } from '../refusal.ts';
import { CHECKS } from './checks.ts';
import type { Verdict } from './check.ts';
import { row, summary, type Line } from './report.ts';
import { stage, unstage } from './stage.ts';

/**
 * `npm run check`: would an org take this? Every check, one after the other, on a copy of the project;
 * `npm run check -- metadata links` runs those two. Exit code 1 when any has something to say.
 */
async function main(): Promise<void> {
    const names = process.argv.slice(2);
    const unknown = names.find((name) => !CHECKS.some((check) => check.name === name));
    if (unknown !== undefined)
        throw new Refusal(`There is no check ${unknown}; there are ${CHECKS.map(({ name }) => name).join(', ')}.`);

    const project = stage(REPO);
    const lines: Line[] = [];
    try {
        for (const check of CHECKS.filter(({ name }) => names.length === 0 || names.includes(name))) {
            const started = performance.now();
            const verdict = await check.run(project).catch(crashed);
            const line = { check, verdict, milliseconds: performance.now() - started };
            lines.push(line);
            console.log(row(line));
        }
    } finally {
        unstage(project);
    }
    console.log(summary(lines));
    process.exitCode = lines.some(({ verdict }) => verdict.findings.length > 0) ? 1 : 0;
}

/** A check that cannot be done has not been passed. */
function crashed(error: Error): Verdict {
    return { seen: 'not done', findings: [{ file: 'scripts/check', sentence: `The check failed: ${error.message}` }] };
}

main().catch(fail);
