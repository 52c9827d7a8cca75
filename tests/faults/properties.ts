import assert from 'node:assert/strict';
import fc from 'fast-check';
import { account, accountClick } from './account.ts';
import { drive, driveClick, driveUndo, type MakeWorld, type Mutation } from './drive.ts';
import { anything, fewer, oneClick, onlyCrashes, type Scenario } from './scenario.ts';

export interface Scenarios {
    anything: fc.Arbitrary<Scenario>;
    oneClick: fc.Arbitrary<Scenario & { to: number }>;
    onlyCrashes: fc.Arbitrary<Scenario>;
}

const ALL: Scenarios = { anything, oneClick, onlyCrashes };

/** @param most users of each scenario */
export function scenariosOf(most: number): Scenarios {
    return {
        anything: anything.map((scenario) => fewer(scenario, most)),
        oneClick: oneClick.map((scenario) => fewer(scenario, most)),
        onlyCrashes: onlyCrashes.map((scenario) => fewer(scenario, most))
    };
}

/** What holds for every plan, every sequence of faults and every colleague. Each key states its property. */
export function movingProperties(makeWorld: MakeWorld, mutation: Mutation = {}, scenarios: Scenarios = ALL) {
    const { anything, oneClick, onlyCrashes } = scenarios;
    return {
        'one click overwrites no one and reports what happened': fc.asyncProperty(oneClick, async (scenario) =>
            accountClick(await driveClick(scenario, makeWorld, mutation))
        ),

        'every user ends in one outcome that agrees with the org, and no one else is changed': fc.asyncProperty(
            anything,
            async (scenario) => account(await drive(scenario, makeWorld, mutation))
        ),

        'an undo moves everyone back, except users who were moved since': fc.asyncProperty(
            anything,
            async (scenario) => {
                const driven = await drive(scenario, makeWorld, mutation);
                const undone = await driveUndo(driven, scenario, mutation);
                await account(undone);
                const after = await undone.witness.snapshot();
                const undo = new Map(undone.report.settled.map((one) => [one.userId, one]));
                for (const one of driven.report.settled) {
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
                const crashed = await drive(scenario, makeWorld, mutation);
                const whole = await drive({ ...scenario, turns: [] }, makeWorld, mutation);
                assert.deepEqual(await crashed.witness.snapshot(), await whole.witness.snapshot());
                assert.deepEqual(crashed.report.settled, whole.report.settled);
            }
        )
    };
}

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
