import { choose, clickOn, count, onDocument } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

test('the focus stays in the row after a click on Move', async ({ page }) => {
    await choose(page, '8x8 Work');
    await clickOn(page, 'Maartje de Vries', /^Move Maartje de Vries/);
    await expect(page.getByRole('button', { name: /^Remove Maartje de Vries/ })).toBeFocused();
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
    expect(await count(connection, "Name = 'Aaron Buschbaum' AND CallCenter.Name = 'Old Dialer'")).toBe(1);
});
