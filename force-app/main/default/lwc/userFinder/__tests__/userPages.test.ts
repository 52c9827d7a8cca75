import { OrgFault, type Org, type UserPage } from 'c/orgPort';
import { EVERYONE, USERS_PER_PAGE, USERS_SHOWN } from 'c/userSearch';
import { UserPages, type Found } from '../userPages.ts';
import { ADA, BO, CY, smallOrg, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

function pagesOf() {
    const told: Found[] = [];
    const pages = new UserPages((found) => told.push(found));
    return { pages, told, states: () => told.map((found) => found.state) };
}

/** An org whose answers come when the test says so. */
function slowOrg() {
    const asked: { after: string | null; answer(page: UserPage): void; fail(fault: OrgFault): void }[] = [];
    const org = {
        users: (_: unknown, after: string | null) =>
            new Promise<UserPage>((answer, fail) => asked.push({ after, answer, fail }))
    } as unknown as Org;
    return { org, asked };
}

const page = (users: (typeof ADA)[], endCursor: string | null = null): UserPage => ({
    users,
    total: 9,
    endCursor,
    hidesMemberships: false
});

describe('Pages of users', () => {
    it('are unread at first', () => {
        expect(pagesOf().pages.found).toEqual({
            users: [],
            total: 0,
            state: 'unread',
            isOutdated: false,
            hidesMemberships: false,
            hasMore: false,
            isCut: false
        });
    });

    it('come one after the other, in order, without doubles, up to the last', async () => {
        const org = new WholeMemoryOrg(smallOrg(150));
        const { pages, states } = pagesOf();
        await pages.read(org, EVERYONE, false);
        expect(pages.found).toMatchObject({ total: 159, state: 'read', hasMore: true });
        expect(pages.found.users).toHaveLength(USERS_PER_PAGE);
        await pages.read(org, EVERYONE, true);
        expect(pages.found).toMatchObject({ total: 159, state: 'read', hasMore: false, isCut: false });
        expect(new Set(pages.found.users.map((user) => user.id)).size).toBe(159);
        expect(states()).toEqual(['reading', 'read', 'reading more', 'read']);
    });

    it('show once a user whom a change in the org pushed onto the next page', async () => {
        const { org, asked } = slowOrg();
        const { pages } = pagesOf();
        const first = pages.read(org, EVERYONE, false);
        asked[0].answer(page([ADA, BO], 'next'));
        await first;
        const second = pages.read(org, EVERYONE, true);
        expect(asked[1].after).toBe('next');
        asked[1].answer(page([BO, CY]));
        await second;
        expect(pages.found.users.map((user) => user.name)).toEqual(['Ada Byron', 'Bo Lind', 'Cy Tan']);
    });

    it('drop an answer that a newer question overtook', async () => {
        const { org, asked } = slowOrg();
        const { pages } = pagesOf();
        const early = pages.read(org, EVERYONE, false);
        const late = pages.read(org, { ...EVERYONE, text: 'cy' }, false);
        asked[1].answer(page([CY]));
        expect(await late).toBe(true);
        asked[0].answer(page([ADA]));
        expect(await early).toBe(false);
        expect(pages.found.users).toEqual([CY]);
    });

    it('drop a fault that a newer question overtook', async () => {
        const { org, asked } = slowOrg();
        const { pages } = pagesOf();
        const early = pages.read(org, EVERYONE, false);
        const late = pages.read(org, EVERYONE, false);
        asked[0].fail(new OrgFault('offline', ''));
        expect(await early).toBe(false);
        expect(pages.found.state).toBe('reading');
        asked[1].answer(page([CY]));
        expect(await late).toBe(true);
    });

    it('keep what was found when the org fails, and throw its fault', async () => {
        const { org, asked } = slowOrg();
        const { pages } = pagesOf();
        const first = pages.read(org, EVERYONE, false);
        asked[0].answer(page([ADA]));
        await first;
        const second = pages.read(org, EVERYONE, false);
        asked[1].fail(new OrgFault('busy', 'later'));
        await expect(second).rejects.toMatchObject({ kind: 'busy' });
        expect(pages.found).toMatchObject({ users: [ADA], state: 'read', isOutdated: false });
    });

    it('are outdated from a failed search until a search succeeds, unless the question was the same', async () => {
        const { org, asked } = slowOrg();
        const { pages } = pagesOf();
        const read = async (text: string, end: (index: number) => void, more = false) => {
            const reading = pages.read(org, { ...EVERYONE, text }, more).catch(() => null);
            end(asked.length - 1);
            await reading;
            return pages.found.isOutdated;
        };
        const fails = (index: number) => asked[index].fail(new OrgFault('busy', ''));
        const answers = (index: number) => asked[index].answer(page([ADA], 'next'));
        expect(await read('ada', answers)).toBe(false);
        expect(await read('ada', fails, true)).toBe(false);
        expect(await read('ada', fails)).toBe(false);
        expect(await read('cy', fails)).toBe(true);
        const again = pages.read(org, { ...EVERYONE, text: 'cy' }, false);
        expect(pages.found).toMatchObject({ state: 'reading', isOutdated: true });
        answers(asked.length - 1);
        await again;
        expect(pages.found.isOutdated).toBe(false);
        expect(await read('bo', fails)).toBe(true);
        expect(await read('cy', fails)).toBe(false);
    });

    it('end where the table is full, and say that there are more', async () => {
        const org = new WholeMemoryOrg(smallOrg(USERS_SHOWN + 50));
        const { pages } = pagesOf();
        await pages.read(org, EVERYONE, false);
        for (let read = 1; read < USERS_SHOWN / USERS_PER_PAGE; read += 1) await pages.read(org, EVERYONE, true);
        expect(pages.found).toMatchObject({ hasMore: false, isCut: true, total: USERS_SHOWN + 59 });
        expect(pages.found.users).toHaveLength(USERS_SHOWN);
    });

    it('show moves without asking again, out of a center too', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { pages } = pagesOf();
        await pages.read(org, EVERYONE, false);
        pages.applyMoves([
            { userId: ADA.id, to: WORK },
            { userId: BO.id, to: null }
        ]);
        const centers = new Map(pages.found.users.map((user) => [user.name, user.callCenterId]));
        expect(centers.get('Ada Byron')).toBe(WORK);
        expect(centers.get('Bo Lind')).toBeNull();
        expect(centers.get('Di Vane')).not.toBeNull();
        expect(org.requests.users).toBe(1);
    });

    it('show a move that was made while they were read, and forget it with the next reading', async () => {
        const { org, asked } = slowOrg();
        const { pages } = pagesOf();
        const centers = () => pages.found.users.map((user) => user.callCenterId);
        const reading = pages.read(org, EVERYONE, false);
        pages.applyMoves([{ userId: ADA.id, to: WORK }]);
        asked[0].answer(page([ADA, CY]));
        await reading;
        expect(centers()).toEqual([WORK, null]);
        const again = pages.read(org, EVERYONE, false);
        asked[1].answer(page([ADA, CY]));
        await again;
        expect(centers()).toEqual([ADA.callCenterId, null]);
    });

    it('forget when a moved user was last modified, until the user is read again', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { pages } = pagesOf();
        await pages.read(org, EVERYONE, false);
        const unknown = () => pages.found.users.filter((user) => user.lastModified === null).map(({ id }) => id);
        pages.applyMoves([{ userId: ADA.id, to: WORK }]);
        expect(unknown()).toEqual([ADA.id]);
        await pages.read(org, EVERYONE, false);
        expect(unknown()).toEqual([]);
    });
});
