import type { Page } from '@playwright/test';
import { LONGEST_WRITE } from '../../force-app/main/default/lwc/org/timeLimit.ts';
import { expect, test } from './support/switchboard.ts';
import { centerId, choose, clickOn, count, loseAnswer, onDocument, pickOldDialer } from './support/steps.ts';
import { violations } from './support/violations.ts';

const ended = (page: Page, title: string | RegExp) =>
    expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 40_000 });
const recovery = (page: Page) => page.getByRole('region', { name: 'Unfinished moves' });

async function expectAllMoved(connection: Parameters<typeof count>[0]): Promise<void> {
    expect(await count(connection, `CallCenterId = '${await centerId(connection, 'Old Dialer')}'`)).toBe(0);
    expect(await count(connection, `CallCenterId = '${await centerId(connection, '8x8 Work')}'`)).toBe(792);
}

test('a run whose answers get lost reads the users again, and accounts for everyone @transports', async ({
    page,
    connection,
    shot
}) => {
    await onDocument(page, 'switchboardMove', (route, before) =>
        before % 2 === 1 ? loseAnswer(route) : route.continue()
    );
    await pickOldDialer(page);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByText('Trying again soon.')).toBeVisible();
    await shot('waiting');
    await ended(page, '380 of 380 users moved to 8x8 Work');
    await expectAllMoved(connection);
});

test('a run whose server is down for a while waits, and accounts for everyone @transports', async ({
    page,
    org,
    connection
}) => {
    await pickOldDialer(page);
    org.faults.set({
        rules: [
            { on: 'graphql mutation', nth: [2], fault: 'html page' },
            { on: 'graphql query', nth: [3], fault: 'unavailable' }
        ]
    });
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await ended(page, '380 of 380 users moved to 8x8 Work');
    expect(org.faults.struck).toEqual([1, 1]);
    await expectAllMoved(connection);
});

test('a run whose session ends without an answer continues when its time is up', async ({
    page,
    org,
    preview,
    connection
}) => {
    await page.clock.install();
    await page.goto(preview.address);
    await pickOldDialer(page);
    // The first mutation records the run, and the second one moves the first batch.
    org.faults.set({ rules: [{ on: 'graphql mutation', nth: [3], fault: 'session expired' }] });
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect.poll(() => org.faults.struck).toEqual([1]);
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
    await page.clock.fastForward(LONGEST_WRITE);
    await expect(page.getByText('Trying again soon.')).toBeVisible();
    await ended(page, '380 of 380 users moved to 8x8 Work');
    await expectAllMoved(connection);
});

test.describe('When the status of a failure reaches the page', () => {
    test.use({ transport: 'direct' });

    test('a run pauses when the session expires, says what to do, and continues after that', async ({
        page,
        org,
        connection,
        shot,
        expectAccessible
    }) => {
        await pickOldDialer(page);
        org.faults.set({ rules: [{ on: 'graphql mutation', nth: [2], fault: 'session expired' }] });
        await page.getByRole('button', { name: 'Move 380 users' }).click();
        await expect(
            page.getByText('Your session expired. Log in again in another tab, then select Continue.')
        ).toBeVisible();
        await shot('session-ended');
        await expectAccessible();
        org.faults.clear();
        await page.getByRole('button', { name: 'Continue' }).click();
        await ended(page, '380 of 380 users moved to 8x8 Work');
        await expectAllMoved(connection);
    });
});

