import type { RunReport } from 'c/moveRun';
import type { Id } from 'c/orgPort';

/** Characters of a call center's name in a file name. Some systems allow 255 bytes, and a letter can have four. */
const LONGEST_NAME = 50;

/**
 * The name of the file with the results of a move. It says what the file holds and the day the move started, in this
 * browser's time zone: `moves-8x8-work-2026-11-24.csv`.
 */
export function movesFileName(report: RunReport, nameOf: (callCenterId: Id) => string): string {
    const places = new Set(report.settled.map((settled) => settled.to));
    const [place] = report.target === null && places.size === 1 ? places : [report.target];
    const isRemoval = places.size === 1 && places.has(null);
    const what = report.undoOf !== null ? 'undo' : isRemoval ? 'removals' : 'moves';
    return `${[what, place && nameText(nameOf(place)), fileDay(report.startedAt)].filter(Boolean).join('-')}.csv`;
}

/** Letters and digits of any script, without accents. */
function nameText(name: string): string {
    const plain = name.normalize('NFKD').replace(/\p{Mark}/gu, '');
    const words = plain.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
    return [...words.join('-')].slice(0, LONGEST_NAME).join('').replace(/-$/, '');
}

/** A day for the name of a file, in this browser's time zone: `2026-11-24`. `time` is in milliseconds since the epoch. */
export function fileDay(time: number): string {
    const day = new Date(time);
    const numbers = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
    return numbers.map((number) => String(number).padStart(2, '0')).join('-');
}
