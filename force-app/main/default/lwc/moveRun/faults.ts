import type { FaultKind, OrgFault } from 'c/orgPort';
import type { Controls } from './controls.ts';
import { pauseAfter, type Pace } from './pace.ts';
import type { Standing } from './settle.ts';

/** Document faults in a row that stop a run. A batch that can still be halved to find its bad user doesn't count. */
const FAULTS_TO_STOP = 5;

/** A wait before the next batch. `words`: the org's words about its reason. */
export interface Rest {
    ms: number;
    words: string | null;
    kind: FaultKind;
}

/**
 * What the faults of whole documents mean for a run: a rest, a pause, smaller batches, or its end. After a fault or a locked
 * row, the batches in flight are finished before another one starts. Because they may all have met the same outage, their
 * faults count as one, and their successes don't count as a recovery.
 */
export class Faults {
    /** Whether no batch may start until those in flight are done. */
    isFinishing = false;
    private pace: Pace;
    private controls: Controls;
    private random: () => number;
    private inARow = 0;
    private isCounted = false;
    private rest: Rest | null = null;

    constructor(pace: Pace, controls: Controls, random: () => number) {
        this.pace = pace;
        this.controls = controls;
        this.random = random;
    }

    /** Forgets earlier faults, because someone told the run to continue. */
    forgive(): void {
        this.inARow = 0;
    }

    /** A reading settled a user. */
    readWell(): void {
        if (!this.isFinishing) this.inARow = 0;
    }

    /** The org answered a mutation. @param isLocked whether the row of a user in it was locked */
    answered(isLocked: boolean): void {
        this.readWell();
        if (isLocked) this.beginFinishing();
        else if (!this.isFinishing) this.pace.clean();
    }

    /** A document about these users failed as a whole. */
    failed(fault: OrgFault, asked: 'read' | 'write', users: Standing[]): void {
        this.beginFinishing();
        switch (fault.kind) {
            case 'expired':
                this.controls.hold('expired', fault.words);
                return;
            case 'forbidden':
            case 'limit':
            case 'hidden':
                this.controls.stop(fault.kind, fault.words);
                return;
            case 'offline':
            case 'busy':
                this.pace.failed(users.length, false);
                break;
            case 'invalid':
                this.pace.failed(users.length, true);
                // Halving narrows down which user is the reason, and ends by itself at one user.
                if (users.length > 1) return;
                users[0].fault = fault;
                break;
            case 'unreadable':
                this.pace.failed(users.length, true);
                // No user makes a read unreadable. One can make a write so, and halving finds them, too.
                if (asked === 'read') break;
                if (users.length > 1) {
                    this.restAfter(fault, this.inARow + 1);
                    return;
                }
                users[0].alone += 1;
                users[0].fault = fault;
                break;
        }
        if (!this.isCounted) this.inARow += 1;
        this.isCounted = true;
        if (this.inARow >= FAULTS_TO_STOP) this.controls.stop('faults', fault.words);
        else if (fault.kind !== 'invalid') this.restAfter(fault, this.inARow);
    }

    /** No batch is in flight anymore. @returns how long to rest before the next one; null: not at all */
    finished(): Rest | null {
        const { rest } = this;
        this.rest = null;
        this.isFinishing = this.isCounted = false;
        return rest;
    }

    private beginFinishing(): void {
        this.isFinishing = true;
        this.pace.alone();
    }

    private restAfter(fault: OrgFault, failures: number): void {
        const ms = pauseAfter(failures, fault.retryAfter, this.random());
        if (this.rest === null || ms >= this.rest.ms) this.rest = { ms, words: fault.words, kind: fault.kind };
    }
}
