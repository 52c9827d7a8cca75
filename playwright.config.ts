import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './scripts/install/browser.ts';
import type { TestFixtures } from './tests/browser/support/switchboard.ts';

export default defineConfig<TestFixtures>({
    testDir: 'tests/browser',
    outputDir: 'test-results',
    workers: 2,
    // Each test has an org of its own, so a long file needn't keep one worker while the other has nothing to do.
    fullyParallel: true,
    retries: 0,
    // Long enough for a machine that builds something else, where drawing a hundred rows takes ten times as long.
    timeout: 120_000,
    expect: { timeout: 30_000 },
    // Everything runs with failures as on the platform, and what moves users also with failures as the org sends them.
    projects: [{ name: 'platform' }, { name: 'direct', grep: /@transports/, use: { transport: 'direct' } }],
    use: {
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        timezoneId: 'UTC',
        launchOptions: { executablePath: (await findBrowser()) ?? undefined, args: BROWSER_FLAGS }
    }
});
