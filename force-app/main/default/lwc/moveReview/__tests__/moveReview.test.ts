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

describe('The review of a plan', () => {
    afterEach(unmountAll);

    it('says where users come from, most first', () => {
        const { shadowRoot } = show(planTo(WORK, CY, ADA, DI));
        expect(lines(shadowRoot, 'Where they come from')).toEqual(['2 from Old Dialer', '1 in no call center']);
        expect(all(shadowRoot, 'section')).toHaveLength(1);
    });

    it('says who is left alone and why, by name', () => {
        const { shadowRoot } = show(planTo(WORK, ADA, BO, PAT, GUS));
        expect(lines(shadowRoot, 'Left alone')).toEqual([
            expect.stringMatching(/^1 already there\s?Bo Lind$/),
            expect.stringMatching(/^1 Portal, guest and system users cannot belong to a call center\.\s?Pat Portal$/),
            expect.stringMatching(/^1 Inactive users are not added to a call center\.\s?Gus Gone$/)
        ]);
    });

    it('names five of a group and counts the others', () => {
        const users = Array.from({ length: 7 }, (_, place) => person(50 + place, `P${place}`, WORK));
        expect(textOf(one(show(planTo(WORK, ...users)).shadowRoot, '.names'))).toBe('P0, P1, P2, P3, P4 and 2 more');
    });

    it('leads to Setup whoever leaves a Voice center', () => {
        const { shadowRoot } = show(planTo(WORK, EVE));
        const link = one<HTMLAnchorElement>(shadowRoot, 'a');
        expect(textOf(link)).toBe('Open in Setup');
        expect(link.getAttribute('href')).toContain(VOICE);
        expect(link.target).toBe('_top');
        expect(all(shadowRoot, 'lightning-button')).toEqual([]);
    });

    it('offers the AddUsers file for whoever enters one', () => {
        const element = show(planTo(VOICE, ADA));
        const asked = heard(element, 'csv');
        expect(one(element.shadowRoot, 'a').getAttribute('href')).toContain(VOICE);
        labelled(element.shadowRoot, 'Download AddUsers CSV').click();
        expect(asked).toHaveLength(1);
    });

    it('asks once whether a center of unknown kind is a Voice one, and passes the answer on', async () => {
        const element = show(planTo(WORK, FAY));
        const answers = heard(element, 'answer');
        const box = one(element.shadowRoot, 'lightning-input');
        expect(box).toMatchObject({ type: 'checkbox', checked: false });
        box.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
        expect(answers).toEqual([true]);
        element.isSure = true;
        await settled();
        expect(box).toHaveProperty('checked', true);
    });

    it('asks nothing where every kind is known', () => {
        expect(all(show(planTo(WORK, ADA)).shadowRoot, 'lightning-input')).toEqual([]);
    });

    it('is empty without a plan', () => {
        expect(all(show(null).shadowRoot, 'section, lightning-input')).toEqual([]);
    });

    it.each<[string, Plan | null]>([
        ['no plan', null],
        ['a plain one', planTo(WORK, ADA)],
        ['one that asks and leaves users alone', planTo(WORK, ADA, FAY, PAT, EVE)],
        ['one into Voice', planTo(VOICE, ADA)]
    ])('is accessible with %s', async (_, plan) => {
        const element = show(plan);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
