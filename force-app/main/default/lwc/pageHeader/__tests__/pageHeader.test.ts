import PageHeader from 'c/pageHeader';
import { all, heard, labelled, mount, one, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';

const WIDE = window.innerWidth;
const show = () => mount(PageHeader, { view: 'history', center: null, heading: 'All users' });
const views = (root: ParentNode) => all(root, 'nav button').map(textOf);

describe("The page's header", () => {
    afterEach(() => {
        unmountAll();
        window.innerWidth = WIDE;
    });

    it('shows the views, and which one is open', () => {
        const { shadowRoot: root } = show();
        expect(views(root)).toEqual(['Users', 'Checks', 'History']);
        expect(textOf(one(root, '[aria-current="page"]'))).toBe('History');
    });

    it('opens a view, from its button and from the menu', () => {
        const element = show();
        const opened = heard<string>(element, 'view');
        one(element.shadowRoot, 'nav button').click();
        one(element.shadowRoot, 'c-page-menu').dispatchEvent(new CustomEvent('view', { detail: 'check' }));
        expect(opened).toEqual(['users', 'check']);
    });

    it('has all views in its menu when the window is narrow', () => {
        window.innerWidth = 390;
        const { shadowRoot: root } = show();
        expect(views(root)).toEqual([]);
        const menu = one(root, 'c-page-menu').shadowRoot!;
        expect(['Users', 'History', 'Check this org'].map((label) => labelled(menu, label).value)).toEqual([
            'users',
            'history',
            'check'
        ]);
    });

    it('is accessible', async () => {
        const element = show();
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
