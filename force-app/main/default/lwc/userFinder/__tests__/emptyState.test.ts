import { EVERYONE } from 'c/userSearch';
import { emptyStateOf } from '../emptyState.ts';
import { WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const here = { ...EVERYONE, target: WORK, membership: 'here' as const };

describe('What is said when no one is found', () => {
    it('of a call center without members, is what to do', () => {
        expect(emptyStateOf(here, viewFrom(WORK))).toEqual({
            title: "8x8 Work doesn't have members yet",
            text: 'Show all users, then move the ones who belong here.',
            showEveryone: 'Show all users'
        });
        expect(emptyStateOf(here, viewFrom(WORK, { mayEdit: false })).text).toBe('');
    });

    it('of users without a call center, is that there are none', () => {
        expect(emptyStateOf({ ...EVERYONE, membership: 'none' }, viewFrom('none')).title).toBe(
            'Every user is in a call center'
        );
    });

    it.each([{ text: 'ada' }, { isActive: false }, { profileIds: ['00e'] }])(
        'of a search with %j, is that nothing matches',
        (filter) => {
            expect(emptyStateOf({ ...here, ...filter }, viewFrom(WORK))).toMatchObject({
                title: 'No users found',
                showEveryone: 'Clear search and filters'
            });
        }
    );
});
