import { openSetup } from './support/setup.ts';
import { centerId, choose, count, onDocument, pickOldDialer } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

// The platform's own transport doesn't answer when a session ended.
test.use({ transport: 'direct' });

/** What an org answers without a session. */
const ENDED = {
    status: 401,
    contentType: 'application/json',
    body: '[{"errorCode":"INVALID_SESSION_ID","message":"Session expired or invalid"}]'
};

test('after an expired session, Log in leads back to the same place', async ({ page, shot, expectAccessible }) => {
    await choose(page, '8x8 Work');
    await page.route('**/services/**', (route) => route.fulfill(ENDED));
    await page.getByRole('searchbox', { name: 'Search users' }).fill('Maartje');
    const login = page.getByRole('link', { name: 'Log in' });
    await expect(login.first()).toBeVisible();
    await shot('log-in');
    await expectAccessible();
    await page.unroute('**/services/**');
    await login.first().click();
    await expect(page.getByRole('heading', { name: '8x8 Work', level: 2 })).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toHaveValue('Maartje');
    await expect(page.getByRole('row').nth(1)).toContainText('Maartje');
});

test('a click that met an expired session says so, and offers to log in', async ({ page }) => {
    await choose(page, '8x8 Work');
    await expect(page.getByRole('row')).toHaveCount(101);
    await page.route('**/services/**', (route) => route.fulfill(ENDED));
    await page.getByRole('button', { name: /^Move Aaron Buschbaum/ }).click();
    await expect(page.locator('c-notice')).toContainText('Your session expired.');
    await expect(page.locator('c-notice').getByRole('link', { name: 'Log in' })).toBeVisible();
});

test('in Setup, Log in opens Setup around the page', async ({ page }) => {
    const frame = await openSetup(page);
    await expect(frame.getByRole('row')).toHaveCount(101);
    await page.route('**/services/**', (route) => route.fulfill(ENDED));
    await frame.getByRole('searchbox', { name: 'Search users' }).fill('Maartje');
    const login = frame.getByRole('link', { name: 'Log in' }).first();
    await expect(login).toBeVisible();
    await page.unroute('**/services/**');
    await login.click();
    await page.waitForLoadState();
    await expect(page).toHaveURL(/\/lightning\/setup\/CallCenters\/page\?address=%2Fapex%2FSwitchboardSetup/);
    await expect(page.frameLocator('iframe[title="Switchboard"]').getByRole('row')).toHaveCount(101);
});

test('a run that an expired session stopped is offered again after the login', async ({ page, connection, shot }) => {
    await pickOldDialer(page);
    // The session ends before the second batch, and stays so until the login.
    await onDocument(page, 'switchboardMove', (route, before) =>
        before === 0 ? route.continue() : route.fulfill(ENDED)
    );
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    const login = page.getByRole('link', { name: 'Log in (new tab)' });
    await expect(login).toBeVisible();
    await shot('log-in-run');
    const old = await centerId(connection, 'Old Dialer');
    const moved = 380 - (await count(connection, `CallCenterId = '${old}'`));
    expect(moved).toBeGreaterThan(0);
    // The page that the person logs in on.
    const [next] = await Promise.all([page.waitForEvent('popup'), login.click()]);
    await expect(next.getByRole('heading', { name: '8x8 Work', level: 2 })).toBeVisible();
    await page.close();
    await next.reload();
    await expect(next.getByText(`Unfinished move to 8x8 Work: ${moved} of 380 users moved`)).toBeVisible();
    await next.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(next.getByText('380 of 380 users moved to 8x8 Work').first()).toBeVisible();
    expect(await count(connection, `CallCenterId = '${old}'`)).toBe(0);
});
