import { openJournal } from 'c/moveJournal';
import { OrgFault } from 'c/orgPort';
import { PageFlow } from 'c/pageFlow';
import { openPage, readAddress, tell, type Page, type Permission } from 'c/pageState';
import { deskOf } from '#tests/support/desk.ts';
import { keeperOf } from '#tests/support/keeper.ts';
import { MemoryRequests } from '#tests/support/memoryRequests.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { BO, ME, smallOrg, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

/** A page with an org that has a request of this user that waits, and one of Bo Lind that was declined. */
async function open(permission: Permission, query = '') {
    const org = new WholeMemoryOrg(smallOrg());
    const requests = new MemoryRequests();
    const request = { reason: '', target: WORK, targetName: '8x8 Work', users: 1, plan: '' };
    requests.user = { id: ME.id, name: ME.name, isAdmin: true };
    await requests.saveRequest({ ...request, key: 'one' });
    requests.user = { id: BO.id, name: BO.name, isAdmin: true };
    await requests.saveRequest({ ...request, key: 'two' });
    const { recordId, lastModified } = requests.saved[1]!;
    await requests.changeRequest(recordId, { to: 'declined', answer: 'No' }, lastModified);
    requests.asked = 0;
    const host = { page: openPage(readAddress(query)) as Page };
    const flow = new PageFlow({
        org,
        journal: openJournal(() => new MemoryStorage(), { org: 'org', user: 'me' }),
        keeper: keeperOf(org),
        requests: deskOf(org, requests),
        userId: ME.id,
        clock: { now: Date.now, wait: async () => {}, random: () => 0.5 },
        permission: () => permission,
        newRunId: () => 'run',
        whileUnlocked: (_, act) => act(),
        get page() {
            return host.page;
        },
        become: (next) => {
            host.page = next;
        }
    });
    const keys = () => host.page.requests.value?.map(({ key }) => key);
    return { flow, host, requests, keys };
}

describe('Requests on the page', () => {
    it('are those that wait, with one question, for who may edit users', async () => {
        const { flow, keys, requests } = await open('granted');
        await flow.reads.requests();
        expect(keys()).toEqual(['one']);
        expect(requests.asked).toBe(1);
    });

    it('are all of them in their list, those that wait first', async () => {
        const { flow, keys } = await open('unknown', '?c__view=requests');
        await flow.reads.requests();
        expect(keys()).toEqual(['one', 'two']);
    });

    it('are one’s own, answered or not, for who can’t edit users', async () => {
        const { flow, keys, requests } = await open('missing');
        requests.saved[0]!.status = 'declined';
        await flow.reads.requests();
        expect(keys()).toEqual(['one']);
    });

    it('leave alone what happened on the page while they were read', async () => {
        const { flow, host } = await open('granted');
        const reading = flow.reads.requests();
        host.page = tell(host.page, { about: 'request', what: 'sent' });
        await reading;
        expect(host.page.message).toEqual({ about: 'request', what: 'sent' });
    });

    it('are those of the latest question, even if the answer to an earlier one comes after it', async () => {
        const { flow, keys, requests } = await open('granted');
        const answer = requests.moveRequests.bind(requests);
        let letEarlierCome = () => {};
        const earlier = new Promise<void>((resolve) => (letEarlierCome = resolve));
        requests.moveRequests = async (which) => {
            const before = await answer(which);
            await earlier;
            return before;
        };
        const reading = flow.reads.requests();
        requests.moveRequests = answer;
        requests.saved[0]!.status = 'withdrawn';
        await flow.reads.requests();
        letEarlierCome();
        await reading;
        expect(keys()).toEqual([]);
    });

    it('stay when they can’t be read again, and the page knows why', async () => {
        const { flow, host, keys, requests } = await open('granted');
        await flow.reads.requests();
        requests.faults = [new OrgFault('busy', '')];
        await flow.reads.requests();
        expect(keys()).toEqual(['one']);
        expect(host.page.requests.failure).toBeInstanceOf(OrgFault);
        await flow.reads.requests();
        expect(host.page.requests.failure).toBeNull();
    });
});
