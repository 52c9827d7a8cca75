/** What is measured of one tab, beside its goals. */
import type { CDPSession } from '@playwright/test';
import { ms, table } from './measure.ts';

/** MB of heap, and milliseconds. */
export const TAB_GOALS = { heap: 150, task: 200 };

export type Line = string[];

export function line(name: string, value: string, goal = '', isMet = true): Line {
    return [name, value, goal, goal ? (isMet ? 'met' : 'missed') : ''];
}

/** A line with a goal that isn't to be exceeded. */
export function limit(name: string, value: number, goal: number, unit: (value: number) => string = ms): Line {
    return line(name, unit(value), `${unit(goal)} at most`, value <= goal);
}

export function printLines(title: string, lines: Line[]): void {
    console.log(`${table([[title, '', 'goal', ''], ...lines])}\n`);
}

/** Megabytes of JavaScript objects, with those that aren't needed anymore. */
export async function heapOf(session: CDPSession): Promise<number> {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1024 / 1024;
}

export const megabytes = (value: number): string => `${Math.round(value)} MB`;
