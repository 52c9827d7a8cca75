import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planUndo } from 'c/movePlan';
import { OUTCOMES, type Outcome } from 'c/moveRun';
import { FAULTS, type Fault } from '../support/faultPlayer.ts';
import { account, accountClick } from './account.ts';
import { drive, driveClick, driveUndo, ProgressDropped, type Driven, type MakeWorld, type Mutation } from './drive.ts';
import {
    anything,
    fewer,
    fullStorage,
    oneClick,
    onlyCrashes,
    onlyLate,
    kindOf,
    wide,
    type Scenario
} from './scenario.ts';
import { Tally, type Expected } from './tally.ts';

export interface Scenarios {
    anything: fc.Arbitrary<Scenario>;
    oneClick: fc.Arbitrary<Scenario & { to: number }>;
    onlyCrashes: fc.Arbitrary<Scenario>;
    onlyLate: fc.Arbitrary<Scenario>;
    fullStorage: fc.Arbitrary<Scenario>;
    wide: fc.Arbitrary<Scenario>;
}

export const ALL: Scenarios = { anything, oneClick, onlyCrashes, onlyLate, fullStorage, wide };

/** @param most users of each scenario. @param manyAtMost users of those in which several batches run at once */
export function scenariosOf(most: number, manyAtMost = most): Scenarios {
    const cut = <Any extends Scenario>(scenarios: fc.Arbitrary<Any>) =>
        scenarios.map((scenario) => fewer(scenario, most, manyAtMost));
    return {
        anything: cut(anything),
        oneClick: cut(oneClick),
        onlyCrashes: cut(onlyCrashes),
        onlyLate: cut(onlyLate),
        fullStorage: cut(fullStorage),
        wide: cut(wide)
    };
}

export type Sentence = keyof ReturnType<typeof movingProperties>;

/**
 * What holds for every plan, every sequence of faults and every colleague. Each key states its property.
 * @param tally counts what the properties meet
 */
export function movingProperties(
    makeWorld: MakeWorld,
    mutation: Mutation = {},
    scenarios: Scenarios = ALL,
    tally = new Tally()
) {
    const { anything, oneClick, onlyCrashes, onlyLate, fullStorage, wide } = scenarios;

    async function driven(scenario: Scenario): Promise<Driven> {
        const done = await drive(scenario, makeWorld, mutation);
        const outcomes = done.report.settled.map(({ outcome }) => outcome);
        tally.add({ requests: done.requests, outcomes, faults: done.met, atOnce: done.lanes.most });
        return done;
    }

    return {
        'one click overwrites no one and reports what happened': fc.asyncProperty(oneClick, async (scenario) => {
            const click = await driveClick(scenario, makeWorld, mutation);
            tally.add({ requests: click.requests, outcomes: [click.settled.outcome], faults: click.met });
            await accountClick(click);
        }),

        'every user ends in one outcome that agrees with the org, and no one else is changed': fc.asyncProperty(
            anything,
            async (scenario) => account(await driven(scenario))
        ),

        'batches run at once only while answers are clean, and each is written right after its own reading':
            fc.asyncProperty(
                fc.oneof({ weight: 2, arbitrary: anything }, { weight: 1, arbitrary: wide }),
                async (scenario) => {
                    const done = await driven(scenario);
                    assert.deepEqual(done.lanes.broken, []);
                    await account(done);
                }
            ),

        'an undo moves everyone back, except users who were moved since': fc.asyncProperty(
            anything,
            async (scenario) => {
                const done = await driven(scenario);
                const undone = await driveUndo(done, scenario, mutation);
                await account(undone);
                const after = await undone.witness.snapshot();
                const undo = new Map(undone.report.settled.map((one) => [one.userId, one]));
                for (const one of done.report.settled) {
                    const now = undone.before.get(one.userId);
                    const left = after.get(one.userId);
                    // An undo looks at uncertain users, too, and moves back those who turn out to be at the target.
                    const mayHaveMoved = one.outcome === 'moved' || one.outcome === 'uncertain';
                    if (mayHaveMoved && now === one.to) {
                        assert.equal(left, one.from, `${one.userId} is back`);
                    } else {
                        assert.equal(left, now, `${one.userId} is left alone`);
                        const kept = mayHaveMoved && now !== one.from;
                        if (kept) assert.equal(undo.get(one.userId)?.nowIn, now, `${one.userId} is reported as kept`);
                        else assert.notEqual(undo.get(one.userId)?.outcome, 'changed meanwhile');
                    }
                }
            }
        ),

        'a run that crashes anywhere and resumes ends like one without a crash': fc.asyncProperty(
            onlyCrashes,
            async (scenario) => {
                const crashed = await driven(scenario);
                const whole = await drive({ ...scenario, turns: [] }, makeWorld, mutation);
                assert.deepEqual(await crashed.witness.snapshot(), await whole.witness.snapshot());
                assert.deepEqual(crashed.report.settled, whole.report.settled);
                // Two requests for each batch, and one that confirms the refusals of the last one.
                const batches = Math.ceil(scenario.users.length / FIRST_BATCH) + 1;
                assert.ok(whole.requests <= 2 * batches + 1, `a refusal costs no requests: ${whole.requests}`);
            }
        ),

        'no report denies a commit that comes late, and an undo takes back every one': fc.asyncProperty(
            onlyLate,
            async (scenario) => {
                const { witness, report } = await driven(scenario);
                const now = await witness.snapshot();
                const known = report.settled.filter(({ userId }) => now.has(userId));
                for (const { userId, outcome, from, to } of known) {
                    if (outcome === 'moved') assert.equal(now.get(userId), to, `${userId} is moved, but isn’t there`);
                    else if (outcome !== 'uncertain')
                        assert.equal(now.get(userId), from, `${userId} is ${outcome}, but was moved`);
                }
                const memberships = await witness.org.memberships(known.map(({ userId }) => userId));
                const { users } = planUndo(report, memberships, kindOf);
                const back = new Set(users.filter(({ verdict }) => verdict === 'move').map(({ userId }) => userId));
                for (const { userId, to } of known) {
                    assert.equal(back.has(userId), now.get(userId) === to, `${userId} goes back if moved`);
                }
            }
        ),

        'a run whose progress does not fit in storage is never resumed with a wrong result': fc.asyncProperty(
            fullStorage,
            async (scenario) => {
                try {
                    await account(await driven(scenario));
                } catch (thrown) {
                    if (!(thrown instanceof ProgressDropped)) throw thrown;
                    tally.add({ requests: thrown.requests, outcomes: [], faults: thrown.met });
                }
            }
        )
    };
}

