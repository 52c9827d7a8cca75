import { centerId, choose, count, countDocuments, filter, onDocument, pickOldDialer } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

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
    const review = page.getByRole('region', { name: 'Review: Move 380 users to 8x8 Work' });
    await expect(review.getByRole('heading', { name: '380 from Old Dialer' })).toBeVisible();
    await expect(review.getByRole('row', { name: 'Old Dialer 8x8 Work 380 Will move' })).toHaveCount(1);
    await expect(review.getByRole('heading', { level: 2 })).toBeFocused();
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
    await expect(page.getByText('Add and remove users of this contact center in Setup.')).toBeVisible();
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

test('a review names people, asks about each call center, and moves as many users as its button says', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const here = await centerId(connection, '8x8 Work');
    await choose(page, '8x8 Work');
    await page
        .locator('label')
        .filter({ hasText: /^Elsewhere/ })
        .click();
    await page.getByRole('row').nth(1).locator('label').first().click();
    await page.getByRole('button', { name: /^Select all 482/ }).click();
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    const review = page.getByRole('region', { name: /^Review: Move \d+ users to 8x8 Work$/ });
    const move = review.getByRole('button', { name: /^Move \d+ users$/ });
    await expect(move).toHaveText('Move 380 users');
    const blocked = review.getByRole('region', { name: "Can't be moved" });
    await expect(blocked.getByRole('heading', { level: 4 })).toHaveText([
        '51 in Voice East',
        /^26 in Partner Telephony/
    ]);
    await expect(blocked.getByRole('link', { name: 'Open in Setup' })).toHaveCount(2);
    await shot('review-questions');
    await expectAccessible();

    const names = blocked.getByRole('list', { name: '51 in Voice East' }).getByRole('link');
    await expect(names).toHaveCount(5);
    await blocked.getByRole('button', { name: 'Show all 51' }).click();
    await expect(names).toHaveCount(51);

    // 15 users of Lobby Phones and 10 of Collections wait: both have no known type.
    await review.getByRole('button', { name: "It isn't Voice, move these 15: 15 in Lobby Phones" }).click();
    await expect(move).toHaveText('Move 395 users');
    await review.getByRole('button', { name: /^Leave them out: 10 in Collections/ }).click();
    await expect(review.getByText('395 will move · 87 stay')).toBeVisible();
    await review.getByRole('button', { name: /^Include them/ }).click();
    await review.getByRole('button', { name: /^It isn't Voice, move these 10/ }).click();
    await review.getByRole('button', { name: 'Leave them out: 15 from Lobby Phones' }).click();
    await expect(move).toHaveText('Move 390 users');
    await expect(review.getByText('412 now, 802 after')).toBeAttached();
    const download = page.waitForEvent('download');
    await review.getByRole('button', { name: 'Download CSV' }).click();
    expect((await download).suggestedFilename()).toBe('switchboard-review.csv');
    await expectAccessible();

    await move.click();
    await expect(page.getByRole('heading', { name: '390 of 467 users moved to 8x8 Work' })).toBeVisible();
    expect(await count(connection, `CallCenterId = '${here}'`)).toBe(802);
});

test('a move from a call center of unknown kind asks for confirmation once', async ({ page, connection }) => {
    const here = await centerId(connection, '8x8 Work');
    await choose(page, '8x8 Work');
    await filter(page, 'Call center', 'Lobby Phones');
    await page
        .getByRole('button', { name: /^Review move/ })
        .first()
        .click();
    const move = page.getByRole('button', { name: 'Move 1 user', exact: true });
    await expect(page.getByText('1 waits for your answer').last()).toBeVisible();
    await expect(move).toHaveCount(0);
    await page.getByRole('button', { name: /^It isn't Voice, move this user/ }).click();
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
    // The first batch has 50 users. Then two run side by side, with 200 and 130, and each is held until it is looked at.
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
    await expect.poll(() => held.length).toBe(2);
    await held[0]();
    await expect(sixtieth).toContainText('Here');
    await expect(page.getByRole('button', { name: '8x8 Work, 662 members' })).toBeVisible();
    expect(await top()).toBe(before);
    await expect(link).toBeFocused();
    expect(reads()).toBe(0);

    await held[1]();
    await expect(page.getByRole('heading', { name: '380 of 380 users moved to 8x8 Work' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Old Dialer, 0 members' })).toBeVisible();
    expect(await count(connection, `CallCenterId = '${old}'`)).toBe(0);
    expect(org.requests.failures).toEqual([]);
});
