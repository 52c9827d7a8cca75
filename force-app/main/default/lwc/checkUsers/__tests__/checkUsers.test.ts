import CheckUsers from 'c/checkUsers';
import { OrgFault, type UserGroup } from 'c/orgPort';
import { all, labelled, mount, one, settled, textOf, unmountAll, type Mounted } from '#tests/support/mount.ts';
import { smallOrg } from '#tests/support/people.ts';
import { nameOf } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const CHECK = {
    title: 'Members',
    group: { isActive: true } as UserGroup,
    isNewestFirst: false,
    asksTarget: false,
    ignored: [],
    canIgnore: true,
    canFix: true
};

async function show(org: WholeMemoryOrg, check = {}) {
    const element = mount(CheckUsers, {
        org,
        nameOf,
        centers: [],
        isBusy: false,
        check: { ...CHECK, ...check },
        version: 1
    });
    await settled();
    await settled();
    return { element, root: element.shadowRoot };
}

const names = (root: ParentNode) => all(root, 'tbody th').map(textOf);

describe('The users of a check', () => {
    afterEach(unmountAll);

    it('come by the page, with their call center', async () => {
        const { root } = await show(new WholeMemoryOrg(smallOrg(150)));
        expect(names(root)).toHaveLength(100);
        expect(textOf(all(root, 'tbody tr')[0])).toBe('Ada ByronAgentEMEANeverOld DialerIgnore');
        expect(textOf(one(root, '.sub'))).toBe('158 users');
        labelled(root, 'Show more users').click();
        await settled();
        expect(names(root)).toHaveLength(158);
    });

    it('are read again when their check was', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { element, root } = await show(org);
        expect(names(root)).toHaveLength(8);
        element.check = { ...CHECK, group: { isActive: false } };
        element.version = 2;
        await settled();
        await settled();
        expect(names(root)).toEqual(['Gus Gone']);
    });

    it('can be ignored, and found again', async () => {
        const ignored = [{ recordId: 'a1', userId: '005', name: 'Zed Away' }];
        const { element, root } = await show(new WholeMemoryOrg(smallOrg()), { ignored });
        const heard: unknown[] = [];
        element.addEventListener('ignore', (event) => heard.push((event as CustomEvent).detail));
        one(root, 'button[aria-label="Ignore: Ada Byron"]').click();
        one(root, 'button[aria-label="Stop ignoring: Zed Away"]').click();
        expect(heard).toEqual([expect.objectContaining({ name: 'Ada Byron' }), ignored[0]]);
    });

    it('say what went wrong when they could not be read', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.hideMemberships(true);
        const { root } = await show(org);
        expect(one<Mounted<{ problem: { text: string } }>>(root, 'c-problem').problem.text).toContain('hidden');
        expect(new OrgFault('hidden', '').kind).toBe('hidden');
    });

    it('are accessible', async () => {
        const { element } = await show(new WholeMemoryOrg(smallOrg()));
        await expect(element).toBeAccessible();
    });
});