for (const { choice, title } of [
    { choice: 'Continue', title: '380 of 380 users moved to 8x8 Work' },
    { choice: 'Undo', title: / users moved back$/ },
    { choice: 'Leave as is', title: /^\d+ of 380 users moved to 8x8 Work$/ }
]) {
    test(`a new tab recovers the run of a closed tab with ${choice}`, async ({ page, preview, connection, shot }) => {
        // Closes the page during one of the first three batches, chosen at random.
        const fatal = Math.floor(Math.random() * 3);
        await onDocument(page, 'switchboardMove', async (route, before) => {
            if (before < fatal) return route.continue();
            if (before === fatal) await route.fetch();
            await page.close();
        });
        await pickOldDialer(page);
        const closed = page.waitForEvent('close');
        await page.getByRole('button', { name: 'Move 380 users' }).click();
        await closed;
        const old = await centerId(connection, 'Old Dialer');
        // Other batches were in flight, too, and may still be written.
        let movedBefore = -1;
        const hasSettled = async () => {
            const before = movedBefore;
            movedBefore = 380 - (await count(connection, `CallCenterId = '${old}'`));
            return movedBefore === before;
        };
        await expect.poll(hasSettled, { intervals: [1_000] }).toBe(true);
        expect(movedBefore).toBeGreaterThan(0);

        const next = await page.context().newPage();
        await next.goto(preview.address);
        const notice = recovery(next);
        await expect(notice).toContainText(
            `Unfinished move to 8x8 Work: ${movedBefore} of 380 users moved (started today at`
        );
        await shot('recovery', next);
        expect(await violations(next)).toEqual([]);
        await notice.getByRole('button', { name: choice }).click();
        await expect(next.getByRole('heading', { name: title })).toBeVisible({ timeout: 40_000 });
        await shot(`recovered-${choice.toLowerCase().replaceAll(' ', '-')}`, next);
        await expect(notice).toHaveCount(0);
        const left = await count(connection, `CallCenterId = '${old}'`);
        switch (choice) {
            case 'Continue':
                return expectAllMoved(connection);
            case 'Undo':
                return expect(left).toBe(380);
            case 'Leave as is':
                return expect(left).toBe(380 - movedBefore);
        }
    });
}

test("while a run is active in one tab, other tabs don't offer to recover it and can't run the same plan", async ({
    page,
    preview,
    connection,
    shot
}) => {
    // The run stays active until the other tabs have been checked.
    const checked = Promise.withResolvers<void>();
    await onDocument(page, 'switchboardMove', async (route, before) => {
        if (before === 1) await checked.promise;
        await route.continue();
    });
    await pickOldDialer(page);
    const other = await page.context().newPage();
    await other.goto(preview.address);
    await pickOldDialer(other);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);

    const third = await page.context().newPage();
    await third.goto(preview.address);
    await expect(third.getByRole('row')).toHaveCount(101);
    await expect(recovery(third)).toHaveCount(0);

    await other.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(
        other.getByRole('alert').filter({ hasText: "You're already moving users in another tab." })
    ).toBeVisible();
    await shot('on-elsewhere', other);
    expect(await violations(other)).toEqual([]);
    checked.resolve();
    await ended(page, '380 of 380 users moved to 8x8 Work');
    await expect.poll(() => count(connection, "Status__c = 'ended'", 'CallCenterMoveRun__c')).toBe(1);
    await other.getByRole('button', { name: 'Move 380 users' }).click();
    await ended(other, '0 of 380 users moved to 8x8 Work');
    await expect(other.getByText('380 already there')).toBeVisible();
    await expectAllMoved(connection);
});

test("a user that a colleague moved in the meantime is skipped, with the colleague's name, and can be moved anyway", async ({
    page,
    connection,
    shot,
    expectAccessible
}) => {
    await pickOldDialer(page);
    const pilot = await centerId(connection, 'Pilot 2027');
    const { records } = await connection.query("SELECT Id FROM User WHERE Name = 'Maartje de Vries'");
    await connection.sobject('User').update({ Id: String(records[0].Id), CallCenterId: pilot });
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await ended(page, '379 of 380 users moved to 8x8 Work');
    await expect(
        page.getByText(/Not moved\. Now in Pilot 2027, last modified by Ada Byron \(today at .*\)\./)
    ).toBeVisible();
    await shot('changed-meanwhile');
    await expectAccessible();
    expect(await count(connection, `CallCenterId = '${pilot}' AND Name = 'Maartje de Vries'`)).toBe(1);

    await page.getByRole('button', { name: 'Move anyway: Maartje de Vries' }).click();
    await ended(page, '1 of 1 user moved to 8x8 Work');
    await expectAllMoved(connection);
    await page.getByRole('button', { name: 'Back to results' }).click();
    await ended(page, '379 of 380 users moved to 8x8 Work');
});

