import CenterPicker from 'c/centerPicker';
import type { Overview } from 'c/callCenters';
import type { FaultWords } from 'c/wording';
import { heard, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';

const WORK = '04v000000000001AAA';
const OVERVIEW: Overview = {
    centers: [
        {
            id: WORK,
            name: '8x8 Work',
            internalName: null,
            vendor: null,
            note: null,
            source: 'registry',
            readAt: null,
            kind: 'open-cti',
            knownBy: null,
            recordId: null,
            members: 1412
        }
    ],
    everyone: 2429,
    withoutCenter: 310,
    sources: ['registry'],
    silent: [],
    namesReadAt: null,
    saving: { status: 'none' },
    mayLackEmptyCenters: true
};

const show = (given: object = {}) =>
    mount(CenterPicker, {
        heading: '8x8 Work',
        overview: OVERVIEW as Overview | null,
        chosen: WORK,
        problem: null as FaultWords | null,
        ...given
    });
const button = (root: ShadowRoot) => one<HTMLButtonElement>(root, 'button');
const list = (root: ShadowRoot) => root.querySelector('c-call-center-list');

async function showOpen() {
    const element = show();
    button(element.shadowRoot).click();
    await settled();
    return element;
}

describe('The picker of a call center', () => {
    afterEach(unmountAll);

    it.each([
        [WORK, '8x8 Work1,412 · Open CTI'],
        ['everyone', 'All users2,429'],
        ['none', 'No call center310']
    ])('shows what is selected (%s), its users, and its type', (chosen, text) => {
        const heading = { everyone: 'All users', none: 'No call center' }[chosen] ?? '8x8 Work';
        expect(textOf(button(show({ chosen, heading }).shadowRoot))).toBe(text);
    });

    it('shows only the name before the call centers are read', () => {
        expect(textOf(button(show({ overview: null, heading: 'All users' }).shadowRoot))).toBe('All users');
    });

    it('opens the list, passes on the choice, and closes', async () => {
        const element = await showOpen();
        const { shadowRoot } = element;
        const chosen = heard<string>(element, 'choose');
        expect(button(shadowRoot).getAttribute('aria-expanded')).toBe('true');
        const choice = one(list(shadowRoot)!.shadowRoot!, `button[data-key="${WORK}"]`);
        expect(choice.getAttribute('aria-label')).toBe('8x8 Work, 1,412 members');
        choice.click();
        await settled();
        expect(chosen).toEqual([WORK]);
        expect(list(shadowRoot)).toBeNull();
        expect(button(shadowRoot).getAttribute('aria-expanded')).toBe('false');
    });

    it('closes with Escape, with a click elsewhere, and when the focus goes elsewhere', async () => {
        for (const close of [
            (root: ShadowRoot) =>
                button(root).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
            () => document.body.click(),
            () => document.body.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
        ]) {
            const { shadowRoot } = await showOpen();
            expect(list(shadowRoot)).not.toBeNull();
            close(shadowRoot);
            await settled();
            expect(list(shadowRoot)).toBeNull();
            unmountAll();
        }
    });

    it('passes on why call centers could not be read, and a refresh', async () => {
        const element = show({ problem: { text: 'Offline', isExpired: false } });
        const refreshed = heard(element, 'refresh');
        button(element.shadowRoot).click();
        await settled();
        const open = list(element.shadowRoot) as unknown as HTMLElement & { problem: FaultWords };
        expect(open.problem.text).toBe('Offline');
        open.dispatchEvent(new CustomEvent('refresh'));
        expect(refreshed).toHaveLength(1);
    });

    it('is accessible, closed and open', async () => {
        const { shadowRoot } = await showOpen();
        standForStubs(shadowRoot);
        await expect(shadowRoot.host).toBeAccessible();
    });
});
