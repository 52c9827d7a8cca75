import UserFilters from 'c/userFilters';
import type { UserSearch } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import {
    all,
    heard,
    labelled,
    mount,
    one,
    settled,
    standForStubs,
    unmountAll,
    type Stub
} from '#tests/support/mount.ts';

const CENTERS = [{ id: '04v1', name: '8x8 Work' }];
const PROFILES = [{ id: '00e1', name: 'Agent' }];
const ROLES = [{ id: '00E1', name: 'EMEA' }];
const SEGMENTS = [
    { label: 'Everyone', value: 'everyone' },
    { label: 'Here', value: 'here' }
];

const show = (given: object = {}) =>
    mount(UserFilters, {
        search: EVERYONE,
        membershipOptions: SEGMENTS as typeof SEGMENTS | null,
        centers: CENTERS,
        profiles: PROFILES,
        roles: ROLES,
        problem: null as string | null,
        ...given
    });

async function showOpen(given: object = {}) {
    const element = show(given);
    labelled(element.shadowRoot, 'Filters').click();
    await settled();
    return element;
}

const change = (stub: Stub, value: string) => stub.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('Search and filters', () => {
    afterEach(unmountAll);

    it('pass on what is typed, letter by letter, as it is', () => {
        const element = show();
        const searched = heard<Partial<UserSearch>>(element, 'search');
        const field = labelled(element.shadowRoot, 'Search users');
        expect(field).toMatchObject({ type: 'search', placeholder: 'Name, username, email or alias' });
        change(field, ' 100% "_\\ ');
        change(field, '');
        expect(searched).toEqual([{ text: ' 100% "_\\ ' }, { text: '' }]);
    });

    it('show what is searched for', () => {
        const { shadowRoot } = show({ search: { ...EVERYONE, text: 'ada', membership: 'here' } });
        expect(labelled(shadowRoot, 'Search users').value).toBe('ada');
        expect(labelled(shadowRoot, 'Membership')).toMatchObject({ value: 'here', options: SEGMENTS });
    });

    it('choose a membership', () => {
        const element = show();
        const searched = heard(element, 'search');
        change(labelled(element.shadowRoot, 'Membership'), 'here');
        expect(searched).toEqual([{ membership: 'here' }]);
    });

    it('offer no membership before anyone is seen from anywhere', () => {
        expect(all(show({ membershipOptions: null }).shadowRoot, 'lightning-radio-group')).toEqual([]);
    });

    it('want profiles and roles only when the filters are opened, and say whether they are', async () => {
        const element = show();
        const opened = heard(element, 'open');
        const button = labelled(element.shadowRoot, 'Filters');
        expect(button.ariaExpanded).toBe('false');
        expect(all(element.shadowRoot, 'lightning-combobox')).toEqual([]);
        button.click();
        await settled();
        expect(opened).toHaveLength(1);
        expect(button.ariaExpanded).toBe('true');
        expect(all<Stub>(element.shadowRoot, 'lightning-combobox').map((box) => box.label)).toEqual([
            'Belongs to',
            'Profile',
            'Role',
            'Status'
        ]);
        button.click();
        await settled();
        expect(opened).toHaveLength(1);
        expect(all(element.shadowRoot, 'lightning-combobox')).toEqual([]);
    });

    it.each([
        ['Belongs to', '04v1', { memberOf: '04v1' }],
        ['Profile', '00e1', { profileId: '00e1' }],
        ['Role', '00E1', { roleId: '00E1' }],
        ['Status', 'true', { isActive: true }],
        ['Status', 'false', { isActive: false }],
        ['Belongs to', 'any', { memberOf: null }],
        ['Profile', 'any', { profileId: null }],
        ['Role', 'any', { roleId: null }],
        ['Status', 'any', { isActive: null }]
    ])('filter %s by %s', async (label, value, expected) => {
        const element = await showOpen();
        const searched = heard(element, 'search');
        const box = labelled(element.shadowRoot, label);
        expect((box.options as { value: string }[]).map((option) => option.value)).toContain(value);
        change(box, value);
        expect(searched).toEqual([expected]);
    });

    it('show which filters are on, and count them while they are closed', async () => {
        const search = { ...EVERYONE, memberOf: '04v1', profileId: '00e1', roleId: '00E1', isActive: false };
        const { shadowRoot } = show({ search });
        labelled(shadowRoot, 'Filters · 4').click();
        await settled();
        expect(all<Stub>(shadowRoot, 'lightning-combobox').map((box) => box.value)).toEqual([
            '04v1',
            '00e1',
            '00E1',
            'false'
        ]);
    });

    it('count a filter that is set to false', () => {
        expect(() =>
            labelled(show({ search: { ...EVERYONE, isActive: false } }).shadowRoot, 'Filters · 1')
        ).not.toThrow();
    });

    it('are cleared all at once, but not the text', async () => {
        const element = await showOpen();
        const searched = heard(element, 'search');
        labelled(element.shadowRoot, 'Clear filters').click();
        expect(searched).toEqual([{ memberOf: null, profileId: null, roleId: null, isActive: null }]);
    });

    it('say when profiles and roles could not be read, and offer to try again', async () => {
        const element = await showOpen({ problem: 'The org is busy.' });
        const opened = heard(element, 'open');
        const problem = one(element.shadowRoot, 'c-problem');
        expect(problem).toMatchObject({ heading: 'Profiles and roles could not be read', message: 'The org is busy.' });
        problem.dispatchEvent(new CustomEvent('retry'));
        expect(opened).toHaveLength(1);
    });

    it.each([
        ['closed', {}, false],
        ['open', {}, true],
        ['with a problem', { problem: 'The org is busy.' }, true]
    ])('are accessible %s', async (_, given, isOpen) => {
        const element = isOpen ? await showOpen(given) : show(given);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
