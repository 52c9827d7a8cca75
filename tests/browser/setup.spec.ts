import type { FrameLocator } from '@playwright/test';
import type { Connection } from 'jsforce';
import { embedded } from '../../scripts/preview/embedded.ts';
import { startPreview } from '../../scripts/preview/server.ts';
import { expect, test } from './support/switchboard.ts';
import { frameViolations, openPicker, openSetup as open } from './support/setup.ts';
import { filterByCenter } from './support/steps.ts';
import { violations } from './support/violations.ts';

/** The tree is 240 px wide, which leaves a frame as wide as in Setup on a small laptop. */
test.use({ viewport: { width: 1340, height: 800 } });

async function membersOf(connection: Connection, center: string, where = ''): Promise<number> {
    const { records } = await connection.query(`SELECT Id FROM CallCenter WHERE Name = '${center}'`);
    const soql = `SELECT COUNT() FROM User WHERE CallCenterId = '${records[0].Id}' ${where}`;
    return (await connection.query(soql)).totalSize;
}

async function choose(frame: FrameLocator, center: string): Promise<void> {
    await openPicker(frame);
    const region = frame.getByRole('region', { name: 'Call centers' });
    await region.getByRole('button', { name: new RegExp(`^${center}, `) }).click();
    await expect(frame.getByRole('heading', { name: center, level: 2 })).toBeVisible();
}

