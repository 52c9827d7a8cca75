import { countOutcomes, type Outcome, type Progress } from 'c/moveRun';
import { OrgFault, type HistoryRun, type Id, type RunRecordsOrg, type Written } from 'c/orgPort';

/** Batches between two writes of a run's progress. A write takes one request, and ten batches take about twenty. */
const BATCHES_PER_WRITE = 10;

/**
 * Milliseconds after which a run writes its record even if it is slow or paused. Browsers let timers of a hidden tab run
 * about once a minute, so a shorter time couldn't be kept.
 */
export const BEAT = 60_000;

/**
 * Milliseconds of silence after which a run counts as unfinished: two beats can get lost. It is longer than any request may
 * take (`c/org`), so no write of that run is still on its way.
 */
export const LONGEST_SILENCE = 3 * BEAT;

export interface HeartbeatOptions {
    org: RunRecordsOrg;
    /** Milliseconds since the epoch. */
    now(): number;
    /** Does something every so many milliseconds. @returns what ends that */
    repeat(ms: number, act: () => void): () => void;
}

/** The record of a run that this page carries out. It writes the run's progress, and never holds the run up. */
export class Heartbeat {
    readonly runId: string;
    readonly holder: string;
    readonly recordId: Id;
    private lastModified: string;
    private options: HeartbeatOptions;
    private counts: Record<Outcome, number> = countOutcomes([]);
    private toGo = Infinity;
    private batches = 0;
    private writtenAt: number;
    private writing: Promise<void> | null = null;
    private isOver = false;
    private taken: () => void = () => {};
    private stopBeats: () => void;

    constructor(
        run: { runId: string; holder: string },
        { recordId, lastModified }: Written,
        options: HeartbeatOptions
    ) {
        this.runId = run.runId;
        this.holder = run.holder;
        this.recordId = recordId;
        this.lastModified = lastModified;
        this.options = options;
        this.writtenAt = options.now();
        this.stopBeats = options.repeat(BEAT, () => this.writeIfDue());
    }

    /** @param act what to do when another page has taken over the run */
    whenTaken(act: () => void): void {
        this.taken = act;
    }

    watch({ state, toGo, counts }: Progress): void {
        if (toGo < this.toGo) this.batches += 1;
        this.toGo = toGo;
        this.counts = counts;
        if (state === 'ended') this.end();
        else this.writeIfDue();
    }

    /** @returns once no write is on its way: the time to pass as `unmodifiedSince`; empty when it isn't known */
    async finished(): Promise<string> {
        this.end();
        await this.writing;
        return this.lastModified;
    }

    private end(): void {
        this.isOver = true;
        this.stopBeats();
    }

    private writeIfDue(): void {
        const isDue = this.batches >= BATCHES_PER_WRITE || this.options.now() - this.writtenAt >= BEAT;
        if (!isDue || this.isOver || this.writing !== null) return;
        this.batches = 0;
        this.writtenAt = this.options.now();
        this.writing = this.write().finally(() => {
            this.writing = null;
        });
    }

    private async write(): Promise<void> {
        try {
            const change = { to: 'progress' as const, counts: this.counts };
            if (this.lastModified === '' && !(await this.reread())) return;
            let written = await this.options.org.changeRun(this.recordId, change, this.lastModified);
            // Either another page took over the run, or the answer to our own last write got lost.
            if (written === null && (await this.reread()))
                written = await this.options.org.changeRun(this.recordId, change, this.lastModified);
            if (written !== null) this.lastModified = written;
        } catch (thrown) {
            // The next beat tries again. If none succeeds, the record falls silent, and the run looks unfinished to others.
            if (!(thrown instanceof OrgFault)) throw thrown;
        }
    }

    /** @returns whether this page still carries out the run */
    private async reread(): Promise<boolean> {
        const run = (await this.options.org.runsNamed([this.runId])).at(0);
        const live: HistoryRun['live'] = run?.live ?? null;
        const isOurs = live?.holder === this.holder;
        if (isOurs) this.lastModified = live.lastModified;
        else if (!this.isOver) this.taken();
        return isOurs;
    }
}
