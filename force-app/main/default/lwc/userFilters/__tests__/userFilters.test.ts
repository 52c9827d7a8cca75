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
    { label: 'All', value: 'everyone' },
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

    it('send the search text unchanged with every change', () => {
        const element = show();
        const searched = heard<Partial<UserSearch>>(element, 'search');
        const field = labelled(element.shadowRoot, 'Search users');
        expect(field).toMatchObject({ type: 'search', placeholder: 'Name, username, email, or alias' });
        change(field, ' 100% "_\\ ');
        change(field, '');
        expect(searched).toEqual([{ text: ' 100% "_\\ ' }, { text: '' }]);
    });

    it('show the current search', () => {
        const { shadowRoot } = show({ search: { ...EVERYONE, text: 'ada', membership: 'here' } });
        expect(labelled(shadowRoot, 'Search users').value).toBe('ada');
        expect(labelled(shadowRoot, 'Membership')).toMatchObject({ value: 'here', options: SEGMENTS });
    });

    it('send the selected membership', () => {
        const element = show();
        const searched = heard(element, 'search');
        change(labelled(element.shadowRoot, 'Membership'), 'here');
        expect(searched).toEqual([{ membership: 'here' }]);
    });

    it('show no membership choices without options', () => {
        expect(all(show({ membershipOptions: null }).shadowRoot, 'lightning-radio-group')).toEqual([]);
    });

    it('ask for profiles and roles only when the filters open, and mark the button as expanded', async () => {
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
            'Call center',
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
        ['Call center', '04v1', { memberOf: '04v1' }],
        ['Profile', '00e1', { profileIds: ['00e1'] }],
        ['Role', '00E1', { roleIds: ['00E1'] }],
        ['Status', 'true', { isActive: true }],
        ['Status', 'false', { isActive: false }],
        ['Call center', 'any', { memberOf: null }],
        ['Profile', 'any', { profileIds: [] }],
        ['Role', 'any', { roleIds: [] }],
        ['Status', 'any', { isActive: null }]
    ])('send the filter %s with the value %s', async (label, value, expected) => {
        const element = await showOpen();
        const searched = heard(element, 'search');
        const box = labelled(element.shadowRoot, label);
        expect((box.options as { value: string }[]).map((option) => option.value)).toContain(value);
        change(box, value);
        expect(searched).toEqual([expected]);
    });

    it('show the filters in use, and count them on the button', async () => {
        const search = { ...EVERYONE, memberOf: '04v1', profileIds: ['00e1'], roleIds: ['00E1'], isActive: false };
        const { shadowRoot } = show({ search });
        labelled(shadowRoot, 'Filters (4)').click();
        await settled();
        expect(all<Stub>(shadowRoot, 'lightning-combobox').map((box) => box.value)).toEqual([
            '04v1',
            '00e1',
            '00E1',
            'false'
        ]);
    });

    it('count a filter with the value false', () => {
        expect(() =>
            labelled(show({ search: { ...EVERYONE, isActive: false } }).shadowRoot, 'Filters (1)')
        ).not.toThrow();
    });

    it('clear all filters at once but keep the search text', async () => {
        const element = await showOpen();
        const searched = heard(element, 'search');
        labelled(element.shadowRoot, 'Clear filters').click();
        expect(searched).toEqual([{ memberOf: null, profileIds: [], roleIds: [], isActive: null }]);
    });

    it('show an error when profiles and roles fail to load, and try again on request', async () => {
        const element = await showOpen({ problem: 'Salesforce is busy.' });
        const opened = heard(element, 'open');
        const problem = one(element.shadowRoot, 'c-problem');
        expect(problem).toMatchObject({ heading: "Couldn't load profiles and roles", message: 'Salesforce is busy.' });
        problem.dispatchEvent(new CustomEvent('retry'));
        expect(opened).toHaveLength(1);
    });

    it.each([
        ['closed', {}, false],
        ['open', {}, true],
        ['with an error', { problem: 'Salesforce is busy.' }, true]
    ])('are accessible %s', async (_, given, isOpen) => {
        const element = isOpen ? await showOpen(given) : show(given);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
