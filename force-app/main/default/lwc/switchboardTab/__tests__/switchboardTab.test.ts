import * as navigation from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { CHANGE_PAUSE, type Shown } from 'c/addressBar';
import { readAddress, type Address } from 'c/pageState';
import SwitchboardTab from 'c/switchboardTab';
import type * as stub from '#tests/jest/navigation.ts';
import { mount, one, settled, unmountAll } from '#tests/support/mount.ts';

/** The page itself is tested with its own parts. */
jest.mock('c/switchboard', () => {
    const { LightningElement, registerComponent, registerDecorators, registerTemplate } = jest.requireActual('lwc');
    class Page extends LightningElement {}
    registerDecorators(Page, { publicProps: { address: { config: 0 } } });
    const tmpl = registerTemplate(() => []);
    return { __esModule: true, default: registerComponent(Page, { tmpl, sel: 'c-switchboard', apiVersion: 66 }) };
});

const WORK = '04v000000000001AAA';
const START = readAddress('');
const work = readAddress(`?c__center=${WORK}`);

/** Frozen, as the platform's are. */
const pageAt = (state: PageReference['state'] = {}, apiName = 'Switchboard'): PageReference =>
    Object.freeze({
        type: 'standard__navItemPage',
        attributes: Object.freeze({ apiName }),
        state: Object.freeze(state)
    });
const emit = (page: PageReference | null | undefined) => {
    (navigation.CurrentPageReference as unknown as { emit(page: unknown): void }).emit(page);
    return settled();
};
/** Of the module that the component has, which may be loaded under another path than the stub's own. */
const navigated = () => (navigation as unknown as typeof stub).navigated.splice(0);

function tab() {
    const part = mount(SwitchboardTab, {});
    const page = one<HTMLElement & { address: Address }>(part.shadowRoot, 'c-switchboard');
    const show = (detail: Shown) => page.dispatchEvent(new CustomEvent<Shown>('address', { detail }));
    return { part, page, show };
}

const pause = () => jest.advanceTimersByTime(CHANGE_PAUSE);

describe('The page in a tab', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => {
        unmountAll();
        navigated();
        jest.useRealTimers();
        window.history.replaceState(null, '', '/');
    });

    it('opens with the address of the window, before the platform reports it', async () => {
        window.history.replaceState(null, '', `/?c__center=${WORK}`);
        const { page } = tab();
        expect(page.address).toEqual(work);
        const before = page.address;
        await emit(pageAt({ c__center: WORK }));
        expect(page.address).toBe(before);
    });

    it('shows what the platform reports after Back and Forward', async () => {
        const { page, show } = tab();
        await emit(pageAt());
        show({ address: work, isStep: true });
        pause();
        await emit(pageAt({ c__center: WORK }));
        expect(page.address).toEqual(START);
        await emit(pageAt());
        expect(page.address).toEqual(START);
        await emit(pageAt({ c__center: WORK }));
        expect(page.address).toEqual(work);
    });

    it('navigates to the same page for a step, and replaces it for any other change', async () => {
        const { show } = tab();
        await emit(pageAt({ c__view: 'history', filterName: 'Recent' }));
        show({ address: work, isStep: true });
        pause();
        const { search } = work;
        show({ address: { ...work, search: { ...search, text: 'ada' } }, isStep: false });
        pause();
        expect(navigated()).toEqual([
            { page: pageAt({ c__view: undefined, c__center: WORK, filterName: 'Recent' }), replace: false },
            {
                page: pageAt({ c__view: undefined, c__center: WORK, c__search: 'ada', filterName: 'Recent' }),
                replace: true
            }
        ]);
    });

    it('navigates nowhere before the platform has said where it is', () => {
        const { show } = tab();
        show({ address: work, isStep: true });
        pause();
        expect(navigated()).toEqual([]);
    });

    it.each([
        ['another page', pageAt({ c__view: 'history' }, 'Other')],
        ['no page', null],
        ['nothing', undefined]
    ])('ignores the address of %s, and writes nothing over it', async (_what, other) => {
        const { page, show } = tab();
        await emit(pageAt());
        show({ address: work, isStep: false });
        await emit(other);
        pause();
        expect(navigated()).toEqual([]);
        expect(page.address).toEqual(START);
    });

    it('does not take the admin back when they have left', async () => {
        const { part, show } = tab();
        await emit(pageAt());
        show({ address: work, isStep: false });
        part.remove();
        pause();
        expect(navigated()).toEqual([]);
    });
});
