import { readFileSync } from 'node:fs';
import { readSheet, writeCsv } from 'c/csv';
import type { Connection } from 'jsforce';
import type { Page } from '@playwright/test';
import { centerId, count } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

/** Active users of Old Dialer whose usernames and emails are theirs alone. */
async function dialers(connection: Connection, most: number): Promise<{ username: string; email: string }[]> {
    const old = await centerId(connection, 'Old Dialer');
    const { records } = await connection.query(
        `SELECT Username, Email FROM User WHERE CallCenterId = '${old}' AND IsActive = true ORDER BY Username LIMIT 300`
    );
    const users = records.map(({ Username, Email }) => ({ username: String(Username), email: String(Email) }));
    const uses = (email: string) => users.filter((user) => user.email === email).length;
    return users.filter(({ email }) => uses(email) === 1).slice(0, most);
}

async function openImport(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Import', level: 2 })).toBeFocused();
}

async function paste(page: Page, text: string): Promise<void> {
    await page.getByLabel('Paste rows').evaluate((field, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        const options = { clipboardData, bubbles: true, composed: true, cancelable: true };
        field.dispatchEvent(new ClipboardEvent('paste', options));
    }, text);
}

async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
    await page.locator('c-import-page input[type=file]').first().setInputFiles(file);
}

async function moveAll(page: Page, users: number, result: string): Promise<void> {
    await page.getByRole('button', { name: `Review ${users} moves` }).click();
    await page.getByRole('button', { name: `Move ${users} users` }).click();
    await expect(page.getByRole('heading', { name: result })).toBeVisible();
    await page.getByRole('button', { name: 'Done' }).click();
}

test('40 emails copied from a spreadsheet are moved, and Back leads out of the import', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const users = await dialers(connection, 40);
    const here = await centerId(connection, '8x8 Work');
    await page.getByRole('button', { name: /^8x8 Work, / }).click();
    await openImport(page);
    await page.goBack();
    await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible();
    await openImport(page);
    await shot('import');
    await expectAccessible();
    await paste(page, users.map(({ email }) => `${email}\r\n`).join(''));

    await expect(page.getByText('All rows')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Will move 40' })).toBeVisible();
    await expect(page.getByText('40 users will move')).toBeVisible();
    await page.getByRole('button', { name: 'Review 40 moves' }).click();
    await expect(page.getByRole('heading', { name: 'Review: Move 40 users to 8x8 Work' })).toBeFocused();
    await page.goBack();
    await expect(page.getByText('40 users will move')).toBeVisible();
    await moveAll(page, 40, '40 of 40 users moved to 8x8 Work');
    const emails = users.map(({ email }) => `'${email.replaceAll("'", "\\'")}'`).join(',');
    expect(await count(connection, `Email IN (${emails}) AND CallCenterId = '${here}'`)).toBe(40);

    // The rows say where the users are now.
    await expect(page.getByRole('radio', { name: 'Already there 40' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to users' }).click();
    await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible();
});

test('a file with awkward rows moves the others, and the rows that need work move once they are corrected', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const users = await dialers(connection, 123);
    const here = await centerId(connection, '8x8 Work');
    const before = await count(connection, `CallCenterId = '${here}'`);
    const rows = users.map(({ username }, place) => {
        if (place % 12 === 3) return [`zz${username}`, '8x8 Work'];
        if (place % 12 === 7) return [username, '8x8'];
        return [username, '8x8 Work'];
    });
    const awkward = users.filter((_, place) => place % 12 === 3 || place % 12 === 7);
    await openImport(page);
    await chooseFile(page, 'agents.csv', writeCsv([['Username', 'Call center'], ...rows]));
    await expect(page.getByText(`${users.length - awkward.length} users will move`)).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Unknown call center 1\d$/ })).toBeVisible();
    await shot('import-verdicts');
    await expectAccessible();

    // 100 rows are drawn, and the others when they're needed.
    await expect(page.locator('c-import-list tbody')).toHaveCount(100);
    await page.getByRole('button', { name: 'Show more rows (23 remaining)' }).scrollIntoViewIfNeeded();
    await expect(page.locator('c-import-list tbody')).toHaveCount(123);

    // One row is corrected in place, and taken back.
    const fixed = page.locator('c-import-list tbody').filter({ hasText: `zz${users[3]!.username}` });
    await fixed.getByRole('button', { name: /^Fix: / }).click();
    await page.getByRole('textbox', { name: 'Row 5' }).fill(users[3]!.username);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${users.length - awkward.length + 1} users will move`)).toBeVisible();
    await page.getByRole('button', { name: 'Undo fix: Row 5' }).click();
    await expect(page.getByText(`${users.length - awkward.length} users will move`)).toBeVisible();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download the ${awkward.length} rows that need work` }).click();
    expect((await download).suggestedFilename()).toBe('agents-needs-work.csv');
    const work = readSheet(readFileSync(await (await download).path(), 'utf8'), { hasHeader: true });
    expect(work.header).toEqual(['What needs work', 'Username', 'Call center']);
    expect(work.rows).toHaveLength(awkward.length);
    expect(work.rows[0]!.cells[0]).toBe(`No user has the value “zz${users[3]!.username}”.`);
    expect(work.rows[1]!.cells[0]).toBe('No call center is named “8x8”.');

    const moved = users.length - awkward.length;
    await moveAll(page, moved, `${moved} of ${moved} users moved to 8x8 Work`);
    expect(await count(connection, `CallCenterId = '${here}'`)).toBe(before + moved);

    const corrected = work.rows.map(({ cells }, place) => [cells[0]!, awkward[place]!.username, '8x8 Work']);
    await chooseFile(page, 'agents-needs-work.csv', writeCsv([work.header!, ...corrected]));
    await expect(page.getByText(`${awkward.length} users will move`)).toBeVisible();
    await moveAll(page, awkward.length, `${awkward.length} of ${awkward.length} users moved to 8x8 Work`);
    expect(await count(connection, `CallCenterId = '${here}'`)).toBe(before + users.length);
});

