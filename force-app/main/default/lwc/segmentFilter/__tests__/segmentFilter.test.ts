import SegmentFilter from 'c/segmentFilter';
import { all, heard, mount, settled, textOf, unmountAll } from '#tests/support/mount.ts';

const SEGMENTS = [
    { value: 'everyone', label: 'All', count: '1,204' },
    { value: 'here', label: 'Here', count: '412' },
    { value: 'none', label: 'No call center', count: '' }
];

const show = (given: object = {}) =>
    mount(SegmentFilter, { label: 'Membership', segments: SEGMENTS, value: 'here', ...given });
const inputs = (root: ParentNode) => all<HTMLInputElement>(root, 'input');

describe('The filter with segments', () => {
    afterEach(unmountAll);

    it('shows each choice with its count, and no count that is not known', () => {
        const { shadowRoot } = show();
        expect(all(shadowRoot, 'label').map(textOf)).toEqual(['All1,204', 'Here412', 'No call center']);
        expect(textOf(shadowRoot.querySelector('legend'))).toBe('Membership');
    });

    it('checks the current choice, and follows it', async () => {
        const element = show();
        expect(inputs(element.shadowRoot).map(({ checked }) => checked)).toEqual([false, true, false]);
        element.value = 'everyone';
        await settled();
        expect(inputs(element.shadowRoot).map(({ checked }) => checked)).toEqual([true, false, false]);
    });

    it('tells what was chosen', () => {
        const element = show();
        const chosen = heard(element, 'choose');
        inputs(element.shadowRoot)[2].click();
        expect(chosen).toEqual(['none']);
    });

    it('is a group of its own beside another one', () => {
        const [one, other] = [show(), show()].map(({ shadowRoot }) => inputs(shadowRoot)[0].name);
        expect(one).not.toBe(other);
    });

    it.each([{}, { isStacked: true }])('is accessible: %j', async (given) => {
        await expect(show(given)).toBeAccessible();
    });
});
