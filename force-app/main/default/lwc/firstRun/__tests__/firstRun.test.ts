import FirstRun from 'c/firstRun';
import { all, heard, mount, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';

const show = () => mount(FirstRun, { hasMoved: false });
const lines = (element: { shadowRoot: ShadowRoot }) => all(element.shadowRoot, '.line');

describe('The first-run sentence', () => {
    afterEach(() => {
        unmountAll();
        window.localStorage.clear();
        jest.restoreAllMocks();
    });

    it('says what the page does, and links to Salesforce Help', async () => {
        const element = show();
        expect(textOf(one(element.shadowRoot, 'span'))).toBe(
            'Every user is listed here, and one click moves them to the call center you select.'
        );
        const link = one<HTMLAnchorElement>(element.shadowRoot, 'a');
        expect(link.href).toBe(
            'https://help.salesforce.com/s/articleView?id=service.cti_admin_manageagents.htm&type=5'
        );
        expect(textOf(link)).toBe('Learn more in Salesforce Help');
        expect(link.target).toBe('_blank');
        await expect(element).toBeAccessible();
    });

    it('is gone for this browser once it was closed', async () => {
        const element = show();
        const closed = heard(element, 'close');
        one(element.shadowRoot, 'lightning-button-icon').click();
        await settled();
        expect(closed).toHaveLength(1);
        expect(lines(element)).toEqual([]);
        expect(lines(show())).toEqual([]);
    });

    it('is gone for this browser after the first move', async () => {
        const element = show();
        element.hasMoved = true;
        await settled();
        expect(lines(element)).toEqual([]);
        expect(lines(show())).toEqual([]);
    });

    it('is gone until the page closes where the browser keeps nothing', async () => {
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
            throw new DOMException('denied', 'SecurityError');
        });
        const element = show();
        one(element.shadowRoot, 'lightning-button-icon').click();
        await settled();
        expect(lines(element)).toEqual([]);
    });
});
