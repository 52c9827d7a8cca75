/** Compares the page in Chromium with a bare page that has the same table with the same rows. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CACHE } from '../../scripts/build/places.ts';
import { BROWSER_FLAGS, findBrowser } from '../../scripts/install/browser.ts';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { embedded } from '../../scripts/preview/embedded.ts';
import { PAGE } from '../../scripts/preview/pageBuild.ts';
import { startPreview } from '../../scripts/preview/server.ts';
import { measureLongRun } from './longRun.ts';
import { median, ms, ratio, table } from './measure.ts';
import { measureSheets } from './sheets.ts';
import { observe, observed } from './smoothness.ts';

const ROUNDS = 5;
/** Rows that a window shows, and rows that are read at first. */
const ROWS = { window: 20, page: 100 };
const SIZES = [1204, 20_000, 100_000];
/** The size of the org in which everyone is moved in one run, and of the one whose users are imported and exported. */
const LONG_RUN = 20_000;
const SHEETS = 100_000;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const BARE = {
    ...PAGE,
    lwcRoot: here('bare/lwc'),
    entry: here('bare/page.ts'),
    kept: join(CACHE, 'bare-modules.json')
};

interface Measured {
    /** Milliseconds until the rows of a window are there, and until all are. Only an opening has two. */
    window: number;
    time: number;
    requests: number;
    bytes: number;
    /** Milliseconds of the longest task of the main thread; 0 below 50. */
    longestTask: number;
}

export async function run(): Promise<void> {
    const browser = await chromium.launch({ executablePath: (await findBrowser()) ?? undefined, args: BROWSER_FLAGS });
    try {
        const rows = [
            ['the page', 'users', 'time', 'requests', 'bytes', 'longest task', 'bare page', 'Switchboard is']
        ];
        for (const users of SIZES) {
            const org = await startLocalOrg({ users });
            try {
                rows.push(...(await measureOrg(browser, org, users)));
            } finally {
                await org.close();
            }
        }
        console.log(`${table(rows)}\n`);
    } finally {
        await browser.close();
    }
}

async function measureOrg(browser: Browser, org: LocalOrg, users: number): Promise<string[][]> {
    const ours = await startPreview({ org: embedded(org), port: 0 });
    const bare = await startPreview({ org: embedded(org), port: 0, source: BARE });
    try {
        const first: Measured[] = [];
        const baseline: Measured[] = [];
        const draw: Measured[] = [];
        const key: Measured[] = [];
        for (let round = 0; round <= ROUNDS; round += 1) {
            const measured = [
                await opening(browser, bare.address),
                await opening(browser, ours.address, { draw, key })
            ];
            // The first round compiles the page and warms up the org, so it isn't counted.
            if (round) [baseline, first].forEach((list, index) => list.push(measured[index]));
            else draw.length = key.length = 0;
        }
        const row = (name: string, list: Measured[], beside: Measured[] | null, until: 'window' | 'time' = 'time') => {
            const time = median(list.map((one) => one[until]));
            const other = beside && median(beside.map((one) => one[until]));
            const { requests, bytes } = list.at(-1)!;
            return [
                name,
                users.toLocaleString(),
                ms(time),
                String(requests),
                bytes.toLocaleString(),
                ms(Math.max(...list.map((one) => one.longestTask))),
                other ? ms(other) : '',
                other ? ratio(time, other) : ''
            ];
        };
        const rows = [
            row('opening to the rows of a window', first, baseline, 'window'),
            row('opening to 100 rows', first, baseline),
            row('showing 100 rows of another call center', draw, null),
            row('key press to new rows', key, null)
        ];
        if (users === LONG_RUN) await measureLongRun(browser, org, ours.address);
        if (users === SHEETS) await measureSheets(browser, org, ours.address);
        return rows;
    } finally {
        await ours.close();
        await bare.close();
    }
}

/** Opens a page without a browser cache, and measures the time until its rows are there. */
async function opening(
    browser: Browser,
    address: string,
    then?: { draw: Measured[]; key: Measured[] }
): Promise<Measured> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await observe(page);
    const watch = counting(page);
    try {
        const started = performance.now();
        let window = 0;
        const opened = await watch(async () => {
            await page.goto(address);
            const rows = page.locator('tbody tr');
            await rows.nth(ROWS.window - 1).waitFor({ state: 'attached' });
            window = performance.now() - started;
            await rows.nth(ROWS.page - 1).waitFor({ state: 'attached' });
        });
        if (then) {
            const center = page
                .getByRole('region', { name: 'Call centers' })
                .getByRole('button', { name: /^8x8 Work, / });
            then.draw.push(
                await watch(async () => {
                    await center.click();
                    await page
                        .getByRole('button', { name: /^(Move|Remove) .* 8x8 Work$/ })
                        .first()
                        .waitFor();
                })
            );
            then.key.push(
                await watch(async () => {
                    const answer = page.waitForResponse('**/graphql');
                    await page.getByRole('searchbox').fill('maartje de vries');
                    await answer;
                    await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
                })
            );
        }
        return { ...opened, window };
    } finally {
        await context.close();
    }
}

/** Counts the requests to the org, and their bytes, while work is done. */
function counting(page: Page): (work: () => Promise<void>) => Promise<Measured> {
    let answers: Promise<number>[] = [];
    page.on('response', (response) => {
        if (!response.url().includes('/services/data/')) return;
        answers.push(response.body().then((body) => body.length));
    });
    return async (work) => {
        answers = [];
        const start = performance.now();
        await work();
        const time = performance.now() - start;
        // Lets the page finish its other requests.
        await page.waitForTimeout(300);
        const bytes = (await Promise.all(answers)).reduce((sum, length) => sum + length, 0);
        const { longestTask } = await observed(page);
        return { window: time, time, requests: answers.length, bytes, longestTask };
    };
}
