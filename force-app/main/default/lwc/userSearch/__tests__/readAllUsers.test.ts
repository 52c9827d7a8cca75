import { EVERYONE, readAllUsers } from 'c/userSearch';
import { smallOrg } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

describe('Reading all that a search finds', () => {
    it('reads page after page and reports how many users it has', async () => {
        const org = new WholeMemoryOrg(smallOrg(2100));
        const counts: number[] = [];
        const users = await readAllUsers(org, EVERYONE, (count) => counts.push(count) > 0);
        expect(new Set(users?.map((user) => user.id)).size).toBe(2109);
        expect(counts).toEqual([2000, 2109]);
    });

    it('stops when it is told to', async () => {
        const org = new WholeMemoryOrg(smallOrg(2100));
        expect(await readAllUsers(org, EVERYONE, () => false)).toBeNull();
        expect(org.requests.users).toBe(1);
    });
});
