import { readFileSync } from 'node:fs';
import { downloaded, openExport, rowsOf, said } from './support/exports.ts';
import { onDocument } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

/** Three pages of an export. */
test.use({ users: 5_000 });

test('shows its progress, and can be cancelled or go on after a failure', async ({ page, shot }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await onDocument(page, 'switchboardExport', async (route, before) => {
        if (before === 1) await held;
        if (before === 3) return route.abort('connectionreset');
        return route.fallback();
    });
    await openExport(page);
    await expect(said(page, '5,000 users match')).toBeVisible();
    await page.getByRole('button', { name: 'Download CSV' }).click();
    await expect(said(page, 'Loading users: 2,000 of 5,000')).toBeVisible();
    await shot('export-progress');
    await page.getByRole('button', { name: 'Cancel' }).click();
    release();
    await expect(said(page, '5,000 users match')).toBeVisible();

    await page.getByRole('button', { name: 'Download CSV' }).click();
    await expect(page.getByRole('alert').filter({ hasText: "Couldn't export" })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(rowsOf(readFileSync(await (await download).path(), 'utf8'))).toHaveLength(5_001);
    await expect(said(page, '5,000 rows exported')).toBeVisible();
});

test('says how many users there were when that changed meanwhile', async ({ page, connection }) => {
    const { records } = await connection.query(
        "SELECT Id FROM User WHERE Profile.Name = 'Service Agent' AND IsActive = true LIMIT 1"
    );
    await page.goto(`${page.url()}${page.url().includes('?') ? '&' : '?'}c__view=export&c__status=active`);
    await expect(said(page, 'Status: Active')).toBeVisible();
    await expect(said(page, /^[\d,]+ users match$/)).toBeVisible();
    const [before] = /^[\d,]+/.exec((await said(page, /^[\d,]+ users match$/).textContent())!)!;
    await connection.sobject('User').update({ Id: records[0]!.Id!, IsActive: false });
    await downloaded(page);
    await expect(said(page, `${before} users matched before the export.`)).toBeVisible();
});
