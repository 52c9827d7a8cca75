import type { Connection } from 'jsforce';
import type { BrowserContext, Page, Route } from '@playwright/test';
import { expect } from './switchboard.ts';

/** Asks the org by SOQL, past the page. */
export async function count(connection: Connection, where: string, object = 'User'): Promise<number> {
    return (await connection.query(`SELECT COUNT() FROM ${object} WHERE ${where}`)).totalSize;
}

export async function centerId(connection: Connection, name: string): Promise<string> {
    const { records } = await connection.query(`SELECT Id FROM CallCenter WHERE Name = '${name}'`);
    return String(records[0].Id);
}

/** Makes a call center the target. */
export async function choose(page: Page, center: string): Promise<void> {
    const region = page.getByRole('region', { name: 'Call centers' });
    await region.getByRole('button', { name: new RegExp(`^${center}, `) }).click();
    await expect(page.getByRole('heading', { name: center, level: 2 })).toBeVisible();
}

/** Picks all 380 members of Old Dialer, to be moved to 8x8 Work. */
export async function pickOldDialer(page: Page): Promise<void> {
    await choose(page, '8x8 Work');
    await page.getByRole('button', { name: /^Filters/ }).click();
    await page.getByRole('combobox', { name: 'Belongs to' }).click();
    await page.getByRole('option', { name: 'Old Dialer', exact: true }).click();
    await expect(page.getByText('1–100 of 380')).toBeVisible();
    await page.getByRole('row').nth(1).locator('label').first().click();
    await page.getByRole('button', { name: 'Select all 380 that match' }).click();
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Move 380 users' })).toBeVisible();
}

/** Moves the one user of that name to the target by one click. */
export async function clickOn(page: Page, user: string, button: RegExp): Promise<void> {
    await page.getByRole('searchbox', { name: 'Search users' }).fill(user);
    await expect(page.getByRole('row').filter({ hasText: user })).toHaveCount(1);
    await page.getByRole('button', { name: button }).click();
}

/**
 * Does something with each GraphQL request whose document is of that name, such as `switchboardMove`.
 * @param act gets how many there were before
 */
export async function onDocument(
    where: Page | BrowserContext,
    name: string,
    act: (route: Route, before: number) => Promise<void>
): Promise<void> {
    let seen = 0;
    await where.route('**/graphql', async (route) => {
        const isIt = new RegExp(`\\b${name}\\b`).test(route.request().postDataJSON().query);
        await (isIt ? act(route, seen++) : route.continue());
    });
}

/** The org does what was asked; nobody hears of it. */
export async function loseAnswer(route: Route): Promise<void> {
    await route.fetch();
    await route.abort('connectionreset');
}
