import type { Check, Finding, Verdict } from './check.ts';

export interface Line {
    check: Check;
    verdict: Verdict;
    milliseconds: number;
}

/** One row for a check, with its findings below. */
export function row({ check, verdict, milliseconds }: Line): string {
    const mark = verdict.findings.length === 0 ? 'ok' : `${verdict.findings.length} found`;
    const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
    const head = [check.name.padEnd(12), mark.padEnd(9), seconds.padStart(7), ` ${verdict.seen}`].join(' ');
    return [head, ...verdict.findings.map((finding) => `    ${location(finding)}  ${finding.sentence}`)].join('\n');
}

function location({ file, line }: Finding): string {
    return line === undefined ? file : `${file}:${line}`;
}

export function summary(lines: Line[]): string {
    const failed = lines.filter(({ verdict }) => verdict.findings.length > 0);
    if (failed.length === 0) return `All ${lines.length} checks passed.`;
    return [
        `${failed.length} of ${lines.length} checks failed. These are not true:`,
        ...failed.map(({ check }) => `    ${check.promise}`)
    ].join('\n');
}
