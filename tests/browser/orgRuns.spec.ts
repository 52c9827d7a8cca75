import type { FrameLocator, Page } from '@playwright/test';
import type { LocalOrg } from '../../scripts/local-org/index.ts';
import type { Preview } from '../../scripts/preview/server.ts';
import { expect, test } from './support/switchboard.ts';
import { centerId, count, onDocument, pickOldDialer } from './support/steps.ts';
import { violations } from './support/violations.ts';
import { openPicker } from './support/setup.ts';

type Place = Page | FrameLocator;

const recovery = (place: Place) => place.getByRole('region', { name: 'Unfinished moves' });
const others = (place: Place) => place.getByRole('region', { name: 'Moves in progress' });
const ended = (place: Place, title: string | RegExp) =>
    expect(place.getByRole('heading', { name: title })).toBeVisible({ timeout: 200_000 });

/** As if the page of the run in progress had been gone for ten minutes. */
function fallSilent({ store }: LocalOrg): void {
    const at = new Date(store.now().getTime() - 600_000).toISOString();
    store.run(`UPDATE "CallCenterMoveRun__c" SET "LastModifiedDate" = ? WHERE "Status__c" = 'running'`, [at]);
}

/** The page in another browser, as another user. The first address lets the browser in. */
async function openAs(page: Page, preview: Preview, persona: string): Promise<Page> {
    const other = await page.context().browser()!.newPage();
    await other.goto(preview.address);
    await other.goto(`${new URL(other.url()).origin}/?as=${persona}`);
    return other;
}

/** Holds the run of a page once it has written so many batches. */
async function holdAfter(page: Page, batches: number): Promise<void> {
    await onDocument(page, 'switchboardMove', async (route, before) => {
        if (before >= batches) return;
        await route.continue();
    });
}

async function expectAllMoved(connection: Parameters<typeof count>[0]): Promise<void> {
    expect(await count(connection, `CallCenterId = '${await centerId(connection, 'Old Dialer')}'`)).toBe(0);
    expect(await count(connection, `CallCenterId = '${await centerId(connection, '8x8 Work')}'`)).toBe(792);
}

test.describe('In Setup', () => {
    test.use({ viewport: { width: 1340, height: 800 } });

    test('a run whose tab is killed is continued by someone else, in the tab', async ({
        page,
        preview,
        org,
        connection,
        shot
    }) => {
        const address = page.url();
        await page.goto(`${new URL(address).origin}/setup`);
        const frame = page.frameLocator('iframe[title="Switchboard"]');
        // Setup's frame is of another site, where the browser keeps nothing that a new tab could find.
        await holdAfter(page, 1);
        await openPicker(frame);
        await pickOldDialer(frame as unknown as Page);
        await frame.getByRole('button', { name: 'Move 380 users' }).click();
        await expect(frame.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
        await shot('setup-recorded-run');
        expect(await count(connection, `Status__c = 'running' AND Host__c = 'setup'`, 'CallCenterMoveRun__c')).toBe(1);
        await page.goto('about:blank');
        const old = await centerId(connection, 'Old Dialer');
        const movedBefore = 380 - (await count(connection, `CallCenterId = '${old}'`));
        // The browser lets go the requests that are held in a frame, so the batches in flight may be done, too.
        expect(movedBefore).toBeGreaterThan(0);
        fallSilent(org);

        await page.goto(address);
        const other = await openAs(page, preview, 'second-admin');
        await expect(recovery(other)).toContainText(
            `Unfinished move to 8x8 Work: ${movedBefore} of 380 users moved (started today at`
        );
        await expect(recovery(other)).toContainText('Ada Byron started this move. Its page stopped responding');
        await other.setViewportSize({ width: 1440, height: 900 });
        await shot('recovery-of-another', other);
        expect(await violations(other)).toEqual([]);
        await recovery(other).getByRole('button', { name: 'Continue' }).click();
        await ended(other, '380 of 380 users moved to 8x8 Work');
        await expectAllMoved(connection);
        await expect
            .poll(() => count(connection, `Status__c = 'ended' AND Moved__c = 380`, 'CallCenterMoveRun__c'))
            .toBe(1);
        expect(await count(connection, `Outcome__c = 'moved'`, 'CallCenterMove__c')).toBe(380);
        await expect(recovery(other)).toHaveCount(0);
        await other.context().close();
    });

    test('the unfinished run of someone else is offered in the frame, too', async ({
        page,
        preview,
        org,
        connection,
        shot
    }) => {
        await holdAfter(page, 1);
        await pickOldDialer(page);
        await page.getByRole('button', { name: 'Move 380 users' }).click();
        await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
        const next = await openAs(page, preview, 'admin');
        await page.close({ runBeforeUnload: false });
        fallSilent(org);
        await next.setViewportSize({ width: 1340, height: 800 });
        await next.goto(`${new URL(next.url()).origin}/setup`);
        const frame = next.frameLocator('iframe[title="Switchboard"]');
        // Closing the page can let the batch through that the test held back.
        const moved = 380 - (await count(connection, `CallCenterId = '${await centerId(connection, 'Old Dialer')}'`));
        await expect(recovery(frame)).toContainText(`Unfinished move to 8x8 Work: ${moved} of 380 users moved`);
        await shot('setup-recovery', next);
        await recovery(frame).getByRole('button', { name: 'Undo' }).click();
        await ended(frame, `${moved} of ${moved} users moved back`);
        await next.close();
    });
});

test('a run that someone else carries out is shown, and asks once before its users are moved again', async ({
    page,
    preview,
    connection,
    shot
}) => {
    const tom = await openAs(page, preview, 'second-admin');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await onDocument(tom, 'switchboardMove', async (route, before) => {
        if (before >= 1) await held;
        await route.continue();
    });
    await pickOldDialer(page);
    await pickOldDialer(tom);
    await tom.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(tom.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);

    const third = await openAs(page, preview, 'viewer');
    await expect(others(third)).toContainText('Tom Topchain is moving 380 users to 8x8 Work · 380 remaining');
    await expect(recovery(third)).toHaveCount(0);
    await third.setViewportSize({ width: 1440, height: 900 });
    await shot('others-run', third);
    expect(await violations(third)).toEqual([]);
    await third.context().close();

    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(
        page.getByRole('alert').filter({ hasText: 'Tom Topchain is already moving 380 of these users.' })
    ).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 900 });
    await shot('overlap');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await ended(page, '330 of 380 users moved to 8x8 Work');
    release();
    await ended(tom, /of 380 users moved to 8x8 Work/);
    await expectAllMoved(connection);
    await expect.poll(() => count(connection, `Status__c = 'ended'`, 'CallCenterMoveRun__c')).toBe(2);
    await tom.context().close();
});

