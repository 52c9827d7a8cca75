import assert from 'node:assert/strict';
import { abandonRun, openJournal, resumeRun, type StorageLike } from 'c/moveJournal';
import { planUndo, planTargets, type Plan } from 'c/movePlan';
import {
    moveOne,
    startRun,
    type Journal,
    type PauseReason,
    type Progress,
    type Run,
    type RunReport,
    type Settled
} from 'c/moveRun';
import type { Id } from 'c/orgPort';
import type { Aside, Fault, FaultPlan, FaultPlayer, Grudges } from '../support/faultPlayer.ts';
import { MemoryOrg, type MovingOrg } from '../support/memoryOrg.ts';
import { MemoryStorage } from '../support/memoryStorage.ts';
import { Witness, type MutateTransport, type World } from '../support/witness.ts';
import { LaneWatch } from './laneWatch.ts';
import { CENTERS, kindOf, place, userId, usersOf, targetsOf, type Scenario } from './scenario.ts';

/** Makes the org that a scenario runs in, with the users and call centers of the scenario. */
export type MakeWorld = (scenario: Scenario) => Promise<World>;

/** One rule of moving, broken on purpose. Parts that are absent work correctly. */
export interface Mutation {
    org?(org: MovingOrg, plan: Plan): MovingOrg;
    /** Breaks a rule inside the run. @returns what mends it */
    run?(): () => void;
    journal?(journal: Journal): Journal;
    /** The storage of the journal. */
    storage?(storage: StorageLike): StorageLike;
    /** Only in worlds with a transport. */
    transport?: MutateTransport;
    report?(report: RunReport): RunReport;
    undo?(plan: Plan): Plan;
    click?(org: MovingOrg): MovingOrg;
}

export const memoryWorld: MakeWorld = async (scenario) => {
    const org = new MemoryOrg(usersOf(scenario), CENTERS);
    return {
        org,
        snapshot: async () => org.snapshot(),
        move: async (user, to) => org.move(user, to, 'A colleague'),
        touch: async (user) => org.touch(user, 'A colleague')
    };
};

export interface Driven {
    witness: Witness;
    before: Map<string, string | null>;
    plan: Plan;
    grudges: Grudges;
    report: RunReport;
    hidden: ReadonlySet<Id>;
    requests: number;
    met: ReadonlyMap<Fault, number>;
    /** Why the run paused by itself. */
    pauses: ReadonlySet<PauseReason>;
    lanes: LaneWatch;
}

/** The journal dropped an interrupted run, because its progress didn't fit, so no one can resume it. */
export class ProgressDropped extends Error {
    readonly requests: number;
    readonly met: ReadonlyMap<Fault, number>;

    constructor({ requests, met }: FaultPlayer) {
        super('The journal dropped the run');
        this.requests = requests;
        this.met = met;
    }
}

/** More waits than any scenario needs. A run that waits forever without a request would never reach another guard. */
const MAX_WAITS = 5_000;

/** Waits in virtual time: not at all. */
function waiting(player: FaultPlayer): () => Promise<void> {
    let waits = 0;
    return async () => {
        waits += 1;
        if (waits > MAX_WAITS) await player.end(`The run does not end: ${MAX_WAITS} waits`);
    };
}

const WHOSE = { org: '00D000000000001EAA', user: '005000000000000AAA' };

/** Plans a scenario and runs it to its end, through every fault, pause and crash. @throws ProgressDropped */
export async function drive(scenario: Scenario, makeWorld: MakeWorld, mutation: Mutation = {}): Promise<Driven> {
    const mend = mutation.run?.();
    try {
        return await driveMutated(scenario, makeWorld, mutation);
    } finally {
        mend?.();
    }
}

async function driveMutated(scenario: Scenario, makeWorld: MakeWorld, mutation: Mutation): Promise<Driven> {
    const witness = new Witness(await makeWorld(scenario));
    const before = await witness.snapshot();
    const known = new Map(usersOf(scenario).map((user) => [user.id, user]));
    const plan = planTargets(targetsOf(scenario), known, kindOf);
    const faults: FaultPlan = {
        turns: structuredClone(scenario.turns),
        grudges: grudgesOf(scenario),
        aside: (aside) => act(aside)
    };
    const grudges = structuredClone(faults.grudges);
    const faulty = witness.faulty(faults, mutation.transport);
    const { player } = faulty;
    const wait = waiting(player);
    const lanes = new LaneWatch();
    const watched = lanes.over(faulty);
    const org = mutation.org?.(watched, plan) ?? watched;
    const memory = new MemoryStorage(scenario.capacity ?? Infinity);
    const storage = mutation.storage?.(memory) ?? memory;
    const open = () => openJournal(() => storage, WHOSE);
    let journal = open();
    const pauses = new Set<PauseReason>();

    let run: Run;
    async function act(aside: Aside): Promise<void> {
        const moved = (user: number) => userId(user % scenario.users.length);
        switch (aside.do) {
            case 'colleague moves':
                return witness.move(moved(aside.user), place(aside.to));
            case 'colleague touches':
                return witness.touch(moved(aside.user));
            case 'vanishes':
                return void player.hidden.add(moved(aside.user));
            case 'pause':
                return run.pause();
            case 'stop':
                return run.stop();
        }
    }

    const options = () => {
        const watch = watchProgress();
        journal = open();
        return {
            journal: mutation.journal?.(journal) ?? journal,
            now: () => 0,
            wait,
            random: () => 0.5,
            onProgress(progress: Progress) {
                watch(progress);
                if (progress.state !== 'paused') return;
                if (progress.pausedBecause !== null) pauses.add(progress.pausedBecause);
                if (progress.pausedBecause === 'user' || scenario.onPause === 'resume')
                    queueMicrotask(() => run.resume());
                else queueMicrotask(() => run.stop());
            }
        };
    };

    run = startRun(plan, org, { ...options(), runId: 'run-1', by: 'The admin' });
    for (;;) {
        const report = await Promise.race([run.ended, player.crashed.then(() => null), player.broken]);
        if (report !== null) {
            await player.land();
            if (!journal.available) player.meet('storage full');
            const { hidden, requests, met } = player;
            const told = mutation.report?.(report) ?? report;
            return { witness, before, plan, grudges, report: told, hidden, requests, met, pauses, lanes };
        }
        player.restart();
        lanes.newPage();
        const entries = open().unfinished();
        if (!journal.available) {
            assert.equal(entries.length, 0, 'the journal has nothing of a run whose progress didn’t fit');
            player.meet('storage full');
            throw new ProgressDropped(player);
        }
        assert.equal(entries.length, 1, 'the journal has the interrupted run');
        const goOn = scenario.onCrash === 'resume' ? resumeRun : abandonRun;
        run = goOn(entries[0], org, options());
    }
}

