import { readFileSync } from 'node:fs';
import type { Connection } from 'jsforce';
import type { Page } from '@playwright/test';
import { choose, centerId, count, filterByCenter, onDocument } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';
import { violations } from './support/violations.ts';

test.use({ persona: 'delegated' });

const REQUEST = 'CallCenterMoveRequest__c';

/** The page in another browser, as another user. The first address lets the browser in. */
async function openAs(page: Page, preview: { address: string }, persona: string): Promise<Page> {
    const other = await page.context().browser()!.newPage();
    await other.goto(preview.address);
    await other.goto(`${new URL(other.url()).origin}/?as=${persona}`);
    return other;
}

/** Selects the first users of Old Dialer in the table of 8x8 Work. @returns their names */
async function selectDialers(page: Page, users: number): Promise<string[]> {
    await choose(page, '8x8 Work');
    await filterByCenter(page, 'Old Dialer');
    await expect(page.getByText('1–100 of 380')).toBeVisible();
    const names: string[] = [];
    for (let row = 1; row <= users; row += 1) {
        const shown = page.getByRole('row').nth(row);
        names.push(await shown.getByRole('link').first().innerText());
        await shown.locator('label').first().click();
    }
    return names;
}

async function send(page: Page, users: number, reason: string): Promise<void> {
    const label = users === 1 ? 'Request 1 move' : `Request ${users} moves`;
    await page.getByRole('button', { name: label }).click();
    await page.getByLabel('Why?').fill(reason);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('button', { name: 'Your requests' })).toBeVisible();
}

async function request(connection: Connection): Promise<Record<string, unknown>> {
    const { records } = await connection.query(
        `SELECT Id, Name, Status__c, Reason__c, Answer__c, Users__c, Moved__c, MoveKey__c, Plan__c, CreatedBy.Name, LastModifiedBy.Name FROM ${REQUEST}`
    );
    expect(records).toHaveLength(1);
    return records[0]!;
}

/** How many users are in Old Dialer, which has 380 at first. */
async function dialers(connection: Connection): Promise<number> {
    return count(connection, `CallCenterId = '${await centerId(connection, 'Old Dialer')}'`);
}

/** A part of the list of requests, which begins with this number. */
function item(page: Page, name: string) {
    return page.getByRole('listitem').filter({ hasText: name });
}

test('a delegated admin asks for 12 moves, one of them is made meanwhile, and an admin makes the others', async ({
    page,
    preview,
    connection,
    shot,
    expectAccessible
}) => {
    const names = await selectDialers(page, 12);
    await expect(page.getByRole('button', { name: /^Request move of .+ to 8x8 Work$/ })).toHaveCount(100);
    await shot('requests-selection');
    await page.getByRole('button', { name: 'Request 12 moves' }).click();
    await expect(page.getByRole('button', { name: /^Move / })).toHaveCount(0);
    await page.getByLabel('Why?').fill('They start at 8x8 Work on Monday');
    await shot('requests-why');
    await expectAccessible();
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByText('Your request was sent.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Request 12 moves' })).toHaveCount(0);
    const sent = await request(connection);
    expect(sent).toMatchObject({ Status__c: 'requested', Users__c: 12, Reason__c: 'They start at 8x8 Work on Monday' });
    expect(await dialers(connection)).toBe(380);
    await page.getByRole('button', { name: 'Your requests' }).click();
    await expect(item(page, 'REQ-000001')).toContainText('Waiting');
    await shot('requests-own');

    // Someone moves one of them, whom the request doesn't know about.
    const lobby = await centerId(connection, 'Lobby Phones');
    const { records } = await connection.query(`SELECT Id FROM User WHERE Name = '${names[0]!.replace("'", "\\'")}'`);
    await connection.sobject('User').update({ Id: String(records[0]!.Id), CallCenterId: lobby });

    const ada = await openAs(page, preview, 'admin');
    await ada.getByRole('button', { name: '1 request', exact: true }).click();
    await expect(item(ada, 'REQ-000001')).toContainText('Move 12 users to 8x8 Work');
    await expect(item(ada, 'REQ-000001')).toContainText('Cy Tan');
    await expect(item(ada, 'REQ-000001')).toContainText('“They start at 8x8 Work on Monday”');
    await shot('requests-admin', ada);
    expect(await violations(ada)).toEqual([]);
    await ada.getByRole('button', { name: 'Review: REQ-000001' }).click();
    await expect(ada.getByRole('heading', { name: 'Review: Move 11 users to 8x8 Work' })).toBeFocused();
    await expect(ada.getByText('REQ-000001, requested by Cy Tan: “They start at 8x8 Work on Monday”')).toBeVisible();
    await expect(ada.getByText('Someone moved them after the request was sent')).toBeVisible();
    await expect(ada.getByRole('link', { name: `${names[0]} (now in Lobby Phones` })).toBeVisible();
    await shot('requests-review', ada);
    expect(await violations(ada)).toEqual([]);
    await ada.getByRole('button', { name: 'Move 11 users' }).click();
    await expect(ada.getByRole('heading', { name: '11 of 12 users moved to 8x8 Work' })).toBeVisible();
    await expect.poll(() => count(connection, `Status__c = 'done' AND Moved__c = 11`, REQUEST)).toBe(1);
    const done = await request(connection);
    expect(done).toMatchObject({ LastModifiedBy: { Name: 'Ada Byron' } });
    const run = `RunKey__c = '${String(done.MoveKey__c)}' AND Moved__c = 11 AND CreatedBy.Name = 'Ada Byron'`;
    await expect.poll(() => count(connection, run, 'CallCenterMoveRun__c')).toBe(1);
    await ada.getByRole('button', { name: 'Done' }).click();
    await expect(item(ada, 'REQ-000001')).toContainText('11 of 12 moved');
    await expect(ada.getByRole('button', { name: '1 request', exact: true })).toHaveCount(0);
    await shot('requests-done', ada);

    // Who asked sees it, and the history has one move, which is the admin's.
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Refresh' }).click();
    await expect(item(page, 'REQ-000001')).toContainText('11 of 12 moved');
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(1);
    await ada.close();
});

