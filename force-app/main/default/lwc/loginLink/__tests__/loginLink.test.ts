import LoginLink from 'c/loginLink';
import { mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const link = (isNewTab = false) => one<HTMLAnchorElement>(mount(LoginLink, { isNewTab }).shadowRoot, 'a');

describe('The link to log in', () => {
    const { top } = window;
    const inFrame = (isFramed: boolean) =>
        jest.spyOn(window, 'self', 'get').mockReturnValue((isFramed ? {} : top) as Window & typeof globalThis);

    afterEach(() => {
        unmountAll();
        jest.restoreAllMocks();
        window.history.replaceState(null, '', '/');
    });

    it('opens this page again in the whole tab, at the place that it shows now', () => {
        window.history.replaceState(null, '', '/lightning/n/Switchboard?c__view=history');
        const login = link();
        expect([textOf(login), login.target]).toEqual(['Log in', '_top']);
        expect(login.getAttribute('href')).toBe(window.location.href);
        window.history.replaceState(null, '', '/lightning/n/Switchboard?c__view=check');
        login.addEventListener('click', (event) => event.preventDefault());
        login.click();
        expect(login.href).toBe(window.location.href);
    });

    it('opens Setup around this page when the page is in its frame', () => {
        inFrame(true);
        window.history.replaceState(null, '', '/apex/swb__SwitchboardSetup?c__view=history&isdtp=p1');
        expect(link().getAttribute('href')).toBe(
            '/lightning/setup/CallCenters/page?address=%2Fapex%2Fswb__SwitchboardSetup%3Fc__view%3Dhistory'
        );
    });

    it('opens a new tab where a move waits', async () => {
        const login = link(true);
        expect([textOf(login), login.target]).toEqual(['Log in (new tab)', '_blank']);
        await expect(login).toBeAccessible();
    });
});
