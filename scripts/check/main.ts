import { REPO } from '../build/places.ts';
import { chooseByName, usageByName } from '../terminal/options.ts';
import { exitWithError } from '../terminal/userError.ts';
import { CHECKS } from './checks.ts';
import type { Verdict } from './check.ts';
import { row, summary, type Line } from './report.ts';
import { stage, unstage } from './stage.ts';

/**
 * `npm run check`: would an org accept this project? Runs every check, one after the other, on a copy of the project.
 * `npm run check -- metadata links` runs those two. Exits with 1 when a check finds something.
 */
async function main(): Promise<void> {
    const names = process.argv.slice(2);
    const chosen = chooseByName('npm run check', 'check', CHECKS, names);
    if (chosen === 'help')
        return console.log(`${usageByName('npm run check', 'check', CHECKS)}\nThe analyzer runs only by name.`);
    const checks = names.length > 0 ? chosen : chosen.filter(({ onlyByName = false }) => !onlyByName);
    const project = stage(REPO);
    const lines: Line[] = [];
    try {
        for (const check of checks) {
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

/** A check that can't run counts as failed. */
function crashed(error: Error): Verdict {
    return {
        seen: 'not completed',
        findings: [{ file: 'scripts/check', sentence: `The check failed. ${error.message}` }]
    };
}

main().catch(exitWithError);
