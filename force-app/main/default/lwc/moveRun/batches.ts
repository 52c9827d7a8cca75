import type { Org, WriteAnswer } from 'c/orgPort';
import type { Faults } from './faults.ts';
import type { Intent, Journal } from './journalPort.ts';
import type { Ledger } from './ledger.ts';
import type { Pace } from './pace.ts';
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

/** Tries for a user whose row is locked. After the last, the refusal is final. */
const LOCK_TRIES = 5;
/** Unreadable answers to a write of one user, with a reading before each, after which the run goes on without the user. */
const TRIES_ALONE = 3;

/** What a run asks of an org. */
export type BatchOrg = Pick<Org, 'memberships' | 'write'>;

/** What batches work on, and whom they tell. */
interface BatchParts {
    runId: string;
    journal: Journal;
    ledger: Ledger;
    pace: Pace;
    faults: Faults;
    settle(outcomes: Settled[]): void;
}

/** Carries out batches. Several may be in flight at once, if no user is in two of them. */
export class Batches {
    private org: BatchOrg;
    private parts: BatchParts;

    constructor(org: BatchOrg, parts: BatchParts) {
        this.org = org;
        this.parts = parts;
    }

    /**
     * Reads one batch, and right after that writes and settles it. Nothing comes between the read and the write, so that a
     * change by someone else is overwritten only while a request is on its way. Never throws an OrgFault.
     */
    async move(batch: Standing[]): Promise<void> {
        const writes = await this.readFresh(batch);
        if (writes !== null && writes.length > 0) await this.write(writes);
    }

    /** Settles users by a fresh read. @returns users to write, each with its intent; null when the read failed */
    private async readFresh(batch: Standing[]): Promise<{ one: Standing; intent: Intent }[] | null> {
        let memberships;
        try {
            const now = await this.org.memberships(batch.map((one) => one.user.userId));
            memberships = new Map(now.map((membership) => [membership.userId, membership]));
        } catch (thrown) {
            const fault = asFault(thrown);
            this.parts.faults.failed(fault, 'read', batch);
            // Only this user is left of a rejected read, so no reading will ever tell more about them.
            const isRejected = fault.kind === 'invalid' && batch.length === 1 && !mayBeWritten(batch[0]);
            const outcome = isRejected ? this.givenUp(batch[0]) : null;
            if (outcome !== null) this.parts.settle([outcome]);
            return null;
        }
        const outcomes: Settled[] = [];
        const writes: { one: Standing; intent: Intent }[] = [];
        for (const one of batch) {
            const now = memberships.get(one.user.userId);
            const proven = settledByReading(one, now);
            const outcome = proven ?? this.givenUp(one);
            const { userId, from, to } = one.user;
            if (proven !== null && proven.outcome !== 'refused') this.parts.faults.readWell();
            if (outcome !== null) outcomes.push(outcome);
            else if (now !== undefined) {
                one.since = null;
                writes.push({ one, intent: { userId, from, to, lastModified: now.lastModified } });
            }
        }
        this.parts.settle(outcomes);
        return writes;
    }

    private async write(writes: { one: Standing; intent: Intent }[]): Promise<void> {
        const { runId, journal, faults, settle } = this.parts;
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
            faults.failed(
                fault,
                'write',
                writes.map(({ one }) => one)
            );
            return;
        }
        faults.answered(answers.some((answer) => !answer.written && isLocked(answer)));
        settle(writes.flatMap((write, index) => this.answered(write, answers[index]) ?? []));
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
            this.parts.ledger.postpone(one);
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
        this.parts.pace.isolated();
        return settled(user, mayBeDone ? 'uncertain' : 'refused', { words: fault.words, code: fault.kind });
    }
}
