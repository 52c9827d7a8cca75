import { OrgFault } from 'c/orgPort';

/**
 * Milliseconds. The platform has no time limit for a request, and where a session has ended it may never answer. A page
 * of 2,000 rows takes a few seconds, so after a minute no answer will come.
 */
export const LONGEST_READ = 60_000;

/**
 * Milliseconds. A mutation of many users runs the org's triggers and flows for each of them. Salesforce lets one
 * transaction use 10 seconds of CPU, but waiting for locks and callouts comes on top, up to two minutes.
 */
export const LONGEST_WRITE = 120_000;

/** Milliseconds from the start of a hidden frame until its rows: a page loads in a few seconds, and each 100 rows in one. */
export const LONGEST_LIST = 20_000;

/** Milliseconds from a frame's load until its first message. A Visualforce page that is there answers at once. */
export const LONGEST_GREETING = 4_000;

/** How a time limit waits. Tests pass their own. */
export interface Timers {
    set(work: () => void, milliseconds: number): number;
    clear(key: number): void;
}

export const TIMERS: Timers = {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    set: (work, milliseconds) => window.setTimeout(work, milliseconds),
    clear: (key) => window.clearTimeout(key)
};

/**
 * What `request` answers, if it does within so many milliseconds.
 * @throws OrgFault `offline` otherwise. The request can't be called back, so it may still be done.
 */
export function withinTime<Answer>(
    request: Promise<Answer>,
    milliseconds: number,
    timers: Timers = TIMERS
): Promise<Answer> {
    return new Promise((answer, fail) => {
        const timer = timers.set(
            () => fail(new OrgFault('offline', '', { detail: `No answer came within ${milliseconds} ms.` })),
            milliseconds
        );
        request.then(answer, fail).finally(() => timers.clear(timer));
    });
}
