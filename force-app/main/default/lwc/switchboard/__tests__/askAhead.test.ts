import { OrgFault, type UserPage, type UserSearch } from 'c/orgPort';
import { readAddress } from 'c/pageState';
import { EVERYONE } from 'c/userSearch';
import { settled } from '#tests/support/mount.ts';
import { WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { askAhead, openedSearch } from '../askAhead.ts';

const PAGE: UserPage = { users: [], total: 0, endCursor: null, hidesMemberships: false };
const OPTIONS = { first: 100, fresh: true };

function orgThat(answer: () => Promise<UserPage>) {
    const asked: UserSearch[] = [];
    const users = (search: UserSearch) => {
        asked.push(search);
        return answer();
    };
    return { asked, org: { users } };
}

describe('Asking ahead', () => {
    it('asks for the users of the address once, and hands the answer to the first one who asks for them', async () => {
        const { asked, org } = orgThat(() => Promise.resolve(PAGE));
        const address = readAddress(`?c__center=${WORK}&c__membership=elsewhere&c__search=ada`);
        const ahead = askAhead(org, openedSearch(address, viewFrom(WORK)));
        const search: UserSearch = { ...EVERYONE, text: 'ada', membership: 'elsewhere', target: WORK };
        expect(asked).toEqual([search]);
        await ahead.users(search, null, OPTIONS);
        expect(asked).toHaveLength(1);
        await ahead.users(search, null, OPTIONS);
        expect(asked).toHaveLength(2);
    });

    it('leaves any other question to the org', async () => {
        const { asked, org } = orgThat(() => Promise.resolve(PAGE));
        const ahead = askAhead(org, openedSearch(readAddress(''), viewFrom('everyone')));
        await ahead.users({ ...EVERYONE, text: 'bo' }, null, OPTIONS);
        expect(asked.map(({ text }) => text)).toEqual(['', 'bo']);
    });

    it('lets a failure reach the one who asks, and no one else', async () => {
        const { org } = orgThat(() => Promise.reject(new OrgFault('busy', 'Service unavailable')));
        const ahead = askAhead(org, openedSearch(readAddress(''), viewFrom('everyone')));
        await settled();
        await expect(ahead.users(EVERYONE, null, OPTIONS)).rejects.toThrow('Service unavailable');
    });
});
