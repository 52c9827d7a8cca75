import { expect, test } from './support/switchboard.ts';

test.use({ visualforce: 'missing' });

test('a call center without a known name can be named on the page, for everyone', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const unnamed = page.getByRole('region', { name: 'Call centers' }).getByRole('button', { name: /^Unnamed/ });
    await unnamed.click();
    await page.getByRole('button', { name: 'Add name' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Lobby');
    await page.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: 'Open CTI' }).click();
    await shot('naming');
    await expectAccessible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Lobby, 15 members' })).toBeVisible();
    const { records } = await connection.query(`SELECT Name, Kind__c FROM CallCenterProfile__c WHERE Name = 'Lobby'`);
    expect(records).toMatchObject([{ Name: 'Lobby', Kind__c: 'open-cti' }]);
});

test('the page says that names come from the saved list, how old they are, and that empty call centers may be missing', async ({
    page
}) => {
    const print = page.getByText("Names come from Switchboard's saved list (updated 2 days ago).");
    await expect(print).toContainText("The SwitchboardCenters Visualforce page didn't return call centers.");
    await expect(print).toContainText("Couldn't run the List Call Centers flow.");
    await expect(print).toContainText('Call centers without members may be missing.');
});

test.describe('if flows can read call centers', () => {
    test.use({ flows: true });

    test('the flow provides the name of every call center', async ({ page }) => {
        await expect(page.getByText('Names come from the List Call Centers flow.')).toBeVisible();
        await expect(page.getByRole('button', { name: 'Lobby Phones, 15 members' })).toBeVisible();
    });
});
