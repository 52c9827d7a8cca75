import { recounted } from 'c/callCenters';
import type { Plan } from 'c/movePlan';
import type { Settled } from 'c/moveRun';
import { centerAfter } from './click.ts';
import type { Page } from './page.ts';

/** @param plan null while the run isn't read yet */
export function runStarted(page: Page, plan: Plan | null): Page {
    const { message } = page;
    // What a click did is over, unless it isn't known yet. Above the results of a run, it would seem to be about them.
    const isOver = message?.about === 'click' && message.click.run.report !== null;
    return {
        ...page,
        message: isOver ? null : message,
        isRunning: true,
        inRun: new Set(plan?.users.map(({ userId }) => userId))
    };
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
