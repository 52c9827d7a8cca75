import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/switchboard.ts';
import { centerId, choose, clickOn, count, onDocument, pickOldDialer } from './support/steps.ts';

const history = (page: Page) => page.getByRole('region', { name: 'History' });
const RUNS = 'CallCenterMoveRun__c';

async function openHistory(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'History' }).click();
    await expect(history(page)).toHaveAttribute('aria-busy', 'false');
}

/** The entries of the list, newest first. */
const entries = (page: Page) => history(page).getByRole('list', { name: 'History' }).getByRole('button');

/** Opens a run by its position in the list, starting at 1. */
async function openRun(page: Page, position = 1): Promise<void> {
    await entries(page)
        .nth(position - 1)
        .click();
    await expect(history(page).getByRole('table', { name: 'Results' })).toBeVisible();
    await expect(history(page)).toHaveAttribute('aria-busy', 'false');
}

test('the history says when there are no runs yet', async ({ page, shot, expectAccessible }) => {
    await openHistory(page);
    await expect(history(page)).toContainText('No moves yet');
    await shot('history-empty');
    await expectAccessible();
    await page.getByRole('button', { name: 'Back to users' }).click();
    await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible();
});

test('a run is listed, opened, and undone on another day, except for users that someone moved since', async ({
    page,
    org,
    preview,
    connection,
    shot,
    expectAccessible
}) => {
    const old = await centerId(connection, 'Old Dialer');
    await pickOldDialer(page);
    org.faults.set({
        rules: [
            {
                on: 'graphql mutation',
                // The first mutation records the run.
                nth: [2],
                fault: 'row refused',
                code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                rows: [3]
            }
        ]
    });
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByRole('heading', { name: '379 of 380 users moved to 8x8 Work' })).toBeVisible();
    org.faults.clear();
    await expect.poll(() => count(connection, 'Moved__c = 379 AND Refused__c = 1', RUNS)).toBe(1);
    await expect.poll(() => count(connection, "Outcome__c = 'moved'", 'CallCenterMove__c')).toBe(379);

    const pilot = await centerId(connection, 'Pilot 2027');
    const { records } = await connection.query("SELECT Id FROM User WHERE Name = 'Maartje de Vries'");
    await connection.sobject('User').update({ Id: String(records[0].Id), CallCenterId: pilot });

    await page.goto(preview.address);
    await openHistory(page);
    const entry = history(page).getByRole('button', {
        name: /^Old Dialer to 8x8 Work 379 of 380 today at .*Ada Byron$/
    });
    await expect(entry).toBeVisible();
    await shot('history');
    await expectAccessible();
    await page.setViewportSize({ width: 1100, height: 800 });
    await shot('history-1100');
    await page.setViewportSize({ width: 1280, height: 800 });

    await openRun(page);
    await expect(history(page).getByRole('heading', { name: '379 of 380 users moved to 8x8 Work' })).toBeFocused();
    await expect(entry).toHaveAttribute('aria-current', 'true');
    await expect(history(page).getByRole('rowheader', { name: /^Failed 1/ })).toContainText(
        'This user cannot be changed on weekends.'
    );
    const undo = history(page).getByRole('button', { name: 'Move 378 back to Old Dialer' });
    await expect(undo).toBeVisible();
    await shot('history-run');
    await expectAccessible();
    const download = page.waitForEvent('download');
    await history(page).getByRole('button', { name: 'Download CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^moves-8x8-work-\d{4}-\d\d-\d\d\.csv$/);
    const csv = await readFile(await (await download).path(), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(381);

    await undo.click();
    await expect(page.getByText('Maartje de Vries (now in Pilot 2027, last modified by Ada Byron)')).toBeVisible();
    await shot('history-undo-review');
    await expectAccessible();
    await page.getByRole('button', { name: 'Move 378 users' }).click();
    await expect(page.getByRole('heading', { name: '378 of 379 users moved back' })).toBeVisible({ timeout: 40_000 });
    expect(await count(connection, `CallCenterId = '${old}'`)).toBe(379);
    expect(await count(connection, `CallCenterId = '${pilot}'`)).toBe(1);

    await page.getByRole('button', { name: 'Done' }).click();
    await expect(history(page)).toContainText("There's nothing to undo. None of these users can be moved back.");
    await expect(undo).toHaveCount(0);
    await expect(entries(page)).toHaveCount(2);
    await expect(entries(page).first()).toContainText('Undo of MOVE-');
});

test('a removal and an addition with one click are in the history, and can be undone there', async ({
    page,
    preview,
    connection
}) => {
    const old = await centerId(connection, 'Old Dialer');
    const removed = `Name = 'Magnus Ó Briain' AND CallCenterId = '${old}'`;
    await choose(page, 'Old Dialer');
    await clickOn(page, 'Magnus Ó Briain', /^Remove Magnus/);
    await expect(page.getByText('Magnus Ó Briain removed from Old Dialer')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search users' }).fill('');
    await page.getByRole('radio', { name: 'No call center' }).check({ force: true });
    const add = page.getByRole('button', { name: /^Add (?!Magnus)/ }).first();
    const added = /^Add (.*) to Old Dialer$/.exec(
        (await add.getAttribute('aria-label')) ?? (await add.innerText())
    )?.[1];
    await add.click();
    await expect(page.getByText(`${added} added to Old Dialer`)).toBeVisible();
    await expect.poll(() => count(connection, 'Moved__c = 1', RUNS)).toBe(2);

    await page.goto(preview.address);
    await openHistory(page);
    await expect(entries(page).nth(1)).toHaveAccessibleName(/^Old Dialer to No call center 1 of 1/);
    // The addition is the newest run. After its undo, the removal is the third.
    for (const position of [1, 3]) {
        await openRun(page, position);
        await history(page)
            .getByRole('button', { name: /^Move 1 back to (Old Dialer|no call center)$/ })
            .click();
        await page.getByRole('button', { name: 'Move 1 user' }).click();
        await expect(page.getByRole('heading', { name: '1 of 1 user moved back' })).toBeVisible();
        await page.getByRole('button', { name: 'Done' }).click();
        await expect(entries(page).first()).toContainText('Undo of MOVE-');
        await expect(entries(page)).toHaveCount(position === 1 ? 3 : 4);
    }
    expect(await count(connection, removed)).toBe(1);
    expect(await count(connection, `CallCenterId = '${old}'`)).toBe(380);
});

test("if the history can't be saved, the page says so, moves still work, and it can be saved later", async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    let isDown = true;
    await onDocument(page, 'switchboardSaveRun', (route) =>
        isDown
            ? route.fulfill({ json: { data: null, errors: [{ message: 'INSUFFICIENT_ACCESS: no access to runs' }] } })
            : route.continue()
    );
    await choose(page, '8x8 Work');
    await clickOn(page, 'Maartje de Vries', /^Move Maartje de Vries to 8x8 Work/);
    await expect(page.getByText('Maartje de Vries moved to 8x8 Work')).toBeVisible();
    const line = page.getByRole('status').filter({ hasText: "This move isn't saved to the history yet." });
    await expect(line).toContainText("You don't have access to this data.");
    await expect(line).toContainText('“no access to runs”');
    await shot('history-lacking');
    await expectAccessible();
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(line).toHaveCount(0);
    await expect.poll(() => count(connection, 'Moved__c = 1', RUNS)).toBe(1);
});

test('a run is in the history only once if the answer to saving it was lost', async ({ page, connection }) => {
    await onDocument(page, 'switchboardSaveMoves', async (route, before) => {
        if (before > 0) return route.continue();
        await route.fetch();
        await route.abort('connectionreset');
    });
    await choose(page, '8x8 Work');
    await clickOn(page, 'Maartje de Vries', /^Move Maartje de Vries to 8x8 Work/);
    await expect(page.getByText('Maartje de Vries moved to 8x8 Work')).toBeVisible();
    const kept = () =>
        page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('switchboard.moves')));
    await expect.poll(kept, { timeout: 15_000 }).toEqual([]);
    expect(await count(connection, 'Moved__c = 1', RUNS)).toBe(1);
    expect(await count(connection, "UserName__c = 'Maartje de Vries'", 'CallCenterMove__c')).toBe(1);
});

