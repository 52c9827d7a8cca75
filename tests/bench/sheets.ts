/** Imports and exports as many users as one file can have, and watches the tab while it does. Moves no one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { writeCsv } from 'c/csv';
import type { LocalOrg } from '../../scripts/local-org/index.ts';
import { heapOf, limit, line, megabytes, printLines, TAB_GOALS, type Line } from './goals.ts';
import { ms } from './measure.ts';
import { observe, observed } from './smoothness.ts';

/** Milliseconds that every answer of the org takes longer. */
const LATENCY = 50;
/** Milliseconds between two looks at the heap. */
const LOOK = 100;
const LONGEST_WAIT = 300_000;
/** Milliseconds without a request, after which nothing more is asked. */
const QUIET = 1_000;
/** Rows that are pasted, and rows of a file. */
const PASTED = 1_000;
const MOST_ROWS = 50_000;
/** One of so many rows has a letter too many. */
const WRONG_EVERY = 100;
/** Milliseconds until every row has its verdict, and requests. */
const GOALS = { ...TAB_GOALS, pasted: 2_000, file: 60_000, requests: 600 };
const TARGET = '8x8 Work';

/** A tab that shows the page, and what it's watched with. */
interface Tab {
    page: Page;
    heap: CDPSession;
    org: LocalOrg;
}

/** @param org with at least as many users as a file can have */
export async function measureSheets(browser: Browser, org: LocalOrg, address: string): Promise<void> {
    const usernames = org.store
        .all('SELECT "Username" FROM "User" ORDER BY "Id" LIMIT ?', [MOST_ROWS])
        .map(({ Username }) => String(Username));
    if (usernames.length < MOST_ROWS) throw new Error(`The org has only ${usernames.length} users.`);
    org.faults.set({ rules: [{ on: 'any', fault: 'latency', ms: LATENCY }] });
    const inTab = async (work: (tab: Tab) => Promise<Line[]>, title: string): Promise<void> => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
        try {
            const page = await context.newPage();
            page.setDefaultTimeout(LONGEST_WAIT);
            const heap = await context.newCDPSession(page);
            await heap.send('Performance.enable');
            await observe(page);
            await page.goto(address);
            await page.locator('tbody tr').nth(99).waitFor({ state: 'attached' });
            printLines(title, await work({ page, heap, org }));
        } finally {
            await context.close();
        }
    };
    try {
        await inTab((tab) => pasteRows(tab, usernames.slice(0, PASTED)), `${count(PASTED)} pasted rows`);
        await inTab((tab) => importFile(tab, usernames), `an import of ${count(MOST_ROWS)} rows`);
        await inTab((tab) => exportUsers(tab), `an export of ${count(MOST_ROWS)} users`);
    } finally {
        org.faults.clear();
    }
}

async function pasteRows(tab: Tab, usernames: string[]): Promise<Line[]> {
    const { page } = tab;
    await openImport(page);
    const text = usernames.map((username) => `${username}\t${TARGET}\r\n`).join('');
    const { time, requests, longestTask } = await watched(tab, async () => {
        await page.getByLabel('Paste rows').evaluate((field, pasted) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', pasted);
            field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }));
        }, text);
        await verdicts(page).waitFor();
    });
    return [
        limit(`time to verdicts, with a latency of ${LATENCY} ms`, time, GOALS.pasted),
        line('requests', String(requests)),
        limit('longest task', longestTask, GOALS.task)
    ];
}

