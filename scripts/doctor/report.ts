import { styleText } from 'node:util';
import { blockers, type Finding, type Status } from '../org/readiness/finding.ts';

const COLORS: Record<Status, 'green' | 'yellow' | 'red' | 'cyan'> = {
    ok: 'green',
    fallback: 'yellow',
    blocked: 'red',
    unknown: 'cyan'
};
/** Columns for the status, and for the name of an entry below it. */
const STATUS_WIDTH = 10;
const NAME_WIDTH = 10;
/** Columns for the text of an entry, at least. */
const MIN_TEXT_WIDTH = 30;

/**
 * A table: each question with its result, and below it what Switchboard uses, its fallback, and the fix.
 * @param width columns of the terminal
 */
export function table(where: string, findings: Finding[], width: number, colors: boolean): string {
    const rows = findings.map(({ status, question, result, uses, fallback, fix }) => {
        const padded = status.padEnd(STATUS_WIDTH);
        const lines = [
            `${colors ? styleText(COLORS[status], padded, { validateStream: false }) : padded}${question}`,
            entry('result', result, width),
            entry('uses', uses, width),
            fallback === null ? null : entry('fallback', fallback, width),
            fix === null ? null : entry('fix', fix, width)
        ];
        return lines.filter((line) => line !== null).join('\n');
    });
    return [`Switchboard in ${where}`, ...rows, verdict(findings)].join('\n\n');
}

function verdict(findings: Finding[]): string {
    const stops = blockers(findings);
    if (stops.length > 0) return ["Switchboard isn't ready for this org:", ...stops].join('\n');
    const unknown = findings.filter(({ status }) => status === 'unknown').length;
    const rest = unknown > 0 ? ` ${unknown} of ${findings.length} checks couldn't finish.` : '';
    return `Switchboard works in this org.${rest}`;
}

/** The whole report, for programs. */
export function json(org: string, findings: Finding[]): string {
    return JSON.stringify({ org, works: blockers(findings).length === 0, findings }, null, 2);
}

function entry(name: string, text: string, width: number): string {
    const indent = ' '.repeat(STATUS_WIDTH + NAME_WIDTH);
    const [first = '', ...rest] = wrap(text, Math.max(MIN_TEXT_WIDTH, width - indent.length));
    return [' '.repeat(STATUS_WIDTH) + name.padEnd(NAME_WIDTH) + first, ...rest.map((line) => indent + line)].join(
        '\n'
    );
}

function wrap(text: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
    }
    return lines;
}
