import { CHECKS } from '../check/checks.ts';
import type { Project } from '../check/check.ts';
import { row, type Line } from '../check/report.ts';
import { Refusal } from '../refusal.ts';

/** Checks that take seconds. The others are `npm run check`'s: they take minutes. */
const QUICK = ['metadata', 'links', 'emit', 'compiler', 'references', 'package'];

/** @throws Refusal with every finding: what would not be taken is not sent */
export async function checkProject(project: Project, say: (line: string) => void): Promise<void> {
    const lines: Line[] = [];
    for (const check of CHECKS.filter(({ name }) => QUICK.includes(name))) {
        const started = performance.now();
        const line = { check, verdict: await check.run(project), milliseconds: performance.now() - started };
        lines.push(line);
        say(`  ${row(line)}`);
    }
    const wrong = lines.filter(({ verdict }) => verdict.findings.length > 0);
    if (wrong.length > 0)
        throw new Refusal(
            `Nothing was deployed: ${wrong.map(({ check }) => check.name).join(', ')} found what an org would refuse; see above, then "npm run check".`
        );
}
