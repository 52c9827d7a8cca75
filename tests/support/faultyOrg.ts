import { OrgFault, type FaultKind, type Id, type Membership, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import { FaultPlayer, type FaultPlan } from './faultPlayer.ts';
import type { MovingOrg } from './memoryOrg.ts';
import type { OrgEvent } from './orgEvent.ts';

/** An org whose requests fail according to a fault plan. */
export class FaultyOrg implements MovingOrg {
    readonly player: FaultPlayer;
    #org: MovingOrg;

    constructor(org: MovingOrg, events: OrgEvent[], plan: FaultPlan) {
        this.player = new FaultPlayer(plan, events);
        this.#org = org;
    }

    memberships(userIds: Id[]): Promise<Membership[]> {
        return this.player.play({
            isRead: true,
            ask: async () => this.player.visible(await this.#org.memberships(userIds), ({ userId }) => userId),
            fault,
            // Half a list of users would be a valid answer to a different question, so an unreadable answer is thrown.
            garble: unreadable
        });
    }

    write(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
        return this.player.play({
            isRead: false,
            ask: () => this.judged(writes),
            fault,
            garble: (answers) => answers.slice(1),
            withoutField: (answers) => answers.map((answer) => (answer.written ? unproven(answer.userId) : answer)),
            nulled(answers, user) {
                const { userId, written } = answers[user % answers.length];
                const words = 'An error about what was asked back';
                if (!written) return answers;
                return answers.map((answer) =>
                    answer.userId === userId ? { userId, written: false, words, code: 'INVALID_FIELD' } : answer
                );
            }
        });
    }

    writeOne(write: MembershipWrite, unmodifiedSince: string): Promise<WriteAnswer | { userId: Id; changed: true }> {
        return this.player.play({
            isRead: false,
            ask: async () => this.judge(write) ?? (await this.written(write, unmodifiedSince)),
            fault,
            garble: unreadable,
            withoutField: (answer) => ('written' in answer && answer.written ? unproven(answer.userId) : answer)
        });
    }

    private async written(write: MembershipWrite, unmodifiedSince: string): ReturnType<MovingOrg['writeOne']> {
        const to = this.player.destination(write);
        const answer = await this.#org.writeOne({ ...write, to }, unmodifiedSince);
        const isOtherwise = 'written' in answer && answer.written && to !== write.to;
        return isOtherwise ? setOtherwise(write.userId) : answer;
    }

    private async judged(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
        if (this.player.rejects(writes.map(({ userId }) => userId))) {
            throw new OrgFault('invalid', 'Validation error', { sent: true });
        }
        const refusals = writes.map((write) => this.judge(write));
        const accepted = writes.filter((_, place) => refusals[place] === null);
        const done = accepted.map((write) => ({ ...write, to: this.player.destination(write) }));
        const answers = done.length === 0 ? [] : await this.#org.write(done);
        const told = answers.map((answer, place): WriteAnswer => {
            if (!answer.written || done[place].to === accepted[place].to) return answer;
            return setOtherwise(answer.userId);
        });
        return refusals.map((refusal) => refusal ?? (told.shift() as WriteAnswer));
    }

    private judge({ userId }: MembershipWrite): WriteAnswer | null {
        const refusal = this.player.refusal(userId);
        return refusal === null ? null : { userId, written: false, ...refusal };
    }
}

function fault(kind: FaultKind, options: { sent: boolean; retryAfter: number | null; isDone: boolean }): OrgFault {
    return new OrgFault(kind, options.isDone ? `A lost answer: ${kind}` : `A fault: ${kind}`, options);
}

/** The org answered without the call center. */
function unproven(userId: Id): WriteAnswer {
    return { userId, written: false, words: '', code: null };
}

function setOtherwise(userId: Id): WriteAnswer {
    return { userId, written: false, words: '', code: 'SET_OTHERWISE' };
}

function unreadable(): never {
    throw new OrgFault('unreadable', 'Unexpected end of JSON input');
}
