import { answered, NO_ANSWERS, planMoves, planTargets, routeKey, type Answers, type Plan } from 'c/movePlan';
import MoveReview from 'c/moveReview';
import type { User } from 'c/orgPort';
import { all, heard, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import {
    ADA,
    BO,
    CY,
    DI,
    DIALER,
    EVE,
    FAY,
    GUS,
    KINDS,
    LOBBY,
    PAT,
    person,
    userOf,
    VOICE,
    WORK
} from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const kindOf = (id: string) => KINDS.get(id) ?? null;
const planTo = (target: string | null, ...users: (typeof ADA)[]) => planMoves(users, target, kindOf);

const reviewOf = (asked: Plan, answers: Partial<Answers> = {}, users: User[] = []) => {
    const given = { ...NO_ANSWERS, ...answers };
    return { asked, answers: given, plan: answered(asked, given, kindOf), users };
};

const show = (asked: Plan | null, answers: Partial<Answers> = {}, users: User[] = []) =>
    mount(MoveReview, {
        known: viewFrom(WORK),
        review: asked && reviewOf(asked, answers, users)
    });

type Shown = ReturnType<typeof show>;
/** The texts of an element's children, which CSS sets apart. */
const spaced = (element: Element | undefined) => [...(element?.children ?? [])].map(textOf).filter(Boolean).join(' ');
const section = ({ shadowRoot }: Shown, name: string) => one(shadowRoot, `section[aria-label="${name}"]`);
const headings = ({ shadowRoot }: Shown) => all(shadowRoot, 'h3.fate').map(spaced);
const groups = (shown: Shown, name: string) =>
    all(section(shown, name), '.group').map((group) => [textOf(one(group, 'h4')), textOf(group.querySelector('p'))]);
const names = (shown: Shown, name: string) => all(section(shown, name), '.names a').map(textOf);
const buttons = (root: ParentNode) => all(root, '.buttons button').map((button) => button.ariaLabel);
const press = (root: ParentNode, text: string) =>
    all(root, 'button')
        .find((one_) => textOf(one_) === text)!
        .click();

describe('The review of a move', () => {
    afterEach(unmountAll);

    it('shows each route with its users, largest first', () => {
        const shown = show(planTo(WORK, CY, ADA, DI));
        expect(headings(shown)).toEqual(['Will move 3']);
        expect(groups(shown, 'Will move')).toEqual([
            ['2 from Old Dialer', ''],
            ['1 with no call center', '']
        ]);
        expect(names(shown, 'Will move')).toEqual(['Ada Byron', 'Di Vane', 'Cy Tan']);
        expect(one<HTMLAnchorElement>(shown.shadowRoot, '.names a').getAttribute('href')).toContain(ADA.id);
    });

    it('says how active the users of a route are, if they were read', () => {
        const idle = person(60, 'Ida Idle', DIALER, { isActive: false });
        const users = [ADA, DI, idle, { ...CY, lastLogin: '2026-11-01T08:00:00.000Z' }].map(userOf);
        expect(groups(show(planTo(WORK, ADA, DI, idle, CY), {}, users), 'Will move')).toEqual([
            ['3 from Old Dialer', '1 is inactive. 2 have never logged in.'],
            ['1 with no call center', 'All are active.']
        ]);
        expect(groups(show(planTo(WORK, ADA, CY), {}, [userOf(CY)]), 'Will move')[0]).toEqual([
            '1 from Old Dialer',
            ''
        ]);
    });

    it('says where users go when they go to different call centers', () => {
        const targets = [
            { userId: ADA.id, to: WORK },
            { userId: BO.id, to: null },
            { userId: CY.id, to: WORK }
        ];
        const known = new Map([ADA, BO, CY].map((user) => [user.id, user]));
        expect(groups(show(planTargets(targets, known, kindOf)), 'Will move').map(([title]) => title)).toEqual([
            '1 from Old Dialer to 8x8 Work',
            '1 from 8x8 Work to no call center',
            '1 from no call center to 8x8 Work'
        ]);
    });

    it('names five users of a group, and all on request', async () => {
        const users = Array.from({ length: 7 }, (_, place) => person(50 + place, `P${place}`, DIALER));
        const shown = show(planTo(WORK, ...users));
        expect(names(shown, 'Will move')).toEqual(['P0', 'P1', 'P2', 'P3', 'P4']);
        press(shown.shadowRoot, 'Show all 7');
        await settled();
        expect(names(shown, 'Will move')).toHaveLength(7);
        press(shown.shadowRoot, 'Show less');
        await settled();
        expect(names(shown, 'Will move')).toHaveLength(5);
    });

    it('shows many names 500 at a time', async () => {
        const users = Array.from({ length: 1200 }, (_, place) => person(1000 + place, `P${place}`, DIALER));
        const shown = show(planTo(WORK, ...users));
        for (const [label, count] of [
            ['Show 500 more', 505],
            ['Show 500 more', 1005],
            ['Show all 1,200', 1200]
        ] as const) {
            press(shown.shadowRoot, label);
            await settled();
            expect(names(shown, 'Will move')).toHaveLength(count);
        }
    });

    it('groups users who can’t move by reason, and says where an admin can move them instead', () => {
        const other = person(61, 'Ed Voice', VOICE);
        const shown = show(planTo(WORK, ADA, EVE, other, PAT, GUS));
        expect(headings(shown)).toEqual(['Will move 1', "Can't be moved 4"]);
        expect(groups(shown, "Can't be moved")).toEqual([
            ['2 in Voice East', expect.stringContaining('Remove users from a contact center in Setup.')],
            ['1 user', "Portal, guest, and system users can't be in a call center."],
            ['1 user', "Inactive users can't be added. Activate the user first."]
        ]);
        const link = one<HTMLAnchorElement>(section(shown, "Can't be moved"), 'a.setup');
        expect(textOf(link)).toBe('Open in Setup');
        expect(link.getAttribute('href')).toContain(VOICE);
        expect(link.target).toBe('_blank');
    });

    it('says a reason once when it is the same for several call centers', () => {
        const WEST = '04v000000000009AAA';
        const kinds = (id: string) => (id === WEST ? 'voice-partner' : kindOf(id));
        const asked = planMoves([EVE, person(61, 'Ed West', WEST)], WORK, kinds);
        expect(groups(show(asked), "Can't be moved").map(([, text]) => text)).toEqual([
            expect.stringContaining('in Setup'),
            'Same reason as above.'
        ]);
    });

    it('offers the bulk upload file for users who join a Voice contact center', () => {
        const shown = show(planTo(VOICE, ADA));
        const asked = heard(shown, 'csv');
        expect(groups(shown, "Can't be moved")[0][0]).toBe('1 to Voice East');
        press(shown.shadowRoot, 'Download bulk upload CSV');
        expect(asked).toHaveLength(1);
    });

    it('asks about each call center of unknown type, and sends the answer', () => {
        const shown = show(planTo(WORK, ADA, FAY));
        const answers = heard<Answers>(shown, 'answer');
        expect(headings(shown)).toEqual(['Will move 1', 'Needs your answer 1']);
        expect(groups(shown, 'Needs your answer')).toEqual([
            [`1 in Unnamed call center ${LOBBY}`, expect.stringContaining("can't tell the type")]
        ]);
        expect(buttons(section(shown, 'Needs your answer'))).toEqual([
            `It isn't Voice, move this user: 1 in Unnamed call center ${LOBBY}`,
            `Leave them out: 1 in Unnamed call center ${LOBBY}`
        ]);
        for (const label of ["It isn't Voice, move this user", 'Leave them out']) {
            press(section(shown, 'Needs your answer'), label);
        }
        expect(answers).toEqual([
            { notVoice: [LOBBY], leftOut: [] },
            { notVoice: [], leftOut: [routeKey({ from: LOBBY, to: WORK })] }
        ]);
    });

    it('asks about the call center that users would join before the one they leave', () => {
        const DOOR = '04v000000000008AAA';
        const kinds = (id: string) => (id === DOOR ? 'unknown' : kindOf(id));
        const shown = show(planMoves([ADA, DI, FAY], DOOR, kinds));
        expect(groups(shown, 'Needs your answer')).toEqual([
            [`3 to Unnamed call center ${DOOR}`, expect.stringContaining('add its users in Setup')]
        ]);
    });

    it('shows what was answered, and moves those users', () => {
        const shown = show(planTo(WORK, ADA, FAY), { notVoice: [LOBBY] });
        expect(headings(shown)).toEqual(['Will move 2']);
        expect(groups(shown, 'Will move')[1][1]).toBe("You said this call center isn't Voice.");
    });

    it('leaves a route out, and includes it again', () => {
        const shown = show(planTo(WORK, ADA, DI, CY), { leftOut: [routeKey(planTo(WORK, CY).users[0])] });
        const answers = heard<Answers>(shown, 'answer');
        expect(headings(shown)).toEqual(['Will move 2', 'Left out 1']);
        press(section(shown, 'Left out'), 'Include them');
        press(section(shown, 'Will move'), 'Leave them out');
        expect(answers[0]).toEqual(NO_ANSWERS);
        expect(answers[1].leftOut).toHaveLength(2);
    });

    it('has nothing to leave out when all users go the same way', () => {
        expect(buttons(section(show(planTo(WORK, ADA, DI)), 'Will move'))).toEqual([]);
    });

    it('says of users without a call center that a removal changes nothing', () => {
        const shown = show(planTo(null, ADA, CY, DI));
        expect(groups(shown, 'Not moving')).toEqual([['1 user', 'Already without a call center']]);
    });

    it.each([
        [WORK, null, 'Ada Byron (now in 8x8 Work)'],
        [WORK, 'Bo Lind', 'Ada Byron (now in 8x8 Work, last modified by Bo Lind)'],
        [null, null, 'Ada Byron (now in no call center)'],
        [null, 'Bo Lind', 'Ada Byron (now in no call center, last modified by Bo Lind)']
    ])('shows where a user that an undo skips is now: in %s, by %s', (from, by, text) => {
        const user = { ...planTo(WORK, ADA).users[0], verdict: 'kept' as const, from, by };
        const shown = show({ ...planTo(WORK, ADA), target: null, users: [user], undoOf: 'earlier' });
        expect(groups(shown, 'Not moving')).toEqual([['1 user', 'Someone moved them since. Undo skips them.']]);
        expect(names(shown, 'Not moving')).toEqual([text]);
    });

    it('counts the members after the move, and leaves out what isn’t known', async () => {
        const shown = show(planTo(WORK, ADA, DI, CY));
        const rows = () =>
            all(shown.shadowRoot, '.row').map((row) => [textOf(one(row, 'dt')), textOf(one(row, 'dd span'))]);
        expect(rows()).toEqual([
            ['8x8 Work', '1 now, 4 after'],
            ['Old Dialer', '2 now, 0 after'],
            ['No call center', '4 now, 3 after']
        ]);
        expect(textOf(one(shown.shadowRoot, '.retires'))).toMatch(/^8x8 Work is Open CTI, which retires on /);
        shown.known = viewFrom(WORK, { membersOf: () => null });
        await settled();
        expect(all(shown.shadowRoot, '.after')).toEqual([]);
    });

    it('draws routes, with those that are stopped, and has the same as a table', () => {
        const { shadowRoot } = show(planTo(WORK, ADA, DI, CY, FAY, EVE, PAT));
        expect(all(shadowRoot, '.ribbon')).toHaveLength(2);
        expect(all(shadowRoot, '.label').map(spaced)).toEqual([
            'Old Dialer 2 users',
            'No call center 1 user',
            '8x8 Work 3 join 1'
        ]);
        expect(all(shadowRoot, '.stopped').map(spaced)).toEqual([
            `Unnamed call center ${LOBBY} 1 waits for your answer`,
            'Voice East 1 stays'
        ]);
        expect(one(shadowRoot, '.picture').getAttribute('aria-hidden')).toBe('true');
        expect(all(shadowRoot, 'tbody tr').map((row) => all(row, 'td').map(textOf))).toEqual([
            ['Old Dialer', '8x8 Work', '2', 'Will move'],
            ['No call center', '8x8 Work', '1', 'Will move'],
            [`Unnamed call center ${LOBBY}`, '8x8 Work', '1', 'Needs your answer'],
            ['Voice East', '8x8 Work', '1', "Can't be moved"],
            ['No call center', '8x8 Work', '1', "Can't be moved"]
        ]);
    });

    it('draws small routes as one', () => {
        const crowd = Array.from({ length: 8 }, (_, place) =>
            Array.from({ length: place + 1 }, (__, n) =>
                person(100 * (place + 1) + n, 'P', `04v00000000010${place}AAA`)
            )
        ).flat();
        const { shadowRoot } = show(planMoves(crowd, WORK, () => 'open-cti'));
        expect(all(shadowRoot, '.start')).toHaveLength(6);
        expect(spaced(all(shadowRoot, '.start').at(-1))).toBe('3 other call centers 6 users');
    });

    it('takes the focus when an answer removes its button', () => {
        const shown = show(planTo(WORK, ADA, FAY));
        press(section(shown, 'Needs your answer'), 'Leave them out');
        expect(shown.shadowRoot.activeElement).toBe(one(shown.shadowRoot, '.list'));
    });

    it('is empty without a plan', () => {
        expect(all(show(null).shadowRoot, 'div')).toEqual([]);
    });

    it.each<[string, Plan | null]>([
        ['no plan', null],
        ['a plan that everyone follows', planTo(WORK, ADA)],
        ['a plan with a question and users who can’t move', planTo(WORK, ADA, FAY, PAT, EVE)],
        ['a plan into Voice', planTo(VOICE, ADA)]
    ])('is accessible with %s', async (_, plan) => {
        const element = show(plan);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
