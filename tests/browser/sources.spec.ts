import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import type { Connection } from 'jsforce';
import { HOSTILITIES } from '../../scripts/preview/visualforce/look.ts';
import { openPicker } from './support/setup.ts';
import { expect, test } from './support/switchboard.ts';

const FROM_PAGE = 'Names come from the SwitchboardCenters Visualforce page.';
const SAVED = 'Switchboard saved these names and types for other admins.';
const SILENT = "The SwitchboardCenters Visualforce page didn't return call centers.";

async function inSetup(page: Page): Promise<FrameLocator> {
    await page.goto(`${new URL(page.url()).origin}/setup`);
    const frame = page.frameLocator('iframe[title="Switchboard"]');
    await openPicker(frame);
    return frame;
}

/** The names and types of the list, without the two groups above the call centers. */
async function listed(root: Page | FrameLocator): Promise<string[]> {
    const items = root.getByRole('region', { name: 'Call centers' }).getByRole('listitem');
    return (await items.allInnerTexts()).slice(2).map((text) => text.replace(/\s+/g, ' '));
}

async function registry(connection: Connection): Promise<Record<string, unknown>[]> {
    const soql = 'SELECT Name, InternalName__c, Kind__c, KnownBy__c FROM CallCenterProfile__c ORDER BY Name';
    return (await connection.query(soql)).records.map(({ attributes: _, ...row }) => row);
}

const EVERY_CENTER = [
    '8x8 Work 412 Open CTI',
    'Old Dialer 380 Open CTI',
    'Voice East 51 Unknown type',
    'Partner Telephony EMEA 26 Voice (partner telephony)',
    'Lobby Phones 15 Unknown type',
    'Collections 10 Unknown type',
    'Pilot 2027 0 Open CTI'
];

test.describe('without a filled registry', () => {
    test.use({ variant: 'no-registry' });

    test('an admin sees every call center with its name and type, and they are saved for others, once', async ({
        page,
        connection,
        shot,
        expectAccessible
    }) => {
        await expect(page.getByText(FROM_PAGE)).toContainText(SAVED);
        expect(await listed(page)).toEqual(EVERY_CENTER);
        await page.getByRole('button', { name: '8x8 Work, 412 members' }).click();
        await expect(page.getByText('Type found in its CTI adapter URL')).toBeVisible();
        await shot('sources-tab');
        await expectAccessible();
        const saved = await registry(connection);
        expect(saved).toHaveLength(7);
        expect(saved[0]).toEqual({
            Name: '8x8 Work',
            InternalName__c: 'Work8x8',
            Kind__c: 'open-cti',
            KnownBy__c: 'adapter'
        });
        await page.reload();
        await expect(page.getByText(FROM_PAGE)).toBeVisible();
        await expect(page.getByText(SAVED)).toBeHidden();
        expect(await registry(connection)).toEqual(saved);
    });

    test('an admin sees them in the Setup frame, too', async ({ page, shot }) => {
        const frame = await inSetup(page);
        await expect(frame.getByText(FROM_PAGE)).toBeVisible();
        expect(await listed(frame)).toEqual(EVERY_CENTER);
        await shot('sources-setup');
    });

    test.describe('someone who may only look', () => {
        test.use({ persona: 'viewer' });

        test('sees them, and saves nothing', async ({ page, connection }) => {
            await expect(page.getByText(FROM_PAGE)).toBeVisible();
            await expect(page.getByText(SAVED)).toBeHidden();
            expect(await registry(connection)).toEqual([]);
        });
    });
});

test('what an admin said stays, and the frame is gone after it answered', async ({ page, connection }) => {
    await expect(page.getByText(FROM_PAGE)).toContainText(SAVED);
    const kinds = new Map((await registry(connection)).map((row) => [row.Name, [row.Kind__c, row.KnownBy__c]]));
    expect(kinds.get('Voice East')).toEqual(['voice-amazon', 'admin']);
    expect(kinds.get('8x8 Work')).toEqual(['open-cti', 'admin']);
    expect(kinds.get('Lobby Phones')).toEqual([null, null]);
    expect(page.frames()).toHaveLength(1);
});

test('the first rows need no request to Visualforce', async ({ page, preview }) => {
    // Visualforce never answers.
    await page.route('**/apex/**', () => undefined);
    await page.goto(preview.addressForOnce());
    await expect(page.getByRole('button', { name: '8x8 Work, 412 members' })).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(101);
    await expect(page.getByText("Names come from Switchboard's saved list")).toBeVisible();
});

const SEED = join(tmpdir(), `switchboard-250-centers-${process.pid}.json`);
test.describe('with 250 call centers', () => {
    const callCenters = Array.from({ length: 250 }, (_, index) => ({
        name: `Center ${String(index + 1).padStart(3, '0')}`,
        kind: index % 2 ? 'open-cti' : 'voice-partner',
        registered: false
    }));
    writeFileSync(SEED, JSON.stringify({ callCenters }));
    test.use({ seed: SEED });

    test('the page reads them 100 at a time, shows all, and saves as many as one request takes', async ({
        page,
        connection
    }) => {
        const requests: unknown[] = [];
        page.on('request', (request) => {
            if (request.url().includes('/preview/remote/')) requests.push(request.postDataJSON());
        });
        await page.reload();
        await expect(page.getByText(FROM_PAGE)).toBeVisible();
        expect(new Set(await listed(page)).size).toBe(250);
        const sort = { orderby: [{ InternalName: 'ASC' }], limit: 100 };
        expect(requests.slice(-3)).toEqual([sort, { ...sort, offset: 100 }, { ...sort, offset: 200 }]);
        expect((await registry(connection)).length).toBeGreaterThanOrEqual(200);
    });
});

for (const [visualforce, says] of [
    ['missing', SILENT],
    ['blocked', SILENT],
    ['refused', "can't read call centers. Salesforce says: “sObject type 'CallCenter' is not supported.”"]
] as const)
    test.describe(`if the page is ${visualforce}`, () => {
        test.use({ visualforce, flows: true });

        test('the flow is asked, and the note says so, in both looks', async ({ page }) => {
            for (const open of [async () => page, inSetup]) {
                const root = await open(page);
                const print = root.getByText('Names come from the List Call Centers flow.');
                await expect(print).toContainText(says, { timeout: 15_000 });
                await expect(root.getByRole('button', { name: 'Lobby Phones, 15 members' })).toBeVisible();
            }
        });
    });

for (const hostile of HOSTILITIES)
    test.describe(`if the page sends ${hostile}`, () => {
        test.use({ visualforce: { hostile } });

        test('nothing of it is shown or saved', async ({ page, connection }) => {
            const isList = hostile === 'objects as text' || hostile === 'duplicate ids';
            await expect(page.getByText(isList ? FROM_PAGE : SILENT)).toBeVisible({ timeout: 15_000 });
            await expect(page.getByRole('button', { name: 'Old Dialer, 380 members' })).toBeVisible();
            await expect(page.getByRole('button', { name: /Not ours/ })).toHaveCount(0);
            const names = (await registry(connection)).map(({ Name }) => Name);
            expect(names).not.toContain('Not ours');
        });
    });
