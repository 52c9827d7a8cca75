/**
 * Runs that are cut off while only the org keeps them: the browser's storage is gone, and another person continues from the
 * run's record.
 */
import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { abandonRun, openJournal, resumeRun } from 'c/moveJournal';
import { planTargets, type Plan } from 'c/movePlan';
import { startRun, type Run, type RunOptions, type RunReport } from 'c/moveRun';
import type { HistoryOrg, Id, Org } from 'c/orgPort';
import { openRun, saveReport } from 'c/runHistory';
import { decodePlan, LONGEST_SILENCE, RunKeeper, type Heartbeat } from 'c/runRecord';
import type { FaultPlan } from '../support/faultPlayer.ts';
import { FaultyOrg } from '../support/faultyOrg.ts';
import { MemoryHistory } from '../support/memoryHistory.ts';
import { MemoryOrg } from '../support/memoryOrg.ts';
import { MemoryStorage } from '../support/memoryStorage.ts';
import { CENTERS, kindOf, onlyCrashes, targetsOf, usersOf, type Scenario } from './scenario.ts';

/** One rule of keeping runs, broken on purpose. */
export interface OrgMutation {
    /** What becomes of a run that is continued. */
    start?(entry: Parameters<typeof resumeRun>[0]): Parameters<typeof resumeRun>[0];
}

const RUN = 'run-1';
const WHOSE = { org: '00D000000000001EAA', user: '005000000000000AAA' };

interface Page {
    keeper: RunKeeper;
    org: Org & HistoryOrg;
}

class World {
    readonly users: MemoryOrg;
    readonly history: MemoryHistory;
    readonly plan: Plan;
    private pages = 0;

    constructor(scenario: Scenario) {
        this.users = new MemoryOrg(usersOf(scenario), CENTERS);
        this.history = new MemoryHistory('Ada Byron', (ms) => this.users.tick(ms));
        const known = new Map(usersOf(scenario).map((user) => [user.id, user]));
        this.plan = planTargets(targetsOf(scenario), known, kindOf);
    }

    /** A page of someone else each time, without anything that an earlier page kept in its browser. */
    open(): Page {
        this.pages += 1;
        const userId = `00500000000000${this.pages % 10}AAA`;
        this.history.user = { id: userId, name: `Admin ${this.pages}` };
        const { history, users } = this;
        const org = {
            memberships: (ids: Id[]) => users.memberships(ids),
            runsNamed: (ids: string[]) => history.runsNamed(ids),
            runsInProgress: (ids: string[]) => history.runsInProgress(ids),
            planParts: (ids: string[]) => history.planParts(ids),
            startRun: (...args: Parameters<HistoryOrg['startRun']>) => history.startRun(...args),
            changeRun: (...args: Parameters<HistoryOrg['changeRun']>) => history.changeRun(...args),
            saveRun: (...args: Parameters<HistoryOrg['saveRun']>) => history.saveRun(...args),
            saveMoves: (...args: Parameters<HistoryOrg['saveMoves']>) => history.saveMoves(...args),
            historyMoves: (...args: Parameters<HistoryOrg['historyMoves']>) => history.historyMoves(...args)
        } as unknown as Org & HistoryOrg;
        const keeper = new RunKeeper({
            org,
            holder: `page ${this.pages}`,
            host: 'setup',
            userId,
            now: () => 0,
            repeat: () => () => {},
            centerName: () => null
        });
        return { keeper, org };
    }

    save(report: RunReport, { keeper, org }: Page): Promise<void> {
        return saveReport(report, org, () => null, keeper);
    }
}

const NO_FAULTS: FaultPlan['grudges'] = {
    refused: new Map(),
    locked: new Map(),
    poisonous: new Set(),
    redirected: new Map()
};

/** The journal of a browser that forgets everything when its page is gone. */
const newJournal = () => openJournal(() => new MemoryStorage(), WHOSE);

