import ExportPage from 'c/exportPage';
import { OrgFault } from 'c/orgPort';
import { openPage, viewpointOf } from 'c/pageState';
import { readAddress } from 'c/pageState';
import { EVERYONE } from 'c/userSearch';
import { all, heard, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { DIALER, NAMES, smallOrg, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const SETTING = 'switchboard.export';
const viewpoint = {
    ...viewpointOf(openPage(readAddress(''))),
    nameOf: (id: string | null) => NAMES.get(id ?? '') ?? '–'
};
const centers = [WORK, DIALER].map((id) => ({ id, name: NAMES.get(id)! }));

async function show(org = new WholeMemoryOrg(smallOrg()), search: typeof EVERYONE | null = EVERYONE) {
    const element = mount(ExportPage, { org, search, viewpoint, centers, profiles: [], roles: [], by: 'Ada Byron' });
    const root = element.shadowRoot!;
    await settled();
    const button = (label: string) =>
        all(root, 'lightning-button').find((each) => (each as unknown as { label: string }).label === label);
    return {
        element,
        root,
        org,
        button,
        sums: () => textOf(one(root, '.sums')),
        press: async (label: string) => {
            button(label)!.dispatchEvent(new CustomEvent('click'));
            // The writing pauses once.
            for (let turn = 0; turn < 5; turn += 1) await settled();
        }
    };
}

describe('Export', () => {
    const copied: string[] = [];

    beforeEach(() => {
        copied.length = 0;
        window.localStorage.clear();
        Object.assign(navigator, { clipboard: { writeText: async (text: string) => void copied.push(text) } });
    });
    afterEach(unmountAll);

    it('says how many users match, and which', async () => {
        const { root, sums } = await show(undefined, { ...EVERYONE, text: 'ada', memberOf: DIALER });
        expect(sums()).toBe('1 user matches');
        expect(textOf(one(root, '.hint'))).toBe('“ada”, Call center: Old Dialer');
        standForStubs(root);
        await expect(root.host as HTMLElement).toBeAccessible();
    });

    it('copies a table, and says how many rows it has', async () => {
        const { press, sums } = await show();
        await press('Copy as a table');
        expect(sums()).toBe(`${smallOrg().people.length} rows copied`);
        expect(copied[0].split('\r\n')[0].split('\t').slice(0, 3)).toEqual(['Name', 'Username', 'Email']);
    });

    it('copies at the second press where the browser denied the first one', async () => {
        const { press, sums } = await show();
        const { clipboard } = navigator;
        Object.assign(navigator, { clipboard: undefined });
        await press('Copy as a table');
        expect(sums()).toContain('rows are ready. To copy them, select Copy as a table again.');
        Object.assign(navigator, { clipboard });
        await press('Copy as a table');
        expect(sums()).toContain('rows copied');
        expect(copied).toHaveLength(1);
    });

    it('says which columns are left out, and that users changed', async () => {
        window.localStorage.setItem(SETTING, JSON.stringify({ columns: ['name', 'employee number'] }));
        const { press, sums, org } = await show();
        org.hiddenFields = ['employee number'];
        const { exportedUsers } = org;
        org.exportedUsers = async (...asked) => {
            const page = await exportedUsers.apply(org, asked);
            return { ...page, users: page.users.slice(1) };
        };
        await press('Copy as a table');
        expect(sums()).toContain(`${smallOrg().people.length} users matched before the export.`);
        expect(sums()).toContain("your org doesn't have them: Employee number");
    });

    it('says why it failed, and goes on', async () => {
        const { press, sums, org, root } = await show();
        const { exportedUsers } = org;
        org.exportedUsers = async () => {
            throw new OrgFault('offline', '');
        };
        await press('Copy as a table');
        const problem = one(root, 'c-problem') as unknown as { problem: { text: string } };
        expect(problem.problem.text).toContain("Salesforce didn't respond.");
        org.exportedUsers = exportedUsers;
        one(root, 'c-problem').dispatchEvent(new CustomEvent('retry'));
        for (let turn = 0; turn < 5; turn += 1) await settled();
        expect(sums()).toContain('rows copied');
    });

    it('keeps the chosen columns, and at least one', async () => {
        window.localStorage.setItem(SETTING, JSON.stringify({ columns: ['name'] }));
        const { root } = await show();
        const box = (value: string) => one(root, `input[value="${value}"]`) as HTMLInputElement;
        for (const value of ['email', 'name', 'email']) {
            box(value).checked = !box(value).checked;
            box(value).dispatchEvent(new CustomEvent('change'));
        }
        expect(JSON.parse(window.localStorage.getItem(SETTING)!).columns).toEqual(['email']);
        expect(box('email').checked).toBe(true);
    });

    it('asks for names, and leads back', async () => {
        const { root, element } = await show(undefined, null);
        const back = heard(element, 'back');
        (one(root, '.back') as HTMLElement).click();
        expect(back).toHaveLength(1);
        expect(all(root, 'lightning-button').every((each) => (each as unknown as { disabled: boolean }).disabled)).toBe(
            true
        );
    });
});
