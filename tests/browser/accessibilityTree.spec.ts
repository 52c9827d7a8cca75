import type { FrameLocator, Page } from '@playwright/test';
import { openPicker, openSetup } from './support/setup.ts';
import { expect, test } from './support/switchboard.ts';
import { choose, onDocument } from './support/steps.ts';

const main = (root: Page | FrameLocator) => root.getByRole('main');

const TABLE = `
      - grid "Users":
        - rowgroup:
          - row:
            - gridcell /Select \\d+ items/
            - columnheader "Name":
              - 'button "Sort by: Name"'
            - columnheader "Profile"
            - columnheader "Last login"
            - columnheader "Call center"
            - columnheader "Action"
        - rowgroup:
          - row /Aaron Buschbaum .* In Old Dialer/:
            - gridcell:
              - checkbox
            - rowheader /Aaron Buschbaum/:
              - link "Aaron Buschbaum"
            - gridcell "In Old Dialer"
            - gridcell:
              - button "Move Aaron Buschbaum to 8x8 Work"`;

const RESULTS = `
      - group "Filter by result":
        - button "All 482" [pressed]
        - button "Moved 380"
        - button "Skipped 102"
      - searchbox "Search these users"
      - table "Results":
        - rowgroup:
          - row:
            - columnheader "User"
            - columnheader "From"
            - columnheader "To"
            - columnheader "Result"
            - columnheader "What happened"
        - rowgroup:
          - row:
            - rowheader:
              - button "Skipped 25" [expanded]
          - row "Abdul Dietrich Lobby Phones 8x8 Work Skipped":
            - rowheader "Abdul Dietrich":
              - link "Abdul Dietrich"
            - cell "Lobby Phones"
            - cell "8x8 Work"
            - cell "Skipped"`;

/** From a call center to a move that was opened from the history. */
async function walk(page: Page, root: Page | FrameLocator, views: { isSetup: boolean }): Promise<void> {
    await onDocument(page, 'switchboardMove', async (route) => {
        await new Promise((done) => setTimeout(done, 500));
        await route.fallback();
    });
    await root.getByRole('group', { name: 'Membership' }).getByText('Elsewhere').click();
    await expect(root.getByText('1–100 of 482')).toBeVisible();
    await root.getByRole('row').nth(1).locator('label').first().click();
    await root.getByRole('button', { name: 'Select all 482 matching users' }).click();
    await expect(main(root)).toMatchAriaSnapshot(`
      - region "Users":
        - searchbox "Search users"
        - group "Membership":
          - radio "All 1,204"
          - radio "Here 412"
          - radio "Elsewhere 482" [checked]
          - radio /^(No call center|None) 310$/
        - button "Filters"
        - grid "Users"
        - region "Move 482 users to 8x8 Work":
          - heading "Move 482 users to 8x8 Work" [level=2]
          - button "Clear selection"
          - button "Review"`);

    await root.getByRole('button', { name: 'Review', exact: true }).click();
    await expect(main(root)).toMatchAriaSnapshot(`
      - region "Users":
        - 'region "Review: Move 380 users to 8x8 Work"':
          - button "Back to 482 selected users"
          - 'heading "Review: Move 380 users to 8x8 Work" [level=2]'
          - heading "Routes" [level=3]
          - table "Routes":
            - rowgroup:
              - row "From To Users Result":
                - columnheader "From"
                - columnheader "To"
                - columnheader "Users"
                - columnheader "Result"
            - rowgroup:
              - row "Old Dialer 8x8 Work 380 Will move"
              - row "Lobby Phones 8x8 Work 15 Needs your answer"
              - row "Collections 8x8 Work 10 Needs your answer"
              - row "Voice East 8x8 Work 51 Can't be moved"
              - row "Partner Telephony EMEA 8x8 Work 26 Can't be moved"
          - heading "After this move" [level=3]
          - term: 8x8 Work
          - definition: 412 now, 792 after
          - group "Review":
            - region "Will move":
              - heading "Will move 380" [level=3]
              - heading "380 from Old Dialer" [level=4]
              - list "380 from Old Dialer":
                - listitem:
                  - link "Aaron Buschbaum"
              - 'button "Leave them out: 380 from Old Dialer"'
            - region "Needs your answer":
              - heading "Needs your answer 25" [level=3]
              - heading "15 in Lobby Phones" [level=4]
              - 'button "It isn''t Voice, move these 15: 15 in Lobby Phones"'
            - region "Can't be moved":
              - heading "Can't be moved 77" [level=3]
              - heading "51 in Voice East" [level=4]
              - link "Open in Setup"
          - button "Download CSV"
          - button "Cancel"
          - button "Move 380 users"`);

    await root.getByRole('button', { name: 'Move 380 users' }).click();
    await expect(main(root)).toMatchAriaSnapshot(`
      - region "Users":
        - grid "Users"
        - region "Moving 380 users to 8x8 Work":
          - heading "Moving 380 users to 8x8 Work" [level=2]
          - progressbar "Progress"
          - button "Pause"
          - button "Stop"`);

    await expect(root.getByRole('button', { name: 'Done' })).toBeVisible();
    await expect(main(root)).toMatchAriaSnapshot(`
      - region "Users":
        - region "380 of 482 users moved to 8x8 Work":
          - button "Back to users"
          - heading "380 of 482 users moved to 8x8 Work" [level=2]${RESULTS.replaceAll('\n', '\n    ')}
          - button "Copy a message for these users"
          - button "Download CSV"
          - button "Move 380 back to Old Dialer"
          - button "Done"`);

    await root.getByRole('button', { name: 'Done' }).click();
    if (views.isSetup) await root.getByRole('button', { name: 'More' }).click();
    await root.getByRole(views.isSetup ? 'menuitem' : 'button', { name: 'History' }).click();
    const history = `
      - region "History":
        - heading "1 move" [level=2]
        - searchbox "Search moves"
        - list "History":
          - listitem:
            - button /^Old Dialer to 8x8 Work 380 of 482 .*Ada Byron$/
        - button "Back to users"`;
    await expect(main(root)).toMatchAriaSnapshot(`${history}
        - paragraph: Select a move to see its results`);
    await root.getByRole('button', { name: /^Old Dialer to 8x8 Work/ }).click();
    await expect(main(root)).toMatchAriaSnapshot(`${history}
        - heading "380 of 482 users moved to 8x8 Work" [level=2]
        - button "Download CSV"
        - button "Move 380 back to Old Dialer"${RESULTS.replaceAll('\n', '\n  ')}
        - button "Copy a message for these users"`);
}

