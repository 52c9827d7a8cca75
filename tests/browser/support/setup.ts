import type { FrameLocator, Page } from '@playwright/test';
import { violations } from './violations.ts';

/** Opens Switchboard in Setup. @param search parameters for the page in the frame, such as `?c__view=history` */
export async function openSetup(page: Page, search = ''): Promise<FrameLocator> {
    const shell = new URL(page.url()).origin;
    const address = encodeURIComponent(`/apex/SwitchboardSetup${search}`);
    await page.goto(`${shell}/lightning/setup/CallCenters/page?address=${address}`);
    return page.frameLocator('iframe[title="Switchboard"]');
}

/** Opens the list of call centers, which is closed in Setup and in narrow windows. */
export async function openPicker(frame: Page | FrameLocator): Promise<void> {
    await frame.locator('c-center-picker').getByRole('button').first().click();
}

/** Runs axe in the frame, which is another process and needs its own session. */
export function frameViolations(page: Page): ReturnType<typeof violations> {
    const frame = page.frames()[1]!;
    const context = { newCDPSession: () => page.context().newCDPSession(frame) };
    return violations({ context: () => context } as unknown as Page);
}
