import type { FrameLocator, Page } from '@playwright/test';
import { openSetup } from './support/setup.ts';
import { expect, test } from './support/switchboard.ts';

/** Opens Check this org in the tab or in Setup, and waits for its results. */
async function check(page: Page, look: 'tab' | 'setup'): Promise<Page | FrameLocator> {
    const root = look === 'setup' ? await openSetup(page) : page;
    await root.getByRole('button', { name: 'More' }).click();
    await root.getByRole('menuitem', { name: 'Check this org' }).click();
    await expect(root.getByText(/of 15 checks work/)).toBeVisible();
    return root;
}

function row(root: Page | FrameLocator, name: string) {
    return root.getByRole('table', { name: 'Check this org' }).getByRole('row').filter({ hasText: name });
}

for (const look of ['tab', 'setup'] as const) {
    test.describe(`check this org, ${look === 'tab' ? 'in a tab' : 'in Setup'}`, () => {
        if (look === 'setup') test.use({ viewport: { width: 1340, height: 800 } });

        test('everything needed works, and nothing is written', async ({ page, org, shot }) => {
            const written: string[] = [];
            // Saving the names that the page found is no part of the check, and comes before it.
            await expect(page.getByText('8x8 Work').first()).toBeVisible();
            await page.waitForLoadState('networkidle');
            page.on('request', (request) => {
                const text = request.postData() ?? '';
                if (
                    /mutation (?!switchboardSelfTest|switchboardSaveCenters)/.test(text) ||
                    request.method() === 'PATCH'
                )
                    written.push(text);
            });
            const users = () => JSON.stringify(org.store.all('SELECT * FROM "User" ORDER BY "Id"'));
            const before = users();
            const root = await check(page, look);
            await expect(root.getByText('Switchboard works in this org')).toBeVisible();
            await expect(row(root, 'Where the page runs')).toContainText(
                look === 'tab' ? 'Lightning tab' : 'In a frame'
            );
            await expect(row(root, 'Mutation that moves users')).toContainText('Works');
            await expect(row(root, 'Call centers: Visualforce page')).toContainText('7 call centers');
            await expect(row(root, 'Storage of this browser')).toContainText(
                look === 'tab' ? 'Works' : 'Switchboard saves the progress of moves only in your org.'
            );
            expect(written).toEqual([]);
            expect(users()).toBe(before);
            await shot(`check-${look}`);
        });

        test.describe('where GraphQL has call centers', () => {
            test.use({ variant: 'callcenter-in-graphql' });
            test('GraphQL is used', async ({ page }) => {
                const root = await check(page, look);
                await expect(row(root, 'Call centers: GraphQL')).toContainText('7 call centers');
                await expect(row(root, 'Call centers: flow')).toContainText('Switchboard uses GraphQL instead.');
            });
        });

        test.describe('where users can be seen, but not their call centers', () => {
            test.use({ variant: 'callcenterid-hidden' });
            test('users are shown, but cannot be moved', async ({ page }) => {
                const root = await check(page, look);
                await expect(root.getByText("Switchboard shows users in this org, but can't move them")).toBeVisible();
                await expect(row(root, 'Count members')).toContainText("Doesn't work");
            });
        });

        test.describe('where the page is refused and flows read call centers', () => {
            test.use({ visualforce: 'refused', flows: true });
            test('the flow is used, and Salesforce is quoted', async ({ page }) => {
                const root = await check(page, look);
                await expect(row(root, 'Call centers: Visualforce page')).toContainText(
                    "'CallCenter' is not supported"
                );
                await expect(row(root, 'Call centers: Visualforce page')).toContainText(
                    'Switchboard uses the flow instead.'
                );
                await expect(row(root, 'Call centers: flow')).toContainText('7 call centers');
            });
        });

        test.describe("where UserUpdate doesn't take the call center", () => {
            test.use({ variant: 'no-callcenterid-in-update' });
            test('users cannot be moved', async ({ page }) => {
                const root = await check(page, look);
                await expect(row(root, 'Mutation that moves users')).toContainText('CallCenterId');
                await expect(row(root, 'Mutation that moves users')).toContainText("can't move users without it");
            });
        });
    });
}

test.describe('the report', () => {
    test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
    test('has no names, IDs, or addresses, and the view has an address and is accessible', async ({
        page,
        connection,
        expectAccessible
    }) => {
        await page.goto(`${new URL(page.url()).origin}/?c__view=check`);
        await expect(page.getByText(/of 15 checks work/)).toBeVisible();
        await expectAccessible();
        await page.getByRole('button', { name: 'Copy report' }).click();
        await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
        const report = await page.evaluate(() => navigator.clipboard.readText());
        expect(report).toContain('Switchboard works in this org.');
        expect(report.split('\n')).toHaveLength(17);
        const { records } = await connection.query('SELECT Id, Name, Email FROM User LIMIT 200');
        for (const { Id, Name, Email } of records)
            for (const secret of [Id, Name, Email]) expect(report).not.toContain(String(secret));
        expect(report).not.toMatch(/https?:|00D\w+!/);
    });
});
