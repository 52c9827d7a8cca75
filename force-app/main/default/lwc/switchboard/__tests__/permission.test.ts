import { randomUUID } from 'node:crypto';
import { openJournal } from 'c/moveJournal';
import { OrgFault } from 'c/orgPort';
import { PageFlow } from 'c/pageFlow';
import { openPage, readAddress, viewpointOf, type Page, type Permission } from 'c/pageState';
import { ME, smallOrg } from '#tests/support/people.ts';
import { deskOf } from '#tests/support/desk.ts';
import { keeperOf } from '#tests/support/keeper.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

describe('The permission to edit users', () => {
    it('is asked for again whenever the page reads, although the read fails', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        let page: Page = openPage(readAddress(''));
        let permission: Permission = 'unknown';
        const flow = new PageFlow({
            org,
            journal: openJournal(() => new MemoryStorage(), { org: 'org', user: 'me' }),
            keeper: keeperOf(org),
            requests: deskOf(org),
            userId: ME.id,
            clock: { now: Date.now, wait: async () => {}, random: () => 0.5 },
            permission: () => permission,
            newRunId: randomUUID,
            whileUnlocked: (_, act) => act(),
            get page() {
                return page;
            },
            become: (next) => {
                page = next;
            }
        });
        flow.reads.afterFirstRows();
        const read = async (then: Permission) => {
            const reading = flow.reads.overview();
            permission = then;
            await reading;
            return [page.permission, viewpointOf(page).mayEdit];
        };
        expect(await read('unknown')).toEqual(['unknown', true]);
        jest.spyOn(org, 'memberCounts').mockRejectedValueOnce(new OrgFault('busy', ''));
        expect(await read('missing')).toEqual(['missing', false]);
        expect(await read('granted')).toEqual(['granted', true]);
    });
});
