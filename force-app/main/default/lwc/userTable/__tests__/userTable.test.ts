// A cell is only a template. The table renders it on the page, but in unit tests the table is a stub.
import { LightningElement, registerComponent } from 'lwc';
import UserTable from 'c/userTable';
import { all, mount, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';

type Types = typeof UserTable.customTypes;

/** What lightning-datatable passes to the template of a cell ("Create a Custom Data Type"). */
interface Cell {
    value: unknown;
    typeAttributes?: Record<string, unknown>;
    internalTabIndex?: number;
}

/** A cell of the table: its template, with the values that the table passes in. */
function cell(type: keyof Types, { value, typeAttributes = {}, internalTabIndex = -1 }: Cell): ShadowRoot {
    const { template } = UserTable.customTypes[type];
    class CellPart extends LightningElement {
        value = value;
        typeAttributes = typeAttributes;
        internalTabIndex = internalTabIndex;
        render() {
            return template;
        }
    }
    registerComponent(CellPart, { tmpl: template, sel: 'c-cell-part', apiVersion: 66 } as never);
    return mount(CellPart, {}, 'c-cell-part').shadowRoot;
}

describe('The cells of the users table', () => {
    afterEach(unmountAll);

    it('show a user with name, username, link, and whether they are inactive', async () => {
        const typeAttributes = { username: 'ada@byron.example', url: '/ada', badge: 'Inactive' };
        const root = cell('person', { value: 'محمود', typeAttributes });
        await settled();
        const link = one<HTMLAnchorElement>(root, 'a');
        expect([link.getAttribute('href'), link.target, link.tabIndex, link.title]).toEqual([
            '/ada',
            '_top',
            -1,
            'محمود'
        ]);
        expect(textOf(one(link, 'bdi'))).toBe('محمود');
        expect(textOf(one(root, '.username'))).toBe('ada@byron.example');
        expect(textOf(one(root, '.badge'))).toBe('Inactive');
        expect(
            all(cell('person', { value: 'Ada', typeAttributes: { ...typeAttributes, badge: '' } }), '.badge')
        ).toEqual([]);
    });

    it("show a user's call center, compared with the selected one", async () => {
        const root = cell('membership', { value: 'Old Dialer', typeAttributes: { state: 'elsewhere' } });
        await settled();
        expect(one(root, 'c-membership-cell')).toMatchObject({ center: 'Old Dialer', state: 'elsewhere' });
    });

    it('show a call center without a flag or Undo as text alone', async () => {
        const root = cell('membership', { value: '', typeAttributes: { state: 'none', plain: 'No call center' } });
        await settled();
        expect(all(root, 'c-membership-cell')).toEqual([]);
        expect(textOf(one(root, '.plain'))).toBe('No call center');
    });

    it('show the button that moves a user', async () => {
        const move = {
            userId: '005',
            label: 'Add',
            accessibleName: 'Add A to B',
            title: 'Add A to B',
            disabled: false
        };
        const root = cell('move', { value: move });
        await settled();
        expect(one(root, 'c-move-button')).toMatchObject({ move, buttonTabIndex: -1 });
    });

    it('take part in the table’s keyboard navigation', () => {
        for (const [type, tag] of [
            ['person', 'a'],
            ['move', 'c-move-button']
        ] as const) {
            expect(one(cell(type, { value: null }), tag).dataset.navigation).toBe('enable');
        }
    });
});
