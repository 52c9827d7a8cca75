import { expect, test } from './support/switchboard.ts';

test('a call center without a known name can be named on the page, for everyone', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const unnamed = page.getByRole('region', { name: 'Call centers' }).getByRole('button', { name: /^unnamed/ });
    await unnamed.click();
    await page.getByRole('button', { name: 'Name it' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Lobby');
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Open CTI' }).click();
    await shot('naming');
    await expectAccessible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Lobby, 15 members' })).toBeVisible();
    const { records } = await connection.query(`SELECT Name, Kind__c FROM CallCenterProfile__c WHERE Name = 'Lobby'`);
    expect(records).toMatchObject([{ Name: 'Lobby', Kind__c: 'open-cti' }]);
});

test('the page says that names come from the registry, how old they are, and that empty call centers may be missing', async ({
    page
}) => {
    const print = page.getByText('Names from the registry, read 2 days ago.');
    await expect(print).toContainText('The flow List_Call_Centers is not there, not active, or failed.');
    await expect(print).toContainText('The list may lack empty centers.');
});

test.describe('if flows can read call centers', () => {
    test.use({ flows: true });

    test('the flow provides the name of every call center', async ({ page }) => {
        await expect(page.getByText('Names read by the flow.')).toBeVisible();
        await expect(page.getByRole('button', { name: 'Lobby Phones, 15 members' })).toBeVisible();
    });
});
