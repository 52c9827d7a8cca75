import type { Page } from '@playwright/test';
import { expect, test } from './support/switchboard.ts';
import { openPicker, openSetup } from './support/setup.ts';
import { centerId, choose, count, filterByCenter, onDocument, pickOldDialer } from './support/steps.ts';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search users' });
const view = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name });

/** The parameters of the page's own, once they are as expected. */
async function expectAddress(page: Page, parameters: Record<string, string>): Promise<void> {
    await expect
        .poll(() => Object.fromEntries([...new URL(page.url()).searchParams].filter(([name]) => name.includes('__'))))
        .toEqual(parameters);
}

/** What someone sees of the place. */
async function placeOf(page: Page): Promise<unknown> {
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    return {
        heading: await page.getByRole('heading', { level: 2 }).first().innerText(),
        text: await search(page).inputValue(),
        range: await page.getByText(/^1–\d+ of /).innerText(),
        sorted: await page.locator('th[aria-sort]:not([aria-sort="none"])').allInnerTexts(),
        first: await page.getByRole('row').nth(1).innerText()
    };
}

/** Opens Old Dialer's inactive members, the last names first, from 8x8 Work. */
async function find(page: Page): Promise<void> {
    await choose(page, '8x8 Work');
    await search(page).fill('a');
    await filterByCenter(page, 'Old Dialer');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').first().click();
}

test('Back and Forward lead through call centers and views, and typing adds no steps', async ({ page, connection }) => {
    const work = await centerId(connection, '8x8 Work');
    const dialer = await centerId(connection, 'Old Dialer');
    await choose(page, '8x8 Work');
    await expectAddress(page, { c__center: work });
    await search(page).pressSequentially('ma', { delay: 30 });
    await expectAddress(page, { c__center: work, c__search: 'ma' });
    await choose(page, 'Old Dialer');
    await expectAddress(page, { c__center: dialer, c__search: 'ma' });
    await view(page, 'History').click();
    await expectAddress(page, { c__view: 'history', c__center: dialer, c__search: 'ma' });

    await page.goBack();
    await expectAddress(page, { c__center: dialer, c__search: 'ma' });
    await expect(page.getByRole('heading', { name: 'Old Dialer', level: 2 })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { name: '8x8 Work', level: 2 })).toBeVisible();
    await expect(search(page)).toHaveValue('ma');
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'All users', level: 2 })).toBeVisible();
    await expect(search(page)).toHaveValue('');
    await expect(page.getByText('1–100 of 1,204')).toBeVisible();
    await expectAddress(page, {});

    await page.goForward();
    await expect(page.getByRole('button', { name: /^8x8 Work, / })).toHaveAttribute('aria-pressed', 'true');
    await page.goForward();
    await page.goForward();
    await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
    await expectAddress(page, { c__view: 'history', c__center: dialer, c__search: 'ma' });
});

test('Back closes a review and leaves the selection, and Forward reviews it again', async ({ page, connection }) => {
    const center = { c__center: await centerId(connection, '8x8 Work') };
    const selected = page.getByRole('strong').filter({ hasText: '2 selected' });
    const heading = page.getByRole('heading', { name: /^Review: Move 2 users/ });
    const review = page.getByRole('button', { name: 'Review', exact: true });
    await choose(page, '8x8 Work');
    await filterByCenter(page, 'Old Dialer');
    const filtered = { ...center, c__memberOf: await centerId(connection, 'Old Dialer') };
    await expectAddress(page, filtered);
    for (const place of [1, 2]) await page.getByRole('row').nth(place).locator('label').first().click();
    await review.click();
    await expectAddress(page, { ...filtered, c__panel: 'open' });

    await page.goBack();
    await expect(heading).toBeHidden();
    await expect(selected).toBeVisible();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Move 2 users to 8x8 Work' })).toBeFocused();
    await expectAddress(page, filtered);

    await page.goForward();
    await expect(heading).toBeFocused();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expectAddress(page, filtered);
    await expect(selected).toBeVisible();

    // No entry is left of a review that was canceled.
    await review.click();
    await expectAddress(page, { ...filtered, c__panel: 'open' });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await choose(page, 'Old Dialer');
    await page.goBack();
    await expectAddress(page, filtered);
    await page.goBack();
    await expect(page.getByRole('heading', { name: '8x8 Work', level: 2 })).toBeVisible();
});

test('Back closes results, and a reload leaves nothing of them', async ({ page, connection }) => {
    const filtered = {
        c__center: await centerId(connection, '8x8 Work'),
        c__memberOf: await centerId(connection, 'Old Dialer')
    };
    await pickOldDialer(page);
    await expectAddress(page, { ...filtered, c__panel: 'open' });
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await page.getByRole('button', { name: 'Show results' }).click();
    await expectAddress(page, { ...filtered, c__panel: 'open' });
    await page.goBack();
    await expect(page.getByRole('heading', { name: '8x8 Work', level: 2 })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'No users found' })).toBeVisible();
    await expectAddress(page, filtered);

    await page.goForward();
    await expectAddress(page, filtered);
    await page.goto(`${page.url()}&c__panel=open`);
    await expect(page.getByRole('heading', { name: 'No users found' })).toBeVisible();
    await expectAddress(page, filtered);
});