test('screen readers find landmarks, headings, and names in every state of the tab', async ({ page }) => {
    await choose(page, '8x8 Work');
    await expect(page.getByRole('button', { name: /^Move Aaron Buschbaum/ })).toBeVisible();
    await expect(main(page)).toMatchAriaSnapshot(`
      - heading "Switchboard" [level=1]
      - navigation "Views":
        - button "Users"
        - button "History"
      - button "More"
      - region "Call centers":
        - heading "Call centers" [level=2]
        - button "Refresh"
        - list:
          - listitem:
            - button "All users, 1,204 users"
          - listitem:
            - button "No call center, 310 users"
          - listitem:
            - button "8x8 Work, 412 members" [pressed]
          - listitem:
            - button "Old Dialer, 380 members"
      - region "Users":
        - heading "8x8 Work" [level=2]
        - button "Change type"
        - link "Open in Setup"
        - group "Members by profile":
          - list:
            - listitem: "Service Agent: 230"
        - searchbox "Search users"`);
    await expect(main(page)).toMatchAriaSnapshot(TABLE);
    await walk(page, page, { isSetup: false });
});

test.describe('in Setup', () => {
    test.use({ viewport: { width: 1340, height: 900 } });

    test('screen readers find landmarks, headings, and names in every state of the frame', async ({ page, shot }) => {
        const frame = await openSetup(page);
        await openPicker(frame);
        await frame.getByRole('button', { name: /^8x8 Work, / }).click();
        await expect(frame.getByRole('button', { name: /^Move Aaron Buschbaum/ })).toBeVisible();
        await expect(main(frame)).toMatchAriaSnapshot(`
          - heading "Switchboard" [level=1]
          - region "Users":
            - button /^8x8 Work 412/
            - searchbox "Search users"
            - button "Filters"
            - button "More"
            - heading "8x8 Work" [level=2]`);
        await walk(page, frame, { isSetup: true });
        await shot('setup-run-opened');
    });
});

test('screen readers find the users on a phone as a list of cards', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openPicker(page);
    await page.getByRole('button', { name: /^8x8 Work, / }).click();
    await expect(main(page)).toMatchAriaSnapshot(`
      - heading "Switchboard" [level=1]
      - button "More"
      - region "Users":
        - button /^8x8 Work 412/
        - searchbox "Search users"
        - button "Filters"
        - heading "8x8 Work" [level=2]
        - combobox "Sort by"
        - list "Users":
          - listitem:
            - checkbox "Select Aaron Buschbaum"
            - link "Aaron Buschbaum"
            - button "Move Aaron Buschbaum to 8x8 Work"`);
});
