import CenterHeader from 'c/centerHeader';
import { daysUntilRetirement, type CallCenter } from 'c/callCenters';
import type { Choice, ProfileCount } from 'c/orgPort';
import { sharesOf } from '../shares.ts';
import type { FaultWords } from 'c/wording';
import { all, heard, mount, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';

const CENTER: CallCenter = {
    id: '04v000000000001AAA',
    name: '8x8 Work',
    internalName: null,
    kind: 'voice-partner',
    knownBy: 'admin',
    vendor: 'Northern Telephony',
    note: null,
    source: 'registry',
    readAt: null,
    recordId: null,
    members: 412
};
const PROFILES: Choice[] = ['Agent', 'Lead', 'Sales', 'Coach', 'Planner'].map((name, place) => ({
    id: `00e00000000000${place}`,
    name
}));
const count = (place: number, members: number, isActive = true): ProfileCount => ({
    profileId: PROFILES[place].id,
    isActive,
    members
});
const COUNTS = [count(0, 300), count(1, 100), count(0, 12, false)];

const show = (given: object = {}) =>
    mount(CenterHeader, {
        center: CENTER as CallCenter | null,
        heading: '8x8 Work',
        hint: 'A hint',
        profileCounts: COUNTS as ProfileCount[] | null,
        profiles: PROFILES,
        problem: null as FaultWords | null,
        ...given
    });
const facts = (given: object) => textOf(one(show(given).shadowRoot, '.facts'));

describe('The header of the selected call center', () => {
    afterEach(unmountAll);

    it('shows the name, type, vendor, number of members, and inactive members', () => {
        const { shadowRoot } = show();
        expect(textOf(one(shadowRoot, 'h2'))).toBe('8x8 Work');
        expect(textOf(one(shadowRoot, '.facts'))).toBe(
            'Voice (partner telephony) · Type set by an admin · Northern Telephony · 412 members · 12 inactive'
        );
    });

    it('says once that the users of a Voice contact center are added and removed in Setup', () => {
        const note = (kind: CallCenter['kind']) =>
            show({ center: { ...CENTER, kind } }).shadowRoot.querySelector('.voice');
        expect(textOf(note('voice-partner'))).toContain('Add and remove users of this contact center in Setup.');
        expect([note('open-cti'), note('unknown')]).toEqual([null, null]);
    });

    it('links to the call center in Setup, outside of any frame', () => {
        const link = one<HTMLAnchorElement>(show().shadowRoot, 'a');
        expect(textOf(link)).toBe('Open in Setup');
        expect(link.getAttribute('href')).toBe('/lightning/setup/CallCenters/page?address=%2F04v000000000001AAA');
        expect(link.target).toBe('_top');
    });

    it('shows when Open CTI retires and how many days are left', () => {
        const days = daysUntilRetirement(Date.now());
        expect(days).toBeGreaterThan(0);
        expect(facts({ center: { ...CENTER, kind: 'open-cti', vendor: null } })).toBe(
            `Open CTI, retires on February 28, 2028 (${days} days left) · Type set by an admin · 412 members · 12 inactive`
        );
    });

    it.each([
        ['2028-02-26T12:00:00Z', 'Open CTI, retires on February 28, 2028 (2 days left)'],
        ['2028-02-27T12:00:00Z', 'Open CTI, retires on February 28, 2028 (1 day left)'],
        ['2028-03-01T00:00:00Z', 'Open CTI, retired on February 28, 2028']
    ])('on %s, shows "%s"', (now, text) => {
        jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
        const shown = facts({ center: { ...CENTER, kind: 'open-cti' } });
        jest.restoreAllMocks();
        expect(shown).toContain(text);
    });

    it('shows the vendor only once, and counts one member as "1 member"', () => {
        const center = { ...CENTER, kind: 'voice-amazon', vendor: 'Amazon Connect', members: 1 };
        expect(facts({ center, profileCounts: null })).toBe('Voice (Amazon Connect) · Type set by an admin · 1 member');
    });

    it('shows "Unknown type" when no one has set the type', () => {
        expect(facts({ center: { ...CENTER, kind: 'unknown', knownBy: null, vendor: null }, profileCounts: [] })).toBe(
            'Unknown type · 412 members'
        );
    });

    it('shows members by profile in a group with that name', () => {
        const group = one(show().shadowRoot, '[role="group"]');
        expect(group.getAttribute('aria-label')).toBe('Members by profile');
        expect(all(group, 'li').map(textOf)).toEqual(['Agent: 312', 'Lead: 100']);
        expect(one(group, '.bar').getAttribute('aria-hidden')).toBe('true');
    });

    it('shows a hint without a link or profiles when no call center is selected', async () => {
        const element = show({ center: null, heading: 'All users' });
        await settled();
        expect(textOf(one(element.shadowRoot, '.facts'))).toBe('A hint');
        expect(all(element.shadowRoot, 'a, [role="group"]')).toEqual([]);
    });

    it('shows an error when member counts fail to load, and tries again on request', () => {
        const element = show({ profileCounts: null, problem: { text: 'Salesforce is busy.', isExpired: false } });
        const retried = heard(element, 'retry');
        const problem = one(element.shadowRoot, 'c-problem');
        expect(problem).toMatchObject({
            heading: "Couldn't load member counts",
            problem: { text: 'Salesforce is busy.', isExpired: false }
        });
        problem.dispatchEvent(new CustomEvent('retry'));
        expect(retried).toHaveLength(1);
        expect(all(element.shadowRoot, '[role="group"]')).toEqual([]);
    });

    it.each([
        {},
        { center: null },
        { problem: { text: 'Salesforce is busy.', isExpired: false }, profileCounts: null }
    ])('is accessible with %j', async (given) => {
        await expect(show(given)).toBeAccessible();
    });
});

describe('The bar of profiles', () => {
    const texts = (counts: ProfileCount[]) => sharesOf(counts, PROFILES).map((share) => share.text);

    it('starts with the largest profile, counts active and inactive members together, and fills the bar', () => {
        const shares = sharesOf([count(1, 1), count(0, 2), count(0, 1, false)], PROFILES);
        expect(shares.map((share) => share.text)).toEqual(['Agent: 3', 'Lead: 1']);
        expect(shares.map((share) => share.style)).toEqual(['width: 75%', 'width: 25%']);
    });

    it('names up to four profiles, and groups the rest when there are five or more', () => {
        expect(texts([count(0, 4), count(1, 3), count(2, 2), count(3, 1)])).toEqual([
            'Agent: 4',
            'Lead: 3',
            'Sales: 2',
            'Coach: 1'
        ]);
        expect(texts([count(0, 5), count(1, 4), count(2, 3), count(3, 2), count(4, 1)])).toEqual([
            'Agent: 5',
            'Lead: 4',
            'Sales: 3',
            '2 other profiles: 3'
        ]);
    });

    it('sorts profiles of the same size by name, and shows the ID of a profile without a name', () => {
        expect(texts([count(2, 1), count(0, 1), { profileId: '00eX', isActive: true, members: 9 }])).toEqual([
            '00eX: 9',
            'Agent: 1',
            'Sales: 1'
        ]);
    });

    it('is empty when there are no members', () => {
        expect(sharesOf([], PROFILES)).toEqual([]);
    });
});