test('saved progress of other users, versions, and orgs is explained and left unchanged', async ({
    page,
    preview,
    shot,
    expectAccessible
}) => {
    const before = await page.evaluate(() => {
        const org = window.location.host;
        localStorage.setItem(`switchboard.moves|1|${org}|005000000000001AAA|run-1|start`, '{}');
        localStorage.setItem(`switchboard.moves|9|${org}|005000000000001AAA|run-2|start`, '{}');
        localStorage.setItem('switchboard.moves|1|other.example|005000000000001AAA|run-3|start', '{}');
        return JSON.stringify(Object.entries(localStorage).sort());
    });
    await page.goto(preview.address);
    await expect(recovery(page)).toContainText("saved progress for another user's move");
    await expect(recovery(page)).toContainText('saved progress from another version of Switchboard');
    await expect(recovery(page)).toContainText('saved progress for a move in another org');
    await shot('journals-of-others');
    await expectAccessible();
    await recovery(page).getByRole('button', { name: 'Close' }).click();
    await expect(recovery(page)).toHaveCount(0);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()))).toBe(before);
});

test("damaged saved progress is reported, and its run can't be continued", async ({ page, preview }) => {
    await onDocument(page, 'switchboardMove', (route) => route.abort());
    await pickOldDialer(page);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByText('Trying again soon.')).toBeVisible();
    const next = await page.context().newPage();
    await next.goto(preview.address);
    await next.evaluate(() => {
        const start = Object.keys(localStorage).find((key) => key.endsWith('|start'))!;
        localStorage.setItem(start, localStorage.getItem(start)!.slice(0, -1));
    });
    await next.reload();
    await expect(recovery(next)).toContainText("is damaged and can't be read");
    await expect(recovery(next).getByRole('button', { name: 'Continue' })).toHaveCount(0);
    await page.close({ runBeforeUnload: false });
});

test("when neither the browser nor the org can keep a run, it says that it can't be resumed, and still finishes", async ({
    page,
    preview,
    connection,
    shot
}) => {
    await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
    });
    await onDocument(page, 'switchboardMove', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await route.continue();
    });
    await page.goto(preview.address);
    await pickOldDialer(page);
    await onDocument(page, 'switchboardStartRun', (route) => route.abort());
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByText('Neither your org nor your browser can save its progress.')).toBeVisible();
    await shot('storage-forbidden');
    await ended(page, '380 of 380 users moved to 8x8 Work');
    await expectAllMoved(connection);
    await expect.poll(() => count(connection, 'Moved__c = 380', 'CallCenterMoveRun__c')).toBe(1);
});

test('a move of one user whose answer was lost is settled when the page opens again @transports', async ({
    page,
    preview,
    connection
}) => {
    await choose(page, '8x8 Work');
    await page.route('**/ui-api/records/*', loseAnswer);
    await clickOn(page, 'Maartje de Vries', /^Move Maartje de Vries to 8x8 Work/);
    await onDocument(page, 'switchboardMemberships', (route) => route.abort());
    await expect(page.getByText("it's not clear whether Maartje de Vries moved")).toBeVisible({ timeout: 50_000 });
    await page.unrouteAll();
    await page.goto(preview.address);
    await expect(recovery(page)).toContainText('Unfinished move to 8x8 Work: 1 of 1 user moved');
    await recovery(page).getByRole('button', { name: 'Leave as is' }).click();
    await ended(page, '1 of 1 user moved to 8x8 Work');
    await expect.poll(() => count(connection, 'Moved__c = 1', 'CallCenterMoveRun__c')).toBe(1);
});
