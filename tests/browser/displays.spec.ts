import type { Locator, Page } from '@playwright/test';
import { choose, onDocument, pickOldDialer } from './support/steps.ts';
import { expect, test } from './support/switchboard.ts';

/** How an element looks where the system's colors replace those of the page. */
function look(element: Locator): Promise<{ background: string; border: string; outline: string; color: string }> {
    return element.evaluate((shown) => {
        const { backgroundColor, borderTopColor, color, outlineColor, outlineStyle } = getComputedStyle(shown);
        const outline = outlineStyle === 'none' ? 'none' : outlineColor;
        return { background: backgroundColor, border: borderTopColor, outline, color };
    });
}

/** Contrast of two colors of computed styles, from 1 to 21, by WCAG. */
function contrast(one: string, other: string): number {
    const [light, dark] = [luminance(one), luminance(other)].sort((first, second) => second - first);
    return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
    const [red, green, blue] = color.match(/[\d.]+/g)!.map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Starts a move of 380 users. After its first batch of 50, the others wait for `release`. @returns `release` */
async function startMove(page: Page): Promise<() => void> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await onDocument(page, 'switchboardMove', async (route, before) => {
        if (before > 0) await released;
        await route.fallback();
    });
    await pickOldDialer(page);
    await page.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(page.getByRole('row').nth(1)).toContainText('Here');
    await expect(page.getByRole('progressbar')).toBeVisible();
    return release;
}

for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`where the system has its own ${colorScheme} colors`, () => {
        test.use({ contextOptions: { forcedColors: 'active' }, colorScheme });

        test('what is selected differs from what is not', async ({ page, shot }) => {
            await choose(page, '8x8 Work');
            const box = (name: string): Locator => page.locator('.choice').filter({ hasText: name });
            const [chosen, other] = [await look(box('8x8 Work')), await look(box('Old Dialer'))];
            expect(chosen.outline).not.toBe(other.outline);
            expect(contrast(chosen.outline, chosen.background)).toBeGreaterThan(3);

            const [all, here] = [
                await look(page.locator('.segment').first()),
                await look(page.locator('.segment').nth(1))
            ];
            expect(contrast(all.background, here.background)).toBeGreaterThan(3);
            expect(contrast(all.color, all.background)).toBeGreaterThan(4.5);

            const view = (name: string): Locator => page.getByRole('button', { name, exact: true });
            expect((await look(view('Users'))).border).not.toBe((await look(view('History'))).border);
            await shot(`displays-forced-${colorScheme}`);
        });

        test('bars are seen', async ({ page }) => {
            await choose(page, '8x8 Work');
            const dialer = page.locator('.choice').filter({ hasText: 'Old Dialer' });
            const [fill, track] = [await look(dialer.locator('.fill')), await look(dialer.locator('.bar'))];
            expect(contrast(fill.background, track.background)).toBeGreaterThan(3);
            expect(contrast(track.border, track.background)).toBeGreaterThan(3);
            for (const part of await page.locator('c-center-header .fill').all()) {
                const { border, background } = await look(part);
                expect(contrast(border, track.background), background).toBeGreaterThan(3);
            }
        });

        test('signs are seen', async ({ page }) => {
            await choose(page, '8x8 Work');
            const canvas = await page.locator('.main').evaluate((main) => getComputedStyle(main).backgroundColor);
            const fills = await page
                .locator('c-switchboard svg:visible:not(c-page-header svg)')
                .evaluateAll((signs) =>
                    signs.map((sign) => [sign.outerHTML.slice(0, 200), getComputedStyle(sign).fill])
                );
            const faint = fills.filter(([, fill]) => contrast(fill!, canvas) < 3);
            expect(faint).toEqual([]);
            expect(fills.length).toBeGreaterThan(10);
        });

        test('the progress of a move is seen', async ({ page, shot }) => {
            const release = await startMove(page);
            const bar = page.getByRole('progressbar');
            const [moved, track] = [await look(bar.locator('.moved')), await look(bar)];
            expect(contrast(moved.background, track.background)).toBeGreaterThan(3);
            expect(contrast(track.border, track.background)).toBeGreaterThan(3);
            await shot(`displays-forced-${colorScheme}-run`);
            release();
        });
    });

test.describe('with less motion', () => {
    test.use({ contextOptions: { reducedMotion: 'reduce' } });

    test('nothing is animated once it is loaded, and during a move', async ({ page }) => {
        const running = (): Promise<string[]> =>
            page.evaluate(() =>
                document
                    .getAnimations()
                    .filter(({ playState }) => playState === 'running')
                    .map(({ effect }) => (effect as KeyframeEffect).target?.className ?? '')
            );
        await choose(page, '8x8 Work');
        await expect.poll(running).toEqual([]);
        const release = await startMove(page);
        await expect.poll(running).toEqual([]);
        release();
        await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
        await expect.poll(running).toEqual([]);
    });

    test('no part of the page has motion of its own', async ({ page }) => {
        await startMove(page);
        // Base components and the design system move some of theirs, such as the color of a link that is pointed at.
        const moving = await page.locator('c-switchboard *').evaluateAll((elements) =>
            elements
                .filter((element) => !element.closest('a, [class*="slds-"], [part]'))
                .filter((element) => {
                    const { animationName, transitionDuration } = getComputedStyle(element);
                    return animationName !== 'none' || transitionDuration !== '0s';
                })
                .map((element) => `${element.localName}.${element.className}`)
        );
        expect(moving).toEqual([]);
    });
});

test('where more contrast is asked for, borders of what is selected are strong', async ({ page }) => {
    await page.emulateMedia({ contrast: 'more' });
    await choose(page, '8x8 Work');
    const { border, background } = await look(page.locator('.choice').filter({ hasText: '8x8 Work' }));
    expect(contrast(border, background)).toBeGreaterThan(3);
});