function optionsOf(heartbeat: Heartbeat | null, run: () => Run): Omit<RunOptions, 'runId' | 'by'> {
    return {
        journal: newJournal(),
        now: () => 0,
        wait: async () => {},
        random: () => 0.5,
        onProgress(progress) {
            heartbeat?.watch(progress);
            if (progress.state === 'paused') queueMicrotask(() => run().resume());
        }
    };
}

/** Runs a scenario to its end. After each crash, someone else continues, or leaves it, with nothing but the org. */
async function drive(scenario: Scenario, turns: Scenario['turns'], mutation: OrgMutation = {}) {
    const world = new World(scenario);
    const faulty = new FaultyOrg(world.users, [], {
        turns: structuredClone(turns),
        grudges: NO_FAULTS,
        aside: async () => {}
    });
    let page = world.open();
    const heartbeat = await page.keeper.begin({ runId: RUN, plan: world.plan, by: 'Admin 1', startedAt: 0 });
    assert.ok(heartbeat, 'the org keeps the run');
    let run: Run = startRun(world.plan, faulty, { ...optionsOf(heartbeat, () => run), runId: RUN, by: 'Admin 1' });
    for (;;) {
        const report = await Promise.race([run.ended, faulty.player.crashed.then(() => null)]);
        if (report !== null) {
            await world.save(report, page);
            const [saved] = await world.history.runsNamed([RUN]);
            assert.equal(saved.live, null, 'the run has ended in the history');
            const opened = await openRun(saved, world.history);
            assert.deepEqual(opened.flaws, [], 'the history has every user once');
            return { world, report, opened };
        }
        faulty.player.restart();
        await nextTurn();
        world.history.pass(LONGEST_SILENCE + 1);
        page = world.open();
        const read = await page.keeper.read(RUN);
        assert.ok(read && 'entry' in read, 'the record has the interrupted run');
        const { taken, heartbeat: beat } = await page.keeper.take(RUN);
        assert.equal(taken, 'taken');
        const goOn = scenario.onCrash === 'resume' ? resumeRun : abandonRun;
        run = goOn(
            mutation.start?.(read.entry) ?? read.entry,
            faulty,
            optionsOf(beat, () => run)
        );
    }
}

