import { overview, type Overview } from 'c/callCenters';
import {
    daysProblem,
    DEFAULT_DAYS,
    findingsIn,
    findingsOf,
    groupOf,
    ignoredWrite,
    planFix,
    readChecks,
    settingsOf,
    settingWrite,
    type CheckKey
} from 'c/checks';
import { OrgFault, type CheckRecord } from 'c/orgPort';
import { ADA, BO, CY, DI, DIALER, FAY, LOBBY, PAT, person, smallOrg, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const NOW = Date.UTC(2026, 10, 20);

function record(check: string, more: Partial<CheckRecord> = {}): CheckRecord {
    const empty = { userId: null, userName: null, isMuted: false, days: null, profiles: '' };
    return { recordId: `record of ${check}`, check, ...empty, ...more };
}

function orgWith(...people: (typeof ADA)[]): WholeMemoryOrg {
    return new WholeMemoryOrg({ ...smallOrg(), people });
}

async function overviewOf(org: WholeMemoryOrg): Promise<Overview> {
    return overview(await org.callCenters(), await org.memberCounts());
}

async function found(org: WholeMemoryOrg, key: CheckKey) {
    const read = await readChecks(org, NOW);
    return findingsOf(read, await overviewOf(org)).filter((finding) => finding.key === key);
}

describe('The settings of checks', () => {
    it('are the defaults while there are no records', () => {
        expect(settingsOf([])).toMatchObject({ days: DEFAULT_DAYS, badDays: null, profileIds: [], unusable: 0 });
    });

    it.each([0, -1, 1.5, 3651, 1_000_000, NaN])('keep the default when a record says %p days', (days) => {
        expect(daysProblem(days)).toBe(true);
        expect(settingsOf([record('quiet', { days })])).toMatchObject({ days: DEFAULT_DAYS, badDays: days });
    });

    it('count records that no check can use, and never fail because of them', () => {
        const records = [
            record('made up'),
            record('inactive', { userId: 'not an ID', isMuted: true }),
            record('quiet', { days: 30 }),
            record('quiet', { days: 60 }),
            record('onboarding', { profiles: `${ADA.profileId}\nAgent` })
        ];
        expect(settingsOf(records)).toMatchObject({ days: 30, profileIds: [ADA.profileId], unusable: 4 });
    });

    it('write to the record that there is, or make one', () => {
        const none = settingsOf([]);
        expect(settingWrite('quiet', none, { days: 30 })).toEqual({
            what: 'check',
            recordId: null,
            fields: { check: 'quiet', days: 30 }
        });
        const some = settingsOf([record('onboarding')]);
        expect(settingWrite('onboarding', some, { profileIds: ['a', 'b'], isMuted: false })).toEqual({
            what: 'check',
            recordId: 'record of onboarding',
            fields: { profiles: 'a\nb', isMuted: false }
        });
    });
});

describe('A check', () => {
    it('finds inactive members, and plans to remove them', async () => {
        const gone = person(50, 'Ina Ctive', DIALER, { isActive: false });
        const org = orgWith(ADA, CY, gone);
        const [finding] = await found(org, 'inactive');
        expect(finding).toMatchObject({ state: 'found', count: 1, byCenter: [{ key: DIALER, users: 1 }] });
        const group = groupOf('inactive', settingsOf([]), NOW);
        const { plan } = await planFix([{ group, to: null }], org, () => 'open-cti');
        expect(plan.users).toMatchObject([{ userId: gone.id, from: DIALER, to: null, verdict: 'move' }]);
    });

    it('finds members without a login for so many days, also those who never logged in since they were created', async () => {
        const login = (days: number) => new Date(NOW - days * 86_400_000).toISOString();
        const org = orgWith(
            person(50, 'Long Ago', WORK, { lastLogin: login(91) }),
            person(51, 'Just Now', WORK, { lastLogin: login(89) }),
            person(52, 'Never Old', WORK, { lastLogin: null, created: login(91) }),
            person(53, 'Never New', WORK, { lastLogin: null, created: login(1) }),
            person(54, 'In None', null, { lastLogin: login(500) })
        );
        const [finding] = await found(org, 'quiet');
        expect(finding.count).toBe(2);
        await org.writeChecks([settingWrite('quiet', settingsOf([]), { days: 88 })]);
        expect((await found(org, 'quiet'))[0].count).toBe(3);
    });

    it('finds members who are not standard users', async () => {
        const org = orgWith(ADA, { ...PAT, callCenterId: WORK });
        expect(await found(org, 'portal')).toMatchObject([{ state: 'found', count: 1 }]);
    });

    it('waits until someone chooses profiles, and then finds their active users without a call center', async () => {
        const org = orgWith(ADA, CY, PAT, person(50, 'Gone', null, { isActive: false }));
        expect(await found(org, 'onboarding')).toMatchObject([{ state: 'not set up', count: 0 }]);
        await org.writeChecks([settingWrite('onboarding', settingsOf([]), { profileIds: [CY.profileId] })]);
        expect(await found(org, 'onboarding')).toMatchObject([{ state: 'found', count: 1 }]);
    });

    it('finds call centers without a name or type, and those that share a name as people read it', async () => {
        const org = orgWith(ADA, BO, DI, FAY);
        const seen = await overviewOf(org);
        const twin = { ...seen.centers[0], id: LOBBY, name: ' OLD dialer', members: 0 };
        const read = await readChecks(org, NOW);
        const findings = findingsOf(read, { ...seen, centers: [...seen.centers, twin] });
        expect(findings.find(({ key }) => key === 'unnamed')).toMatchObject({ count: 1, centers: [{ id: LOBBY }] });
        expect(findings.find(({ key }) => key === 'same name')?.centers.map(({ id }) => id)).toEqual([DIALER, LOBBY]);
        // No one of them has ever logged in, either.
        expect(findingsIn(findings)).toBe(3);
        // Without the list of call centers, nothing is known about names.
        expect(findingsIn(findingsOf(read, null))).toBe(1);
    });

    it('leaves out users whom it ignores, until it doesn’t anymore', async () => {
        const gone = person(50, 'Ina Ctive', DIALER, { isActive: false });
        const org = orgWith(gone);
        await org.writeChecks([ignoredWrite('inactive', gone)]);
        expect(await found(org, 'inactive')).toMatchObject([{ state: 'clean' }]);
        const { settings } = await readChecks(org, NOW);
        expect(settings.of.inactive.ignored).toMatchObject([{ userId: gone.id, name: 'Ina Ctive' }]);
        await org.writeChecks([ignoredWrite('inactive', settings.of.inactive.ignored[0])]);
        expect(await found(org, 'inactive')).toMatchObject([{ state: 'found' }]);
    });

    it('that is muted is not asked', async () => {
        const org = orgWith(ADA, person(50, 'Ina Ctive', DIALER, { isActive: false }));
        await org.writeChecks([settingWrite('inactive', settingsOf([]), { isMuted: true })]);
        expect(await found(org, 'inactive')).toMatchObject([{ state: 'muted', count: 0 }]);
    });

    it('counts without rules and settings where the org has none, and only then', async () => {
        const org = orgWith(ADA);
        org.checks.unavailable = new OrgFault('invalid', 'No such object');
        expect(await readChecks(org, NOW)).toMatchObject({ unavailable: { kind: 'invalid' }, rules: [] });
        org.checks.unavailable = new OrgFault('offline', '');
        await expect(readChecks(org, NOW)).rejects.toMatchObject({ kind: 'offline' });
    });
});

describe('A rule', () => {
    const fields = { name: 'Agents', order: 1, isActive: true, profiles: ADA.profileId, target: WORK };

    it('finds who fits but is elsewhere, and its fix moves exactly those', async () => {
        const org = orgWith(ADA, BO, CY, PAT);
        await org.writeChecks([{ what: 'rule', recordId: null, fields }]);
        const [finding] = await found(org, 'drift');
        expect(finding).toMatchObject({ state: 'found', count: 2, here: 1 });
    });

    it('whose call center is certainly gone finds no one', async () => {
        const org = orgWith(ADA);
        await org.writeChecks([{ what: 'rule', recordId: null, fields: { ...fields, target: '04v000000000099AAA' } }]);
        const read = await readChecks(org, NOW);
        const seen = { ...(await overviewOf(org)), mayLackEmptyCenters: false };
        expect(findingsOf(read, seen).find(({ key }) => key === 'drift')).toMatchObject({ state: 'off' });
    });

    it('gives a user to the first fix, when two mean the same', async () => {
        const org = orgWith(ADA);
        const group = { isActive: true };
        const fixes = [WORK, null].map((to) => ({ group, to }));
        const { plan, users } = await planFix(fixes, org, () => 'open-cti');
        expect(users).toHaveLength(1);
        expect(plan.users).toMatchObject([{ userId: ADA.id, to: WORK }]);
    });
});
