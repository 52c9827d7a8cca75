import type { Connection } from 'jsforce';
import type { BrowserContext, FrameLocator, Page, Route } from '@playwright/test';
import { expect } from './switchboard.ts';

/** Counts records with SOQL, independently of the page. */
export async function count(connection: Connection, where: string, object = 'User'): Promise<number> {
    return (await connection.query(`SELECT COUNT() FROM ${object} WHERE ${where}`)).totalSize;
}

export async function centerId(connection: Connection, name: string): Promise<string> {
    const { records } = await connection.query(`SELECT Id FROM CallCenter WHERE Name = '${name}'`);
    return String(records[0].Id);
}

/** Selects a call center, which makes it the target. */
export async function choose(page: Page, center: string): Promise<void> {
    const region = page.getByRole('region', { name: 'Call centers' });
    await region.getByRole('button', { name: new RegExp(`^${center}, `) }).click();
    await expect(page.getByRole('heading', { name: center, level: 2 })).toBeVisible();
}

/** Shows only the members of a call center, whichever one is selected. */
export function filterByCenter(place: Page | FrameLocator, center: string): Promise<void> {
    return filter(place, 'Call center', center);
}

/** Selects the only value of a filter. */
export async function filter(place: Page | FrameLocator, name: string, value: string): Promise<void> {
    const picker = place.getByRole('button', { name: new RegExp(`^${name}: `) });
    if (!(await picker.isVisible())) await place.getByRole('button', { name: /^Filters/ }).click();
    await picker.click();
    await place.getByRole('group', { name }).getByText(value, { exact: true }).click();
    await picker.press('Escape');
}

/** Selects all 380 members of Old Dialer, and opens the review of their move to 8x8 Work. */
export async function pickOldDialer(page: Page): Promise<void> {
    await choose(page, '8x8 Work');
    await filterByCenter(page, 'Old Dialer');
    await expect(page.getByText('1–100 of 380')).toBeVisible();
    await page.getByRole('row').nth(1).locator('label').first().click();
    await page.getByRole('button', { name: 'Select all 380 matching users' }).click();
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Move 380 users' })).toBeVisible();
}

/** Searches for the only user with this name, and clicks the button to move or remove them. */
export async function clickOn(page: Page, user: string, button: RegExp): Promise<void> {
    await page.getByRole('searchbox', { name: 'Search users' }).fill(user);
    await expect(page.getByRole('row').filter({ hasText: user })).toHaveCount(1);
    await page.getByRole('button', { name: button }).click();
}

/**
 * Intercepts each GraphQL request with this operation name, such as `switchboardMove`.
 * @param handle its second parameter is the number of such requests before this one
 */
export async function onDocument(
    where: Page | BrowserContext,
    name: string,
    handle: (route: Route, before: number) => Promise<void>
): Promise<void> {
    let matched = 0;
    await where.route('**/graphql', async (route) => {
        const isMatch = new RegExp(`\\b${name}\\b`).test(route.request().postDataJSON().query);
        await (isMatch ? handle(route, matched++) : route.fallback());
    });
}

/** Counts GraphQL requests from now on whose document matches. */
export function countDocuments(page: Page, pattern: RegExp): () => number {
    let matched = 0;
    page.on('request', (request) => {
        if (!request.url().endsWith('/graphql')) return;
        if (pattern.test(request.postDataJSON().query)) matched += 1;
    });
    return () => matched;
}

/** Lets the org process the request, but drops the answer. */
export async function loseAnswer(route: Route): Promise<void> {
    await route.fetch();
    await route.abort('connectionreset');
}
