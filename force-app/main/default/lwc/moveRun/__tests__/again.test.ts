import { planMoves } from 'c/movePlan';
import { planAgain, runOne, startRun, type Journal, type RunReport, type Settled } from 'c/moveRun';
import { ADA, CY, DI, EVE, smallOrg, WORK } from '#tests/support/people.ts';
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

describe('A plan that comes from a file', () => {
    const journal: Journal = { available: false, begin() {}, intend() {}, settle() {}, end() {} };
    const wait = async () => {};
    const options = { runId: 'run', by: 'Mo', journal, now: () => 0, wait, random: () => 0, onProgress() {} };
    const { kindOf } = viewFrom(WORK);
    const planOf = (...users: (typeof ADA)[]) => {
        const plan = planMoves(users, WORK, kindOf);
        return { ...plan, file: 'agents.csv', users: plan.users.map((user, index) => ({ ...user, row: index + 2 })) };
    };

    it('ends in a report with the file and the row of each user, also when it is tried again', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const report = await startRun(planOf(ADA, EVE, CY), org, options).ended;
        expect(report.file).toBe('agents.csv');
        expect(report.settled.map(({ name, outcome, row }) => [name, outcome, row])).toEqual([
            ['Ada Byron', 'moved', 2],
            ['Eve Voice', 'not attempted', 3],
            ['Cy Tan', 'moved', 4]
        ]);
        const again = await planAgain(report, { userIds: [CY.id] }, org, kindOf);
        expect(again.file).toBe('agents.csv');
        expect(again.users).toMatchObject([{ name: 'Cy Tan', row: 4 }]);
    });

    it('ends so, too, when it has one user', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { report } = await runOne(planOf(CY), null, org, options);
        expect(report).toMatchObject({ file: 'agents.csv', settled: [{ name: 'Cy Tan', outcome: 'moved', row: 2 }] });
    });
});
