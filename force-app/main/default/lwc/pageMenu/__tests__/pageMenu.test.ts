import PageMenu from 'c/pageMenu';
import type { CallCenter } from 'c/callCenters';
import { heard, labelled, mount, one, standForStubs, unmountAll } from '#tests/support/mount.ts';

const CENTER = { id: '04v000000000001AAA' } as CallCenter;
const show = (center: CallCenter | null) => mount(PageMenu, { center, heading: '8x8 Work' });

describe('The menu of the page in Setup', () => {
    afterEach(unmountAll);

    it('opens the history and the self-test, and refreshes', () => {
        const element = show(CENTER);
        const opened = heard(element, 'history');
        const checked = heard(element, 'check');
        const refreshed = heard(element, 'refresh');
        const menu = one(element.shadowRoot, 'lightning-button-menu');
        for (const value of ['history', 'check', 'refresh', undefined])
            menu.dispatchEvent(new CustomEvent('select', { detail: { value } }));
        expect([opened.length, checked.length, refreshed.length]).toEqual([1, 1, 1]);
        expect(labelled(element.shadowRoot, 'History').value).toBe('history');
    });

    it('links to the selected call center in Setup, in a window of its own', () => {
        expect(labelled(show(CENTER).shadowRoot, 'Open 8x8 Work in Setup')).toMatchObject({
            href: '/lightning/setup/CallCenters/page?address=%2F04v000000000001AAA',
            target: '_blank'
        });
    });

    it('links to all call centers when none is selected', () => {
        expect(labelled(show(null).shadowRoot, 'Open call centers in Setup').href).toBe(
            '/lightning/setup/CallCenters/home'
        );
    });

    it('is accessible', async () => {
        const element = show(CENTER);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