test('in Setup, the page is in a frame of another site, 1,100 px wide, and no other site can frame it', async ({
    page,
    preview,
    shot
}) => {
    const frame = await open(page);
    await expect(frame.getByRole('row')).toHaveCount(101);
    await openPicker(frame);
    await expect(frame.getByRole('button', { name: '8x8 Work, 412 members' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(frame.getByRole('region', { name: 'Call centers' })).toBeHidden();
    const [, inner] = page.frames();
    expect(new URL(inner!.url()).origin).toBe(preview.frameUrl);
    expect(new URL(page.url()).hostname).not.toBe(new URL(preview.frameUrl).hostname);
    expect(new URL(inner!.url()).searchParams.has('ticket')).toBe(false);
    expect(await inner!.evaluate(() => window.innerWidth)).toBe(1100);
    expect(await inner!.evaluate(() => document.documentElement.scrollWidth)).toBe(1100);
    await expect(page.getByRole('heading', { name: 'Call Centers', level: 1 })).toBeVisible();
    expect((await fetch(preview.frameUrl)).status).toBe(403);
    const policy = await inner!.evaluate(async () => {
        const { headers } = await fetch(window.location.href);
        return headers.get('content-security-policy');
    });
    expect(policy).toContain(`frame-ancestors ${preview.url} http://localhost:${preview.port}`);
    await shot('setup');
});

test('in Setup, a user in another call center is moved with one click, and the move is undone', async ({
    page,
    connection,
    shot
}) => {
    const frame = await open(page);
    await choose(frame, '8x8 Work');
    await frame.getByRole('searchbox', { name: 'Search users' }).fill('Maartje de Vries');
    const row = frame.getByRole('row').filter({ hasText: 'Maartje de Vries' });
    await expect(row).toContainText('In Old Dialer');
    await row.getByRole('button', { name: 'Move Maartje de Vries to 8x8 Work' }).click();
    await expect(frame.getByRole('status').filter({ hasText: 'Maartje de Vries moved to 8x8 Work' })).toBeVisible();
    expect(await membersOf(connection, '8x8 Work', `AND Name = 'Maartje de Vries'`)).toBe(1);
    await shot('setup-one-click');

    await frame.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(frame.getByRole('status').filter({ hasText: 'Maartje de Vries is back in Old Dialer' })).toBeVisible();
    expect(await membersOf(connection, 'Old Dialer', `AND Name = 'Maartje de Vries'`)).toBe(1);
});

test('in Setup, three users are moved together, and axe finds no violations in the frame', async ({
    page,
    connection,
    shot
}) => {
    const frame = await open(page);
    const before = await membersOf(connection, '8x8 Work');
    await choose(frame, '8x8 Work');
    await filterByCenter(frame, 'Old Dialer');
    await expect(frame.getByText('1–100 of 380')).toBeVisible();
    for (const place of [1, 2, 3]) await frame.getByRole('row').nth(place).locator('label').first().click();
    const panel = frame.getByRole('region', { name: 'Move 3 users to 8x8 Work' });
    await panel.getByRole('button', { name: 'Review' }).click();
    await expect(frame.getByText('3 from Old Dialer').first()).toBeVisible();
    await frame.getByRole('button', { name: 'Move 3 users' }).click();
    await expect(frame.getByRole('heading', { name: '3 of 3 users moved to 8x8 Work' })).toBeVisible();
    expect(await membersOf(connection, '8x8 Work')).toBe(before + 3);
    await shot('setup-report');
    expect(await frameViolations(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
});

test('a link on the page opens the call center in Setup, and a link there leads back', async ({ page, preview }) => {
    const frame = await open(page);
    await choose(frame, '8x8 Work');
    await frame.getByRole('button', { name: 'More' }).click();
    const opened = page.waitForEvent('popup');
    await frame.getByRole('menuitem', { name: 'Open 8x8 Work in Setup' }).click();
    const setup = await opened;
    await expect(setup.getByRole('heading', { name: 'Call Center: 8x8 Work', level: 1 })).toBeVisible();
    expect(new URL(setup.url()).origin).toBe(preview.url);
    expect(decodeURIComponent(setup.url())).toMatch(/\/lightning\/setup\/CallCenters\/page\?address=\/04v\w{15}/);
    await setup.getByRole('link', { name: 'Back to Switchboard' }).click();
    await expect(frame.getByRole('row')).toHaveCount(101);
});

test('Quick Find limits the tree to matching entries', async ({ page }) => {
    await open(page);
    const tree = page.getByRole('navigation', { name: 'Setup tree' });
    await expect(tree.getByRole('link', { name: 'Profiles' })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Quick Find' }).fill('call center');
    await expect(tree.getByRole('link', { name: 'Call Centers' })).toBeVisible();
    await expect(tree.getByRole('link', { name: 'Profiles' })).toBeHidden();
    await page.getByRole('searchbox', { name: 'Quick Find' }).fill('zebra');
    await expect(tree.getByRole('link')).toHaveCount(0);
    await expect(tree.getByRole('status')).toHaveText('No pages match "zebra".');
});

const production = test.extend({
    preview: async ({ org, persona }, use) => {
        const preview = await startPreview({
            org: { ...embedded(org), production: 'Switchboard Trading' },
            port: 0,
            persona
        });
        await use(preview);
        await preview.close();
    }
});

production(
    'a production org says so, and takes its name before the first change',
    async ({ page, connection, shot }) => {
        const frame = await open(page);
        const banner = page.getByRole('region', { name: 'Production org' });
        await expect(banner).toContainText('Switchboard Trading');
        await choose(frame, '8x8 Work');
        await frame.getByRole('searchbox', { name: 'Search users' }).fill('Maartje de Vries');
        const move = frame.getByRole('button', { name: 'Move Maartje de Vries to 8x8 Work' });
        await move.click();
        await expect(
            frame.getByText(
                /^Maartje de Vries: .*Switchboard Trading is a production org\. To allow changes, type its name in the banner/
            )
        ).toBeVisible();
        expect(await membersOf(connection, '8x8 Work', `AND Name = 'Maartje de Vries'`)).toBe(0);
        await shot('production');

        const name = banner.getByRole('textbox', { name: 'To allow changes, type its name' });
        await name.fill('Switchboard');
        await banner.getByRole('button', { name: 'Allow changes' }).click();
        await expect(banner.getByRole('status')).toHaveText("This name doesn't match the name of the org exactly.");
        await name.fill('Switchboard Trading');
        await banner.getByRole('button', { name: 'Allow changes' }).click();
        await expect(banner.getByRole('status')).toHaveText('You can change this org until you stop the preview.');
        expect(await violations(page)).toEqual([]);
        await move.click();
        await expect(frame.getByRole('status').filter({ hasText: 'Maartje de Vries moved to 8x8 Work' })).toBeVisible();
        expect(await membersOf(connection, '8x8 Work', `AND Name = 'Maartje de Vries'`)).toBe(1);
    }
);

test('a link in Setup finds its user, in the frame as in the tab', async ({ page, connection }) => {
    const { records } = await connection.query(`SELECT Id FROM User WHERE Name = 'Maartje de Vries'`);
    const user = String(records[0].Id);
    const frame = await open(page, `?c__user=${user}`);
    await expect(frame.getByRole('searchbox', { name: 'Search users' })).toHaveValue('Maartje de Vries');
    await expect(frame.getByRole('row')).toHaveCount(2);

    const shell = new URL(page.url()).origin;
    await page.goto(`${shell}/lightning/n/Switchboard?c__user=${user}`);
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.goto(`${shell}/lightning/n/Switchboard?c__user=005000000000001AAA`);
    await expect(page.getByText("The user in this link doesn't exist, or you can't view them.")).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(101);
});
