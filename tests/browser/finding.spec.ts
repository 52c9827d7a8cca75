import { openPicker } from './support/setup.ts';
import { expect, test } from './support/switchboard.ts';

const search = (page: import('@playwright/test').Page) => page.getByRole('searchbox', { name: 'Search users' });

test('a search finds the users that match the text, and no others', async ({ page }) => {
    await page.getByRole('button', { name: /^8x8 Work, / }).click();
    for (const [text, found] of [
        ['<b>Bobby', '<b>Bobby</b>'],
        ["O'Brien", "O'Brien"],
        ['100%', '100%'],
        ['under_score', 'under_score'],
        ['محمود', 'محمود']
    ]) {
        await search(page).fill(text);
        await expect(async () => {
            const rows = (await page.getByRole('row').allInnerTexts()).slice(1);
            expect(rows.length).toBeGreaterThan(0);
            expect(rows.filter((row) => !row.includes(found))).toEqual([]);
        }).toPass();
    }
});

test('a search finds all words in any order, without what a paste brings along, and Escape clears it', async ({
    page
}) => {
    await page.getByRole('button', { name: /^8x8 Work, / }).click();
    for (const text of ['busch aaron', 'Buschbaum, Aaron', '\u200BAaron\u00A0Buschbaum\uFEFF']) {
        await search(page).fill(text);
        await expect(page.getByText('1–1 of 1')).toBeVisible();
        await expect(page.getByRole('row').nth(1)).toContainText('Aaron Buschbaum');
        await search(page).press('Escape');
        await expect(search(page)).toHaveValue('');
        await expect(page.getByText(/^1–\d+ of 1,204$/)).toBeVisible();
    }
});

test('users are filtered by several profiles, and each is taken off by its chip', async ({
    page,
    shot,
    expectAccessible
}) => {
    await page.getByRole('button', { name: /^8x8 Work, / }).click();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('button', { name: 'Profile: Any profile' }).click();
    for (const name of ['Sales User', 'Team Lead']) await page.getByRole('checkbox', { name }).check();
    const profiles = async () =>
        new Set(
            (await page.getByRole('row').allInnerTexts())
                .slice(1)
                .map((text) => ['Sales User', 'Team Lead', 'Service Agent'].find((profile) => text.includes(profile)))
        );
    await expect(async () => expect(await profiles()).toEqual(new Set(['Sales User', 'Team Lead']))).toPass();
    await shot('filters');
    await expectAccessible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Profile: Sales User and 1 more' })).toBeFocused();
    await page.getByRole('button', { name: 'Remove filter Profile: Sales User' }).click();
    await expect(async () => expect(await profiles()).toEqual(new Set(['Team Lead']))).toPass();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page.getByText('1–100 of 1,204')).toBeVisible();
});

test('segments say how many users each has, and follow a move', async ({ page }) => {
    await page.getByRole('button', { name: /^8x8 Work, / }).click();
    const segments = page.getByRole('group', { name: 'Membership' }).locator('label');
    await expect(segments).toHaveText([/All\s*1,204/, /Here\s*412/, /Elsewhere\s*482/, /No call center\s*310/]);
    await page.getByRole('button', { name: /^Move Aaron Buschbaum/ }).click();
    await expect(segments).toHaveText([/All\s*1,204/, /Here\s*413/, /Elsewhere\s*481/, /No call center\s*310/]);
});

test('a call center without members says what to do', async ({ page }) => {
    await page.getByRole('button', { name: /^Pilot 2027, / }).click();
    await page.getByRole('radio', { name: /^Here/ }).check({ force: true });
    await expect(page.getByRole('heading', { name: "Pilot 2027 doesn't have members yet" })).toBeVisible();
    await page.getByRole('button', { name: 'Show all users' }).click();
    await expect(page.getByRole('row')).toHaveCount(101);
    await expect(search(page)).toBeFocused();
});

