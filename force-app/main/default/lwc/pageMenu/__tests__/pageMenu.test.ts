import PageMenu from 'c/pageMenu';
import type { CallCenter } from 'c/callCenters';
import { viewChoices } from 'c/wording';
import { heard, labelled, mount, one, standForStubs, unmountAll } from '#tests/support/mount.ts';

const OFFERED = { mayImport: true, requests: 'Requests', hasRequests: false };
const CENTER = { id: '04v000000000001AAA' } as CallCenter;
const views = [...viewChoices('header', OFFERED), ...viewChoices('menu', OFFERED)];
const show = (center: CallCenter | null) => mount(PageMenu, { center, heading: '8x8 Work', views });

describe('The menu of the page', () => {
    afterEach(unmountAll);

    it('opens the views that it is given, copies a link, and refreshes', () => {
        const element = show(CENTER);
        const opened = heard<string>(element, 'view');
        const refreshed = heard(element, 'refresh');
        const copied = heard(element, 'copylink');
        const menu = one(element.shadowRoot, 'lightning-button-menu');
        for (const value of ['history', 'check', 'refresh', 'copylink', undefined])
            menu.dispatchEvent(new CustomEvent('select', { detail: { value } }));
        expect(opened).toEqual(['history', 'check']);
        expect(refreshed).toHaveLength(1);
        expect(copied).toHaveLength(1);
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
