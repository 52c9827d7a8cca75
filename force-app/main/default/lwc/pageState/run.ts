import { recounted } from 'c/callCenters';
import type { Plan } from 'c/movePlan';
import type { Settled } from 'c/moveRun';
import { centerAfter } from './click.ts';
import type { Page } from './page.ts';

/** @param plan null while the run isn't read yet */
export function runStarted(page: Page, plan: Plan | null): Page {
    return { ...page, isRunning: true, inRun: new Set(plan?.users.map(({ userId }) => userId)) };
}

/** The run settled some users, who are counted where they are now. Nothing is read for it. */
export function runSettled(page: Page, settled: Settled[]): Page {
    const { value } = page.overview;
    if (!value) return page;
    const moves = settled.flatMap((one) => {
        const to = centerAfter(one);
        return to === undefined ? [] : [{ from: one.from, to }];
    });
    return { ...page, overview: { ...page.overview, value: recounted(value, moves) } };
}

export function runEnded(page: Page): Page {
    return { ...page, isRunning: false, inRun: new Set() };
}