test('Back during a run leaves the run in sight, and it ends', async ({ page, connection }) => {
    await onDocument(page, 'switchboardMove', async (route, before) => {
        if (before === 0) await new Promise((done) => setTimeout(done, 3_000));
        await route.fallback();
    });
    await choose(page, 'Old Dialer');
    await pickOldDialer(page);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    const run = page.getByRole('region', { name: 'Moving 380 users to 8x8 Work' });
    await expect(run).toBeVisible();
    await page.goBack();
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Old Dialer', level: 2 })).toBeVisible();
    await expect(run).toBeVisible();
    await expect(page.getByRole('heading', { name: '380 of 380 users moved to 8x8 Work' })).toBeVisible();
    const work = await centerId(connection, '8x8 Work');
    expect(await count(connection, `CallCenterId = '${work}'`)).toBe(412 + 380);
});

test('reload keeps the place', async ({ page, connection }) => {
    await find(page);
    await expectAddress(page, {
        c__center: await centerId(connection, '8x8 Work'),
        c__search: 'a',
        c__memberOf: await centerId(connection, 'Old Dialer'),
        c__sort: 'name.desc'
    });
    const before = await placeOf(page);
    await page.reload();
    await expect.poll(() => placeOf(page)).toEqual(before);
});

test('a link that was copied shows a colleague the same', async ({ page, context }) => {
    await find(page);
    await expect.poll(() => page.url()).toContain('name.desc');
    const before = await placeOf(page);
    const colleague = await context.newPage();
    await colleague.goto(page.url());
    await expect.poll(() => placeOf(colleague)).toEqual(before);
    // What the colleague does leaves their own address behind, and no one else's.
    await choose(colleague, 'Old Dialer');
    await colleague.goBack();
    await expect.poll(() => placeOf(colleague)).toEqual(before);
});

test('the users without a call center have an address', async ({ page, preview }) => {
    await page.getByRole('button', { name: /^No call center, / }).click();
    await expectAddress(page, { c__center: 'none' });
    await page.goto(`${preview.url}/lightning/n/Switchboard?c__center=none`);
    await expect(page.getByRole('button', { name: /^No call center, / })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('1–100 of 310')).toBeVisible();
});

test('an address of junk opens the page with all users, and what follows works', async ({ page, preview }) => {
    const junk = [
        `?c__view=<script>alert(1)</script>&c__center=005000000000001&c__sort=Name&c__status=1`,
        `?c__search=${'x'.repeat(500)}&c__profile=..&c__role=a.b.c&c__membership=here`,
        `?c__center=%00&c__user=%F0%9F&c__memberOf='&__search&c__&=&&%`
    ];
    for (const query of junk) {
        await page.goto(`${preview.url}/${query}`);
        await expect(page.getByRole('heading', { name: 'All users', level: 2 })).toBeVisible();
        await expect(page.getByText('1–100 of 1,204')).toBeVisible();
    }
    await choose(page, 'Old Dialer');
    await expect.poll(() => new URL(page.url()).searchParams.get('c__center')).toMatch(/^04v/);
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'All users', level: 2 })).toBeVisible();
});

test('a call center that does not exist leaves the page with all users', async ({ page, preview }) => {
    await page.goto(`${preview.url}/?c__center=04v0000000000zz&c__membership=here&c__search=ma`);
    await expect(page.getByRole('heading', { name: 'All users', level: 2 })).toBeVisible();
    await expect(search(page)).toHaveValue('ma');
});

test.describe('in Setup, which has no address to share', () => {
    test.use({ permissions: ['clipboard-read'] });

    test('Copy link leads a colleague to the same in the tab', async ({ page, context, preview, connection, shot }) => {
        const frame = await openSetup(page);
        await openPicker(frame);
        await frame.getByRole('button', { name: /^Old Dialer, / }).click();
        await frame.getByRole('searchbox', { name: 'Search users' }).fill('ma');
        await frame.getByRole('button', { name: 'More', exact: true }).click();
        await frame.getByRole('menuitem', { name: 'Copy link' }).click();
        await expect(frame.getByText('Link copied.')).toBeVisible();
        await shot('copy-link');
        const link = await page.evaluate(() => navigator.clipboard.readText());
        expect(new URL(link).pathname).toBe('/lightning/n/Switchboard');

        const colleague = await context.newPage();
        await colleague.goto(link);
        await expect(colleague.getByRole('heading', { name: 'Old Dialer', level: 2 })).toBeVisible();
        await expect(search(colleague)).toHaveValue('ma');
        await expectAddress(colleague, { c__center: await centerId(connection, 'Old Dialer'), c__search: 'ma' });
        expect(new URL(colleague.url()).origin).toBe(preview.url);
    });
});
