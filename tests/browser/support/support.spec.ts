import { expect, test } from './switchboard.ts';

test('the page opens with the users of the org', async ({ page, org, shot }) => {
    await expect(page.getByRole('row')).not.toHaveCount(0);
    expect(org.requests.count).toBeGreaterThan(0);
    await shot('opened');
});

test('the accessibility check finds problems inside components', async ({ page, expectAccessible }) => {
    await expect(page.getByRole('heading', { name: 'Switchboard' })).toBeVisible();
    await page.locator('c-switchboard h1').evaluate((heading) => heading.append(document.createElement('img')));
    await expect(expectAccessible('c-switchboard')).rejects.toThrow('image-alt');
});
