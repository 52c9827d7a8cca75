import { readFileSync } from 'node:fs';
import { readSheet, withoutGuard, writeCsv } from 'c/csv';
import type { Connection } from 'jsforce';
import type { Page } from '@playwright/test';
import { AWKWARD_SEED, awkwardSheet, SOUTH_DESK, TARGET } from './support/awkwardSheet.ts';
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

/** The file of the rows that need work, when there are so many. */
async function downloadWork(page: Page, rows: number): Promise<{ header: string[]; reasons: string[][] }> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download the ${rows} rows that need work` }).click();
    expect((await download).suggestedFilename()).toBe('agents-needs-work.csv');
    const sheet = readSheet(readFileSync(await (await download).path(), 'utf8'), { hasHeader: true });
    return { header: sheet.header!, reasons: sheet.rows.map(({ cells }) => cells.map(withoutGuard)) };
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

test.describe('a file of 1,000 rows', () => {
    test.use({ seed: AWKWARD_SEED });
    test('moves 977 users, and the 23 rows that need work move once they are corrected, if they can', async ({
        page,
        connection,
        shot,
        expectAccessible
    }) => {
        const here = `CallCenterId = '${await centerId(connection, TARGET)}'`;
        const before = await count(connection, here);
        const { rows, awkward } = await awkwardSheet(connection);
        expect([rows.length, awkward.length]).toEqual([1_000, 23]);
        await openImport(page);
        await chooseFile(page, 'agents.csv', writeCsv([['Username', 'Call center'], ...rows]));
        await expect(page.getByText('977 users will move')).toBeVisible();
        await shot('import-verdicts');
        await expectAccessible();

        // 50 rows are drawn, and the others when they're needed.
        await expect(page.locator('c-import-list tbody')).toHaveCount(50);
        await page.getByRole('button', { name: 'Show more rows (950 remaining)' }).scrollIntoViewIfNeeded();
        await expect(page.locator('c-import-list tbody')).toHaveCount(100);

        const { header, reasons } = await downloadWork(page, 23);
        expect(header).toEqual(['What needs work', 'Username', 'Call center']);
        expect(reasons).toEqual(awkward.map(({ reason, cells }) => [reason, ...cells]));

        // Rows are corrected in place, and taken back.
        const [unknown, , shared] = awkward.map(({ row, mended }) => ({ row, username: mended?.[0] ?? '' }));
        await page.getByRole('button', { name: `Fix: Row ${unknown!.row}` }).click();
        await page.getByRole('textbox', { name: `Row ${unknown!.row}` }).fill(unknown!.username);
        await page.keyboard.press('Enter');
        await expect(page.getByText('978 users will move')).toBeVisible();
        const choice = page.getByRole('group', { name: `Use this user: Row ${shared!.row}` });
        await choice.getByText(shared!.username).click();
        await choice.getByRole('button').click();
        await expect(page.getByText('979 users will move')).toBeVisible();
        for (const { row } of [unknown!, shared!])
            await page.getByRole('button', { name: `Undo fix: Row ${row}` }).click();
        await expect(page.getByText('977 users will move')).toBeVisible();

        await moveAll(page, 977, `977 of 977 users moved to ${TARGET}`);
        expect(await count(connection, here)).toBe(before + 977);

        const mended = awkward.flatMap(({ reason, mended: cells }) => (cells ? [[reason, ...cells]] : []));
        await chooseFile(page, 'agents-needs-work.csv', writeCsv([header, ...mended]));
        const moving = awkward.flatMap(({ moves }) => (moves ? [moves] : []));
        await expect(page.getByText(`${moving.length} users will move`)).toBeVisible();
        const rest = await downloadWork(page, mended.length - moving.length);
        const blocked = awkward.filter(({ mended: cells, moves }) => cells && !moves);
        expect(rest.reasons).toEqual(blocked.map(({ reason, cells }) => [reason, ...cells]));
        await moveAll(page, moving.length, `${moving.length} of ${moving.length} users moved`);
        const { records } = await connection.query('SELECT Id, InternalName FROM CallCenter');
        const internalNames = new Map(records.map(({ Id, InternalName }) => [Id, InternalName]));
        const ids = moving.map(({ id }) => `'${id}'`).join(',');
        const moved = await connection.query(`SELECT Id, CallCenterId FROM User WHERE Id IN (${ids})`);
        const now = new Map(moved.records.map(({ Id, CallCenterId }) => [Id, internalNames.get(CallCenterId)]));
        expect(moving.map(({ id }) => now.get(id))).toEqual(moving.map(({ to }) => to));
        expect(await count(connection, here)).toBe(before + 977 + moving.filter(({ to }) => to !== SOUTH_DESK).length);
    });
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
