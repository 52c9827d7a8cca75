import type { Batches } from './batches.ts';
import type { Controls } from './controls.ts';
import type { Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import { pauseAfter, type Pace } from './pace.ts';

/** The parts of one run. */
export interface RunParts {
    ledger: Ledger;
    controls: Controls;
    pace: Pace;
    faults: Faults;
    batches: Batches;
}

/**
 * Runs the batches of one run in lanes: one batch at a time, and up to three at once while answers are clean. A user is in
 * one lane at a time. Only this loop rests and pauses, and only while no lane has a batch.
 */
export class Lanes {
    private parts: RunParts;
    private clock: { now(): number; random(): number };
    private lanes = new Set<Promise<void>>();
    private worked = { ms: 0, users: 0 };

    constructor(parts: RunParts, clock: { now(): number; random(): number }) {
        this.parts = parts;
        this.clock = clock;
    }

    /** Milliseconds per user so far, including rests; null before anyone is settled. */
    get msPerUser(): number | null {
        return this.worked.users === 0 ? null : this.worked.ms / this.worked.users;
    }

    /** Resolves when no user is left, or the run was stopped, and no lane has a batch. */
    async go(): Promise<void> {
        const { ledger, controls } = this.parts;
        while (ledger.toGo > 0) {
            if (this.lanes.size === 0 && !(await this.mayStart())) return;
            await this.timed(() => {
                this.fill();
                return Promise.race(this.lanes);
            });
            controls.tell();
        }
    }

    /** Waits until a batch may start. @returns false when the run was stopped */
    private async mayStart(): Promise<boolean> {
        const { ledger, controls, pace, faults } = this.parts;
        const rest = faults.finished();
        if (rest !== null && controls.stoppedBecause === null) {
            await this.timed(() => controls.waitOut(rest.ms, rest.words, rest.kind));
        }
        if (!(await controls.mayGoOn())) return false;
        // Locked users come last, so a whole batch of them means that there is nothing else to do.
        const locked = Math.min(...ledger.next(pace.size).map((one) => one.locked));
        if (locked === 0) return true;
        await this.timed(() => controls.waitOut(pauseAfter(locked, null, this.clock.random()), null));
        return controls.mayGoOn();
    }

    /** Gives every lane that is open and free a batch. */
    private fill(): void {
        const { ledger, controls, pace, faults, batches } = this.parts;
        while (this.lanes.size === 0 || (this.lanes.size < pace.lanes && controls.isGoing && !faults.isFinishing)) {
            const batch = ledger.next(pace.size);
            const isOnlyLocked = batch.every((one) => one.locked > 0);
            if (this.lanes.size > 0 && isOnlyLocked) return;
            ledger.take(batch);
            const lane: Promise<void> = batches.move(batch).finally(() => {
                ledger.giveBack(batch);
                this.lanes.delete(lane);
            });
            this.lanes.add(lane);
        }
    }

    private async timed(work: () => Promise<void>): Promise<void> {
        const { ledger } = this.parts;
        const toGo = ledger.toGo;
        const startedAt = this.clock.now();
        await work();
        this.worked.ms += this.clock.now() - startedAt;
        this.worked.users += toGo - ledger.toGo;
    }
}
