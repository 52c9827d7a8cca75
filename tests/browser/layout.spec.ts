import type { FrameLocator, Page } from '@playwright/test';
import { openPicker, openSetup } from './support/setup.ts';
import { overlaps } from './support/overlaps.ts';
import { expect, test } from './support/switchboard.ts';

/** Windows, in pixels: three computers, one of 1440×900 at 200 % zoom, and two phones. */
const SIZES = ['1440x900', '1280x800', '1100x800', '720x450', '390x844', '320x480'];

async function resize(page: Page, size: string): Promise<void> {
    const [width, height] = size.split('x').map(Number);
    await page.setViewportSize({ width: width!, height: height! });
}

/** Selects the call center, from the list or from the picker that takes its place. */
async function chooseWork(page: Page, frame: Page | FrameLocator, isSetup: boolean): Promise<void> {
    if (isSetup || page.viewportSize()!.width <= 900) await openPicker(frame);
    await frame.getByRole('button', { name: /^8x8 Work, / }).click();
    await expect(frame.getByText('1–100 of 1,204')).toBeVisible();
    await expect(frame.getByRole('button', { name: /^Move Aaron Buschbaum/ })).toBeVisible();
}

/** Rows of the table that can be seen in full. */
function rowsInView(frame: FrameLocator): Promise<number> {
    return frame.getByRole('row').evaluateAll((rows) => {
        const scrolled = rows.at(-1)!.closest('.slds-scrollable_y')!.getBoundingClientRect();
        return rows
            .filter((row) => row.querySelector('td'))
            .map((row) => row.getBoundingClientRect())
            .filter(({ top, bottom }) => top >= scrolled.top && bottom <= scrolled.bottom + 1).length;
    });
}

/** @returns what overlaps, by size of the window */
async function overlapsAt(page: Page, look: 'setup' | 'tab', shot: (name: string) => Promise<void>) {
    const found: Record<string, string[]> = {};
    for (const size of SIZES) {
        await resize(page, size);
        if (look === 'tab') await page.goto(new URL(page.url()).origin);
        const frame = look === 'setup' ? await openSetup(page) : page;
        const inside = (): Promise<string[]> => overlaps(page, look === 'setup' ? page.frames()[1] : undefined);
        await chooseWork(page, frame, look === 'setup');
        await shot(`layout-${look}-${size}`);
        found[size] = [...(await inside()), ...(look === 'setup' ? await overlaps(page) : [])];
        await frame.locator('tbody tr label, c-user-cards li label').first().click();
        await expect(frame.getByRole('button', { name: 'Review', exact: true })).toBeVisible();
        await shot(`layout-${look}-${size}-picked`);
        found[`${size}, one user picked`] = await inside();
    }
    return Object.entries(found).filter(([, pairs]) => pairs.length > 0);
}

test('in Setup, no parts overlap in a window of any size', async ({ page, shot }) => {
    expect(await overlapsAt(page, 'setup', shot)).toEqual([]);
});

test('in a tab, no parts overlap in a window of any size', async ({ page, shot }) => {
    expect(await overlapsAt(page, 'tab', shot)).toEqual([]);
});

test('in Setup, at least 7 users are in view at 1100×800, and 9 at 1280×800', async ({ page }) => {
    const inView: number[] = [];
    for (const size of ['1100x800', '1280x800']) {
        await resize(page, size);
        const frame = await openSetup(page);
        // Closed on the first visit.
        await frame.getByRole('button', { name: 'Close this introduction' }).click();
        await chooseWork(page, frame, true);
        inView.push(await rowsInView(frame));
    }
    expect(inView[0]).toBeGreaterThanOrEqual(7);
    expect(inView[1]).toBeGreaterThanOrEqual(9);
});

test('the check for overlaps finds parts that lie on each other', async ({ page }) => {
    await expect(page.getByRole('row')).toHaveCount(101);
    expect(await overlaps(page)).toEqual([]);
    await page.locator('c-switchboard h1').evaluate((heading) => (heading.style.transform = 'translateX(6rem)'));
    expect(await overlaps(page)).not.toEqual([]);
});
