import { readFileSync } from 'node:fs';
import { readSheet, withoutGuard } from 'c/csv';
import type { Page } from '@playwright/test';
import { expect } from './switchboard.ts';

export async function openExport(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Export', level: 2 })).toBeFocused();
}

/** Chooses exactly these columns. */
export async function chooseColumns(page: Page, ...names: string[]): Promise<void> {
    const columns = page.getByRole('group', { name: 'Columns' });
    for (const name of names) await columns.getByRole('checkbox', { name, exact: true }).check();
    const checked = await columns
        .getByRole('checkbox', { checked: true })
        .evaluateAll((boxes) => boxes.map((box) => box.closest('label')!.textContent!.trim()));
    for (const name of checked)
        if (!names.includes(name)) await columns.getByRole('checkbox', { name, exact: true }).uncheck();
}

/** What the export says, beside what it says to screen readers. */
export function said(page: Page, text: string | RegExp) {
    return page.locator('c-export-page, c-old-moves').getByText(text);
}

export async function downloaded(page: Page): Promise<{ name: string; text: string }> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    return {
        name: (await download).suggestedFilename(),
        text: readFileSync(await (await download).path(), 'utf8')
    };
}

/** The rows of a file, as they were before they were made harmless. */
export function rowsOf(text: string): string[][] {
    const { header, rows } = readSheet(text, { hasHeader: true });
    return [header!, ...rows.map(({ cells }) => cells.map(withoutGuard))];
}
