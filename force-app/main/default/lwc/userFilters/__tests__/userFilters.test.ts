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
    textOf,
    unmountAll,
    type Stub
} from '#tests/support/mount.ts';

const CENTERS = [{ id: '04v1', name: '8x8 Work' }];
const PROFILES = [{ id: '00e1', name: 'Agent' }];
const ROLES = [{ id: '00E1', name: 'EMEA' }];
const SEGMENTS = [
    { label: 'All', value: 'everyone', count: '2' },
    { label: 'Here', value: 'here', count: '1' }
];
const COLUMNS = [{ id: 'role', name: 'Role' }];

const show = (given: object = {}) =>
    mount(UserFilters, {
        search: EVERYONE,
        segments: SEGMENTS as typeof SEGMENTS | null,
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

const picker = (root: ParentNode, label: string) =>
    all<Stub>(root, 'c-choice-picker').find((each) => each.label === label)!;
const pickers = (root: ParentNode) => all<Stub>(root, 'c-choice-picker').map(({ label }) => label);
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
        expect(one(shadowRoot, 'c-segment-filter')).toMatchObject({
            label: 'Membership',
            value: 'here',
            segments: SEGMENTS
        });
    });

    it('send the selected membership', () => {
        const element = show();
        const searched = heard(element, 'search');
        one(element.shadowRoot, 'c-segment-filter').dispatchEvent(new CustomEvent('choose', { detail: 'here' }));
        expect(searched).toEqual([{ membership: 'here' }]);
    });

    it('show no membership choices without options', () => {
        expect(all(show({ segments: null }).shadowRoot, 'c-segment-filter')).toEqual([]);
    });

    it('ask for profiles and roles only when the filters open, and mark the button as expanded', async () => {
        const element = show();
        const opened = heard(element, 'open');
        const button = labelled(element.shadowRoot, 'Filters');
        expect(button.ariaExpanded).toBe('false');
        expect(pickers(element.shadowRoot)).toEqual([]);
        button.click();
        await settled();
        expect(opened).toHaveLength(1);
        expect(button.ariaExpanded).toBe('true');
        expect(pickers(element.shadowRoot)).toEqual(['Call center', 'Profile', 'Role']);
        expect(labelled(element.shadowRoot, 'Status')).toBeDefined();
        button.click();
        await settled();
        expect(opened).toHaveLength(1);
        expect(pickers(element.shadowRoot)).toEqual([]);
    });

    it.each([
        ['Call center', ['04v1'], { memberOf: '04v1' }],
        ['Call center', [], { memberOf: null }],
        ['Profile', ['00e1', '00e2'], { profileIds: ['00e1', '00e2'] }],
        ['Role', ['00E1'], { roleIds: ['00E1'] }]
    ])('send the filter %s with the values %j', async (label, detail, expected) => {
        const element = await showOpen();
        const searched = heard(element, 'search');
        picker(element.shadowRoot, label).dispatchEvent(new CustomEvent('pick', { detail }));
        expect(searched).toEqual([expected]);
    });

    it.each([
        ['true', { isActive: true }],
        ['false', { isActive: false }],
        ['any', { isActive: null }]
    ])('send the filter Status with the value %s', async (value, expected) => {
        const element = await showOpen();
        const searched = heard(element, 'search');
        change(labelled(element.shadowRoot, 'Status'), value);
        expect(searched).toEqual([expected]);
    });

    it('show the filters in use, and count them on the button', async () => {
        const search = { ...EVERYONE, memberOf: '04v1', profileIds: ['00e1'], roleIds: ['00E1'], isActive: false };
        const { shadowRoot } = show({ search });
        labelled(shadowRoot, 'Filters (4)').click();
        await settled();
        expect(all<Stub>(shadowRoot, 'c-choice-picker').map((each) => each.picked)).toEqual([
            ['04v1'],
            ['00e1'],
            ['00E1']
        ]);
        expect(labelled(shadowRoot, 'Status').value).toBe('false');
    });

    it('show a chip for each value of a filter, also while they are closed, and take it off', async () => {
        const search = { ...EVERYONE, memberOf: '04v1', profileIds: ['00e1', '00eX'], isActive: true };
        const element = show({ search });
        const searched = heard(element, 'search');
        expect(all(element.shadowRoot, '.chip').map(textOf)).toEqual([
            'Call center: 8x8 Work',
            'Profile: Agent',
            'Profile: 00eX',
            'Status: Active'
        ]);
        const removes = all<HTMLButtonElement>(element.shadowRoot, '.chip button');
        expect(removes[1].getAttribute('aria-label')).toBe('Remove filter Profile: Agent');
        for (const button of removes) button.click();
        expect(searched).toEqual([
            { memberOf: null },
            { profileIds: ['00eX'] },
            { profileIds: ['00e1'] },
            { isActive: null }
        ]);
    });

    it('ask for the names of profiles and roles that a link filters by', () => {
        const names = jest.fn();
        document.body.addEventListener('open', names, { capture: true, once: true });
        show({ search: { ...EVERYONE, roleIds: ['00E1'] } });
        expect(names).toHaveBeenCalledTimes(1);
    });

    it('are cleared by Escape in the search, and leave the key to the page once it is empty', async () => {
        const element = show({ search: { ...EVERYONE, text: 'ada' } });
        const searched = heard(element, 'search');
        const keys = heard(document.body, 'keydown');
        const press = () =>
            labelled(element.shadowRoot, 'Search users').dispatchEvent(
                new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })
            );
        press();
        expect([searched, keys.length]).toEqual([[{ text: '' }], 0]);
        element.search = EVERYONE;
        await settled();
        press();
        expect([searched.length, keys.length]).toEqual([1, 1]);
    });

    it('let columns be chosen where there are any', async () => {
        const element = await showOpen({ columns: COLUMNS, shownColumns: ['role'] });
        const chosen = heard(element, 'columns');
        const columns = picker(element.shadowRoot, 'Columns');
        expect(columns.picked).toEqual(['role']);
        columns.dispatchEvent(new CustomEvent('pick', { detail: [] }));
        expect(chosen).toEqual([[]]);
    });

    it('count a filter with the value false', () => {
        expect(() =>
            labelled(show({ search: { ...EVERYONE, isActive: false } }).shadowRoot, 'Filters (1)')
        ).not.toThrow();
    });

    it('clear all filters at once but keep the search text', async () => {
        const element = show({ search: { ...EVERYONE, text: 'ada', isActive: false } });
        const searched = heard(element, 'search');
        labelled(element.shadowRoot, 'Clear filters').click();
        expect(searched).toEqual([{ memberOf: null, profileIds: [], roleIds: [], isActive: null }]);
    });

    it('show an error when profiles and roles fail to load, and try again on request', async () => {
        const busy = { text: 'Salesforce is busy.', isExpired: false };
        const element = await showOpen({ problem: busy });
        const opened = heard(element, 'open');
        const problem = one(element.shadowRoot, 'c-problem');
        expect(problem).toMatchObject({ heading: "Couldn't load profiles and roles", problem: busy });
        problem.dispatchEvent(new CustomEvent('retry'));
        expect(opened).toHaveLength(1);
    });

    it.each([
        ['closed', {}, false],
        ['with chips', { search: { ...EVERYONE, isActive: true } }, false],
        ['open', {}, true],
        ['with an error', { problem: 'Salesforce is busy.' }, true]
    ])('are accessible %s', async (_, given, isOpen) => {
        const element = isOpen ? await showOpen(given) : show(given);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
