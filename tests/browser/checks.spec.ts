import type { Connection } from 'jsforce';
import type { Page } from '@playwright/test';
import type { LocalOrg } from '../../scripts/local-org/index.ts';
import { embedded } from '../../scripts/preview/embedded.ts';
import { startPreview } from '../../scripts/preview/server.ts';
import { expect, test } from './support/switchboard.ts';
import { overlaps } from './support/overlaps.ts';
import { openSetup } from './support/setup.ts';
import { centerId, count, countDocuments } from './support/steps.ts';

const DAY = 86_400_000;
const checks = (page: Page) => page.getByRole('region', { name: 'Checks', exact: true });
const row = (page: Page, name: string | RegExp) => checks(page).getByRole('group', { name });

async function openChecks(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^Checks/ }).click();
    await expect(row(page, 'Inactive members')).toBeVisible();
}

async function menu(page: Page, name: string, action: string): Promise<void> {
    await row(page, name)
        .getByRole('button', { name: `More: ${name}` })
        .click();
    await row(page, name).getByRole('menuitem', { name: action, exact: true }).click();
}

async function pick(page: Page, picker: string, value: string): Promise<void> {
    const button = checks(page).getByRole('button', { name: new RegExp(`^${picker}: `) });
    await button.click();
    await checks(page).getByRole('group', { name: picker, exact: true }).getByText(value, { exact: true }).click();
    await button.press('Escape');
}

/** The names of all users that a check lists, compared with those that a SOQL query finds. */
async function expectUsers(page: Page, name: string, connection: Connection, where: string): Promise<void> {
    const { records } = await connection.query(`SELECT Name FROM User WHERE ${where}`);
    const expected = records.map((record) => String(record['Name'])).sort();
    expect(expected.length).toBeGreaterThan(0);
    await expect(row(page, name)).toContainText(String(expected.length));
    await checks(page)
        .getByRole('button', { name: `See users: ${name}` })
        .click();
    const rows = checks(page).getByRole('table').getByRole('row');
    const more = checks(page).getByRole('button', { name: 'Show more users' });
    for (let shown = 100; shown < expected.length; shown += 100) {
        await expect(rows).toHaveCount(shown + 1);
        await more.click();
    }
    await expect(rows).toHaveCount(expected.length + 1);
    const names = await checks(page).getByRole('rowheader').allTextContents();
    expect(names.map((each) => each.trim()).sort()).toEqual(expected);
    await checks(page).getByRole('button', { name: 'Back to checks' }).click();
}

/** What Setup prevents, but what happens when a user's profile changes. */
async function addPortalMember(org: LocalOrg, connection: Connection): Promise<void> {
    const { records } = await connection.query("SELECT Id FROM User WHERE Name = 'Patty Portal'");
    const center = await centerId(connection, 'Old Dialer');
    org.store.update(org.store.objects.named('User')!, String(records[0]['Id']), { CallCenterId: center });
}

/** The page of another admin, in the same org. */
async function embeddedPage(page: Page, org: LocalOrg): Promise<Page> {
    const preview = await startPreview({
        org: embedded(org, { flows: false, visualforce: 'works' }),
        port: 0,
        persona: 'second-admin',
        transport: 'platform'
    });
    const other = await page.context().newPage();
    other.on('close', () => void preview.close());
    await other.goto(preview.address);
    return other;
}

