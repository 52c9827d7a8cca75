import { CHECKS } from '../check/checks.ts';
import type { Project } from '../check/check.ts';
import { row, type Line } from '../check/report.ts';
import { UserError } from '../terminal/userError.ts';

/** The checks that take seconds. The others take minutes, so only `npm run check` runs them. */
const QUICK_CHECKS = ['metadata', 'links', 'emit', 'compiler', 'references', 'package'];

/** @throws UserError when a check finds something that an org would reject */
export async function checkProject(project: Project, print: (line: string) => void): Promise<void> {
    const lines: Line[] = [];
    for (const check of CHECKS.filter(({ name }) => QUICK_CHECKS.includes(name))) {
        const started = performance.now();
        const line = { check, verdict: await check.run(project), milliseconds: performance.now() - started };
        lines.push(line);
        print(`  ${row(line)}`);
    }
    const failed = lines.filter(({ verdict }) => verdict.findings.length > 0);
    if (failed.length > 0)
        throw new UserError(
            `Nothing was deployed. Fix the ${failed.map(({ check }) => check.name).join(', ')} errors above.`,
            'To check again, run "npm run check".'
        );
}
