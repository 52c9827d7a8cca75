import type { Check, Finding, Verdict } from './check.ts';

export interface Line {
    check: Check;
    verdict: Verdict;
    milliseconds: number;
}

/** One row a check, and below it what was found. */
export function row({ check, verdict, milliseconds }: Line): string {
    const mark = verdict.findings.length === 0 ? 'ok' : `${verdict.findings.length} wrong`;
    const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
    const head = [check.name.padEnd(12), mark.padEnd(9), seconds.padStart(7), ` ${verdict.seen}`].join(' ');
    return [head, ...verdict.findings.map((finding) => `    ${place(finding)}  ${finding.sentence}`)].join('\n');
}

function place({ file, line }: Finding): string {
    return line === undefined ? file : `${file}:${line}`;
}

export function summary(lines: Line[]): string {
    const wrong = lines.filter(({ verdict }) => verdict.findings.length > 0);
    if (wrong.length === 0) return `All ${lines.length} checks hold.`;
    return [
        `${wrong.length} of ${lines.length} checks do not hold:`,
        ...wrong.map(({ check }) => `    ${check.promise}`)
    ].join('\n');
}
