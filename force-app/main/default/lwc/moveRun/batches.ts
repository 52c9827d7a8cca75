import type { Org, OrgFault, WriteAnswer } from 'c/orgPort';
import type { Controls } from './controls.ts';
import type { Intent, Journal } from './journalPort.ts';
import type { Ledger } from './ledger.ts';
import { Pace, pauseAfter } from './pace.ts';
import type { Settled } from './report.ts';
import {
    answersTo,
    asFault,
    isLocked,
    mayBeWritten,
    sentWithoutAnswer,
    settled,
    settledByReading,
    type Standing
} from './settle.ts';

/** Document faults in a row that stop a run. A batch that can still be halved to find its bad user doesn't count. */
const FAULTS_TO_STOP = 5;
/** Tries for a user whose row is locked. After the last, the refusal is final. */
const LOCK_TRIES = 5;
/** Unreadable answers to a write of one user, with a reading before each, after which the run goes on without the user. */
const TRIES_ALONE = 3;

/** What a run asks of an org. */
export type BatchOrg = Pick<Org, 'memberships' | 'write'>;

interface BatchOptions {
    runId: string;
    journal: Journal;
    now(): number;
    random(): number;
}

/** Runs the batches of one run, one after the other. */
export class Batches {
    private org: BatchOrg;
    private options: BatchOptions;
    private ledger: Ledger;
    private controls: Controls;
    private settle: (outcomes: Settled[]) => void;
    private pace = new Pace();
    private faultsInARow = 0;
    private worked = { ms: 0, users: 0 };

    constructor(
        org: BatchOrg,
        options: BatchOptions,
        ledger: Ledger,
        controls: Controls,
        settle: (outcomes: Settled[]) => void
    ) {
        this.org = org;
        this.options = options;
        this.ledger = ledger;
        this.controls = controls;
        this.settle = settle;
    }

    /** Milliseconds per user so far, including waits; null before anyone is settled. */
    get msPerUser(): number | null {
        return this.worked.users === 0 ? null : this.worked.ms / this.worked.users;
    }

    /** Forgets earlier faults, because someone told the run to continue. */
    forgive(): void {
        this.faultsInARow = 0;
    }

    /** Reads, writes, and settles one batch. Never throws an OrgFault. */
    async next(): Promise<void> {
        const startedAt = this.options.now();
        const toGo = this.ledger.toGo;
        const batch = this.ledger.next(this.pace.size);
        await this.move(batch);
        this.worked.ms += this.options.now() - startedAt;
        this.worked.users += toGo - this.ledger.toGo;
        this.controls.tell();
    }

    private async move(batch: Standing[]): Promise<void> {
        // Locked users come last, so a whole batch of them means that there is nothing else to do.
        const locked = Math.min(...batch.map((one) => one.locked));
        if (locked > 0) {
            await this.controls.waitOut(pauseAfter(locked, null, this.options.random()), null);
            if (!(await this.controls.mayGoOn())) return;
        }
        const writes = await this.readFresh(batch);
        if (writes === null || writes.length === 0) return;
        await this.write(writes);
    }

    /** Settles users by a fresh read. @returns users to write, each with its intent; null when the read failed */
    private async readFresh(batch: Standing[]): Promise<{ one: Standing; intent: Intent }[] | null> {
        let memberships;
        try {
            const now = await this.org.memberships(batch.map((one) => one.user.userId));
            memberships = new Map(now.map((membership) => [membership.userId, membership]));
        } catch (thrown) {
            const fault = asFault(thrown);
            await this.failed(fault, 'read', batch);
            // Only this user is left of a rejected read, so no reading will ever tell more about them.
            const isRejected = fault.kind === 'invalid' && batch.length === 1 && !mayBeWritten(batch[0]);
            const outcome = isRejected ? this.givenUp(batch[0]) : null;
            if (outcome !== null) this.settle([outcome]);
            return null;
        }
        const outcomes: Settled[] = [];
        const writes: { one: Standing; intent: Intent }[] = [];
        for (const one of batch) {
            const now = memberships.get(one.user.userId);
            const proven = settledByReading(one, now);
            const outcome = proven ?? this.givenUp(one);
            const { userId, from, to } = one.user;
            if (proven !== null && proven.outcome !== 'refused') this.faultsInARow = 0;
            if (outcome !== null) outcomes.push(outcome);
            else if (now !== undefined) {
                one.since = null;
                writes.push({ one, intent: { userId, from, to, lastModified: now.lastModified } });
            }
        }
        this.settle(outcomes);
        return writes;
    }

