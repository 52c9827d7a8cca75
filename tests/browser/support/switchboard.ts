import { expect, test as base, type Page } from '@playwright/test';
import { Connection } from 'jsforce';
import {
    startLocalOrg,
    VARIANTS,
    type LocalOrg,
    type Persona,
    type VariantName
} from '../../../scripts/local-org/index.ts';
import { embedded } from '../../../scripts/preview/embedded.ts';
import { startPreview, type Preview } from '../../../scripts/preview/server.ts';
import type { TransportName } from '../../../scripts/preview/transports.ts';
import type { PageLook } from '../../../scripts/preview/visualforce/look.ts';
import { violations } from './violations.ts';

export { expect };

export interface TestFixtures {
    /** The user of the page. A file or describe block can change it with `test.use({ persona: 'viewer' })`. */
    persona: Persona;
    /** A file that says which call centers the org has. */
    seed: string | undefined;
    /** How the org differs from the embedded org. */
    variant: VariantName | undefined;
    /** Whether the org's flows can read call centers. */
    flows: boolean;
    /** How failures reach the page. The project `direct` in playwright.config.ts changes it. */
    transport: TransportName;
    /** How the org's Visualforce page for call centers behaves. */
    visualforce: PageLook;
    /** An embedded org for this test. `test.use({ users: 100_000 })` sets the number of users. */
    org: LocalOrg;
    preview: Preview;
    /** A page that shows Switchboard. The test fails if a script on it throws an error. */
    page: Page;
    /** A jsforce connection as the admin, to check the org independently of the page. */
    connection: Connection;
    /** Saves a screenshot of the page, or of another one, as `screenshots/{name}.png`, if SCREENSHOTS is set: drawing takes time. */
    shot(name: string, other?: Page): Promise<void>;
    /** Fails if axe finds a violation in the page, or in a part of it (a CSS selector). */
    expectAccessible(part?: string): Promise<void>;
}

interface WorkerFixtures {
    users: number | undefined;
}

/** Each test gets its own org, so that tests don't affect each other. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
    users: [undefined, { scope: 'worker', option: true }],
    persona: ['admin', { option: true }],
    seed: [undefined, { option: true }],
    variant: [undefined, { option: true }],
    flows: [false, { option: true }],
    transport: ['platform', { option: true }],
    visualforce: ['works', { option: true }],

    org: async ({ users, seed, variant }, use) => {
        const org = await startLocalOrg({ users, seed, variant: variant && VARIANTS[variant] });
        await use(org);
        await org.close();
    },

    preview: async ({ org, persona, flows, visualforce, transport }, use) => {
        const shown = embedded(org, { flows, visualforce });
        const preview = await startPreview({ org: shown, port: 0, persona, transport });
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
        await use(async (name, shown = page) => {
            if (!process.env['SCREENSHOTS']) return;
            await shown.evaluate(() => document.fonts.ready);
            await shown.screenshot({ path: `screenshots/${name}.png`, animations: 'disabled' });
        });
    },

    expectAccessible: async ({ page }, use) => {
        await use(async (part) => expect(await violations(page, part)).toEqual([]));
    }
});
