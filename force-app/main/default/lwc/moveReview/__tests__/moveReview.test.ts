import { planMoves, type Plan } from 'c/movePlan';
import MoveReview from 'c/moveReview';
import { all, heard, labelled, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, BO, CY, DI, EVE, FAY, GUS, KINDS, PAT, person, VOICE, WORK } from '#tests/support/people.ts';
import { nameOf } from '#tests/support/viewpoint.ts';

const planTo = (target: string | null, ...users: (typeof ADA)[]) =>
    planMoves(users, target, (id) => KINDS.get(id) ?? null);
const show = (plan: Plan | null, isSure = false) => mount(MoveReview, { plan, nameOf, isSure });
const section = (root: ParentNode, name: string) => one(root, `section[aria-label="${name}"]`);
const lines = (root: ParentNode, name: string) => all(section(root, name), 'li').map(textOf);

describe('The review of a move', () => {
    afterEach(unmountAll);

    it('shows where users come from, largest group first', () => {
        const { shadowRoot } = show(planTo(WORK, CY, ADA, DI));
        expect(lines(shadowRoot, 'Moving from')).toEqual(['2 from Old Dialer', '1 with no call center']);
        expect(all(shadowRoot, 'section')).toHaveLength(1);
    });

    it('shows who won’t move and why, by name', () => {
        const { shadowRoot } = show(planTo(WORK, ADA, BO, PAT, GUS));
        expect(lines(shadowRoot, 'Not moving')).toEqual([
            expect.stringMatching(/^1 userAlready there\s?Bo Lind$/),
            expect.stringMatching(/^1 userPortal, guest, and system users can't be in a call center\.\s?Pat Portal$/),
            expect.stringMatching(/^1 userInactive users can't be added\. Activate the user first\.\s?Gus Gone$/)
        ]);
    });

    it('names five users of a group and counts the others', () => {
        const users = Array.from({ length: 7 }, (_, place) => person(50 + place, `P${place}`, WORK));
        expect(textOf(one(show(planTo(WORK, ...users)).shadowRoot, '.names'))).toBe('P0, P1, P2, P3, P4 and 2 more');
        expect(lines(show(planTo(WORK, ...users)).shadowRoot, 'Not moving')[0]).toMatch(/^7 usersAlready there/);
    });

    it('says of users without a call center that a removal changes nothing', () => {
        const { shadowRoot } = show(planTo(null, ADA, CY, DI));
        expect(lines(shadowRoot, 'Moving from')).toEqual(['2 from Old Dialer']);
        expect(lines(shadowRoot, 'Not moving')).toEqual([
            expect.stringMatching(/^1 userAlready without a call center\s?Cy Tan$/)
        ]);
    });

    it.each([
        [WORK, null, 'Ada Byron (now in 8x8 Work)'],
        [WORK, 'Bo Lind', 'Ada Byron (now in 8x8 Work, last modified by Bo Lind)'],
        [null, null, 'Ada Byron (now in no call center)'],
        [null, 'Bo Lind', 'Ada Byron (now in no call center, last modified by Bo Lind)']
    ])('shows where a user that an undo skips is now: in %s, by %s', (from, by, text) => {
        const user = { ...planTo(WORK, ADA).users[0], verdict: 'kept' as const, from, by };
        const { shadowRoot } = show({ ...planTo(WORK, ADA), target: null, users: [user], undoOf: 'earlier' });
        expect(lines(shadowRoot, 'Not moving')).toEqual([
            expect.stringMatching(/^1 userSomeone moved them since\. Undo skips them\./)
        ]);
        expect(textOf(one(shadowRoot, '.names'))).toBe(text);
    });

    it('links to Setup for users who leave a Voice contact center', () => {
        const { shadowRoot } = show(planTo(WORK, EVE));
        const link = one<HTMLAnchorElement>(shadowRoot, 'a');
        expect(textOf(link)).toBe('Open in Setup');
        expect(link.getAttribute('href')).toContain(VOICE);
        expect(link.target).toBe('_top');
        expect(all(shadowRoot, 'lightning-button')).toEqual([]);
    });

    it('offers the bulk upload file for users who join a Voice contact center', () => {
        const element = show(planTo(VOICE, ADA));
        const asked = heard(element, 'csv');
        expect(one(element.shadowRoot, 'a').getAttribute('href')).toContain(VOICE);
        labelled(element.shadowRoot, 'Download bulk upload CSV').click();
        expect(asked).toHaveLength(1);
    });

    it('asks whether a call center of unknown type is a Voice contact center, and sends the answer', async () => {
        const element = show(planTo(WORK, FAY));
        const answers = heard(element, 'answer');
        const box = one(element.shadowRoot, 'lightning-input');
        expect(box).toMatchObject({ type: 'checkbox', checked: false });
        expect(box).toHaveProperty('label', 'I checked: none of these is a Voice contact center.');
        expect(textOf(one(element.shadowRoot, 'p'))).toContain('has an unknown type.');
        box.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
        expect(answers).toEqual([true]);
        element.isSure = true;
        await settled();
        expect(box).toHaveProperty('checked', true);
    });

    it('asks nothing when every type is known', () => {
        expect(all(show(planTo(WORK, ADA)).shadowRoot, 'lightning-input')).toEqual([]);
    });

    it('is empty without a plan', () => {
        expect(all(show(null).shadowRoot, 'section, lightning-input')).toEqual([]);
    });

    it.each<[string, Plan | null]>([
        ['no plan', null],
        ['a plan without questions', planTo(WORK, ADA)],
        ['a plan with a question and users who can’t move', planTo(WORK, ADA, FAY, PAT, EVE)],
        ['a plan into Voice', planTo(VOICE, ADA)]
    ])('is accessible with %s', async (_, plan) => {
        const element = show(plan);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
