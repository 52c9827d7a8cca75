import { planAgain, type RunReport, type Settled } from 'c/moveRun';
import { ADA, CY, DI, smallOrg, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

function settledAs(user: typeof ADA, to: string | null, outcome: Settled['outcome']): Settled {
    const { id: userId, name, callCenterId: from } = user;
    return { userId, name, from, to, outcome, words: null, code: null, reason: null };
}

function reportOf(...settled: Settled[]): RunReport {
    const times = { startedAt: 0, endedAt: 0 };
    const about = { runId: 'run', field: 'CallCenterId' as const, target: WORK, by: '', undoOf: null };
    return { ...about, settled, stoppedBecause: null, words: null, ...times };
}

describe('The plan to try again', () => {
    it('holds failed users from where they are now, and no one else', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, null);
        const report = reportOf(settledAs(ADA, WORK, 'refused'), settledAs(CY, WORK, 'moved'));
        const plan = await planAgain({ ...report, undoOf: 'earlier' }, 'refused', org, viewFrom(WORK).kindOf);
        expect(plan.users).toMatchObject([{ name: 'Ada Byron', from: null, to: WORK, verdict: 'move' }]);
        expect(plan).toMatchObject({ target: WORK, undoOf: 'earlier' });
    });

    it('holds users that a stopped run did not reach, but no one the plan blocked', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const blocked = { ...settledAs(CY, WORK, 'not attempted'), reason: 'portal user' } as const;
        const report = reportOf(settledAs(ADA, WORK, 'not attempted'), blocked, settledAs(DI, WORK, 'refused'));
        const plan = await planAgain(report, 'rest', org, viewFrom(WORK).kindOf);
        expect(plan.users.map((user) => user.name)).toEqual(['Ada Byron']);
    });

    it('holds one named user, from wherever someone else moved them', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, null);
        const report = reportOf(settledAs(ADA, WORK, 'changed meanwhile'), settledAs(DI, WORK, 'refused'));
        const plan = await planAgain(report, { userIds: [ADA.id] }, org, viewFrom(WORK).kindOf);
        expect(plan.users).toMatchObject([{ name: 'Ada Byron', from: null, to: WORK, verdict: 'move' }]);
    });
});
