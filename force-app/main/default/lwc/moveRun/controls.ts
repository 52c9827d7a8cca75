import type { FaultKind } from 'c/orgPort';
import type { PauseReason, RunState, StopReason } from './report.ts';

/**
 * Pause, resume, and stop of one run, and the state that results.
 * Batches in flight always finish first. A wait is cut short.
 */
export class Controls {
    state: RunState = 'running';
    pausedBecause: PauseReason | null = null;
    stoppedBecause: StopReason | null = null;
    words: string | null = null;
    /** The kind of the fault that the run waits for. */
    fault: FaultKind | null = null;
    private wait: (ms: number) => Promise<void>;
    private told: () => void;
    private wake: () => void = () => {};

    constructor(options: { wait(ms: number): Promise<void> }, told: () => void) {
        this.wait = (ms) => options.wait(ms);
        this.told = told;
    }

    /** Whether the run is neither paused nor stopped, nor about to be. */
    get isGoing(): boolean {
        return this.pausedBecause === null && this.stoppedBecause === null;
    }

    tell(): void {
        this.told();
    }

    pause(): void {
        if (this.state === 'running' || this.state === 'waiting') this.hold('user', null);
    }

    /** Pauses before the next batch. */
    hold(because: PauseReason, words: string | null): void {
        if (this.stoppedBecause !== null) return;
        this.pausedBecause = because;
        this.words = words;
        this.become('pausing');
    }

    resume(): void {
        if (this.state !== 'pausing' && this.state !== 'paused') return;
        this.pausedBecause = null;
        this.stoppedBecause = null;
        this.words = null;
        this.become('running');
    }

    /** Stopping a second time makes an `unsettled` run try once more. */
    stop(because: StopReason, words: string | null = null): void {
        if (this.state === 'ended') return;
        this.stoppedBecause = because;
        this.pausedBecause = null;
        this.words = words;
        this.become('stopping');
    }

    end(): void {
        this.become('ended');
    }

    /** Resolves once the run isn't paused: true to continue, false when it was stopped. */
    async mayGoOn(): Promise<boolean> {
        while (this.pausedBecause !== null && this.stoppedBecause === null) await this.asleep('paused');
        return this.stoppedBecause === null;
    }

    /** Waits so many milliseconds, or until someone pauses or stops the run. */
    async waitOut(ms: number, words: string | null, fault: FaultKind | null = null): Promise<void> {
        if (this.pausedBecause !== null) return;
        const stopping = this.stoppedBecause !== null;
        if (!stopping) this.words = words;
        this.fault = fault;
        await Promise.race([this.wait(ms), this.asleep(stopping ? 'stopping' : 'waiting')]);
        if (this.state === 'waiting') {
            this.words = null;
            this.become('running');
        }
    }

    /** Pauses a run that can't end yet. @returns true when it was resumed, false when it is still to stop */
    async holdUnsettled(words: string | null): Promise<boolean> {
        this.pausedBecause = 'unsettled';
        this.words = words;
        while (this.pausedBecause !== null) await this.asleep('paused');
        return this.stoppedBecause === null;
    }

    private async asleep(state: RunState): Promise<void> {
        const woken = new Promise<void>((wake) => {
            this.wake = wake;
        });
        this.state = state;
        this.told();
        await woken;
    }

    private become(state: RunState): void {
        this.state = state;
        this.told();
        this.wake();
    }
}
