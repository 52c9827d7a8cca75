import { styleText } from 'node:util';
import type { Finding, Standing } from './finding.ts';
import { blockers } from './examine.ts';

const MARKS: Record<Standing, { word: string; style: 'green' | 'yellow' | 'red' | 'cyan' }> = {
    good: { word: 'good', style: 'green' },
    second: { word: 'else', style: 'yellow' },
    blocked: { word: 'NO', style: 'red' },
    open: { word: 'open', style: 'cyan' }
};
const FIRST_COLUMN = 6;
const NAMES = 10;

/**
 * A table: each question with its answer, and below it what Switchboard uses, what it falls back to, what to do.
 * @param width columns of the terminal
 */
export function table(org: string, findings: Finding[], width: number, colors: boolean): string {
    const paint = (standing: Standing): string => {
        const { word, style } = MARKS[standing];
        const padded = word.padEnd(FIRST_COLUMN);
        return colors ? styleText(style, padded, { validateStream: false }) : padded;
    };
    const rows = findings.map(({ standing, question, answer, uses, fallback, todo }) => {
        const lines = [
            `${paint(standing)}${question}`,
            entry('answer', answer, width),
            entry('uses', uses, width),
            fallback === null ? null : entry('else', fallback, width),
            todo === null ? null : entry('to do', todo, width)
        ];
        return lines.filter((line) => line !== null).join('\n');
    });
    return [`Switchboard in ${org}`, ...rows, verdict(findings)].join('\n\n');
}

export function verdict(findings: Finding[]): string {
    const stops = blockers(findings);
    if (stops.length > 0) return ['Switchboard does not work here yet:', ...stops].join('\n');
    const open = findings.filter(({ standing }) => standing === 'open').length;
    return `Switchboard works here.${open > 0 ? ` Open: ${open} of ${findings.length} questions.` : ''}`;
}

/** For programs: the same, with nothing left out. */
export function json(org: string, findings: Finding[]): string {
    return JSON.stringify({ org, works: blockers(findings).length === 0, findings }, null, 2);
}

function entry(name: string, text: string, width: number): string {
    const indent = ' '.repeat(FIRST_COLUMN + NAMES);
    const [first = '', ...rest] = wrapped(text, Math.max(30, width - indent.length));
    return [' '.repeat(FIRST_COLUMN) + name.padEnd(NAMES) + first, ...rest.map((line) => indent + line)].join('\n');
}

function wrapped(text: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
    }
    return lines;
}
