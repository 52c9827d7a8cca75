import type { Page } from '@playwright/test';

/** What kept a page from reacting, in milliseconds. */
export interface Smoothness {
    /** The longest task of the main thread. Tasks below 50 ms aren't reported (Long Tasks API) and count as 0. */
    longestTask: number;
    /** The longest time between two frames. */
    longestFrame: number;
}

interface Observed {
    smoothness?: Smoothness;
}

/** Starts to observe a page. Call it before the page opens. */
export async function observe(page: Page): Promise<void> {
    await page.addInitScript(() => {
        const seen: Smoothness = { longestTask: 0, longestFrame: 0 };
        (window as Observed).smoothness = seen;
        new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration);
        }).observe({ type: 'longtask', buffered: true });
        let last = performance.now();
        const frame = (now: number) => {
            seen.longestFrame = Math.max(seen.longestFrame, now - last);
            last = now;
            requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
    });
}

/** What was observed since the last time. */
export function observed(page: Page): Promise<Smoothness> {
    return page.evaluate(() => {
        const seen = (window as Observed).smoothness!;
        const { longestTask, longestFrame } = seen;
        Object.assign(seen, { longestTask: 0, longestFrame: 0 });
        return { longestTask, longestFrame };
    });
}
