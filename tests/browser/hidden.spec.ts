import { count, onDocument, pickOldDialer } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

test.describe('where field-level security hides the call centers of users', () => {
    test.use({ variant: 'callcenterid-hidden' });

    test('users and call centers are shown, the page says what to do, and nothing can be moved', async ({
        page,
        org,
        shot,
        expectAccessible
    }) => {
        const region = page.getByRole('region', { name: 'Call centers' });
        await expect(region.getByRole('button', { name: '8x8 Work', exact: true })).toBeVisible();
        await expect(region.getByRole('button', { name: /^No call center/ })).toHaveCount(0);
        const note = page.getByRole('note').filter({ hasText: 'Call Center field (CallCenterId)' });
        await expect(note).toContainText('ask an admin for access to this field');
        await region.getByRole('button', { name: '8x8 Work', exact: true }).click();
        await expect(page.getByRole('heading', { name: '8x8 Work', level: 2 })).toBeVisible();
        const table = page.getByRole('grid', { name: 'Users' });
        await expect(table.getByRole('row')).toHaveCount(101);
        await expect(table.getByRole('row').nth(1)).toContainText('Hidden');
        await expect(table.getByRole('button', { name: /^(Move|Add|Remove|Review)/ })).toHaveCount(0);
        await expect(table.getByRole('checkbox')).toHaveCount(0);
        await expect(page.getByRole('radio', { name: 'Elsewhere' })).toHaveCount(0);
        await page.getByRole('searchbox', { name: 'Search users' }).fill('Maartje de Vries');
        await expect(table.getByRole('row')).toHaveCount(2);
        await expect(page.getByRole('alert')).toHaveCount(0);
        await shot('hidden-field');
        await expectAccessible();
        expect(org.requests.failures).toEqual([]);
    });
});

test.describe('where field-level security makes the call centers of users read-only', () => {
    test.use({ variant: 'callcenterid-read-only' });

    test("a move fails with Salesforce's message and the next step, and changes no one", async ({
        page,
        connection,
        shot
    }) => {
        await pickOldDialer(page);
        await page.getByRole('button', { name: 'Move 380 users' }).click();
        await expect(page.getByRole('heading', { name: '0 of 380 users moved to 8x8 Work' })).toBeVisible();
        await expect(page.getByText(/Unable to create\/update fields: CallCenterId/).first()).toBeVisible();
        await expect(page.getByText(/Ask an admin for edit access to the Call Center field/).first()).toBeVisible();
        await shot('read-only-field');
        expect(await count(connection, 'CallCenterId = null')).toBe(310);
    });
});

test('a run whose field is hidden on the way stops, and says so', async ({ page, org, shot }) => {
    await onDocument(page, 'switchboardMove', async (route, before) => {
        if (before === 1)
            org.store.objects = {
                ...org.store.objects,
                security: { hidden: ['User.CallCenterId'], readOnly: [] }
            };
        await route.continue();
    });
    await pickOldDialer(page);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByRole('heading', { name: '50 of 380 users moved to 8x8 Work' })).toBeVisible();
    await expect(page.getByText(/Stopped early\. The Call Center field \(CallCenterId\)/)).toBeVisible();
    await expect(page.getByText(/No such column 'CallCenterId'/).first()).toBeVisible();
    await shot('hidden-on-the-way');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('note').filter({ hasText: 'Call Center field (CallCenterId)' })).toBeVisible();
    expect(org.requests.failures).toEqual([]);
});