    private async write(writes: { one: Standing; intent: Intent }[]): Promise<void> {
        const { runId, journal } = this.options;
        const intents = writes.map(({ intent }) => intent);
        const asked = intents.map(({ userId, to }) => ({ userId, to }));
        journal.intend(runId, intents);
        let answers: WriteAnswer[];
        try {
            answers = answersTo(asked, await this.org.write(asked));
        } catch (thrown) {
            const fault = asFault(thrown);
            // An earlier lost write stays in flight: reading the user as before doesn't prove that it never commits.
            if (fault.sent) for (const { one, intent } of writes) sentWithoutAnswer(one, intent, fault);
            await this.failed(
                fault,
                'write',
                writes.map(({ one }) => one)
            );
            return;
        }
        this.faultsInARow = 0;
        this.pace.clean();
        this.settle(writes.flatMap((write, index) => this.answered(write, answers[index]) ?? []));
    }

    /**
     * An answer that doesn't confirm a write isn't taken as a refusal yet, because errors can also concern only what was
     * asked back after the commit. The next batch reads these users first, with its own, so that this costs no request.
     * @returns null for a user who is read or tried again later
     */
    private answered({ one, intent }: { one: Standing; intent: Intent }, answer: WriteAnswer): Settled | null {
        if (answer.written) return settled(one.user, 'moved');
        if (isLocked(answer) && one.locked + 1 < LOCK_TRIES) {
            one.locked += 1;
            this.ledger.postpone(one);
            return null;
        }
        one.intent = intent;
        one.answer = { words: answer.words, code: answer.code };
        return null;
    }

    /**
     * Gives up on a user whose document fails even alone. Only a rejected document is a refusal. An unreadable answer can
     * be an outage, so it never is: the run goes on without the user, whose write may have been done.
     */
    private givenUp({ user, fault, alone, lost, since }: Standing): Settled | null {
        if (fault === null) return null;
        const mayBeDone = lost || since !== null;
        const isRejected = fault.kind === 'invalid';
        if (!isRejected && (!mayBeDone || alone < TRIES_ALONE)) return null;
        this.pace.isolated();
        return settled(user, mayBeDone ? 'uncertain' : 'refused', { words: fault.words, code: fault.kind });
    }

    /** A document about these users failed as a whole. */
    private async failed(fault: OrgFault, asked: 'read' | 'write', users: Standing[]): Promise<void> {
        const controls = this.controls;
        const pause = async (failures: number) => {
            if (controls.stoppedBecause !== null) return;
            await controls.waitOut(pauseAfter(failures, fault.retryAfter, this.options.random()), fault.words);
        };
        switch (fault.kind) {
            case 'expired':
                controls.hold('expired', fault.words);
                return;
            case 'forbidden':
            case 'limit':
            case 'hidden':
                controls.stop(fault.kind, fault.words);
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
                if (users.length > 1) return pause(this.faultsInARow + 1);
                users[0].alone += 1;
                users[0].fault = fault;
                break;
        }
        this.faultsInARow += 1;
        if (this.faultsInARow >= FAULTS_TO_STOP) controls.stop('faults', fault.words);
        else if (fault.kind !== 'invalid') await pause(this.faultsInARow);
    }
}
