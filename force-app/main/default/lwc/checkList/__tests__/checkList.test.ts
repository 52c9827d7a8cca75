import CheckList from 'c/checkList';
import { overview } from 'c/callCenters';
import { readChecks, settingsOf, settingWrite, type ReadChecks } from 'c/checks';
import type { Plan } from 'c/movePlan';
import { OrgFault } from 'c/orgPort';
import type { Loadable } from 'c/pageState';
import {
    all,
    labelled,
    mount,
    one,
    settled,
    standForStubs,
    textOf,
    unmountAll,
    type Mounted,
    type Stub
} from '#tests/support/mount.ts';
import { ADA, BO, CY, DIALER, NAMES, person, smallOrg, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const GONE = person(50, 'Ina Ctive', DIALER, { isActive: false });
const RULE = { name: 'Agents', order: 1, isActive: true, profiles: ADA.profileId, target: WORK };

/** Shows the checks as the page does, which reads them again whenever the part asks for it. */
async function show({ mayEdit = true, failure = null as unknown, org = smallWorld() } = {}) {
    const { profiles, roles } = smallOrg();
    const fixes: { plan: Plan }[] = [];
    const element = mount(CheckList, {
        org,
        checks: { value: null, failure } as Loadable<ReadChecks>,
        overview: overview(await org.callCenters(), await org.memberCounts()),
        viewpoint: viewFrom('everyone', { mayEdit }),
        choices: { profiles, roles },
        centers: [...NAMES].map(([id, name]) => ({ id, name })),
        isBusy: false
    });
    const read = async () => {
        element.checks = { value: await readChecks(org, Date.now()), failure: null };
        await settled();
    };
    element.addEventListener('read', () => void (failure === null && read()));
    element.addEventListener('fix', (event) => fixes.push((event as CustomEvent).detail));
    if (failure === null) await read();
    await settled();
    const { shadowRoot: root } = element;
    const press = async (label: string) => {
        one(root, `button[aria-label="${label}"]`).click();
        await settled();
        await settled();
    };
    const choose = async (row: string, value: string) => {
        one<Stub>(root, `[aria-label="${row}"] lightning-button-menu`).dispatchEvent(
            new CustomEvent('select', { detail: { value } })
        );
        await settled();
        await settled();
    };
    return { element, root, org, fixes, press, choose, row: (name: string) => one(root, `.row[aria-label="${name}"]`) };
}

function smallWorld(): WholeMemoryOrg {
    return new WholeMemoryOrg({ ...smallOrg(), people: [ADA, BO, CY, GONE] });
}

describe('The list of checks', () => {
    afterEach(unmountAll);

    it('shows what each check found, and where', async () => {
        const { root, row } = await show();
        expect(textOf(one(root, 'h2'))).toBe('2 findings');
        expect(textOf(row('Inactive members'))).toBe(
            "1Inactive membersOld Dialer: 1They can't log in, but they still count as members.See usersFix"
        );
        expect(textOf(row("Members who aren't standard users"))).toBe("Members who aren't standard users");
        expect(all<Stub>(row("Members who aren't standard users"), 'lightning-icon')).toHaveLength(1);
    });

    it('plans a fix of exactly those users, and changes nothing by itself', async () => {
        const { fixes, press, org } = await show();
        const before = org.snapshot();
        await press('Fix: Inactive members');
        expect(fixes[0].plan.users).toMatchObject([{ userId: GONE.id, from: DIALER, to: null, verdict: 'move' }]);
        expect(org.snapshot()).toEqual(before);
    });

    it('fixes the drift of one rule, or of all rules at once', async () => {
        const coach = { ...CY, title: 'Coach' };
        const org = new WholeMemoryOrg({ ...smallOrg(), people: [ADA, BO, coach] });
        await org.writeChecks([
            { what: 'rule', recordId: null, fields: { ...RULE, order: 2 } },
            { what: 'rule', recordId: null, fields: { ...RULE, name: 'Coaches', titles: 'COACH', target: DIALER } }
        ]);
        const { root, fixes, press } = await show({ org });
        const planned = () => fixes.at(-1)!.plan.users.map(({ userId, to }) => [userId, to]);
        await press('Fix: Agents → 8x8 Work');
        expect(planned()).toEqual([[ADA.id, WORK]]);
        labelled(root, 'Fix all 2').click();
        await settled();
        await settled();
        expect(planned()).toEqual([
            [CY.id, DIALER],
            [ADA.id, WORK]
        ]);
    });

    it('mutes a check, and says so', async () => {
        const { choose, row } = await show();
        await choose('Inactive members', 'mute');
        expect(textOf(row('Inactive members'))).toBe('Inactive membersMuted for everyone');
        await choose('Inactive members', 'unmute');
        expect(textOf(row('Inactive members'))).toContain('They can');
    });

    it('sets up days and profiles below their checks', async () => {
        const { root, choose, row } = await show();
        await choose("Members who haven't logged in for 90 days", 'set up');
        one(root, 'c-check-setup').dispatchEvent(new CustomEvent('save', { detail: { days: 1 } }));
        await settled();
        expect(row("Members who haven't logged in for 1 day")).toBeTruthy();
        expect(all(root, 'c-check-setup')).toHaveLength(0);
    });

    it('says why the org refused, and keeps what is shown', async () => {
        const { root, org, choose } = await show();
        org.checks.refuses = 'You may not edit this record.';
        await choose('Inactive members', 'mute');
        expect(textOf(one(root, '[role="alert"]'))).toContain('You may not edit this record.');
        expect(textOf(one(root, 'h2'))).toBe('2 findings');
    });

    it('orders, turns off, and deletes rules after a question', async () => {
        const org = smallWorld();
        await org.writeChecks([
            { what: 'rule', recordId: null, fields: RULE },
            { what: 'rule', recordId: null, fields: { ...RULE, name: 'Late', order: 2, target: DIALER } }
        ]);
        const { root, choose, row } = await show({ org });
        expect(textOf(row('Late → Old Dialer'))).toContain('The rule Agents comes first');
        await choose('Late → Old Dialer', 'up');
        expect(org.checks.rules.map(({ name, order }) => [name, order])).toEqual([
            ['Agents', 2],
            ['Late', 1]
        ]);
        await choose('Late → Old Dialer', 'off');
        expect(textOf(row('Late → Old Dialer'))).toBe('Late → Old DialerOff');
        await choose('Late → Old Dialer', 'delete');
        expect(org.checks.rules).toHaveLength(2);
        one(root, 'c-check-setup').dispatchEvent(new CustomEvent('save', { detail: {} }));
        await settled();
        await settled();
        expect(org.checks.rules.map(({ name }) => name)).toEqual(['Agents']);
    });

    it('offers no way to change anything to who may not', async () => {
        const { root } = await show({ mayEdit: false });
        expect(all(root, 'lightning-button-menu')).toHaveLength(0);
        expect(all<HTMLElement>(root, 'button').map(textOf)).toEqual(['See users', 'See users']);
    });

    it('counts without rules where the org has none, and says why', async () => {
        const org = smallWorld();
        org.checks.unavailable = new OrgFault('invalid', 'No such column');
        const { root } = await show({ org });
        expect(textOf(one(root, '[role="note"]'))).toContain('No such column');
        expect(all(root, 'lightning-button-menu')).toHaveLength(0);
    });

    it('says what went wrong when nothing could be read', async () => {
        const { root } = await show({ failure: new OrgFault('offline', '') });
        expect(one<Mounted<{ heading: string }>>(root, 'c-problem').heading).toBe("Couldn't run the checks");
        expect(all(root, '.row')).toHaveLength(0);
    });

    it('asks where newcomers go, with the newest first', async () => {
        const org = smallWorld();
        await org.writeChecks([settingWrite('onboarding', settingsOf([]), { profileIds: [CY.profileId] })]);
        const { root, press, fixes } = await show({ org });
        await press('Fix: Active users without a call center');
        expect(fixes).toEqual([]);
        const users = one(root, 'c-check-users');
        expect(labelled(users.shadowRoot!, 'Fix').disabled).toBe(true);
        one(users.shadowRoot!, 'c-choice-picker').dispatchEvent(new CustomEvent('pick', { detail: [WORK] }));
        await settled();
        labelled(users.shadowRoot!, 'Fix').click();
        await settled();
        expect(fixes[0].plan.users).toMatchObject([{ userId: CY.id, to: WORK }]);
    });

    it('is accessible', async () => {
        const { element, root } = await show();
        standForStubs(root);
        await expect(element).toBeAccessible();
    }, 30_000);
});
