import { isPlain, planRow, planSelection, type Plan } from 'c/movePlan';
import { ADA, BO, CY, DIALER, FAY, PAT, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const { kindOf } = viewFrom(WORK);
const moves = (plan: Plan) => plan.users.map(({ name, to, verdict }) => [name, to, verdict]);

describe('The plan of a selection', () => {
    it('moves everyone to the target', () => {
        expect(moves(planSelection([ADA, BO, CY], WORK, kindOf))).toEqual([
            ['Ada Byron', WORK, 'move'],
            ['Bo Lind', WORK, 'already there'],
            ['Cy Tan', WORK, 'move']
        ]);
    });

    it('removes users from the target when all of them are already there', () => {
        expect(moves(planSelection([BO], WORK, kindOf))).toEqual([['Bo Lind', null, 'move']]);
    });

    it('removes users from their call centers without a target', () => {
        expect(moves(planSelection([ADA, CY], null, kindOf))).toEqual([
            ['Ada Byron', null, 'move'],
            ['Cy Tan', null, 'already there']
        ]);
    });

    it('moves no one for an empty selection', () => {
        expect(planSelection([], WORK, kindOf).users).toEqual([]);
    });

    it('needs no review unless it asks something or blocks someone', () => {
        const plain = (...users: (typeof ADA)[]) => isPlain(planSelection(users, WORK, kindOf));
        expect([plain(ADA, BO), plain(ADA, FAY), plain(ADA, PAT)]).toEqual([true, false, false]);
    });
});

describe('The plan of a row', () => {
    it('moves a user to the target, and out of it when they are there', () => {
        expect(moves(planRow(ADA, WORK, kindOf))).toEqual([['Ada Byron', WORK, 'move']]);
        expect(moves(planRow(ADA, DIALER, kindOf))).toEqual([['Ada Byron', null, 'move']]);
        expect(moves(planRow(ADA, null, kindOf))).toEqual([['Ada Byron', null, 'move']]);
    });
});
