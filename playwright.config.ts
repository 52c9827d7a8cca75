import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './scripts/install/browser.ts';

export default defineConfig({
    testDir: 'tests/browser',
    outputDir: 'test-results',
    workers: 2,
    retries: 0,
    timeout: 60_000,
    // A hundred rows take a second to draw, and ten on a machine that builds something else.
    expect: { timeout: 15_000 },
    use: {
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        timezoneId: 'UTC',
        launchOptions: { executablePath: (await findBrowser()) ?? undefined, args: BROWSER_FLAGS }
    }
});
