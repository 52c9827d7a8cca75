import { randomUUID } from 'node:crypto';
import type { Plan } from 'c/movePlan';
import { OrgFault } from 'c/orgPort';
import type { RequestStep } from 'c/panelState';
import { heard, labelled, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, BO, DI, PAT, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { actionsFor } from '../actions.ts';
import { warningsOf } from '../warnings.ts';
import { selected, show } from './panel.ts';
import { matching, planTo, view, type View } from './views.ts';

const seen = viewFrom(WORK, { mayEdit: false });
const KEPT = { isJournaled: true, userId: ADA.id };

/** A review in which a request got so far. */
function reviewed(plan: Plan, request: RequestStep, more: Partial<View> = {}): View {
    const { state } = view('review', { plan });
    return { state: { ...state, request } as View['state'], seen, ...more };
}

function labels({ state, seen: viewpoint }: View): string[] {
    return actionsFor(state, viewpoint).map(({ label }) => label);
}

describe('The panel of who can’t edit users', () => {
    it.each<[string, View, string[]]>([
        [
            'a selection',
            view('selection', { plan: planTo(WORK, ADA, DI), seen }),
            ['Clear selection', 'Request 2 moves']
        ],
        ['one user', view('selection', { plan: planTo(WORK, ADA), seen }), ['Clear selection', 'Request 1 move']],
        ['all that match', view('selection', { selection: matching, seen }), ['Clear selection', 'Review']],
        ['a review', reviewed(planTo(WORK, ADA, PAT), { step: 'none' }), ['Download CSV', 'Cancel', 'Send request']],
        ['no one to move', reviewed(planTo(WORK, PAT), { step: 'none' }), ['Download CSV', 'Cancel']],
        [
            'a request that is sent',
            reviewed(planTo(WORK, ADA), { step: 'sending' }),
            ['Download CSV', 'Cancel', 'Send request']
        ],
        ['too many users', reviewed(planTo(WORK, ADA), { step: 'too large' }), ['Cancel', 'Download request']],
        [
            'a refused request',
            reviewed(planTo(WORK, ADA), { step: 'not saved', thrown: new OrgFault('forbidden', '') }),
            ['Cancel', 'Send request', 'Download request']
        ]
    ])('offers the right buttons for %s', (_, given, expected) => {
        expect(labels(given)).toEqual(expected);
    });

    it('doesn’t offer to move users of a request that someone else changed first', () => {
        const taken = reviewed(planTo(WORK, ADA), { step: 'taken' }, { seen: viewFrom(WORK) });
        expect(labels(taken)).toEqual(['Download CSV', 'Cancel']);
    });

    it('says why a request wasn’t sent, and what to do then', () => {
        const texts = (step: RequestStep) =>
            warningsOf(reviewed(planTo(WORK, ADA), step).state, KEPT).map(({ text }) => text);
        const file = 'Download the request and send it to an admin, who can import it.';
        expect(texts({ step: 'too large' })[1]).toBe(file);
        expect(texts({ step: 'not saved', thrown: new OrgFault('forbidden', 'No') })).toEqual([
            expect.stringMatching(/^Your request wasn't sent\. You don't have access to this data\./),
            file
        ]);
        expect(texts({ step: 'not saved', thrown: new OrgFault('offline', '') })).toEqual([
            expect.stringMatching(/^Your request wasn't sent\. Salesforce didn't respond\./)
        ]);
    });

    it('says who asks and why, and why the move of a request didn’t start', () => {
        const request = { recordId: 'a0r', name: 'REQ-000001', by: 'Cy Tan', reason: 'Monday' };
        const texts = (plan: Plan, step: RequestStep) =>
            warningsOf(reviewed(plan, step).state, KEPT).map(({ text }) => text);
        const plan = { ...planTo(WORK, ADA), request };
        expect(texts(plan, { step: 'none' })).toEqual(['REQ-000001, requested by Cy Tan: “Monday”']);
        expect(texts({ ...plan, request: { ...request, reason: '', by: null } }, { step: 'taken' })).toEqual([
            'REQ-000001, requested by Someone',
            'Someone else answered or withdrew this request first. No one was moved.'
        ]);
        expect(texts(plan, { step: 'not saved', thrown: new OrgFault('offline', '') })[1]).toMatch(
            /^The move didn't start, because the request couldn't be changed\. Salesforce didn't respond\./
        );
    });
});

describe('A request from the panel', () => {
    afterEach(unmountAll);

    it('is reviewed and sent with its reason, and nobody is moved', async () => {
        const { element, root, org, requests, press } = show(selected(ADA, DI), seen);
        const sent = heard(element, 'sent');
        await settled();
        await press('Request 2 moves');
        const field = one(root, 'c-reason-field').shadowRoot!;
        (one(field, 'textarea') as unknown as HTMLTextAreaElement).value = ' They start on Monday ';
        await press('Send request');
        expect(sent).toHaveLength(1);
        expect(requests.saved).toMatchObject([
            { users: 2, target: WORK, reason: 'They start on Monday', status: 'requested' }
        ]);
        expect(org.requests.write + org.requests.writeOne).toBe(0);
    });

    it('stays in the review when the org refuses it, and can be sent again', async () => {
        const { element, root, requests, press } = show(selected(ADA), seen);
        requests.faults = [new OrgFault('offline', '')];
        await settled();
        await press('Request 1 move');
        await press('Send request');
        expect(textOf(one(root, '[role="alert"]'))).toMatch(/^Your request wasn't sent\./);
        standForStubs(root);
        await expect(element).toBeAccessible();
        await press('Send request');
        expect(requests.saved).toHaveLength(1);
    });
});

describe('The run of a request', () => {
    beforeAll(() => Object.defineProperty(globalThis.crypto, 'randomUUID', { value: randomUUID, configurable: true }));
    afterEach(unmountAll);

    it('is written into the request before anyone is moved, and what it did after that', async () => {
        const { element, org, requests, ended, press } = show(null);
        await requests.saveRequest({ key: 'k', reason: '', target: WORK, targetName: null, users: 1, plan: '' });
        const { recordId, lastModified } = requests.saved[0]!;
        let before = '';
        const write = org.write.bind(org);
        jest.spyOn(org, 'write').mockImplementation(async (writes) => {
            before = requests.saved[0]!.status;
            return write(writes);
        });
        (element.requests as unknown as { opened: Map<string, string> }).opened.set(recordId, lastModified);
        element.review({ ...planTo(WORK, ADA), request: { recordId, name: 'REQ', by: null, reason: '' } }, []);
        await settled();
        await press('Move 1 user');
        expect(ended).toHaveLength(1);
        expect(before).toBe('running');
        expect(requests.saved[0]).toMatchObject({ status: 'done', moved: 1, runId: ended[0]!.runId });
    });

    it('doesn’t begin when someone else changed the request first', async () => {
        const { element, root, org, requests, press } = show(null);
        await requests.saveRequest({ key: 'k', reason: '', target: WORK, targetName: null, users: 1, plan: '' });
        const { recordId, lastModified } = requests.saved[0]!;
        (element.requests as unknown as { opened: Map<string, string> }).opened.set(recordId, lastModified);
        await requests.changeRequest(recordId, { to: 'withdrawn' }, lastModified);
        element.review({ ...planTo(WORK, BO, ADA), request: { recordId, name: 'REQ', by: null, reason: '' } }, []);
        await settled();
        await press('Move 1 user');
        expect(textOf(one(root, '[role="alert"]'))).toMatch(/^Someone else answered or withdrew this request first/);
        expect(org.requests.write).toBe(0);
        expect(() => labelled(root, 'Move 1 user')).toThrow();
    });
});