test('every check finds exactly the users that SOQL finds, in three requests', async ({
    page,
    org,
    connection,
    shot,
    expectAccessible
}) => {
    await addPortalMember(org, connection);
    await connection.sobject('CallCenter').create({ Name: 'old dialer', InternalName: 'OldDialerCopy' });
    await page.reload();
    const requests = countDocuments(page, /switchboard(Checks|Groups)\b/);
    await openChecks(page);
    await expect(row(page, 'Call centers with the same name')).toContainText('2');
    expect(requests()).toBeLessThanOrEqual(3);

    const before = new Date(Date.now() - 90 * DAY).toISOString();
    const member = 'CallCenterId != null';
    const quiet = `(LastLoginDate < ${before} OR (LastLoginDate = null AND CreatedDate < ${before}))`;
    await expectUsers(page, 'Inactive members', connection, `${member} AND IsActive = false`);
    await expectUsers(
        page,
        "Members who haven't logged in for 90 days",
        connection,
        `${member} AND IsActive = true AND ${quiet}`
    );
    await expectUsers(page, "Members who aren't standard users", connection, `${member} AND UserType != 'Standard'`);

    await checks(page).getByRole('button', { name: 'Set up: Active users without a call center' }).click();
    await pick(page, 'Profile', 'Team Lead');
    await shot('checks-onboarding-setup');
    await checks(page).getByRole('button', { name: 'Save' }).click();
    const newcomers =
        "IsActive = true AND UserType = 'Standard' AND CallCenterId = null AND Profile.Name = 'Team Lead'";
    await expectUsers(page, 'Active users without a call center', connection, newcomers);

    const unnamed = ['Lobby Phones', 'Collections'].map((name) => `'${name}'`).join();
    const { records } = await connection.query(`SELECT Id FROM CallCenter WHERE Name IN (${unnamed})`);
    const ids = records.map((record) => `'${String(record['Id'])}'`).join();
    const members = await count(connection, `CallCenterId IN (${ids})`);
    await expect(row(page, 'Members of call centers without a name or type')).toContainText(String(members));
    await expect(page.getByRole('button', { name: 'Checks 6' })).toBeVisible();
    await shot('checks');
    await expectAccessible();
    expect(await overlaps(page)).toEqual([]);

    await row(page, 'Members of call centers without a name or type')
        .getByRole('button', { name: 'Lobby Phones' })
        .click();
    await expect(page.getByRole('heading', { name: 'Lobby Phones', level: 2 })).toBeVisible();
});

test('a rule is made, its drift is reviewed, fixed, and undone', async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const work = await centerId(connection, '8x8 Work');
    const fits = "IsActive = true AND UserType = 'Standard' AND Profile.Name = 'Team Lead' AND Title = 'Supervisor'";
    const drift = await count(connection, `${fits} AND CallCenterId != '${work}'`);
    const here = await count(connection, `${fits} AND CallCenterId = '${work}'`);
    const { records } = await connection.query(
        "SELECT CallCenterId__c FROM CallCenterProfile__c WHERE Kind__c = 'open-cti'"
    );
    const open = records.map((record) => `'${String(record['CallCenterId__c'])}'`).join();
    const planned =
        (await count(connection, `${fits} AND CallCenterId = null`)) +
        (await count(connection, `${fits} AND CallCenterId IN (${open}) AND CallCenterId != '${work}'`));
    expect(planned).toBeGreaterThan(2);

    await openChecks(page);
    await checks(page).getByRole('button', { name: 'Add a rule' }).click();
    await checks(page).getByRole('button', { name: 'Save' }).click();
    await expect(checks(page).getByRole('alert')).toHaveText('Enter a name.');
    await checks(page).getByLabel('Rule name').fill('Leads who supervise');
    await checks(page).getByRole('button', { name: 'Save' }).click();
    await expect(checks(page).getByRole('alert')).toContainText('Choose at least one profile');
    await pick(page, 'Profile', 'Team Lead');
    await checks(page).getByLabel('Titles, one per line').fill('supervisor');
    await pick(page, 'They belong in', '8x8 Work');
    await shot('checks-rule');
    await expectAccessible();
    await checks(page).getByRole('button', { name: 'Save' }).click();

    const rule = 'Leads who supervise → 8x8 Work';
    await expect(row(page, rule)).toContainText(String(drift));
    await expectUsers(page, rule, connection, `${fits} AND CallCenterId != '${work}'`);
    await checks(page)
        .getByRole('button', { name: `Fix: ${rule}` })
        .click();
    await expect(page.getByRole('heading', { name: /^Review/ })).toBeVisible();
    await shot('checks-fix');
    // Nobody leaves a Voice center without Setup, and a center of unknown type waits for an answer.
    const move = page.getByRole('button', { name: `Move ${planned} users` });
    await move.click();
    await expect(
        page.getByRole('heading', { name: new RegExp(`^${planned} of \\d+ users moved to 8x8 Work`) })
    ).toBeVisible();
    expect(await count(connection, `${fits} AND CallCenterId = '${work}'`)).toBe(here + planned);
    await page.getByRole('button', { name: 'Done' }).click();
    if (planned === drift)
        await expect(row(page, rule)).toContainText(`All ${drift + here} users are where they belong.`);
    else await expect(row(page, rule)).toContainText(String(drift - planned));

    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('list', { name: 'History' }).getByRole('button').first().click();
    await page.getByRole('button', { name: /^Move \d+ back/ }).click();
    await page.getByRole('button', { name: `Move ${planned} users` }).click();
    await expect(page.getByRole('heading', { name: `${planned} of ${planned} users moved back` })).toBeVisible();
    expect(await count(connection, `${fits} AND CallCenterId = '${work}'`)).toBe(here);
    await page.getByRole('button', { name: 'Done' }).click();
    await openChecks(page);
    await expect(row(page, rule)).toContainText(String(drift));
});