test('a list that cannot be read says why, with row and column, and changes nothing', async ({
    page,
    connection,
    shot
}) => {
    await openImport(page);
    const members = await count(connection, 'CallCenterId != null');
    const refused = async (content: string | Buffer, words: string) => {
        await chooseFile(page, 'bad.csv', content);
        await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    };
    await refused('', "There's nothing in this list.");
    await refused('Username,Call center\r\n', 'This list has a header in row 1, and no rows below it.');
    await refused('Username\r\nada@x.example\r\n"bo@x.example', 'Row 3, column 1: a quotation mark opens a cell');
    await refused(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'This file is a workbook.');
    await refused(Buffer.from([0, 1, 2, 3, 0, 0, 5, 0, 0]), "This file isn't text.");
    await refused(`Email\r\n${'a@b.example\r\n'.repeat(50_001)}`, 'This list has more than 50,000 rows.');
    await shot('import-refused');

    // Nothing says which column names users, so a person does. What is code in a spreadsheet is text here.
    await chooseFile(page, 'odd.csv', 'Notes,Region\r\n=HYPERLINK("x"),<script>alert(1)</script>\r\n');
    await expect(page.getByRole('alert').filter({ hasText: 'quotation mark inside the cell' })).toBeVisible();
    await chooseFile(page, 'odd.csv', 'Notes,Region\r\n"=HYPERLINK(""x"")",<script>alert(1)</script>\r\n');
    await expect(page.getByText('No column identifies users. Choose one.')).toBeVisible();
    await expect(page.getByRole('cell', { name: '<script>alert(1)</script>' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check 1 row' })).toBeDisabled();
    expect(await count(connection, 'CallCenterId != null')).toBe(members);
});
