import { readSheet } from 'c/csv';
import { Connection } from 'jsforce';
import { chooseColumns, downloaded, openExport, rowsOf, said } from './support/exports.ts';
import { centerId, choose, count, filterByCenter, onDocument } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

const RUNS = 'CallCenterMoveRun__c';
/** A formula, as someone may have put it into their own name. */
const FORMULA = '=HYPERLINK("https://x.example","me")';

test('users that match are exported with the chosen columns, as SOQL has them', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const old = await centerId(connection, 'Old Dialer');
    const { records } = await connection.query(`SELECT Id FROM User WHERE CallCenterId = '${old}' ORDER BY Id LIMIT 2`);
    await connection.sobject('User').update([
        { Id: records[0]!.Id!, LastName: FORMULA, FirstName: null, EmployeeNumber: '000123' },
        { Id: records[1]!.Id!, FederationIdentifier: '12345678901234567', Department: '12-05' }
    ]);
    await page.reload();
    await choose(page, '8x8 Work');
    await filterByCenter(page, 'Old Dialer');
    await expect(page.getByText('1–100 of 380')).toBeVisible();
    await openExport(page);
    await expect(said(page, '380 users match')).toBeVisible();
    await expect(said(page, 'Call center: Old Dialer')).toBeVisible();
    await shot('export');
    await expectAccessible();
    const chosen = ['Name', 'User ID', 'Profile', 'Role', 'Department', 'Manager', 'Active', 'Last login', 'Created'];
    const more = ['Call center', 'Call center ID', 'Type', 'Federation ID', 'Employee number'];
    await chooseColumns(page, ...chosen, ...more);
    const { name, text } = await downloaded(page);
    await expect(said(page, '380 rows exported')).toBeVisible();
    expect(name).toMatch(/^users-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.startsWith('\uFEFFName,User ID,')).toBe(true);
    expect(text).toContain(`"'${FORMULA.replaceAll('"', '""')}"`);
    expect(text).toContain(",'000123\r\n");
    expect(text).toContain(",'12345678901234567,");
    expect(text).toContain(",'12-05,");

    const users = await connection.query<Record<string, unknown>>(
        `SELECT Id, Name, Profile.Name, UserRole.Name, Department, Manager.Name, IsActive, LastLoginDate, CreatedDate, FederationIdentifier, EmployeeNumber FROM User WHERE CallCenterId = '${old}' ORDER BY Name, Id`
    );
    const parent = (value: unknown) => (value as { Name: string } | null)?.Name ?? '';
    const time = (value: unknown) => (value ? new Date(String(value)).toISOString() : '');
    const expected = users.records.map((user) => [
        ...[user.Name, user.Id, parent(user.Profile), parent(user.UserRole), user.Department ?? ''].map(String),
        ...[parent(user.Manager), String(user.IsActive), time(user.LastLoginDate), time(user.CreatedDate)],
        ...['Old Dialer', old, 'open-cti'],
        ...[user.FederationIdentifier ?? '', user.EmployeeNumber ?? ''].map(String)
    ]);
    expect(rowsOf(text)).toEqual([[...chosen, ...more], ...expected]);
});