test("a run whose records someone edited is reported, and can't be undone", async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    const pilot = await centerId(connection, 'Pilot 2027');
    await choose(page, '8x8 Work');
    await clickOn(page, 'Maartje de Vries', /^Move Maartje de Vries to 8x8 Work/);
    await expect.poll(() => count(connection, "UserName__c = 'Maartje de Vries'", 'CallCenterMove__c')).toBe(1);
    const { records } = await connection.query('SELECT Id FROM CallCenterMove__c');
    await connection.sobject('CallCenterMove__c').update({ Id: String(records[0].Id), ToId__c: pilot });
    await openHistory(page);
    await openRun(page);
    await expect(history(page)).toContainText('Records with a different call center than this move: 1.');
    await expect(history(page)).toContainText("There's nothing to undo. None of these users can be moved back.");
    await expect(history(page).getByRole('button', { name: /^Move .* back/ })).toHaveCount(0);
    await shot('history-edited');
    await expectAccessible();
});

test("the page says if the history isn't available", async ({ page, shot }) => {
    await onDocument(page, 'switchboardRuns', (route) =>
        route.fulfill({
            json: {
                data: {},
                errors: [
                    {
                        message:
                            "Validation error of type FieldUndefined: Field 'CallCenterMoveRun__c' in type 'RecordQuery' is undefined"
                    }
                ]
            }
        })
    );
    await openHistory(page);
    await expect(history(page)).toContainText("The history isn't available.");
    await expect(history(page)).toContainText('You can still move users.');
    await shot('history-not-there');
});

test.describe('A viewer', () => {
    test.use({ persona: 'viewer' });

    test("can read the history but can't undo a run", async ({ page, org, connection, shot }) => {
        const user = org.personas.admin.userId;
        const run = await connection.sobject(RUNS).create({
            RunKey__c: '00000000-0000-4000-8000-000000000001',
            StartedAt__c: '2026-01-05T09:41:00Z',
            EndedAt__c: '2026-01-05T09:41:30Z',
            TargetName__c: 'None',
            Moved__c: 1
        });
        const to = org.store.get('SELECT "CallCenterId" AS id FROM "User" WHERE "Id" = ?', [user])?.id ?? null;
        await connection
            .sobject('CallCenterMove__c')
            .create({ Run__c: run.id, UserId__c: user, UserName__c: 'Ada Byron', ToId__c: to, Outcome__c: 'moved' });
        await openHistory(page);
        await expect(entries(page).first()).toContainText('Jan 5, 2026');
        await openRun(page);
        await expect(history(page).getByRole('button', { name: /^Move .* back/ })).toHaveCount(0);
        await shot('history-viewer');
    });
});
