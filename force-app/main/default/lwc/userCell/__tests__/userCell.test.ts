import UserCell from 'c/userCell';
import { all, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const show = (more: object = {}) =>
    mount(UserCell, {
        name: 'Ada Byron',
        username: 'ada@byron.example',
        url: '/lightning/setup/ManageUsers/page?address=%2F005',
        note: '',
        ...more
    });

describe('The cell with a user', () => {
    afterEach(unmountAll);

    it('links the name to the user in Setup, outside of any frame', () => {
        const link = one<HTMLAnchorElement>(show().shadowRoot, 'a');
        expect(textOf(link)).toBe('Ada Byron');
        expect(link.getAttribute('href')).toBe('/lightning/setup/ManageUsers/page?address=%2F005');
        expect(link.target).toBe('_top');
    });

    it('shows the username, and the note if there is one', () => {
        expect(textOf(one(show().shadowRoot, '.username'))).toBe('ada@byron.example');
        expect(all(show().shadowRoot, '.note')).toEqual([]);
        expect(textOf(one(show({ note: 'Inactive' }).shadowRoot, '.note'))).toBe('Inactive');
    });

    it('isolates a right-to-left name from the text around it', () => {
        expect(textOf(one(show({ name: 'محمود' }).shadowRoot, 'bdi'))).toBe('محمود');
    });

    it('passes focus and clicks from the table’s keyboard navigation to the link', () => {
        const element = show({ linkTabIndex: -1 }) as unknown as HTMLElement & { focus(): void; click(): void };
        const link = one<HTMLAnchorElement>(element.shadowRoot!, 'a');
        const clicked = jest.fn((event: Event) => event.preventDefault());
        link.addEventListener('click', clicked);
        expect(link.tabIndex).toBe(-1);
        element.focus();
        expect(element.shadowRoot!.activeElement).toBe(link);
        element.click();
        expect(clicked).toHaveBeenCalledTimes(1);
    });

    it('is accessible', async () => {
        await expect(show({ note: 'Inactive' })).toBeAccessible();
    });
});