test('an admin declines a request, whose texts are only text, and who asked reads why', async ({
    page,
    preview,
    connection,
    shot
}) => {
    const code = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    await choose(page, '8x8 Work');
    await filterByCenter(page, 'Old Dialer');
    await page
        .getByRole('button', { name: /^Request move of .+ to 8x8 Work$/ })
        .first()
        .click();
    await page.getByLabel('Why?').fill(code);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('button', { name: 'Your requests' })).toBeVisible();
    const ada = await openAs(page, preview, 'admin');
    await ada.getByRole('button', { name: '1 request', exact: true }).click();
    await expect(item(ada, 'REQ-000001')).toContainText(code);
    await ada.getByRole('button', { name: 'Decline: REQ-000001' }).click();
    await expect(ada.getByLabel('Why are you declining?')).toBeFocused();
    await ada.getByLabel('Why are you declining?').fill(`Not now ${code}`);
    await shot('requests-declining', ada);
    expect(await violations(ada)).toEqual([]);
    await ada.getByRole('button', { name: 'Decline', exact: true }).click();
    await expect(item(ada, 'REQ-000001')).toContainText('Declined by Ada Byron');
    expect(await request(connection)).toMatchObject({
        Status__c: 'declined',
        Answer__c: `Not now ${code}`,
        Moved__c: null
    });
    await page.getByRole('button', { name: 'Your requests' }).click();
    await expect(item(page, 'REQ-000001')).toContainText(`“Not now ${code}”`);
    expect(await page.title()).not.toBe('1');
    expect(await ada.title()).not.toBe('1');
    await ada.close();
});

