import type { Page } from '@playwright/test';
import { centerId, choose, count, countDocuments, onDocument, pickOldDialer } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

/** Selects a value of a filter. */
async function filter(page: Page, name: string, value: string): Promise<void> {
    const box = page.getByRole('combobox', { name });
    if (!(await box.isVisible())) await page.getByRole('button', { name: /^Filters/ }).click();
    await box.click();
    await page.getByRole('option', { name: value, exact: true }).click();
}

test('every call center is listed with its member count, even without members or a saved name', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const region = page.getByRole('region', { name: 'Call centers' });
    await expect(region.getByRole('button', { name: '8x8 Work, 412 members' })).toBeVisible();
    await expect(region.getByRole('button', { name: 'Old Dialer, 380 members' })).toBeVisible();
    await expect(region.getByRole('button', { name: 'Pilot 2027, 0 members' })).toBeVisible();
    // The registry doesn't have it. The Visualforce page does.
    await expect(region.getByRole('button', { name: 'Lobby Phones, 15 members' })).toBeVisible();
    await expect(region.getByRole('button', { name: 'All users, 1,204 users' })).toBeVisible();
    const without = await count(connection, 'CallCenterId = null');
    await expect(region.getByRole('button', { name: `No call center, ${without} users` })).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row')).toHaveCount(101);
    await shot('all-users');
    await expectAccessible();
});

test('a user in another call center is moved with one click, and the move is undone @transports', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const here = await centerId(connection, '8x8 Work');
    const old = await centerId(connection, 'Old Dialer');
    await choose(page, '8x8 Work');
    await page.getByRole('searchbox', { name: 'Search users' }).fill('Maartje de Vries');
    const row = page.getByRole('row').filter({ hasText: 'Maartje de Vries' });
    await expect(row).toContainText('In Old Dialer');
    await shot('flagged');
    expect(await count(connection, `Name = 'Maartje de Vries' AND CallCenterId = '${old}'`)).toBe(1);

    await row.getByRole('button', { name: 'Move Maartje de Vries to 8x8 Work' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Maartje de Vries moved to 8x8 Work' })).toBeVisible();
    await expect(row).toContainText('Here');
    await expect(page.getByRole('button', { name: '8x8 Work, 413 members' })).toBeVisible();
    expect(await count(connection, `Name = 'Maartje de Vries' AND CallCenterId = '${here}'`)).toBe(1);
    await shot('one-click');
    await expectAccessible();

    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Maartje de Vries is back in Old Dialer' })).toBeVisible();
    await expect(row).toContainText('In Old Dialer');
    expect(await count(connection, `Name = 'Maartje de Vries' AND CallCenterId = '${old}'`)).toBe(1);
});

test('a double click moves a user once, and Undo in the row takes the user back', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const here = await centerId(connection, '8x8 Work');
    const old = await centerId(connection, 'Old Dialer');
    await choose(page, '8x8 Work');
    await page.getByRole('searchbox', { name: 'Search users' }).fill('Maartje de Vries');
    const row = page.getByRole('row').filter({ hasText: 'Maartje de Vries' });
    await row.getByRole('button', { name: 'Move Maartje de Vries to 8x8 Work' }).dblclick({ delay: 150 });
    await expect(row).toContainText('Moved from Old Dialer');
    const remove = row.getByRole('button', { name: 'Remove Maartje de Vries from 8x8 Work' });
    await expect(remove).toBeDisabled();
    await shot('moved-row');
    await expect(remove).toBeEnabled();
    expect(await count(connection, `Name = 'Maartje de Vries' AND CallCenterId = '${here}'`)).toBe(1);
    await expectAccessible();

    await row.getByRole('button', { name: 'Undo the move of Maartje de Vries' }).click();
    await expect(row).toContainText('In Old Dialer');
    await expect(row).not.toContainText('Moved from');
    expect(await count(connection, `Name = 'Maartje de Vries' AND CallCenterId = '${old}'`)).toBe(1);
});

test('a member is removed with one click and a user added with another, and both are undone', async ({
    page,
    connection
}) => {
    const old = await centerId(connection, 'Old Dialer');
    const member = `Name = 'Magnus Ó Briain' AND CallCenterId = '${old}'`;
    await choose(page, 'Old Dialer');
    await page.getByRole('searchbox', { name: 'Search users' }).fill('Magnus Ó Briain');
    await page.getByRole('button', { name: 'Remove Magnus Ó Briain from Old Dialer' }).click();
    await expect(page.getByText('Magnus Ó Briain removed from Old Dialer')).toBeVisible();
    expect(await count(connection, member)).toBe(0);
    await page.getByRole('button', { name: 'Add Magnus Ó Briain to Old Dialer' }).click();
    await expect(page.getByText('Magnus Ó Briain added to Old Dialer')).toBeVisible();
    expect(await count(connection, member)).toBe(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText('Magnus Ó Briain has no call center again')).toBeVisible();
    expect(await count(connection, member)).toBe(0);
});

