import { expect, test } from './support/switchboard.ts';

test('the main job takes at most 20 key presses: choose a call center, find, move, undo', async ({
    page,
    connection
}) => {
    let presses = 0;
    const press = async (key: string) => {
        presses += 1;
        await page.keyboard.press(key);
    };
    const type = async (text: string) => {
        for (const letter of text) await press(letter);
    };
    await expect(page.locator('tbody tr').nth(20)).toBeAttached();
    // The preview's own bar comes before the page.
    await page.getByRole('heading', { name: 'Switchboard' }).click();
    const center = page.getByRole('button', { name: /^8x8 Work, / });
    while (!(await center.evaluate((button) => button.matches(':focus')))) await press('Tab');
    await press('Enter');
    await expect(page.getByRole('button', { name: /^Move .* to 8x8 Work$/ }).first()).toBeVisible();

    await press('/');
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeFocused();
    await type('maart');
    const row = page.getByRole('row').filter({ hasText: 'Maartje de Vries' });
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await press('Enter');
    // On a slow machine, the next key would still be typed into the search.
    await expect(row.getByRole('rowheader')).toBeFocused();
    await press('m');
    await expect(row.getByText('Here')).toBeVisible();
    await press('u');
    await expect(row.getByText('In Old Dialer')).toBeVisible();
    expect(presses).toBeLessThanOrEqual(20);
    const { records } = await connection.query<{ CallCenterId: string }>(
        "SELECT CallCenterId FROM User WHERE Name = 'Maartje de Vries'"
    );
    const dialer = await connection.query<{ Id: string }>("SELECT Id FROM CallCenter WHERE Name = 'Old Dialer'");
    expect(records[0]?.CallCenterId).toBe(dialer.records[0]?.Id);
});

test('keys select, review, and go back, list themselves, and can be turned off', async ({ page }) => {
    const selected = page.getByRole('strong').filter({ hasText: '1 selected' });
    await page.getByRole('button', { name: /^8x8 Work, / }).click();
    await expect(page.getByRole('button', { name: /^Move .* to 8x8 Work$/ }).first()).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('old m x r u');
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toHaveValue('old m x r u');
    await page.keyboard.press('Escape');
    await expect(page.locator('tbody tr').nth(20)).toBeAttached();
    await page.getByRole('row').filter({ hasText: 'Aaron Buschbaum' }).getByRole('rowheader').focus();
    await page.keyboard.press('x');
    await expect(selected).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.getByRole('heading', { name: /^Review/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(selected).toBeVisible();

    await page.keyboard.press('?');
    const list = page.getByRole('region', { name: 'Keyboard shortcuts' });
    await expect(list.getByRole('heading')).toBeFocused();
    await list.getByText('Use keyboard shortcuts').click();
    await page.keyboard.press('Escape');
    await expect(list).toBeVisible();
    await page.keyboard.press('?');
    await expect(list).toBeHidden();
    await page.reload();
    await expect(page.locator('tbody tr').nth(20)).toBeAttached();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search users' })).not.toBeFocused();
});