test('settings are remembered, notes say what the file is, and semicolons open in other countries', async ({
    page
}) => {
    await openExport(page);
    await chooseColumns(page, 'Name', 'Call center');
    await page.getByRole('combobox', { name: 'Separator' }).click();
    await page.getByRole('option', { name: 'Semicolon' }).click();
    await page.getByRole('checkbox', { name: 'Add lines at the top' }).check();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Export', level: 2 })).toBeVisible();
    await expect(said(page, '1,204 users match')).toBeVisible();
    const { text } = await downloaded(page);
    const lines = text.split('\r\n');
    expect(lines.slice(0, 5)).toEqual([
        `\uFEFF# Switchboard Org: ${new URL(page.url()).host}`,
        '# Switchboard Exported by: Ada Byron',
        expect.stringMatching(/^# Switchboard Exported at: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
        '# Switchboard Users that match: All users',
        'Name;Call center'
    ]);
    expect(rowsOf(text)).toHaveLength(1_205);
});

test('all members, exported and imported again, change nothing', async ({ page, connection }) => {
    const members = await count(connection, 'CallCenterId != null');
    await openExport(page);
    await page.getByRole('radio', { name: 'Members of all call centers' }).check();
    await expect(said(page, `${members} members`)).toBeVisible();
    const { name, text } = await downloaded(page);
    const rows = rowsOf(text);
    expect(rows).toHaveLength(members + 1);
    const { records } = await connection.query('SELECT Id, CallCenterId FROM User WHERE CallCenterId != null');
    const where = new Map(records.map(({ Id, CallCenterId }) => [String(Id), String(CallCenterId)]));
    for (const [, center, , , , user] of rows.slice(1)) expect(where.get(user!)).toBe(center);

    await page.getByRole('button', { name: 'Back to users' }).click();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.locator('c-import-page input[type=file]').first().setInputFiles(file);
    await expect(page.getByRole('radio', { name: `Already there ${members}` })).toBeVisible();
    await expect(page.getByText('0 users will move')).toBeVisible();
});

test('members by profile are counted as SOQL counts them', async ({ page, connection }) => {
    await openExport(page);
    await page.getByRole('radio', { name: 'Number of members by profile' }).check();
    const { text } = await downloaded(page);
    const { records } = await connection.query<Record<string, unknown>>(
        'SELECT CallCenterId center, Profile.Name profile, COUNT(Id) members FROM User WHERE CallCenterId != null GROUP BY CallCenterId, Profile.Name'
    );
    const counted = rowsOf(text)
        .slice(1)
        .map(([, center, , profile, , , members]) => `${center} ${profile} ${members}`);
    expect(counted.toSorted()).toEqual(
        records.map(({ center, profile, members }) => `${center} ${profile} ${members}`).toSorted()
    );
});

test.describe('Copied cells', () => {
    test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

    test('are a table that a spreadsheet pastes', async ({ page }) => {
        await openExport(page);
        await chooseColumns(page, 'Name', 'Email');
        await page.getByRole('button', { name: 'Copy as a table' }).click();
        await expect(said(page, '1,204 rows copied')).toBeVisible();
        const text = await page.evaluate(() => navigator.clipboard.readText());
        expect(text.startsWith('Name\tEmail')).toBe(true);
        const sheet = readSheet(text, { hasHeader: true });
        expect([sheet.delimiter, sheet.rows.length]).toEqual(['\t', 1_204]);
    });
});

test.describe('Who may only look', () => {
    test.use({ persona: 'viewer' });

    test('can export, without the fields that are hidden from them', async ({ page }) => {
        await openExport(page);
        await chooseColumns(page, 'Name', 'Employee number');
        const { text } = await downloaded(page);
        expect(rowsOf(text)[0]).toEqual(['Name']);
        const words = "they're hidden from you or your org doesn't have them: Employee number";
        await expect(said(page, words)).toBeVisible();
    });
});

/** Saves moves that started years ago. */
async function saveOldMoves(connection: Connection, runs: number): Promise<void> {
    const numbers = Array.from({ length: runs }, (_, number) => number);
    const created = await connection.sobject(RUNS).create(
        numbers.map((number) => {
            const at = new Date(Date.UTC(2023, 0, 1 + number)).toISOString();
            return { RunKey__c: `old-${number}`, StartedAt__c: at, EndedAt__c: at, Status__c: 'ended', Moved__c: 1 };
        })
    );
    await connection.sobject('CallCenterMove__c').create(
        numbers.map((number) => ({
            Run__c: created[number]!.id!,
            UserId__c: `005${String(number).padStart(12, '0')}AAA`,
            UserName__c: number === 0 ? '=1+1' : `User ${number}`,
            Outcome__c: 'moved'
        }))
    );
}

test('old moves are deleted only after they were exported, and each is accounted for', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    await saveOldMoves(connection, 60);
    const now = new Date().toISOString();
    await connection
        .sobject(RUNS)
        .create({ RunKey__c: 'new', StartedAt__c: now, EndedAt__c: now, Status__c: 'ended', Moved__c: 0 });
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await page.getByRole('button', { name: 'Export old moves' }).click();
    await expect(page.getByRole('heading', { name: 'Export old moves' })).toBeFocused();
    await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
    const { name, text } = await downloaded(page);
    expect(name).toMatch(/^move-history-before-\d{4}-\d\d-\d\d\.csv$/);
    const rows = rowsOf(text);
    expect(rows).toHaveLength(61);
    expect(text).toContain(",'=1+1,");
    await expect(said(page, '60 moves exported in 60 rows')).toBeVisible();
    await shot('old-moves');
    await expectAccessible();
    await expect(page.getByRole('button', { name: 'Delete 60 moves' })).toBeDisabled();
    expect(await count(connection, 'Id != null', RUNS)).toBe(61);

    await page.getByRole('checkbox', { name: 'I opened the file' }).check();
    await page.getByRole('button', { name: 'Delete 60 moves' }).click();
    await expect(said(page, '60 of 60 moves deleted')).toBeVisible();
    await expect(page.getByRole('heading', { name: '1 move', exact: true })).toBeVisible();
    expect(await count(connection, 'Id != null', RUNS)).toBe(1);
    expect(await count(connection, 'Id != null', 'CallCenterMove__c')).toBe(0);
    await page.getByRole('button', { name: 'Download CSV' }).click();
    await expect(said(page, 'No moves started that long ago.')).toBeVisible();
});

test('deleting stops when the answer is lost, and says what is known', async ({ page, connection }) => {
    await saveOldMoves(connection, 60);
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await page.getByRole('button', { name: 'Export old moves' }).click();
    await downloaded(page);
    await onDocument(page, 'switchboardDelete', async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
    });
    await page.getByRole('checkbox', { name: 'I opened the file' }).check();
    await page.getByRole('button', { name: 'Delete 60 moves' }).click();
    await expect(said(page, '50 of 60 moves deleted')).toBeVisible();
    await expect(said(page, 'Not deleted yet: 10')).toBeVisible();
    expect(await count(connection, 'Id != null', RUNS)).toBe(10);
});

test.describe('Who may not delete moves', () => {
    test.use({ persona: 'call-center-manager' });

    test('exports them, and is not offered to', async ({ page, connection }) => {
        await saveOldMoves(connection, 2);
        await page.getByRole('button', { name: 'History', exact: true }).click();
        await page.getByRole('button', { name: 'Export old moves' }).click();
        await downloaded(page);
        await expect(said(page, "You can't delete moves.")).toBeVisible();
        await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
    });
});