test('the columns that were chosen are there after a reload', async ({ page }) => {
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('button', { name: /^Columns: / }).click();
    await page.getByRole('checkbox', { name: 'Role' }).uncheck();
    await expect(page.getByRole('columnheader', { name: 'Role' })).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('row')).toHaveCount(101);
    await expect(page.getByRole('columnheader', { name: 'Profile' })).toHaveCount(1);
    await expect(page.getByRole('columnheader', { name: 'Role' })).toHaveCount(0);
});

test('on a phone, users are cards, with one action, and one can be moved', async ({ page, shot, expectAccessible }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openPicker(page);
    await page.getByRole('button', { name: /^8x8 Work, / }).click();
    const card = page.getByRole('list', { name: 'Users' }).getByRole('listitem').filter({ hasText: 'Aaron Buschbaum' });
    await expect(card).toContainText('In Old Dialer');
    await expect(page.getByRole('table')).toHaveCount(0);
    await shot('cards');
    await expectAccessible();
    await card.getByRole('button', { name: 'Move Aaron Buschbaum to 8x8 Work' }).click();
    await expect(card).toContainText('Here');
    await page.getByRole('button', { name: 'Show more users' }).click();
    await expect(page.getByText('1–200 of 1,204')).toBeVisible();
});

test('a search without matches says so, and offers to show everyone', async ({ page, shot, expectAccessible }) => {
    await search(page).fill('no such person');
    await expect(page.getByRole('heading', { name: 'No users found' })).toBeVisible();
    await shot('no-matches');
    await expectAccessible();
    await search(page).fill('x'.repeat(10_000));
    await expect(page.getByRole('heading', { name: 'No users found' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await expect(page.getByText('1–100 of 1,204')).toBeVisible();
});

test('a link opens the page with a call center selected', async ({ page, preview, connection }) => {
    const { records } = await connection.query(`SELECT Id FROM CallCenter WHERE Name = 'Old Dialer'`);
    await page.goto(`${preview.url}/?c__center=${records[0].Id}`);
    await expect(page.getByRole('heading', { name: 'Old Dialer', level: 2 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Old Dialer, 380 members' })).toHaveAttribute('aria-pressed', 'true');
});

test('columns can be sorted, and scrolling the table loads more rows', async ({ page }) => {
    await expect(page.getByText('1–100 of 1,204')).toBeVisible();
    const first = page.getByRole('row').nth(1);
    const before = await first.innerText();
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').first().click();
    await expect(first).not.toHaveText(before);
    // Rows are drawn some at a time.
    await expect(page.getByRole('row')).toHaveCount(101);
    await page.getByRole('row').last().scrollIntoViewIfNeeded();
    await expect(page.getByText('1–200 of 1,204')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(201);
});

test('the page sends at most four requests for its first rows, and two after them for moves and requests of others', async ({
    page,
    preview
}) => {
    // Nothing of the page that the test began with is counted.
    await page.goto('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) asked.push(/query (\w+)/.exec(request.postData() ?? '')?.[1] ?? '');
    });
    await page.goto(preview.url);
    await expect(page.getByRole('row')).toHaveCount(101);
    // The number beside Checks is asked for ten seconds later, which a slow machine can reach.
    const others = asked.filter((name) => !/Checks|Groups/.test(name));
    // Whether GraphQL can read call centers is asked once.
    const later = ['switchboardCenters', 'switchboardRequests', 'switchboardRuns'];
    expect(others.filter((name) => !later.includes(name)).toSorted()).toEqual([
        'switchboardMemberCounts',
        'switchboardRegistry',
        'switchboardUsers'
    ]);
    expect(new Set(others).size).toBe(others.length);
});

test.describe("a user who can't edit users", () => {
    test.use({ persona: 'call-center-manager' });

    test('sees everything, without buttons, and why', async ({ page, shot, expectAccessible }) => {
        await page.getByRole('button', { name: /^8x8 Work, / }).click();
        await expect(page.getByText('Ask your admin for the Manage Internal Users permission.')).toBeVisible();
        await expect(page.getByRole('row')).toHaveCount(101);
        await expect(page.getByRole('button', { name: /^Move .* to 8x8 Work/ })).toHaveCount(0);
        await shot('may-not-edit');
        await expectAccessible();
    });
});

test('a lost connection shows an error, keeps the loaded rows, and trying again continues', async ({
    page,
    org,
    shot
}) => {
    await expect(page.getByRole('row')).toHaveCount(101);
    await page.route('**/services/**', (route) => route.abort());
    await search(page).fill('Maartje');
    await expect(page.getByText("Salesforce didn't respond.").first()).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(101);
    await shot('gone');
    await page.unroute('**/services/**');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(page.getByRole('row').nth(1)).toContainText('Maartje');
    expect(org.requests.count).toBeGreaterThan(0);
});

// The platform's own transport doesn't answer when a session ended, and hides what the server sent.
test.describe('over a transport that passes failures on', () => {
    test.use({ transport: 'direct' });

    test("an expired session and an answer that isn't JSON each show an error", async ({ page }) => {
        await expect(page.getByRole('row')).toHaveCount(101);
        const answer = (status: number, contentType: string, body: string) =>
            page.route('**/services/**', (route) => route.fulfill({ status, contentType, body }));
        await answer(
            401,
            'application/json',
            '[{"errorCode":"INVALID_SESSION_ID","message":"Session expired or invalid"}]'
        );
        await search(page).fill('a');
        await expect(page.getByText('Your session expired.').first()).toBeVisible();
        await page.unroute('**/services/**');
        await answer(200, 'text/html', '<html><body>Maintenance</body></html>');
        await search(page).fill('ab');
        await expect(page.getByText("Switchboard couldn't read Salesforce's response.").first()).toBeVisible();
    });
});

test('a user can be found and moved with the keyboard alone', async ({ page }) => {
    await expect(page.getByRole('row')).toHaveCount(101);
    const press = async (key: string, until: () => Promise<boolean>) => {
        for (let times = 0; times < 60 && !(await until()); times += 1) {
            await page.keyboard.press(key);
            // The table moves the focus after rendering.
            await page.evaluate(() => new Promise(requestAnimationFrame));
        }
        expect(await until()).toBe(true);
    };
    /** The path to the focused element: the tag names from the page down, and the element's own name. */
    const focus = () =>
        page.evaluate(() => {
            let active = document.activeElement;
            const tags = [];
            for (; active; active = active.shadowRoot?.activeElement ?? null) {
                const last = !active.shadowRoot?.activeElement;
                tags.push(
                    active.localName,
                    ...(last ? [active.getAttribute('aria-label') ?? active.getAttribute('data-label') ?? ''] : [])
                );
            }
            return tags.join(' ');
        });
    const on = (pattern: RegExp) => async () => pattern.test(await focus());
    await press('Tab', on(/button 8x8 Work, /));
    await page.keyboard.press('Enter');
    await press('Tab', on(/lightning-input .*input/));
    await page.keyboard.type('Maartje de Vries');
    await expect(page.getByRole('row')).toHaveCount(2);
    await press('Tab', on(/c-user-table th/));
    await press('ArrowDown', on(/c-user-table th Name/));
    await press('ArrowRight', on(/c-user-table td Action/));
    const row = page.getByRole('row').filter({ hasText: 'Maartje de Vries' });
    await page.keyboard.press('Enter');
    await expect(row.getByText('Here')).toBeVisible();
    // A button that does something else takes two: the first moves into the cell. See "Datatable Accessibility".
    await expect(row.getByRole('button', { name: /^Remove / })).toBeEnabled();
    await press('Enter', on(/button Remove Maartje de Vries/));
    await page.keyboard.press('m');
    await page.keyboard.press('m');
    await expect(row.getByText('Here')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Maartje de Vries removed/)).toBeVisible();
});
