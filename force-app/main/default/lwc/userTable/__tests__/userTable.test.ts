// A cell is only a template. The table renders it on the page, but in unit tests the table is a stub.
import { LightningElement, registerComponent } from 'lwc';
import UserTable from 'c/userTable';
import { mount, one, settled, unmountAll } from '#tests/support/mount.ts';

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

    it('show a user with name, username, link, and note', async () => {
        const typeAttributes = { username: 'ada@byron.example', url: '/ada', note: 'Inactive' };
        const part = one(cell('person', { value: 'Ada Byron', typeAttributes }), 'c-user-cell');
        await settled();
        expect(part).toMatchObject({ name: 'Ada Byron', linkTabIndex: -1, ...typeAttributes });
    });

    it("show a user's call center, compared with the selected one", async () => {
        const root = cell('membership', { value: 'Old Dialer', typeAttributes: { state: 'elsewhere' } });
        await settled();
        expect(one(root, 'c-membership-cell')).toMatchObject({ center: 'Old Dialer', state: 'elsewhere' });
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
            ['person', 'c-user-cell'],
            ['move', 'c-move-button']
        ] as const) {
            expect(one(cell(type, { value: null }), tag).dataset.navigation).toBe('enable');
        }
    });
});
