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
const numRuns = 30;
const MAX_USERS = 12;
/**
 * Directly, a response that can't be read may also be about one user, so a run that finds that user alone gives up on it.
 * On the platform, Aura reports an outage in the same way, so it never says anything about a user.
 */
const OUTAGES: readonly string[] = ['offline', 'busy', 'expired'];
const PLATFORM_OUTAGES: readonly string[] = [...OUTAGES, 'unreadable'];

/** The scenario with outages as its only faults, and with no one whom the org refuses. */
function onlyOutages<Any extends Scenario>(scenario: Any, outages: readonly string[]): Any {
    const isOutage = ({ turn }: Scenario['turns'][number]) =>
        (turn.do === 'fault' || turn.do === 'lost') && outages.includes(turn.kind);
    const users = scenario.users.map((user) => ({ ...user, grudge: 'none' as const, active: true, standard: true }));
    const turns = scenario.turns.filter(isOutage).map(({ turn }) => ({ asides: [], turn }));
    return fewer({ ...scenario, users, turns, onPause: 'resume' as const }, MAX_USERS);
}

function outageProperties(makeWorld: MakeWorld, outages: readonly string[]) {
    return {
        'a run waits or stops, and counts no one as failed': fc.asyncProperty(anything, async (any) => {
            const { plan, report, witness, before } = await drive(onlyOutages(any, outages), makeWorld);
            const after = await witness.snapshot();
            const verdicts = new Map(plan.users.map(({ userId, verdict }) => [userId, verdict]));
            for (const { userId, outcome, to } of report.settled) {
                if (verdicts.get(userId) !== 'move' || !before.has(userId)) continue;
                if (outcome === 'moved') assert.equal(after.get(userId), to);
                else if (report.stoppedBecause === 'faults')
                    assert.ok(['not attempted', 'uncertain'].includes(outcome), `${userId} is ${outcome}`);
                else assert.fail(`${userId} is ${outcome}, but nothing stopped the run`);
            }
        }),
        'one click names the outage as the reason, never the org': fc.asyncProperty(oneClick, async (any) => {
            const { settled } = await driveClick(onlyOutages(any, outages), makeWorld);
            const { outcome, code } = settled;
            if (outcome === 'refused' || outcome === 'uncertain') assert.ok(outages.includes(String(code)), `${code}`);
            else assert.ok(['moved', 'already there'].includes(outcome), outcome);
        })
    };
}

function check(makeWorld: MakeWorld, outages: readonly string[]): void {
    const properties = outageProperties(makeWorld, outages);
    for (const [sentence, property] of Object.entries<fc.IAsyncProperty<unknown>>(properties)) {
        it(sentence, async (t) => {
            t.diagnostic(`seed ${seed}, ${numRuns} runs`);
            await fc.assert(property, { numRuns, seed });
        });
    }
}

describe('During an outage of the in-memory org', () => check(memoryWorld, OUTAGES));

for (const transport of TRANSPORTS) {
    describe(`During an outage of the embedded org, over the ${transport} transport`, () => {
        let worlds: Awaited<ReturnType<typeof embeddedWorlds>>;
        before(async () => {
            worlds = await embeddedWorlds(transport);
        });
        after(() => worlds.close());
        check((scenario) => worlds.makeWorld(scenario), transport === 'platform' ? PLATFORM_OUTAGES : OUTAGES);
    });
}
