import type { MoveRequest, RequestState } from 'c/moveRequests';
import { OrgFault, toId18 } from 'c/orgPort';
import RequestList, { type RequestPress } from 'c/requestList';
import { all, heard, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, CY, ME, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const CREATED = Date.UTC(2026, 10, 2, 8);

function request(number: number, state: RequestState, more: Partial<MoveRequest> = {}): MoveRequest {
    return {
        recordId: toId18(`a0r${String(number).padStart(12, '0')}`)!,
        name: `REQ-00000${number}`,
        key: String(number),
        reason: '',
        target: WORK,
        targetName: '8x8 Work',
        users: 12,
        runId: null,
        by: { id: CY.id, name: CY.name },
        createdAt: CREATED,
        changedBy: { id: ADA.id, name: ADA.name },
        lastModified: '2026-11-02T08:00:00.000Z',
        state,
        ...more
    };
}

const STATES: RequestState[] = [
    { status: 'requested' },
    { status: 'running', run: 'active' },
    { status: 'running', run: 'interrupted' },
    { status: 'running', run: 'unknown' },
    { status: 'done', moved: 11 },
    { status: 'declined', answer: 'Not now' },
    { status: 'withdrawn' },
    { status: 'damaged' }
];

function show(value: MoveRequest[] | null, more: Record<string, unknown> = {}) {
    const requests = { value, failure: null };
    const element = mount(RequestList, {
        requests,
        viewpoint: viewFrom(WORK),
        mayAnswer: true,
        userId: ME.id,
        ...more
    });
    const root = element.shadowRoot;
    const pressed = heard<RequestPress>(element, 'press');
    const lines = () => all(root, 'li');
    const buttons = (line: number) => all(lines()[line]!, '.buttons button').map((button) => textOf(button));
    const press = async (name: string) => {
        const found = all(root, 'button').find((button) => button.getAttribute('aria-label') === name);
        if (!found) throw new Error(`There's no button ${name}`);
        (found as unknown as HTMLButtonElement).click();
        await settled();
    };
    return { element, root, pressed, lines, buttons, press };
}

describe('The list of requests', () => {
    afterEach(unmountAll);

    it('says what is asked for, by whom, why, and what became of it', () => {
        const { root, lines } = show(STATES.map((state, number) => request(number, state, { reason: 'Monday' })));
        expect(textOf(one(lines()[0]!, '.title'))).toBe('Move 12 users to 8x8 Work');
        expect(textOf(lines()[0]!)).toContain('Cy Tan');
        expect(textOf(lines()[0]!)).toContain('“Monday”');
        expect(all(root, '.status').map((status) => textOf(status))).toEqual([
            'Waiting',
            'Being moved by Ada Byron',
            'Started by Ada Byron, not finished',
            'Started by Ada Byron, not finished',
            '11 of 12 moved',
            'Declined by Ada Byron',
            'Withdrawn',
            'Damaged'
        ]);
        expect(textOf(lines()[5]!)).toContain('“Not now”');
        expect(textOf(lines()[7]!)).toContain("Someone edited this request, so it can't be read.");
    });

    it('lets admins review and decline what waits, decline what is damaged, and reopen what has no run', () => {
        const { buttons } = show(STATES.map((state, number) => request(number, state)));
        expect(STATES.map((_, line) => buttons(line))).toEqual([
            ['Decline', 'Review'],
            [],
            [],
            ['Reopen'],
            [],
            [],
            [],
            ['Decline']
        ]);
    });

    it('lets who asked only withdraw their own that wait', () => {
        const own = { by: { id: ME.id, name: ME.name } };
        const { root, buttons } = show(
            STATES.map((state, number) => request(number, state, own)),
            { mayAnswer: false }
        );
        expect(textOf(one(root, 'h2'))).toBe('Your requests');
        expect(STATES.map((_, line) => buttons(line))).toEqual([['Withdraw'], [], [], [], [], [], [], ['Withdraw']]);
    });

    it('reports what was decided', async () => {
        const waiting = request(1, { status: 'requested' }, { by: { id: ME.id, name: ME.name } });
        const lost = request(2, { status: 'running', run: 'unknown' });
        const { pressed, press } = show([waiting, lost]);
        await press('Review: REQ-000001');
        await press('Withdraw: REQ-000001');
        await press('Reopen: REQ-000002');
        expect(pressed).toEqual([
            { request: waiting, to: { to: 'review' } },
            { request: waiting, to: { to: 'withdrawn' } },
            { request: lost, to: { to: 'requested' } }
        ]);
    });

    it.each<RequestState>([{ status: 'requested' }, { status: 'damaged' }])(
        'asks why before it declines one that is $status, and cancels',
        async (state) => {
            const waiting = request(1, state);
            const { element, root, pressed, press } = show([waiting]);
            await press('Decline: REQ-000001');
            const buttons = () =>
                all(root, 'lightning-button').map((button) => (button as unknown as { label: string }).label);
            expect(buttons()).toEqual(['Back to users', 'Cancel', 'Decline']);
            one(root, '.declining lightning-button').click();
            await settled();
            expect(buttons()).toEqual(['Back to users']);
            await press('Decline: REQ-000001');
            const field = one(root, 'c-reason-field').shadowRoot!;
            (one(field, 'textarea') as unknown as HTMLTextAreaElement).value = 'Not now';
            standForStubs(root);
            await expect(element).toBeAccessible();
            all(root, '.declining lightning-button')[1]!.click();
            await settled();
            expect(pressed).toEqual([{ request: waiting, to: { to: 'declined', answer: 'Not now' } }]);
        }
    );

    it('shows code in texts as text', () => {
        const code = '<img src=x onerror=alert(1)>';
        const { root, lines } = show([request(1, { status: 'declined', answer: code }, { reason: code })]);
        expect(textOf(lines()[0]!)).toContain(`“${code}”`);
        expect(all(root, 'img')).toEqual([]);
    });

    it.each<[string, Record<string, unknown>, string]>([
        ['no requests', {}, "Requests from people who can't move users appear here."],
        ['no requests of one’s own', { mayAnswer: false }, 'To ask for a move, select users, and then select Request.']
    ])('says when there are %s', async (_, more, text) => {
        const { element, root } = show([], more);
        expect(textOf(one(root, '.empty'))).toContain(text);
        standForStubs(root);
        await expect(element).toBeAccessible();
    });

    it('says why requests can’t be read, and reads them again', async () => {
        const { element, root } = show(null, { requests: { value: null, failure: new OrgFault('busy', '') } });
        const retried = heard(element, 'retry');
        one(root, 'c-problem').dispatchEvent(new CustomEvent('retry'));
        expect(retried).toHaveLength(1);
        standForStubs(root);
        await expect(element).toBeAccessible();
    });

    it('is accessible with every kind of request', async () => {
        const { element, root } = show(STATES.map((state, number) => request(number, state, { reason: 'Monday' })));
        standForStubs(root);
        await expect(element).toBeAccessible();
    });
});
