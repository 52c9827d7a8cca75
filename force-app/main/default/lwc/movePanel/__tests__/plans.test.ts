import type { RunReport, Settled } from 'c/moveRun';
import { EVERYONE } from 'c/userSearch';
import { planFor, readAll, againPlan } from '../plans.ts';
import { ADA, BO, CY, DI, smallOrg, WORK } from '#tests/support/people.ts';
import { seenFrom } from '#tests/support/seen.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const wishes = (plan: ReturnType<typeof planFor>) => plan.users.map(({ name, to, verdict }) => [name, to, verdict]);

function settledAs(user: typeof ADA, to: string | null, outcome: Settled['outcome']): Settled {
    const { id: userId, name, callCenterId: from } = user;
    return { userId, name, from, to, outcome, words: null, code: null, reason: null };
}

function reportOf(...settled: Settled[]): RunReport {
    const times = { startedAt: 0, endedAt: 0 };
    return { runId: 'run', target: WORK, by: '', settled, stoppedBecause: null, words: null, undoOf: null, ...times };
}

describe('The plan of a selection', () => {
    it('takes everyone to the target', () => {
        expect(wishes(planFor([ADA, BO, CY], seenFrom(WORK)))).toEqual([
            ['Ada Byron', WORK, 'move'],
            ['Bo Lind', WORK, 'already there'],
            ['Cy Tan', WORK, 'move']
        ]);
    });

    it('takes out of the target when all are there already', () => {
        expect(wishes(planFor([BO], seenFrom(WORK)))).toEqual([['Bo Lind', null, 'move']]);
    });

    it('takes out of their centers when no center is the target', () => {
        expect(wishes(planFor([ADA, CY], seenFrom('none')))).toEqual([
            ['Ada Byron', null, 'move'],
            ['Cy Tan', null, 'already there']
        ]);
    });

    it('of nobody moves nobody', () => {
        expect(planFor([], seenFrom(WORK)).users).toEqual([]);
    });
});

describe('Reading all that a search finds', () => {
    it('goes page after page and tells how far it is', async () => {
        const org = new WholeMemoryOrg(smallOrg(2100));
        const counts: number[] = [];
        const users = await readAll(org, EVERYONE, (count) => counts.push(count) > 0);
        expect(new Set(users?.map((user) => user.id)).size).toBe(2109);
        expect(counts).toEqual([2000, 2109]);
    });

    it('stops when it is told to', async () => {
        const org = new WholeMemoryOrg(smallOrg(2100));
        expect(await readAll(org, EVERYONE, () => false)).toBeNull();
        expect(org.requests.users).toBe(1);
    });
});

describe('The plan to try again', () => {
    it('holds who was refused, from where they are now, and nobody else', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, null);
        const report = reportOf(settledAs(ADA, WORK, 'refused'), settledAs(CY, WORK, 'moved'));
        const plan = await againPlan({ ...report, undoOf: 'earlier' }, 'refused', org, seenFrom(WORK));
        expect(plan.users).toMatchObject([{ name: 'Ada Byron', from: null, to: WORK, verdict: 'move' }]);
        expect(plan).toMatchObject({ target: WORK, undoOf: 'earlier' });
    });

    it('holds whom a stopped run did not come to, but nobody the plan had blocked', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const blocked = { ...settledAs(CY, WORK, 'not attempted'), reason: 'portal user' } as const;
        const report = reportOf(settledAs(ADA, WORK, 'not attempted'), blocked, settledAs(DI, WORK, 'refused'));
        const plan = await againPlan(report, 'rest', org, seenFrom(WORK));
        expect(plan.users.map((user) => user.name)).toEqual(['Ada Byron']);
    });

    it('holds one user by name, from wherever somebody else moved them', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, null);
        const report = reportOf(settledAs(ADA, WORK, 'changed meanwhile'), settledAs(DI, WORK, 'refused'));
        const plan = await againPlan(report, { userId: ADA.id }, org, seenFrom(WORK));
        expect(plan.users).toMatchObject([{ name: 'Ada Byron', from: null, to: WORK, verdict: 'move' }]);
    });
});