async function importFile(tab: Tab, usernames: string[]): Promise<Line[]> {
    const { page } = tab;
    await openImport(page);
    const rows = usernames.map((username, place) => [
        place % WRONG_EVERY === 0 ? `${username}x` : username,
        TARGET,
        `Row ${place}`
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
    const file = join(folder, 'users.csv');
    writeFileSync(file, writeCsv([['Username', 'Call center', 'Notes'], ...rows]));
    const read = await watched(tab, async () => {
        await page.locator('c-import-page input[type=file]').first().setInputFiles(file);
        await verdicts(page).waitFor();
    });
    rmSync(folder, { recursive: true });
    const kept = await keptOf(tab);
    const near = await watched(tab, () => quiet(tab));
    const search = page.getByRole('searchbox', { name: 'Search rows' });
    const look = await watched(tab, async () => {
        await page.getByRole('radio', { name: /^Will move/ }).check({ force: true });
        await search.pressSequentially('ada', { delay: 50 });
        await page.locator('c-import-list .scroll').hover();
        for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 2_000);
        await page.waitForTimeout(LOOK);
        await search.fill('');
        await page.getByRole('radio', { name: /^All/ }).check({ force: true });
    });
    const fix = await watched(tab, async () => {
        await page
            .getByRole('button', { name: /^Skip row: / })
            .first()
            .click();
        await page.getByRole('radio', { name: /^Skipped 1$/ }).waitFor();
    });
    const download = await watched(tab, async () => {
        const saved = page.waitForEvent('download');
        await page.getByRole('button', { name: /^Download the / }).click();
        await saved;
    });
    const review = await watched(tab, async () => {
        await page.getByRole('button', { name: /^Review [\d,]+ moves$/ }).click();
        await page.getByRole('heading', { name: /^Review: Move / }).waitFor();
    });
    const all = [read, near, look, fix, download, review];
    return [
        limit(`time to verdicts, with a latency of ${LATENCY} ms`, read.time, GOALS.file),
        limit('requests', read.requests + near.requests, GOALS.requests, String),
        limit('heap, most', Math.max(...all.map(({ heap }) => heap)), GOALS.heap, megabytes),
        limit('heap, kept with every verdict', kept, GOALS.heap, megabytes),
        limit('longest task to verdicts', read.longestTask, GOALS.task),
        limit('longest task to nearest matches', near.longestTask, GOALS.task),
        limit('longest task of filters, typing, and scrolling', look.longestTask, GOALS.task),
        limit('longest task of leaving a row out', fix.longestTask, GOALS.task),
        limit('longest task of the download', download.longestTask, GOALS.task),
        limit('longest task of opening the review', review.longestTask, GOALS.task)
    ];
}

async function exportUsers(tab: Tab): Promise<Line[]> {
    const { page } = tab;
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'Select all' }).click();
    const { time, requests, heap, longestTask } = await watched(tab, async () => {
        const saved = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download CSV' }).click();
        await saved;
    });
    return [
        line(`time, with a latency of ${LATENCY} ms`, ms(time)),
        line('requests', String(requests)),
        limit('heap, most', heap, GOALS.heap, megabytes),
        limit('longest task', longestTask, GOALS.task)
    ];
}

async function openImport(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('heading', { name: 'Import', level: 2 }).waitFor();
}

/** A selector, because looking for a role in 100 rows takes the tab longer than drawing them. */
const verdicts = (page: Page) => page.locator('c-import-list');
const count = (rows: number) => rows.toLocaleString('en');

/** Megabytes of JavaScript objects that are needed. */
async function keptOf({ heap }: Tab): Promise<number> {
    await heap.send('HeapProfiler.collectGarbage');
    return heapOf(heap);
}

/** Waits until the page asks nothing more. */
async function quiet({ org, page }: Tab): Promise<void> {
    for (let before = -1; before !== org.requests.count;) {
        before = org.requests.count;
        await page.waitForTimeout(QUIET);
    }
}

/** Does work, and looks at the heap until it's done. */
async function watched({ page, heap, org }: Tab, work: () => Promise<void>) {
    await observed(page);
    const before = org.requests.count;
    const started = performance.now();
    let most = await heapOf(heap);
    let isDone = false;
    const looking = (async () => {
        while (!isDone) {
            most = Math.max(most, await heapOf(heap));
            await page.waitForTimeout(LOOK);
        }
    })();
    let time: number;
    try {
        await work();
        time = performance.now() - started;
    } finally {
        isDone = true;
        await looking;
    }
    const requests = org.requests.count - before;
    const { longestTask } = await observed(page);
    return { time, requests, heap: most, longestTask };
}
