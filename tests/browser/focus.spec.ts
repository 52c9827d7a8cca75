import { centerId, choose, clickOn, count, onDocument } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

test('the focus stays in the row after a click on Move', async ({ page }) => {
    await choose(page, '8x8 Work');
    await clickOn(page, 'Maartje de Vries', /^Move Maartje de Vries/);
    await expect(page.getByRole('button', { name: /^Remove Maartje de Vries/ })).toBeFocused();
});

test('the focus stays with the user after Undo in the row, in the table and on a card', async ({ page }) => {
    await choose(page, '8x8 Work');
    await clickOn(page, 'Aaron Buschbaum', /^Move Aaron Buschbaum/);
    const undo = page.getByRole('button', { name: /^Undo .*Aaron Buschbaum/ });
    await undo.click();
    await expect(undo).toHaveCount(0);
    await expect(page.getByRole('rowheader').filter({ hasText: 'Aaron Buschbaum' })).toBeFocused();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: /^Move Aaron Buschbaum/ }).click();
    await undo.click();
    await expect(undo).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Aaron Buschbaum' })).toBeFocused();
});

test('Enter in the search waits for what was typed, so that the next key moves no one else', async ({
    page,
    connection
}) => {
    await choose(page, '8x8 Work');
    await page.getByRole('radio', { name: /^Elsewhere/ }).check({ force: true });
    await expect(page.locator('tbody tr').first()).toContainText('Aaron Buschbaum');
    await onDocument(page, 'switchboardUsers', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        await route.fallback();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('maartje');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeFocused();
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await expect(page.getByRole('rowheader')).toBeFocused();
    await page.keyboard.press('m');
    await expect(page.getByRole('row').filter({ hasText: 'Maartje de Vries' })).toContainText('Here');
    const old = await centerId(connection, 'Old Dialer');
    expect(await count(connection, `Name = 'Aaron Buschbaum' AND CallCenterId = '${old}'`)).toBe(1);
});
