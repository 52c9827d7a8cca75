import OrgCheck from 'c/orgCheck';
import { OrgFault } from 'c/orgPort';
import { all, heard, labelled, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { ME, smallOrg } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

async function show(org = new WholeMemoryOrg(smallOrg()), permission: 'granted' | 'missing' = 'granted') {
    const element = mount(OrgCheck, { org, userId: ME.id, permission });
    const root = element.shadowRoot;
    await settled();
    return {
        element,
        root,
        org,
        row: (name: string) => {
            const found = all(root, 'tbody tr').find((each) => textOf(one(each, 'th')) === name);
            if (!found) throw new Error(`There's no row ${name}`);
            return all(found, 'td').map(textOf);
        },
        verdict: () => textOf(one(root, '.verdict'))
    };
}

const copyButton = (root: ParentNode) => one(root, 'c-copy-button').shadowRoot!;

describe('Check this org', () => {
    const copied: string[] = [];

    beforeEach(() => {
        copied.length = 0;
        Object.assign(navigator, {
            locks: { request: async (_: string, __: object, held: () => Promise<void>) => held() },
            clipboard: { writeText: async (text: string) => void copied.push(text) }
        });
    });

    afterEach(unmountAll);

    it('shows what works, what does not, and what is used instead', async () => {
        const { row, verdict } = await show();
        expect(row('List users')).toEqual(['Works', `${smallOrg().people.length} users`]);
        expect(row('Call centers: GraphQL')).toEqual([
            "Doesn't work",
            "Salesforce couldn't process this request. Details: “There is no graphql.” Switchboard uses the saved list of names instead."
        ]);
        expect(row('Where the page runs')).toEqual(['Works', 'In a Lightning tab.']);
        expect(row('Mutation that moves users')).toEqual(['Works', '']);
        expect(verdict()).toBe('Switchboard works in this org12 of 15 checks work.');
    });

    it('says what a user without the permission needs', async () => {
        const { row, verdict } = await show(undefined, 'missing');
        expect(row('Manage Internal Users permission')[1]).toMatch(/^You can view users and request moves\./);
        expect(verdict()).toMatch(/^Switchboard shows users in this org, but can't move them/);
    });

    it('says when Salesforce did not answer, and checks again', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const users = org.users.bind(org);
        org.users = () => Promise.reject(new OrgFault('offline', ''));
        const { root, row, verdict } = await show(org);
        expect(row('List users')[0]).toBe("Couldn't check");
        expect(verdict()).toMatch(/^Some checks couldn't finish/);
        org.users = users;
        labelled(root, 'Check again').click();
        await settled();
        expect(row('List users')[0]).toBe('Works');
    });

    it('waits with the report until everything was checked', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        let answer!: () => void;
        const counted = org.memberCounts.bind(org);
        org.memberCounts = async () => {
            await new Promise<void>((go) => (answer = go));
            return counted();
        };
        const { root, row, verdict } = await show(org);
        expect(verdict()).toBe('Checking this org');
        expect(row('List users')[0]).toBe('Works');
        expect(row('Count members')).toEqual(['', '']);
        expect(labelled(copyButton(root), 'Copy report').disabled).toBe(true);
        answer();
        await settled();
        expect(labelled(copyButton(root), 'Copy report').disabled).toBe(false);
    });

    it('copies a report without names and IDs', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.refusesMutation = 'No update of 005000000000001AAA by ada@acme.example';
        const { root } = await show(org);
        labelled(copyButton(root), 'Copy report').click();
        await settled();
        expect(copied).toHaveLength(1);
        const lines = copied[0].split('\n');
        expect(lines[0]).toMatch(/^Switchboard, \d{4}-\d\d-\d\d$/);
        expect(lines[1]).toBe("Switchboard shows users in this org, but can't move them. 11 of 15 checks work.");
        expect(lines).toHaveLength(17);
        expect(copied[0]).toContain('No update of [ID] by [email]');
        for (const { name, id } of smallOrg().people) {
            expect(copied[0]).not.toContain(name);
            expect(copied[0]).not.toContain(id);
        }
        labelled(copyButton(root), 'Copied');
    });

    it('leads back', async () => {
        const { element, root } = await show();
        const back = heard(element, 'back');
        labelled(root, 'Back to users').click();
        expect(back).toHaveLength(1);
    });

    it('is accessible', async () => {
        const { element, root } = await show();
        standForStubs(root);
        await expect(element).toBeAccessible();
    });
});
