import { expect, test as base, type Page } from '@playwright/test';
import { Connection } from 'jsforce';
import { startLocalOrg, type LocalOrg, type Persona } from '../../../scripts/local-org/index.ts';
import { embedded } from '../../../scripts/preview/embedded.ts';
import { startPreview, type Preview } from '../../../scripts/preview/server.ts';
import { violations } from './violations.ts';

export { expect };

interface TestParts {
    /** Who looks at the page; a file or a describe chooses with `test.use({ persona: 'viewer' })`. */
    persona: Persona;
    /** Whether flows of the org can read call centers. */
    flows: boolean;
    /** Users in the org; `test.use({ users: 100_000 })`. */
    org: LocalOrg;
    preview: Preview;
    /** A page that is open on Switchboard; it fails the test when a script of it throws. */
    page: Page;
    /** A client that knows nothing of the page: SOQL by jsforce, as the admin. */
    connection: Connection;
    /** Saves what the page looks like as `screenshots/{name}.png`. */
    shot(name: string): Promise<void>;
    /** Fails on any violation axe finds, in the whole page or in a part of it (a CSS selector). */
    expectAccessible(part?: string): Promise<void>;
}

interface WorkerParts {
    users: number | undefined;
}

/** A test gets an org of its own, so that no test sees what another moved. */
export const test = base.extend<TestParts, WorkerParts>({
    users: [undefined, { scope: 'worker', option: true }],
    persona: ['admin', { option: true }],
    flows: [false, { option: true }],

    org: async ({ users }, use) => {
        const org = await startLocalOrg({ users });
        await use(org);
        await org.close();
    },

    preview: async ({ org, persona, flows }, use) => {
        const preview = await startPreview({ org: embedded(org, { flows }), port: 0, persona });
        await use(preview);
        await preview.close();
    },

    page: async ({ page, preview }, use) => {
        const thrown: Error[] = [];
        page.on('pageerror', (error) => thrown.push(error));
        await page.goto(preview.address);
        await use(page);
        expect(thrown).toEqual([]);
    },

    connection: async ({ org }, use) => {
        await use(new Connection({ instanceUrl: org.url, accessToken: org.tokenFor('admin'), version: '66.0' }));
    },

    shot: async ({ page }, use) => {
        await use(async (name) => {
            await page.evaluate(() => document.fonts.ready);
            await page.screenshot({ path: `screenshots/${name}.png`, animations: 'disabled' });
        });
    },

    expectAccessible: async ({ page }, use) => {
        await use(async (part) => expect(await violations(page, part)).toEqual([]));
    }
});