/** The users of a run's first batch. Without faults, later batches are larger. */
const FIRST_BATCH = 50;

/** Runs from which a property has to have met what is expected of it. The rarest faults are met about once in 100. */
export const ENOUGH_RUNS = { outcomes: 300, faults: 1_000, lanes: 1_000 };

const without = <Name extends string>(all: readonly Name[], ...names: Name[]) =>
    all.filter((name) => !names.includes(name));
const outcomesOf = (...names: Outcome[]) => names;
const faultsOf = (...names: Fault[]) => names;

export const EXPECTED: Record<Sentence, Expected> = {
    'one click overwrites no one and reports what happened': {
        lanes: 0,
        outcomes: without(OUTCOMES, 'not attempted'),
        // One click sends no document of several users, and can't be paused or stopped.
        faults: without(FAULTS, 'result nulled', 'document rejected', 'crash', 'storage full', 'pause', 'stop')
    },
    'every user ends in one outcome that agrees with the org, and no one else is changed': {
        lanes: 3,
        outcomes: OUTCOMES,
        faults: without(FAULTS, 'storage full')
    },
    'batches run at once only while answers are clean, and each is written right after its own reading': {
        lanes: 3,
        outcomes: OUTCOMES,
        faults: without(FAULTS, 'storage full')
    },
    'an undo moves everyone back, except users who were moved since': {
        lanes: 3,
        outcomes: OUTCOMES,
        faults: without(FAULTS, 'storage full')
    },
    'a run that crashes anywhere and resumes ends like one without a crash': {
        lanes: 3,
        outcomes: outcomesOf('moved', 'already there', 'refused', 'not attempted'),
        faults: faultsOf('crash', 'user refused')
    },
    'no report denies a commit that comes late, and an undo takes back every one': {
        lanes: 3,
        outcomes: outcomesOf('moved', 'not attempted', 'uncertain'),
        faults: faultsOf(
            'answer lost',
            'commit before the next read',
            'commit between reads',
            'commit after the run',
            'stop'
        )
    },
    'a run whose progress does not fit in storage is never resumed with a wrong result': {
        lanes: 1,
        outcomes: outcomesOf('moved'),
        faults: faultsOf('answer lost', 'crash', 'storage full')
    }
};

/** How many scenarios each property is checked with: `--runs N` or FAULT_RUNS. */
export function runsAsked(argv: string[], env: NodeJS.ProcessEnv): number {
    const place = argv.indexOf('--runs');
    const asked = place === -1 ? (env.FAULT_RUNS ?? '300') : argv[place + 1];
    const runs = Number(asked);
    if (!Number.isInteger(runs) || runs < 1)
        throw new RangeError(`--runs must be a whole number from 1. You entered ${asked}.`);
    return runs;
}

/** The seed of the scenarios. `--seed N` or FAULT_SEED repeats a run; otherwise each run has a new one. */
export function seedAsked(argv: string[], env: NodeJS.ProcessEnv): number {
    const place = argv.indexOf('--seed');
    const asked = place === -1 ? env.FAULT_SEED : argv[place + 1];
    const seed = asked === undefined ? Date.now() & 0x7fffffff : Number(asked);
    if (!Number.isInteger(seed)) throw new RangeError(`--seed must be a whole number. You entered ${asked}.`);
    return seed;
}
