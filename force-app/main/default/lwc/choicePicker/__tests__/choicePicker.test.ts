import ChoicePicker from 'c/choicePicker';
import { all, heard, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';

const few = ['Agent', 'Sales User', 'System Administrator'].map((name, place) => ({ id: `00e${place}`, name }));
const many = Array.from({ length: 500 }, (_, place) => ({ id: `00e${place}`, name: `Profile ${place} of a company` }));

async function show(given: object = {}, isOpen = true) {
    const element = mount(ChoicePicker, {
        label: 'Profile',
        any: 'Any profile',
        choices: few,
        picked: [] as string[],
        isSingle: false,
        ...given
    });
    const picks = heard<string[]>(element, 'pick');
    const root = element.shadowRoot;
    const button = () => one<HTMLButtonElement>(root, '.button');
    if (isOpen) button().click();
    await settled();
    return {
        element,
        root,
        picks,
        button,
        names: () => all(root, '.choice').map(textOf),
        boxes: () => all<HTMLInputElement>(root, '.choice input'),
        type: async (text: string) => {
            const field = one<HTMLInputElement>(root, 'input[type=search]');
            field.value = text;
            field.dispatchEvent(new CustomEvent('input'));
            await settled();
        }
    };
}

describe('The picker of choices', () => {
    afterEach(unmountAll);

    it.each([
        [[], 'Any profile'],
        [['00e1'], 'Sales User'],
        [['00e1', '00e2', '00e0'], 'Sales User and 2 more'],
        [['00eX'], '00eX']
    ])('with %j picked says: %s', async (picked, text) => {
        const { button } = await show({ picked }, false);
        expect(textOf(one(button(), '.text'))).toBe(text);
        expect(button().getAttribute('aria-label')).toBe(`Profile: ${text}`);
    });

    it('adds and removes choices', async () => {
        const { boxes, picks } = await show({ picked: ['00e1'] });
        expect(boxes().map(({ type, checked }) => `${type} ${checked}`)).toEqual([
            'checkbox false',
            'checkbox true',
            'checkbox false'
        ]);
        boxes()[2].click();
        boxes()[1].click();
        expect(picks).toEqual([['00e1', '00e2'], []]);
    });

    it('has one choice at most where there can be only one, which can be taken back', async () => {
        const { root, boxes, picks } = await show({ picked: ['00e1'], isSingle: true });
        boxes()[0].click();
        one<HTMLButtonElement>(root, '.none').click();
        expect(picks).toEqual([['00e0'], []]);
    });

    it('searches hundreds by all words in any order, and draws only the first that match', async () => {
        const { names, type, root } = await show({ choices: many });
        expect(names()).toHaveLength(50);
        expect(textOf(one(root, '.note'))).toBe('450 more. Type to narrow the list.');
        await type('company 499');
        expect(names()).toEqual(['Profile 499 of a company']);
        await type('nothing like it');
        expect(textOf(one(root, '.note'))).toBe('Nothing matches.');
    });

    it('has no search for a few', async () => {
        expect(all((await show()).root, 'input[type=search]')).toEqual([]);
    });

    it('puts the focus into the list when it opens, and back when Escape closes it', async () => {
        const { root, boxes, button, names } = await show();
        expect(root.activeElement).toBe(boxes()[0]);
        boxes()[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
        await settled();
        expect(names()).toEqual([]);
        expect(root.activeElement).toBe(button());
        expect(button().getAttribute('aria-expanded')).toBe('false');
    });

    it('closes when the person turns to something else, and stays open while they are in it', async () => {
        const { boxes, names } = await show();
        boxes()[0].click();
        await settled();
        expect(names()).toHaveLength(3);
        document.body.click();
        await settled();
        expect(names()).toEqual([]);
    });

    it.each([{}, { choices: many }, { isSingle: true, picked: ['00e1'] }])('is accessible: %#', async (given) => {
        const { element, root } = await show(given);
        standForStubs(root);
        await expect(element).toBeAccessible();
    });
});
