import { EVERYONE } from 'c/userSearch';
import { NO_USERS } from '../picked.ts';
import { ADA, BO, CY, WORK } from '#tests/support/people.ts';

const chosen = (...users: { id: string }[]) => new Set(users.map((user) => user.id));

describe('The selected users', () => {
    it('are none at first', () => {
        expect(NO_USERS.selection(EVERYONE, 12)).toEqual({ count: 0, users: [], matching: null });
    });

    it('stay selected during another search', () => {
        const picked = NO_USERS.chosen(chosen(ADA), [ADA, BO]).chosen(chosen(CY), [CY]);
        expect(picked.selection(EVERYONE, 12)).toEqual({ count: 2, users: [ADA, CY], matching: null });
        expect(picked.among([BO, CY])).toEqual([CY.id]);
    });

    it('can be deselected one at a time', () => {
        const picked = NO_USERS.chosen(chosen(ADA, BO), [ADA, BO]).chosen(chosen(BO), [ADA, BO]);
        expect(picked.selection(EVERYONE, 12).users).toEqual([BO]);
    });

    it('are a new object after each change, and the earlier one stays the same', () => {
        const picked = NO_USERS.chosen(chosen(ADA), [ADA]);
        picked.chosen(chosen(), [ADA]);
        picked.all(12, [BO]);
        picked.afterMoves([{ userId: ADA.id, to: WORK }]);
        expect(picked.selection(EVERYONE, 12).users).toEqual([ADA]);
        expect(NO_USERS.selection(EVERYONE, 12).count).toBe(0);
    });

    it('can be all matching users, even those that are not loaded', () => {
        const picked = NO_USERS.chosen(chosen(ADA), [ADA]).all(4312, [ADA, BO]);
        const search = { ...EVERYONE, text: 'a' };
        expect(picked.selection(search, 4312)).toEqual({ count: 4312, users: [ADA, BO], matching: search });
        expect(picked.among([ADA, BO, CY])).toEqual([ADA.id, BO.id, CY.id]);
    });

    it('are selected individually when all matching users are loaded', () => {
        expect(NO_USERS.all(2, [ADA, BO]).selection(EVERYONE, 2)).toEqual({
            count: 2,
            users: [ADA, BO],
            matching: null
        });
    });

    it('are no longer all matching users once one is deselected', () => {
        const picked = NO_USERS.all(4312, [ADA, BO]).chosen(chosen(ADA), [ADA, BO]);
        expect(picked.selection(EVERYONE, 4312)).toEqual({ count: 1, users: [ADA], matching: null });
    });

    it('offer all matching users only when that selects more', () => {
        expect(NO_USERS.offersAll(12)).toBe(false);
        expect(NO_USERS.chosen(chosen(ADA), [ADA]).offersAll(12)).toBe(true);
        expect(NO_USERS.chosen(chosen(ADA), [ADA]).offersAll(1)).toBe(false);
        expect(NO_USERS.all(12, [ADA]).offersAll(12)).toBe(false);
    });

    it('have their new call center after a move', () => {
        const moves = [
            { userId: ADA.id, to: WORK },
            { userId: BO.id, to: null }
        ];
        const { users } = NO_USERS.chosen(chosen(ADA, CY), [ADA, CY]).afterMoves(moves).selection(EVERYONE, 12);
        expect(users).toEqual([{ ...ADA, callCenterId: WORK }, CY]);
    });
});
