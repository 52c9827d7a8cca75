import { REPO } from '../build/places.ts';
import { fail, Refusal } from '../refusal.ts';
import { CHECKS } from './checks.ts';
import type { Verdict } from './check.ts';
import { row, summary, type Line } from './report.ts';
import { stage, unstage } from './stage.ts';

/**
 * `npm run check`: would an org accept this project? Runs every check on a copy of the project, one after the other.
 * `npm run check -- metadata links` runs only those two. Exits with 1 if any check finds a problem.
 */
async function main(): Promise<void> {
    const names = process.argv.slice(2);
    const unknown = names.find((name) => !CHECKS.some((check) => check.name === name));
    if (unknown !== undefined)
        throw new Refusal(`Unknown check "${unknown}". Choose ${CHECKS.map(({ name }) => name).join(', ')}.`);

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

/** A check that can't be completed hasn't passed. */
function crashed(error: Error): Verdict {
    return {
        seen: 'not completed',
        findings: [{ file: 'scripts/check', sentence: `The check failed. ${error.message}` }]
    };
}

main().catch(fail);