test('a request that was withdrawn meanwhile doesn’t run, and nobody is moved', async ({
    page,
    preview,
    connection
}) => {
    await selectDialers(page, 2);
    await send(page, 2, '');
    const ada = await openAs(page, preview, 'admin');
    await ada.getByRole('button', { name: '1 request', exact: true }).click();
    await ada.getByRole('button', { name: 'Review: REQ-000001' }).click();
    await expect(ada.getByText('REQ-000001, requested by Cy Tan', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Your requests' }).click();
    await page.getByRole('button', { name: 'Withdraw: REQ-000001' }).click();
    await expect(item(page, 'REQ-000001')).toContainText('Withdrawn');
    await ada.getByRole('button', { name: 'Move 2 users' }).click();
    await expect(ada.getByText('Someone else answered or withdrew this request first.')).toBeVisible();
    await expect(ada.getByRole('button', { name: 'Move 2 users' })).toHaveCount(0);
    expect(await dialers(connection)).toBe(380);
    expect(await count(connection, `Id != null`, 'CallCenterMoveRun__c')).toBe(0);
    expect(await request(connection)).toMatchObject({ Status__c: 'withdrawn' });
    await ada.close();
});

test('of two admins with the same request, the first runs it, and the other sees who does', async ({
    page,
    preview,
    connection
}) => {
    await selectDialers(page, 2);
    await send(page, 2, 'Both of them');
    const [ada, tom] = [await openAs(page, preview, 'admin'), await openAs(page, preview, 'second-admin')];
    for (const admin of [ada, tom]) {
        await admin.getByRole('button', { name: '1 request', exact: true }).click();
        await admin.getByRole('button', { name: 'Review: REQ-000001' }).click();
        await expect(admin.getByRole('button', { name: 'Move 2 users' })).toBeVisible();
    }
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await onDocument(ada, 'switchboardMove', async (route) => {
        await held;
        await route.continue();
    });
    await ada.getByRole('button', { name: 'Move 2 users' }).click();
    await expect.poll(() => count(connection, `Status__c = 'running'`, REQUEST)).toBe(1);
    await tom.getByRole('button', { name: 'Move 2 users' }).click();
    // The same users are being moved, so the page asks first.
    await expect(tom.getByRole('alert').first()).toBeVisible();
    await tom.getByRole('button', { name: 'Move 2 users' }).click();
    await expect(tom.getByText('Someone else answered or withdrew this request first.')).toBeVisible();
    await tom.getByRole('button', { name: 'Back to requests' }).click();
    await expect(item(tom, 'REQ-000001')).toContainText('Being moved by Ada Byron');
    release();
    await expect.poll(() => count(connection, `Status__c = 'done' AND Moved__c = 2`, REQUEST)).toBe(1);
    expect(await count(connection, `Id != null`, 'CallCenterMoveRun__c')).toBe(1);
    await ada.close();
    await tom.close();
});

test('a request that someone edited says so, and changes nothing', async ({ page, preview, connection, shot }) => {
    await selectDialers(page, 2);
    await send(page, 2, '');
    const { Id, Plan__c } = await request(connection);
    await connection.sobject(REQUEST).update({ Id: String(Id), Plan__c: String(Plan__c).replace('m', 'k') });
    const ada = await openAs(page, preview, 'admin');
    await ada.getByRole('button', { name: '1 request', exact: true }).click();
    await ada.getByRole('button', { name: 'Review: REQ-000001' }).click();
    await expect(ada.getByText("Someone edited this request, so it can't be read.")).toBeVisible();
    await expect(ada.getByRole('heading', { name: /^Review: / })).toHaveCount(0);
    await connection.sobject(REQUEST).update({ Id: String(Id), Users__c: 0 });
    // The address says which view is open.
    await ada.reload();
    await expect(item(ada, 'REQ-000001')).toContainText('Damaged');
    await shot('requests-damaged', ada);
    await expect(ada.getByRole('button', { name: 'Review: REQ-000001' })).toHaveCount(0);
    await ada.getByRole('button', { name: 'Decline: REQ-000001' }).click();
    await ada.getByRole('button', { name: 'Decline', exact: true }).click();
    await expect.poll(() => count(connection, `Status__c = 'declined'`, REQUEST)).toBe(1);
    await ada.close();
});

test.describe('A viewer, who may not save requests', () => {
    test.use({ persona: 'viewer' });

    test('gets a file, which an admin imports', async ({ page, preview, connection, shot }) => {
        await selectDialers(page, 3);
        await page.getByRole('button', { name: 'Request 3 moves' }).click();
        await page.getByRole('button', { name: 'Send request' }).click();
        await expect(page.getByText(/^Your request wasn't sent\./)).toBeVisible();
        await expect(page.getByText('Download the request and send it to an admin')).toBeVisible();
        await shot('requests-file');
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download request' }).click();
        expect((await download).suggestedFilename()).toBe('switchboard-request.csv');
        const buffer = readFileSync(await (await download).path());
        expect(await count(connection, 'Id != null', REQUEST)).toBe(0);

        const ada = await openAs(page, preview, 'admin');
        await ada.getByRole('button', { name: 'Import', exact: true }).click();
        await ada
            .locator('c-import-page input[type=file]')
            .first()
            .setInputFiles({ name: 'switchboard-request.csv', mimeType: 'text/csv', buffer });
        await ada.getByRole('button', { name: 'Review 3 moves' }).click();
        await ada.getByRole('button', { name: 'Move 3 users' }).click();
        await expect(ada.getByRole('heading', { name: '3 of 3 users moved to 8x8 Work' })).toBeVisible();
        expect(await dialers(connection)).toBe(377);
        await ada.close();
    });
});

test('a list is imported as a request', async ({ page, connection }) => {
    const old = await centerId(connection, 'Old Dialer');
    const { records } = await connection.query(
        `SELECT Username FROM User WHERE CallCenterId = '${old}' AND IsActive = true ORDER BY Username LIMIT 5`
    );
    await choose(page, '8x8 Work');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByLabel('Paste rows').fill(records.map(({ Username }) => String(Username)).join('\n'));
    await page.getByRole('button', { name: 'Read rows' }).click();
    await page.getByRole('button', { name: 'Request 5 moves' }).click();
    await page.getByLabel('Why?').fill('From the list of Monday');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByText('Your request was sent.')).toBeVisible();
    expect(await request(connection)).toMatchObject({ Users__c: 5, Status__c: 'requested' });
});
