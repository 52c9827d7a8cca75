import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { overlaps } from './support/overlaps.ts';
import { openPicker, openSetup } from './support/setup.ts';
import { expect, test } from './support/switchboard.ts';

/** 80 characters, as many as Salesforce allows. */
const LONG = 'Customer Care and Technical Support for Europe, the Middle East and Africa, Tier';
const ONE = `${LONG} (EmeaCareTierOne)`;
const TWO = `${LONG} (EmeaCareTierTwo)`;

const SEED = join(tmpdir(), `switchboard-center-names-${process.pid}.json`);
const callCenters = [
    { name: LONG, internalName: 'EmeaCareTierOne', kind: 'open-cti', members: 12 },
    { name: LONG, internalName: 'EmeaCareTierTwo', kind: 'open-cti', members: 11 },
    { name: 'X'.repeat(80), internalName: 'Unbroken', kind: 'open-cti', members: 3 }
];
writeFileSync(SEED, JSON.stringify({ users: 60, callCenters }));
test.use({ seed: SEED });

const SIZES = ['1280x800', '720x450', '390x844', 'setup'] as const;

/** Texts with a name that isn't seen in full, although it's told apart only by its end. */
function cutNames(root: Page | FrameLocator): Promise<string[]> {
    return root.locator('body').evaluate((body, end) => {
        const texts = [...body.querySelectorAll<HTMLElement>('*')].filter(
            (element) =>
                element.checkVisibility() && [...element.childNodes].some((node) => end.test(node.nodeValue ?? ''))
        );
        const isHidden = (element: Element) => element.closest('.slds-assistive-text, [aria-hidden="true"]') !== null;
        return texts
            .filter((element) => !isHidden(element) && element.scrollWidth > element.clientWidth + 1)
            .filter((element) => getComputedStyle(element).overflowX !== 'visible')
            .map((element) => `${element.tagName}.${element.className}: ${element.textContent}`);
    }, /EmeaCareTier|XXX/);
}

for (const size of SIZES)
    test(`long names and two call centers of one name stay apart (${size})`, async ({ page, shot }) => {
        const isSetup = size === 'setup';
        const [width, height] = isSetup ? [1340, 800] : size.split('x').map(Number);
        await page.setViewportSize({ width: width!, height: height! });
        const root = isSetup ? await openSetup(page) : page;
        const expectApart = async (state: string) => {
            await shot(`names-${size}-${state}`);
            expect(await overlaps(page, isSetup ? page.frames()[1] : undefined)).toEqual([]);
            expect(await cutNames(root)).toEqual([]);
        };
        await expect(root.getByText('1–60 of 60')).toBeVisible();
        const usesPicker = isSetup || width! <= 900;
        if (usesPicker) await openPicker(root);
        const choices = root
            .getByRole('region', { name: 'Call centers' })
            .getByRole('button', { name: /EmeaCareTier/ });
        const isBefore = (one: number, two: number) => [`${ONE}, ${one} members`, `${TWO}, ${two} members`];
        const labels = () => choices.evaluateAll((all) => all.map((choice) => choice.getAttribute('aria-label')));
        expect(await labels()).toEqual(isBefore(12, 11));
        await choices.last().click();
        await expect(root.getByRole('heading', { name: TWO, level: 2 })).toBeVisible();
        const user = root.locator('tbody tr, c-user-cards li').filter({ hasText: `In ${ONE}` });
        await expectApart('center');

        await user.nth(0).locator('label').first().click();
        await user.nth(1).locator('label').first().click();
        await root.getByRole('button', { name: 'Review', exact: true }).click();
        await expect(root.getByRole('heading', { name: `Review: Move 2 users to ${TWO}` })).toBeVisible();
        await expect(root.getByRole('heading', { name: `2 from ${ONE}` })).toBeVisible();
        await expectApart('review');
        await root.getByRole('button', { name: 'Move 2 users', exact: true }).click();
        await root.getByRole('button', { name: 'Show results' }).click();
        await expect(root.getByRole('heading', { name: `2 of 2 users moved to ${TWO}` })).toBeVisible();
        await expectApart('results');

        // The larger one comes first, but not while someone works with the list.
        await root.getByRole('button', { name: 'Done' }).click();
        if (usesPicker) await openPicker(root);
        await expect.poll(labels).toEqual(isBefore(10, 13));
    });