export function orgRunProperties(mutation: OrgMutation = {}) {
    return {
        'a run that crashes anywhere, and is continued from the org by others, ends like one without a crash':
            fc.asyncProperty(onlyCrashes, async (scenario) => {
                const crashed = await drive(scenario, scenario.turns, mutation);
                const whole = await drive(scenario, []);
                assert.deepEqual(crashed.world.users.snapshot(), whole.world.users.snapshot());
                assert.deepEqual(crashed.report.settled, whole.report.settled);
                assert.deepEqual(crashed.opened.report.settled, whole.opened.report.settled);
            }),

        'a run that crashes and is left as is moves no one else, and its report says who was moved': fc.asyncProperty(
            onlyCrashes.map((scenario) => ({ ...scenario, onCrash: 'abandon' as const })),
            async (scenario) => {
                const { world, report } = await drive(scenario, scenario.turns, mutation);
                const now = world.users.snapshot();
                for (const { userId, outcome, from, to } of report.settled) {
                    if (!now.has(userId)) continue;
                    if (outcome === 'moved') assert.equal(now.get(userId), to, `${userId} was moved`);
                    if (outcome === 'not attempted') assert.equal(now.get(userId), from, `${userId} wasn't moved`);
                    assert.notEqual(outcome, 'uncertain', `${userId}: the page that is gone sends nothing anymore`);
                }
            }
        ),

        'two people who continue a run at once end like one': fc.asyncProperty(
            onlyCrashes,
            fc.nat(6),
            async (scenario, cutAt) => {
                const world = new World(scenario);
                await cutOff(world, cutAt);
                world.history.pass(LONGEST_SILENCE + 1);
                const pages = [world.open(), world.open()];
                const read = await Promise.all(pages.map(({ keeper }) => keeper.read(RUN)));
                const taken = await Promise.all(pages.map(({ keeper }) => keeper.take(RUN)));
                const won = taken.filter((one) => one.taken === 'taken');
                assert.equal(won.length, 1, 'one of them continues it');
                const runs = taken.map(({ taken: how, heartbeat }, place) => {
                    if (how !== 'taken') return null;
                    const recorded = read[place];
                    assert.ok(recorded && 'entry' in recorded);
                    const run: Run = resumeRun(
                        recorded.entry,
                        world.users,
                        optionsOf(heartbeat, () => run)
                    );
                    return run;
                });
                for (const [place, run] of runs.entries()) {
                    if (run) await world.save(await run.ended, pages[place]);
                }
                const whole = await drive(scenario, []);
                assert.deepEqual(world.users.snapshot(), whole.world.users.snapshot());
                const [saved] = await world.history.runsNamed([RUN]);
                assert.equal(saved.live, null);
                const opened = await openRun(saved, world.history);
                assert.deepEqual(opened.flaws, []);
                assert.deepEqual(opened.report.settled, whole.opened.report.settled);
            }
        ),

        'a record that was edited, cut off, or replaced is never run, and reading it never throws': fc.asyncProperty(
            onlyCrashes,
            damage,
            async (scenario, spoil) => {
                const world = new World(scenario);
                await cutOff(world, 1);
                const before = world.users.snapshot();
                const whole = world.history.parts;
                world.history.parts = whole.map((part) => ({ ...part, text: spoil(part.text) }));
                world.history.pass(LONGEST_SILENCE + 1);
                const page = world.open();
                const read = await page.keeper.read(RUN);
                const isSame = world.history.parts.every(({ text }, place) => text === whole[place].text);
                if (!isSame) assert.ok(read && 'flaw' in read, 'a changed plan is found out');
                else assert.ok(read && 'entry' in read);
                assert.deepEqual(world.users.snapshot(), before);
                if (!isSame) assert.ok(await page.keeper.close(RUN), 'it can be left as it is');
            }
        ),

        'any text is read as a plan or as a flaw': fc.property(
            fc.array(fc.record({ runId: fc.constant(RUN), part: fc.oneof(fc.nat(3), fc.constant(NaN)), text: junk })),
            (parts) => {
                const decoded = decodePlan(RUN, parts);
                assert.ok('flaw' in decoded);
            }
        )
    };
}

/** A run that is cut off at a request. */
async function cutOff(world: World, at: number): Promise<void> {
    const pass = { asides: [], turn: { do: 'pass' as const } };
    const turns = [
        ...Array.from({ length: at }, () => pass),
        { asides: [], turn: { do: 'crash' as const, done: true } }
    ];
    const faulty = new FaultyOrg(world.users, [], { turns, grudges: NO_FAULTS, aside: async () => {} });
    const { keeper } = world.open();
    const heartbeat = await keeper.begin({ runId: RUN, plan: world.plan, by: 'Admin 1', startedAt: 0 });
    const run: Run = startRun(world.plan, faulty, { ...optionsOf(heartbeat, () => run), runId: RUN, by: 'Admin 1' });
    await Promise.race([run.ended, faulty.player.crashed]);
    await nextTurn();
}

const damage: fc.Arbitrary<(text: string) => string> = fc.oneof(
    fc.nat().map((at) => (text: string) => text.slice(0, at % text.length)),
    fc.tuple(fc.nat(), fc.string({ minLength: 1, maxLength: 3 })).map(([at, other]) => (text: string) => {
        const place = at % text.length;
        return text.slice(0, place) + other + text.slice(place + other.length);
    }),
    fc.constant((text: string) => text.replace('swb2', 'swb3')),
    fc.constant(() => 'x'.repeat(130_000)),
    fc.string().map((text) => () => text)
);

const junk = fc.oneof(
    fc.string(),
    fc.string().map((text) => `swb2:0:1:00000000:${text}`),
    fc.constant('m01;,'.repeat(26_000)),
    fc.string().map((text) => `swb${text}:0:1:${text}:${text}`)
);
