/** Moves as many users as one org of this size has, in one run, and watches the tab while it does. */
import type { Browser, Page } from '@playwright/test';
import type { LocalOrg } from '../../scripts/local-org/index.ts';
import { heapOf, limit, line, megabytes, printLines, TAB_GOALS } from './goals.ts';
import { ms } from './measure.ts';
import { observe, observed } from './smoothness.ts';

/** Milliseconds between two looks at the heap. */
const LOOK = 100;
/** Milliseconds that one step before the run, and the run, may take. */
const LONGEST_STEP = 120_000;
const LONGEST_RUN = 300_000;
/** MB of heap, and milliseconds. */
const GOALS = { ...TAB_GOALS, frame: 100 };
const FROM = 'Old Dialer';
const TO = '8x8 Work';

/** Puts everyone who can be moved into one call center, and moves them all to another. Changes the org. */
export async function measureLongRun(browser: Browser, org: LocalOrg, address: string): Promise<void> {
    const center = org.store.get('SELECT "Id" FROM "CallCenter" WHERE "Name" = ?', [FROM])!.Id;
    org.store.run(`UPDATE "User" SET "CallCenterId" = ? WHERE "UserType" = 'Standard'`, [center]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST_STEP);
    const heap = await context.newCDPSession(page);
    try {
        await heap.send('Performance.enable');
        await observe(page);
        await page.goto(address);
        await page.locator('tbody tr').nth(99).waitFor({ state: 'attached' });
        await selectAll(page);
        const ready = page.getByRole('button', { name: /^Move [\d,]+( users)?$/ });
        await ready.waitFor();
        const reviewing = await observed(page);
        const before = org.requests.count;
        const started = performance.now();
        const ended = page.getByRole('heading', { name: /^[\d,]+ of [\d,]+ users moved/ });
        let most = await heapOf(heap);
        await ready.click();
        while (!(await ended.isVisible())) {
            if (performance.now() - started > LONGEST_RUN) throw new Error('The run takes too long.');
            most = Math.max(most, await heapOf(heap));
            await page.waitForTimeout(LOOK);
        }
        const time = performance.now() - started;
        const running = await observed(page);
        const requests = org.requests.count - before;
        await heap.send('HeapProfiler.collectGarbage');
        const kept = await heapOf(heap);
        printLines(`a run in one tab: ${await ended.textContent()}`, [
            line('time', ms(time)),
            line('requests', String(requests)),
            limit('heap, most', most, GOALS.heap, megabytes),
            limit('heap, kept in the end', kept, GOALS.heap, megabytes),
            limit('longest frame while it runs', running.longestFrame, GOALS.frame),
            limit('longest task while it runs', running.longestTask, GOALS.task),
            limit('longest task until it is reviewed', reviewing.longestTask, GOALS.task)
        ]);
    } finally {
        await context.close();
    }
}

/** Selects everyone, and opens the review of their move. */
async function selectAll(page: Page): Promise<void> {
    await page
        .getByRole('region', { name: 'Call centers' })
        .getByRole('button', { name: new RegExp(`^${TO}, `) })
        .click();
    await page
        .getByRole('button', { name: new RegExp(`^Move .* to ${TO}$`) })
        .first()
        .waitFor();
    await page.getByRole('row').nth(1).locator('label').first().click();
    await page.getByRole('button', { name: /^Select all [\d,]+/ }).click();
    await page.getByRole('button', { name: 'Review', exact: true }).click();
}
