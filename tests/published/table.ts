import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BEHAVIORS, GRADES, SERVINGS, type Behavior } from './behaviors.ts';

export const README = fileURLToPath(new URL('../../scripts/local-org/README.md', import.meta.url));
const START = '<!-- coverage: written by tests/published/table.ts -->';
const END = '<!-- end of coverage -->';

const SUPPORT = { served: 'yes', partly: 'partly', not: 'no' } as const;

/** The README with the coverage table from `behaviors.ts`. @throws Error when the markers are missing */
export function withTable(readme: string): string {
    const [before, rest] = readme.split(START);
    const after = rest?.split(END)[1];
    if (before === undefined || after === undefined)
        throw new Error(`${README} has no markers for its coverage table.`);
    return `${before}${START}\n\n${table()}\n\n${END}${after}`;
}

function table(): string {
    const count = (is: (behavior: Behavior) => boolean) => BEHAVIORS.filter(is).length;
    const servings = SERVINGS.map(
        (serving) =>
            `${count((each) => each.serving === serving)} ${serving === 'not' ? 'not supported' : serving === 'partly' ? 'partly supported' : 'supported'}`
    );
    const grades = GRADES.map((grade) => `${count((each) => each.grade === grade && each.serving !== 'not')} ${grade}`);
    const rows = BEHAVIORS.map(({ what, serving, grade, source, proof }) => [
        what,
        SUPPORT[serving],
        grade,
        source,
        proof ? `\`${proof[0].split('/').at(-1)}\`` : ''
    ]);
    return `${BEHAVIORS.length} behaviors: ${servings.join(', ')}. Of the supported ones: ${grades.join(', ')}.\n\n${markdown([['behavior', 'supported', 'how sure', 'source', 'proved by'], ...rows])}`;
}

/** A Markdown table, aligned as Prettier does it. */
function markdown(rows: string[][]): string {
    const widths = (rows[0] ?? []).map((_cell, index) => Math.max(3, ...rows.map((row) => row[index]?.length ?? 0)));
    const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
    const lines = rows.map((row) => line(row.map((cell, index) => cell.padEnd(widths[index] ?? 0))));
    return [lines[0], line(widths.map((width) => '-'.repeat(width))), ...lines.slice(1)].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(README, withTable(readFileSync(README, 'utf8')));