/** Undoes a run without faults, after colleagues have made changes. */
export async function driveUndo(driven: Driven, scenario: Scenario, mutation: Mutation = {}): Promise<Driven> {
    const { witness, report } = driven;
    witness.events.length = 0;
    for (const { user, to } of scenario.between) {
        await witness.move(userId(user % scenario.users.length), place(to));
    }
    const before = await witness.snapshot();
    const now = await witness.org.memberships(report.settled.map((one) => one.userId));
    const honest = planUndo(report, now, kindOf);
    const plan = mutation.undo?.(honest) ?? honest;
    const run = startRun(plan, witness.org, {
        runId: 'run-2',
        by: 'Another admin',
        journal: openJournal(() => new MemoryStorage(), WHOSE),
        now: () => 0,
        wait: async () => {},
        random: () => 0.5,
        onProgress: watchProgress()
    });
    return {
        ...driven,
        before,
        plan: honest,
        grudges: noGrudges(),
        report: await run.ended,
        hidden: new Set(),
        met: new Map()
    };
}

/** One click that was driven to its end. */
export interface Clicked {
    witness: Witness;
    settled: Settled;
    from: Id | null;
    to: Id | null;
    /** Where a flow puts users instead. */
    redirected: Grudges['redirected'];
    requests: number;
    met: ReadonlyMap<Fault, number>;
    hidden: ReadonlySet<Id>;
}

/** Moves the first user of a scenario with one click. */
export async function driveClick(
    scenario: Scenario & { to: number },
    makeWorld: MakeWorld,
    mutation: Mutation = {}
): Promise<Clicked> {
    const witness = new Witness(await makeWorld(scenario));
    const to = place(scenario.to);
    const shown = (await witness.org.memberships([userId(0)]))[0];
    witness.events.length = 0;
    const plan: FaultPlan = {
        turns: structuredClone(scenario.turns),
        grudges: grudgesOf(scenario),
        async aside(aside) {
            const number = 'user' in aside ? aside.user % scenario.users.length : 0;
            if (aside.do === 'colleague moves') await witness.move(userId(number), place(aside.to));
            if (aside.do === 'colleague touches') await witness.touch(userId(number));
            if (aside.do === 'vanishes') player.hidden.add(userId(number));
        }
    };
    const faulty = witness.faulty(plan, mutation.transport);
    const { player } = faulty;
    const from = shown.callCenterId;
    const clicked = moveOne(
        {
            userId: shown.userId,
            name: shown.name,
            from,
            to,
            verdict: from === to ? 'already there' : 'move',
            reason: null,
            by: null
        },
        'CallCenterId',
        shown.lastModified,
        mutation.click?.(faulty) ?? faulty,
        { wait: waiting(player), random: () => 0.5 }
    );
    const settled = await Promise.race([clicked, player.broken]);
    await player.land();
    const { hidden, requests, met } = player;
    return { witness, settled, from, to, redirected: plan.grudges.redirected, hidden, requests, met };
}

/** Checks that progress always adds up, and that it never goes back. */
function watchProgress(): (progress: Progress) => void {
    let last: Progress | null = null;
    return (progress) => {
        const done = Object.values(progress.counts).reduce((sum, count) => sum + count, 0);
        assert.equal(done + progress.toGo, progress.total);
        if (last !== null) assert.ok(progress.toGo <= last.toGo);
        if (progress.state === 'ended') assert.equal(progress.toGo, 0);
        last = progress;
    };
}

function grudgesOf(scenario: Scenario): Grudges {
    const grudges = noGrudges();
    scenario.users.forEach(({ grudge, target }, number) => {
        const user = userId(number);
        if (grudge === 'refused')
            grudges.refused.set(user, { words: `Not ${number}`, code: 'FIELD_INTEGRITY_EXCEPTION' });
        if (grudge === 'locked twice') grudges.locked.set(user, 2);
        if (grudge === 'locked for good') grudges.locked.set(user, Infinity);
        if (grudge === 'poisonous') grudges.poisonous.add(user);
        if (grudge === 'redirected') grudges.redirected.set(user, place(target === 3 ? 2 : 3));
    });
    return grudges;
}

function noGrudges(): Grudges {
    return { refused: new Map(), locked: new Map(), poisonous: new Set(), redirected: new Map() };
}
