import { embedded } from '../../scripts/preview/embedded.ts';
import { startPreview } from '../../scripts/preview/server.ts';
import type { LightningOut } from '../../scripts/preview/setup/visualforcePage.ts';
import { expect, test as base } from './support/switchboard.ts';
import { frameViolations, openSetup } from './support/setup.ts';

/** Setup, where Lightning Out fails. */
const test = base.extend<{ lightningOut: LightningOut }>({
    lightningOut: ['works', { option: true }],
    preview: async ({ org, persona, lightningOut }, use) => {
        const preview = await startPreview({ org: embedded(org), port: 0, persona, lightningOut });
        await use(preview);
        await preview.close();
    },
    // Errors on the page are what these tests are about.
    page: async ({ context, preview }, use) => {
        const page = await context.newPage();
        await page.goto(preview.address);
        await use(page);
    }
});

const FAILURES: { lightningOut: LightningOut; happened: string; details?: RegExp }[] = [
    { lightningOut: 'blocked', happened: "A Salesforce script that this page needs didn't load." },
    { lightningOut: 'silent', happened: "Switchboard didn't start within 15 seconds." },
    {
        lightningOut: 'refused',
        happened: "Salesforce couldn't start Switchboard on this page.",
        details: /Error ID: 1836492/
    },
    { lightningOut: 'incomplete', happened: "Salesforce couldn't start Switchboard on this page." },
    {
        lightningOut: 'throws',
        happened: 'Switchboard stopped because of an error while it started.',
        details: /Cannot read properties of undefined/
    }
];

for (const { lightningOut, happened, details } of FAILURES) {
    test.describe(`where Lightning Out is ${lightningOut}`, () => {
        test.use({ lightningOut });

        test('the page in Setup says what happened and leads to the tab', async ({ page, preview, shot }) => {
            const frame = await openSetup(page, '?c__view=history&other=1');
            const card = frame.getByRole('alert');
            await expect(card.getByRole('heading')).toHaveText("Couldn't show Switchboard in Setup");
            await expect(card).toContainText(happened);
            if (details) await expect(card).toContainText(details);
            expect(await card.locator('p:visible').count()).toBe(details ? 3 : 2);
            await expect(card).not.toContainText(/security|Locker/i);
            expect(await frameViolations(page)).toEqual([]);
            await shot(`setup-card-${lightningOut}`);

            const link = card.getByRole('link', { name: 'Open the Switchboard tab' });
            await expect(link).toHaveAttribute('target', '_top');
            await expect(link).toHaveAttribute('href', `${preview.frameUrl}/lightning/n/Switchboard?c__view=history`);
            await link.click();
            await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
            expect(new URL(page.url()).origin).toBe(preview.url);
        });
    });
}

test.describe('where Lightning Out is late', () => {
    test.use({ lightningOut: 'late' });

    test('the page takes the place of the card when it comes after all', async ({ page }) => {
        const frame = await openSetup(page);
        await expect(frame.getByRole('alert')).toBeVisible();
        await expect(frame.getByRole('row')).toHaveCount(101);
        await expect(frame.getByRole('alert')).toBeHidden();
    });
});
