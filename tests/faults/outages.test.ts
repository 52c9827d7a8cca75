/** An outage is no one's fault: whatever shape it comes in, no user counts as failed because of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { TRANSPORTS } from '../../scripts/preview/transports.ts';
import { drive, driveClick, memoryWorld, type MakeWorld } from './drive.ts';
import { embeddedWorlds } from './embeddedWorld.ts';
import { seedAsked } from './properties.ts';
import { anything, fewer, oneClick, type Scenario } from './scenario.ts';

const seed = seedAsked(process.argv, process.env);
/** Runs in memory are fast. Over HTTP, they take about 0.1 seconds each. */
const RUNS = { memory: 300, embedded: 60 };
const MAX_USERS = 12;
const OUTAGES: readonly string[] = ['offline', 'busy', 'expired', 'unreadable'];

/** Requests that pass before an outage, at most. It then begins at a read or at a write, of the first batch or a later one. */
const MOST_PASSING = 5;

/** The scenario with an outage as its only fault, which stays the same from its first request to its last. */
function onlyOutages<Any extends Scenario>(scenario: Any): Any {
    const all = scenario.turns.map(({ turn }) => turn);
    const failing = all.flatMap((turn) =>
        (turn.do === 'fault' || turn.do === 'lost') && OUTAGES.includes(turn.kind) ? [turn] : []
    );
    const passing = all.filter((turn) => turn.do === 'pass').slice(0, scenario.turns.length % (MOST_PASSING + 1));
    const outage = failing.map((turn) => ({ ...turn, kind: failing[0].kind }));
    const users = scenario.users.map((user) => ({ ...user, grudge: 'none' as const, active: true, standard: true }));
    const turns = [...passing, ...outage].map((turn) => ({ asides: [], turn }));
    return fewer({ ...scenario, users, turns, onPause: 'resume' as const }, MAX_USERS);
}

function outageProperties(makeWorld: MakeWorld) {
    return {
        'a run waits or stops, and counts no one as failed': fc.asyncProperty(anything, async (any) => {
            const { plan, report, witness, before } = await drive(onlyOutages(any), makeWorld);
            const after = await witness.snapshot();
            const verdicts = new Map(plan.users.map(({ userId, verdict }) => [userId, verdict]));
            for (const { userId, outcome, to, code } of report.settled) {
                if (verdicts.get(userId) !== 'move' || !before.has(userId)) continue;
                if (outcome === 'moved') assert.equal(after.get(userId), to);
                else if (report.stoppedBecause === 'faults')
                    assert.ok(['not attempted', 'uncertain'].includes(outcome), `${userId} is ${outcome}`);
                // One user can make every answer unreadable, so a run goes on without such a user.
                else if (outcome === 'uncertain') assert.equal(code, 'unreadable', `${userId} has a reason`);
                else assert.fail(`${userId} is ${outcome}, but nothing stopped the run`);
            }
        }),
        'one click names the outage as the reason, never the org': fc.asyncProperty(oneClick, async (any) => {
            const { settled } = await driveClick(onlyOutages(any), makeWorld);
            const { outcome, code } = settled;
            if (outcome === 'refused' || outcome === 'uncertain') assert.ok(OUTAGES.includes(String(code)), `${code}`);
            else assert.ok(['moved', 'already there'].includes(outcome), outcome);
        })
    };
}

function check(makeWorld: MakeWorld, numRuns: number): void {
    const properties = outageProperties(makeWorld);
    for (const [sentence, property] of Object.entries<fc.IAsyncProperty<unknown>>(properties)) {
        it(sentence, async (t) => {
            t.diagnostic(`seed ${seed}, ${numRuns} runs`);
            await fc.assert(property, { numRuns, seed });
        });
    }
}

describe('During an outage of the in-memory org', () => check(memoryWorld, RUNS.memory));

for (const transport of TRANSPORTS) {
    describe(`During an outage of the embedded org, over the ${transport} transport`, () => {
        let worlds: Awaited<ReturnType<typeof embeddedWorlds>>;
        before(async () => {
            worlds = await embeddedWorlds(transport);
        });
        after(() => worlds.close());
        check((scenario) => worlds.makeWorld(scenario), RUNS.embedded);
    });
}
