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

describe('The cell of a user', () => {
    afterEach(unmountAll);

    it('links the name to the Setup page of the user, out of any frame', () => {
        const link = one<HTMLAnchorElement>(show().shadowRoot, 'a');
        expect(textOf(link)).toBe('Ada Byron');
        expect(link.getAttribute('href')).toBe('/lightning/setup/ManageUsers/page?address=%2F005');
        expect(link.target).toBe('_top');
    });

    it('shows the username, and a note only where there is one', () => {
        expect(textOf(one(show().shadowRoot, '.username'))).toBe('ada@byron.example');
        expect(all(show().shadowRoot, '.note')).toEqual([]);
        expect(textOf(one(show({ note: 'inactive' }).shadowRoot, '.note'))).toBe('inactive');
    });

    it('keeps a right-to-left name from turning its surroundings round', () => {
        expect(textOf(one(show({ name: 'محمود' }).shadowRoot, 'bdi'))).toBe('محمود');
    });

    it('takes focus and clicks from the table’s keyboard', () => {
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
        await expect(show({ note: 'inactive' })).toBeAccessible();
    });
});