test('a check ignores a user, or is muted, for all admins, until someone wants to know again', async ({
    page,
    org,
    connection,
    shot
}) => {
    const inactive = await count(connection, 'IsActive = false AND CallCenterId != null');
    await openChecks(page);
    await checks(page).getByRole('button', { name: 'See users: Inactive members' }).click();
    const rows = checks(page).getByRole('table').getByRole('row');
    await expect(rows).toHaveCount(inactive + 1);
    await checks(page).getByRole('button', { name: 'Ignore: Marek Nowak' }).click();
    await expect(rows).toHaveCount(inactive);
    await expect(checks(page).getByRole('region', { name: 'Ignored by this check' })).toContainText('Marek Nowak');
    await shot('checks-users');
    await checks(page).getByRole('button', { name: 'Back to checks' }).click();
    await expect(row(page, 'Inactive members')).toContainText(String(inactive - 1));
    await menu(page, "Members who haven't logged in for 90 days", 'Mute');
    await expect(row(page, "Members who haven't logged in for 90 days")).toContainText('Muted for everyone');

    const other = await embeddedPage(page, org);
    await openChecks(other);
    await expect(row(other, 'Inactive members')).toContainText(String(inactive - 1));
    await expect(row(other, "Members who haven't logged in for 90 days")).toContainText('Muted for everyone');
    await menu(other, "Members who haven't logged in for 90 days", 'Unmute');
    await expect(row(other, "Members who haven't logged in for 90 days")).toContainText('Ask their managers');
    await checks(other).getByRole('button', { name: 'See users: Inactive members' }).click();
    await checks(other).getByRole('button', { name: 'Stop ignoring: Marek Nowak' }).click();
    await expect(checks(other).getByRole('table').getByRole('row')).toHaveCount(inactive + 1);
    await other.close();
});

test('what makes no sense is said where it matters, and nothing changes', async ({ page, org, connection, shot }) => {
    await openChecks(page);
    await menu(page, "Members who haven't logged in for 90 days", 'Set up');
    const days = checks(page).getByLabel('Days without a login');
    for (const wrong of ['0', '-1', '1000000', '7.5', 'ten', '']) {
        await days.fill(wrong);
        await expect(checks(page).getByRole('alert')).toHaveText('Enter a whole number from 1 to 3,650.');
        await expect(checks(page).getByRole('button', { name: 'Save' })).toBeDisabled();
    }
    await days.fill('30');
    await checks(page).getByRole('button', { name: 'Save' }).click();
    await expect(row(page, "Members who haven't logged in for 30 days")).toBeVisible();

    const { records } = await connection.query('SELECT Id FROM CallCenterCheck__c');
    await connection.sobject('CallCenterCheck__c').update({ Id: String(records[0]['Id']), Days__c: -1 });
    await connection.sobject('CallCenterCheck__c').create({ Check__c: 'someone made this up' });
    const lead = String((await connection.query("SELECT Id FROM Profile WHERE Name = 'Team Lead'")).records[0]['Id']);
    const work = await centerId(connection, '8x8 Work');
    const old = await centerId(connection, 'Old Dialer');
    const rule = (Name: string, fields: Record<string, unknown>) =>
        connection.sobject('CallCenterRule__c').create({ Name, Active__c: true, ...fields });
    await rule('Leads', { Order__c: 1, Profiles__c: lead, TargetId__c: work });
    await rule('The same leads', { Order__c: 2, Profiles__c: lead, Titles__c: 'Supervisor', TargetId__c: old });
    await rule('Gone', {
        Order__c: 3,
        Titles__c: 'Coach',
        TargetId__c: '04vHp0000000zZZIAY',
        TargetName__c: 'Gone Center'
    });
    await rule('Half', { TargetId__c: work });
    await rule('Edited', { Profiles__c: 'Team Lead', TargetId__c: work });
    await rule('Many', {
        Titles__c: Array.from({ length: 1000 }, (_, index) => `Title ${index}`).join('\n'),
        TargetId__c: work
    });
    await rule('Nowhere', { Titles__c: 'Agent' });
    const lost = { Order__c: 4, Roles__c: '00EHp000000zZZZMA2', TargetId__c: work };
    await rule('Lost role', lost);
    await checks(page).getByRole('button', { name: 'Check again' }).click();

    await expect(row(page, "Members who haven't logged in for 90 days")).toContainText('The saved number of days (-1)');
    await expect(checks(page)).toContainText("Edited settings that can't be read: 1.");
    await expect(row(page, /^The same leads/)).toContainText('The rule Leads comes first and includes all of them.');
    await expect(row(page, /^Gone/)).toContainText("Gone Center isn't in your org anymore.");
    await expect(row(page, /^Half/)).toContainText('Choose at least one profile, role, title, or department.');
    await expect(row(page, /^Edited/)).toContainText("its profiles or roles can't be read");
    await expect(row(page, /^Many/)).toContainText('A rule can have up to 50');
    await expect(row(page, /^Nowhere/)).toContainText('Choose the call center');
    await expect(row(page, /^Lost role/)).toContainText("isn't in your org anymore");
    await shot('checks-flaws');
    expect(await overlaps(page)).toEqual([]);

    await menu(page, 'Leads → 8x8 Work', 'Move down');
    await expect(row(page, /^Leads/)).not.toContainText('comes first');
    await expect.poll(() => count(connection, "Name = 'Leads' AND Order__c = 2", 'CallCenterRule__c')).toBe(1);
    await menu(page, 'Leads → 8x8 Work', 'Turn off');
    await expect(row(page, /^Leads/)).toContainText('Off');
    await menu(page, 'Nowhere', 'Delete');
    await checks(page).getByRole('button', { name: 'Delete' }).click();
    await expect(row(page, /^Nowhere/)).toHaveCount(0);
    expect(org.requests.count).toBeGreaterThan(0);
});

