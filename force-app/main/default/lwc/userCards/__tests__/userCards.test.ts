import UserCards, { type Card } from 'c/userCards';
import { all, heard, labelled, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { EVERYONE } from 'c/userSearch';

const LONG = 'A call center with a name of more than eighty characters, which many orgs really do have';
const card = (id: string, name: string, more: Partial<Card> = {}): Card => ({
    id,
    name,
    url: `/user/${id}`,
    badge: '',
    profile: 'Agent',
    lastLogin: 'today',
    callCenter: LONG,
    state: 'elsewhere',
    move: {
        userId: id,
        to: '04v1',
        label: 'Move',
        accessibleName: `Move ${name} to 8x8 Work`,
        title: `Move ${name} to 8x8 Work`,
        disabled: false
    },
    undo: null,
    ...more
});
const ADA = card('005A', 'Ada Byron');
const GUS = card('005G', 'Gus Gone', { badge: 'Inactive', profile: null, lastLogin: 'Never' });

const show = (given: object = {}) =>
    mount(UserCards, {
        rows: [ADA, GUS],
        selected: [] as string[],
        sort: EVERYONE.sort,
        hidesCheckboxes: false,
        hasMore: false,
        isReadingMore: false,
        ...given
    });
const boxes = (root: ParentNode) => all<HTMLInputElement>(root, 'input[type=checkbox]');

describe('The cards of users', () => {
    afterEach(unmountAll);

    it('show name, profile, last login, whole call center, and one action', () => {
        const [ada, gus] = all(show().shadowRoot, 'li');
        expect(textOf(one(ada, '.name'))).toBe('Ada Byron');
        expect(one<HTMLAnchorElement>(ada, 'a').target).toBe('_top');
        expect(textOf(one(ada, '.facts'))).toBe('Agent · Last login: today');
        expect(textOf(one(one(ada, 'c-membership-cell').shadowRoot!, '.flag'))).toBe(`In ${LONG}`);
        expect(one(one(ada, 'c-move-button').shadowRoot!, 'button').getAttribute('aria-label')).toBe(
            'Move Ada Byron to 8x8 Work'
        );
        expect(textOf(gus)).toContain('Inactive');
        expect(textOf(one(gus, '.facts'))).toBe('Last login: Never');
    });

    it('tell who is selected, and keep the others', async () => {
        const element = show({ selected: [GUS.id] });
        const selected = heard<{ selectedRows: { id: string }[] }>(element, 'rowselection');
        const [ada, gus] = boxes(element.shadowRoot);
        expect([ada.checked, gus.checked]).toEqual([false, true]);
        ada.click();
        expect(selected).toEqual([{ selectedRows: [{ id: GUS.id }, { id: ADA.id }], config: { action: 'rowSelect' } }]);
        element.selected = [GUS.id, ADA.id];
        await settled();
        gus.click();
        expect(selected.at(-1)).toEqual({ selectedRows: [{ id: ADA.id }], config: { action: 'rowDeselect' } });
    });

    it('have no checkboxes where no one can be selected', () => {
        expect(boxes(show({ hidesCheckboxes: true }).shadowRoot)).toEqual([]);
    });

    it.each([
        ['name', { fieldName: 'name', sortDirection: 'asc' }],
        ['-lastLogin', { fieldName: 'lastLogin', sortDirection: 'desc' }]
    ])('are sorted by the choice %s', (value, expected) => {
        const element = show();
        const sorted = heard(element, 'sort');
        labelled(element.shadowRoot, 'Sort by').dispatchEvent(new CustomEvent('change', { detail: { value } }));
        expect(sorted).toEqual([expected]);
    });

    it('show how they are sorted', () => {
        const { shadowRoot } = show({ sort: { field: 'role', descending: true } });
        const box = labelled(shadowRoot, 'Sort by');
        const chosen = (box.options as { label: string; value: string }[]).find(({ value }) => value === box.value);
        expect(chosen?.label).toBe('Role (Z–A)');
    });

    it('ask for more users on request, as long as there are any', async () => {
        const element = show({ hasMore: true });
        const more = heard(element, 'loadmore');
        labelled(element.shadowRoot, 'Show more users').click();
        expect(more).toHaveLength(1);
        element.hasMore = false;
        await settled();
        expect(all(element.shadowRoot, 'lightning-button')).toEqual([]);
    });

    it.each([{}, { selected: [ADA.id], hasMore: true }])('are accessible: %j', async (given) => {
        const element = show(given);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