test('all 380 members of a call center are moved to another one, and the move is undone @transports', async ({
    page,
    org,
    connection,
    shot,
    expectAccessible
}) => {
    const here = await centerId(connection, '8x8 Work');
    const old = await centerId(connection, 'Old Dialer');
    await choose(page, '8x8 Work');
    await filter(page, 'Call center', 'Old Dialer');
    await expect(page.getByText('1–100 of 380')).toBeVisible();
    await page.getByRole('row').nth(1).locator('label').first().click();
    await page.getByRole('button', { name: 'Select all 380 matching users' }).click();
    const panel = page.getByRole('region', { name: 'Move 380 users to 8x8 Work' });
    await expect(panel).toBeVisible();
    await shot('selection');
    await panel.getByRole('button', { name: 'Review' }).click();
    await expect(page.getByRole('region', { name: 'Moving from' }).getByText('380 from Old Dialer')).toBeVisible();
    await shot('review');
    await expectAccessible();

    const before = org.requests.count;
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByRole('heading', { name: '380 of 380 users moved to 8x8 Work' })).toBeVisible();
    await shot('report');
    await expectAccessible();
    expect(org.requests.count - before).toBeLessThan(40);
    expect(await count(connection, `CallCenterId = '${here}'`)).toBe(792);
    expect(await count(connection, `CallCenterId = '${old}'`)).toBe(0);

    await page.getByRole('button', { name: 'Move 380 back to Old Dialer' }).click();
    await expect(page.getByRole('heading', { name: '380 of 380 users moved back' })).toBeVisible();
    expect(await count(connection, `CallCenterId = '${here}'`)).toBe(412);
    expect(await count(connection, `CallCenterId = '${old}'`)).toBe(380);
});

test('a move to a Voice contact center is reviewed, explained, and left to Setup', async ({
    page,
    connection,
    shot
}) => {
    const voice = await centerId(connection, 'Voice East');
    await choose(page, 'Voice East');
    await page.getByRole('searchbox', { name: 'Search users' }).fill('Marek Nowak');
    await page.getByRole('button', { name: 'Review move of Marek Nowak to Voice East' }).click();
    await expect(page.getByText('Add users to a contact center in Setup.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Move 1/ })).toHaveCount(0);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download bulk upload CSV' }).click();
    expect((await download).suggestedFilename()).toBe('add-users.csv');
    await shot('voice');
    expect(await count(connection, `Name = 'Marek Nowak' AND CallCenterId = '${voice}'`)).toBe(0);
});

test('a move from a call center of unknown kind asks for confirmation once', async ({ page, connection }) => {
    const here = await centerId(connection, '8x8 Work');
    await choose(page, '8x8 Work');
    await filter(page, 'Call center', 'Lobby Phones');
    await page
        .getByRole('button', { name: /^Review move/ })
        .first()
        .click();
    const move = page.getByRole('button', { name: 'Move 1 user' });
    await expect(move).toBeDisabled();
    await page.getByText('none of these is a Voice contact center').click();
    await move.click();
    await expect(page.getByRole('heading', { name: '1 of 1 user moved to 8x8 Work' })).toBeVisible();
    expect(await count(connection, `CallCenterId = '${here}'`)).toBe(413);
});

test('rows and counts follow a run batch by batch, and the table stays where it is', async ({
    page,
    org,
    connection,
    shot,
    expectAccessible
}) => {
    const old = await centerId(connection, 'Old Dialer');
    await pickOldDialer(page);
    // The first batch has 50 users, the second 100. The second is held until its button is looked at, then the third.
    const held: (() => Promise<void>)[] = [];
    await onDocument(page, 'switchboardMove', async (route, before) => {
        if (before === 0) return route.continue();
        await new Promise<void>((go) => held.push(async () => go()));
        await route.continue();
    });
    const reads = countDocuments(page, /switchboard(Users|MemberCounts|ProfileCounts)/);
    const rows = page.getByRole('grid', { name: 'Users' }).getByRole('row');
    const [first, sixtieth] = [rows.nth(1), rows.nth(60)];
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(first).toContainText('Here');
    await expect(first.getByRole('button', { name: /^(Move|Remove)/ })).toHaveCount(0);
    await expect(sixtieth).toContainText('In Old Dialer');
    await expect(sixtieth.getByRole('button', { name: /^Move/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: '8x8 Work, 462 members' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Old Dialer, 330 members' })).toBeVisible();
    await shot('run-with-rows');
    await expectAccessible();

    const link = sixtieth.getByRole('link').first();
    await link.focus();
    const top = () => sixtieth.evaluate((row) => row.getBoundingClientRect().top);
    const before = await top();
    await expect.poll(() => held.length).toBe(1);
    await held[0]();
    await expect(sixtieth).toContainText('Here');
    await expect(page.getByRole('button', { name: '8x8 Work, 562 members' })).toBeVisible();
    expect(await top()).toBe(before);
    await expect(link).toBeFocused();
    expect(reads()).toBe(0);

    await expect.poll(() => held.length).toBe(2);
    await held[1]();
    await expect.poll(() => held.length).toBe(3);
    await held[2]();
    await expect(page.getByRole('heading', { name: '380 of 380 users moved to 8x8 Work' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Old Dialer, 0 members' })).toBeVisible();
    expect(await count(connection, `CallCenterId = '${old}'`)).toBe(0);
    expect(org.requests.failures).toEqual([]);
});