test('a run that someone else continued stops, and leaves the results to them', async ({
    page,
    preview,
    org,
    connection,
    shot
}) => {
    await page.clock.install();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await onDocument(page, 'switchboardMove', async (route, before) => {
        if (before === 1) await held;
        await route.continue();
    });
    await page.reload();
    await pickOldDialer(page);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
    fallSilent(org);
    const tom = await openAs(page, preview, 'second-admin');
    await recovery(tom).getByRole('button', { name: 'Continue' }).click();
    await ended(tom, '380 of 380 users moved to 8x8 Work');
    await expect.poll(() => count(connection, `Status__c = 'ended'`, 'CallCenterMoveRun__c')).toBe(1);
    await page.clock.runFor(120_000);
    release();
    await expect(page.getByText('Stopped because someone else continued this move.')).toBeVisible({ timeout: 200_000 });
    await shot('taken-over');
    await expectAllMoved(connection);
    expect(await count(connection, `Outcome__c = 'moved'`, 'CallCenterMove__c')).toBe(380);
    expect(await count(connection, `Moved__c = 380`, 'CallCenterMoveRun__c')).toBe(1);
    await tom.context().close();
});

test('when the org can’t keep a run, the page says that only this browser can continue it', async ({
    page,
    connection,
    expectAccessible,
    shot
}) => {
    await onDocument(page, 'switchboardStartRun', (route) => route.abort());
    await holdAfter(page, 1);
    await pickOldDialer(page);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByText('only this browser can continue the move.')).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 900 });
    await shot('only-this-browser');
    await expectAccessible();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(await count(connection, `Status__c = 'running'`, 'CallCenterMoveRun__c')).toBe(0);
});

for (const { damage, says, buttons } of [
    { damage: (text: string) => text.replace(',m', ',a'), says: 'was edited or is damaged', buttons: 1 },
    { damage: (text: string) => text.slice(0, -100), says: 'was edited or is damaged', buttons: 1 },
    { damage: () => 'x'.repeat(130_000), says: 'was edited or is damaged', buttons: 1 },
    { damage: (text: string) => text.replace('swb2', 'swb7'), says: 'Another version of Switchboard', buttons: 0 }
]) {
    test(`a recorded plan changed to ${damage('swb2:0,m01').slice(0, 12)}… is explained and never run: ${says}`, async ({
        page,
        preview,
        org,
        connection,
        shot
    }) => {
        await holdAfter(page, 1);
        await pickOldDialer(page);
        await page.getByRole('button', { name: 'Move 380 users' }).click();
        await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
        const row = org.store.get('SELECT "Id", "Users__c" FROM "CallCenterMovePlan__c"')!;
        org.store.run('UPDATE "CallCenterMovePlan__c" SET "Users__c" = ?', [damage(String(row.Users__c))]);
        fallSilent(org);
        const next = await openAs(page, preview, 'admin');
        await expect(recovery(next)).toContainText('Ada Byron started a move that can');
        await expect(recovery(next)).toContainText(says);
        await expect(recovery(next).getByRole('button')).toHaveCount(buttons);
        const where = `CallCenterId = '${await centerId(connection, 'Old Dialer')}'`;
        const before = await count(connection, where);
        if (buttons) {
            await shot('damaged-plan', next);
            await recovery(next).getByRole('button', { name: 'Leave as is' }).click();
            await expect.poll(() => count(connection, `Status__c = 'running'`, 'CallCenterMoveRun__c')).toBe(0);
            await expect(recovery(next)).toHaveCount(0);
        }
        expect(await count(connection, where)).toBe(before);
        await next.context().close();
    });
}