test('a rule of one starts from a user', async ({ page, connection }) => {
    const { records } = await connection.query(
        "SELECT Username, Profile.Name, UserRole.Name FROM User WHERE Name = 'Maartje de Vries'"
    );
    await openChecks(page);
    await checks(page).getByRole('button', { name: 'Add a rule' }).click();
    await checks(page).getByLabel('Rule name').fill('Like Maartje');
    const like = checks(page).getByLabel('Same call center as this user');
    await like.fill('nobody@switchboard.example');
    await checks(page).getByRole('button', { name: 'Use this user' }).click();
    await expect(checks(page).getByRole('alert')).toContainText('No user has this username or email');
    await like.fill(String(records[0]['Username']));
    await checks(page).getByRole('button', { name: 'Use this user' }).click();
    await expect(checks(page).getByRole('button', { name: 'They belong in: Old Dialer' })).toBeVisible();
    await expect(checks(page).getByRole('button', { name: 'Profile: Service Agent' })).toBeVisible();
    await checks(page).getByRole('button', { name: 'Save' }).click();
    await expect(row(page, 'Like Maartje → Old Dialer')).toBeVisible();
});

test.describe('who may only read', () => {
    test.use({ persona: 'viewer' });

    test('sees what the checks find, and no way to fix it', async ({ page }) => {
        await openChecks(page);
        await expect(checks(page).getByRole('button', { name: 'See users: Inactive members' })).toBeVisible();
        await expect(checks(page).getByRole('button', { name: /^Fix/ })).toHaveCount(0);
        await expect(checks(page).getByRole('button', { name: /^(More|Set up|Add a rule)/ })).toHaveCount(0);
    });
});

test('in Setup and on a phone, every check keeps its text and its buttons', async ({ page, shot }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Checks', exact: true }).click();
    await expect(row(page, 'Inactive members')).toBeVisible();
    await shot('checks-390');
    expect(await overlaps(page)).toEqual([]);
    await checks(page).getByRole('button', { name: 'See users: Inactive members' }).click();
    await expect(checks(page).getByRole('table').getByRole('row')).not.toHaveCount(1);
    await shot('checks-users-390');
    expect(await overlaps(page)).toEqual([]);

    await page.setViewportSize({ width: 1100, height: 800 });
    const frame = await openSetup(page, '?c__view=checks');
    await expect(frame.getByRole('group', { name: 'Inactive members' })).toBeVisible();
    await shot('checks-setup');
    expect(await overlaps(page, page.frames()[1])).toEqual([]);
});
