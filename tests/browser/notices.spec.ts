import type { FrameLocator, Page } from '@playwright/test';
import { openPicker, openSetup } from './support/setup.ts';
import { overlaps } from './support/overlaps.ts';
import { expect, test } from './support/switchboard.ts';

const AARON = 'Aaron Buschbaum';

async function resize(page: Page, size: string): Promise<void> {
    const [width, height] = size.split('x').map(Number);
    await page.setViewportSize({ width: width!, height: height! });
}

async function chooseWork(place: Page | FrameLocator): Promise<void> {
    const picker = place.locator('c-center-picker');
    const work = place.getByRole('button', { name: /^8x8 Work, / });
    await expect(picker.or(work).first()).toBeVisible();
    if (await picker.isVisible()) await openPicker(place);
    await work.click();
    await expect(place.getByText('1–100 of 1,204')).toBeVisible();
}

/** Notices with a button stay for minutes, because this computer can take longer than 15 seconds for a few clicks. */
const letStay = (page: Page) =>
    page.addInitScript(() => {
        const { setTimeout } = window;
        const stays = (act: () => void, ms?: number) => setTimeout(act, ms === 15_000 ? 600_000 : ms);
        window.setTimeout = stays as typeof window.setTimeout;
    });

const moveAaron = (place: Page | FrameLocator) =>
    place.getByRole('button', { name: `Move ${AARON} to 8x8 Work` }).click();

const notice = (place: Page | FrameLocator) => place.locator('c-notice .box');

for (const size of ['1440x900', '720x450', '390x844', '320x480']) {
    test(`at ${size}, a notice covers nothing, and is in sight`, async ({ page, shot }) => {
        await resize(page, size);
        await letStay(page);
        await page.goto(new URL(page.url()).origin);
        await chooseWork(page);
        await moveAaron(page);
        await expect(notice(page)).toBeInViewport({ ratio: 1 });
        await shot(`notice-${size}`);
        expect(await overlaps(page)).toEqual([]);
        await page.locator('tbody tr label, c-user-cards li label').first().click();
        await expect(page.getByRole('button', { name: 'Review', exact: true })).toBeVisible();
        await expect(notice(page)).toBeInViewport({ ratio: 1 });
        await shot(`notice-${size}-picked`);
        expect(await overlaps(page)).toEqual([]);
        // Scrolled to the end, nothing is left below what stays in sight.
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        expect(await overlaps(page, undefined, 'end')).toEqual([]);
    });
}

test('in Setup at 1100×800, a notice takes no row from the table', async ({ page, shot }) => {
    await resize(page, '1100x800');
    const frame = await openSetup(page);
    await chooseWork(frame);
    const foot = frame.locator('c-user-finder .foot');
    const before = await foot.boundingBox();
    await moveAaron(frame);
    await expect(notice(frame)).toBeVisible();
    await shot('notice-setup');
    expect(await foot.boundingBox()).toEqual(before);
    expect(await overlaps(page, page.frames()[1])).toEqual([]);
});

test('a notice is shown below another view and above a review, too', async ({ page, shot }) => {
    await letStay(page);
    await page.reload();
    await chooseWork(page);
    await moveAaron(page);
    await expect(notice(page)).toBeVisible();
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.locator('c-move-history')).toBeVisible();
    await expect(notice(page)).toBeInViewport({ ratio: 1 });
    await shot('notice-history');
    expect(await overlaps(page)).toEqual([]);
    await page.getByRole('button', { name: 'Users', exact: true }).click();
    await page.locator('tbody tr label').nth(2).click();
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Review: / })).toBeVisible();
    await expect(notice(page)).toBeInViewport({ ratio: 1 });
    await shot('notice-review');
    expect(await overlaps(page)).toEqual([]);
});

test('after a notice is gone, Undo in the row and by its key still work, and the focus is on the page', async ({
    page
}) => {
    await chooseWork(page);
    await page.clock.install();
    await moveAaron(page);
    const close = page.getByRole('button', { name: 'Close', exact: true });
    await expect(notice(page)).toContainText(`${AARON} moved to 8x8 Work`);
    await close.focus();
    await page.clock.fastForward(60_000);
    await expect(close).toBeFocused();
    await close.press('Enter');
    await expect(notice(page)).toHaveCount(0);
    await expect(page.locator('c-switchboard .main')).toBeFocused();
    await page.keyboard.press('u');
    await expect(notice(page)).toContainText(`${AARON} is back in Old Dialer`);
    await page.clock.fastForward(6_000);
    await expect(notice(page)).toHaveCount(0);
    await moveAaron(page);
    await expect(notice(page)).toBeVisible();
    // The clock of the page also runs by itself, so this leaves a slow machine some seconds.
    await page.clock.fastForward(9_000);
    await expect(notice(page)).toBeVisible();
    await page.clock.fastForward(7_000);
    await expect(notice(page)).toHaveCount(0);
    await page.getByRole('row').filter({ hasText: AARON }).getByRole('button', { name: /^Undo/ }).click();
    await expect(notice(page)).toContainText(`${AARON} is back in Old Dialer`);
});

test('on a phone, the keyboard leads to nothing that is below the line at the bottom', async ({ page }) => {
    await resize(page, '390x844');
    await chooseWork(page);
    await moveAaron(page);
    const more = page.getByRole('button', { name: 'Show more users' });
    const last = page.locator('c-user-cards li').last();
    await last.getByRole('link').focus();
    await page.evaluate(() => window.scrollBy(0, -60));
    for (let times = 0; times < 4 && !(await more.evaluate((button) => button.matches(':focus'))); times += 1) {
        await page.keyboard.press('Tab');
    }
    await expect(more).toBeFocused();
    const { y, height } = (await more.boundingBox())!;
    expect(y + height).toBeLessThanOrEqual((await page.locator('c-user-finder .foot').boundingBox())!.y);
});

test('in Setup at 1100×800, the first-run sentence takes one line until the first move', async ({ page, shot }) => {
    await resize(page, '1100x800');
    const frame = await openSetup(page);
    const line = frame.getByText('Every user is listed here');
    await expect(frame.getByRole('row')).toHaveCount(101);
    await expect(line).toBeVisible();
    await shot('first-run-setup');
    const card = frame.locator('c-switchboard .main');
    const { y } = (await card.boundingBox())!;
    await chooseWork(frame);
    await moveAaron(frame);
    await expect(line).toHaveCount(0);
    expect(y - (await card.boundingBox())!.y).toBeLessThanOrEqual(44);
});

test('the first-run sentence is gone after a reload, once someone was moved', async ({ page }) => {
    const line = page.getByText('Every user is listed here');
    await expect(line).toBeVisible();
    await chooseWork(page);
    await moveAaron(page);
    await expect(line).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('row')).toHaveCount(101);
    await expect(line).toHaveCount(0);
});
