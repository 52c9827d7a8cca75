import type { Id, MembershipWrite, WriteAnswer } from 'c/orgPort';
import type { MovingOrg } from '../support/memoryOrg.ts';

/** Batches that may be in flight at once. */
const MOST_LANES = 3;
/** Mutations in a row that have to be answered cleanly before more than one batch is in flight: at first, and after trouble. */
const CLEAN = { atFirst: 1, afterTrouble: 3 };

interface Request {
    what: 'read' | 'write';
    userIds: ReadonlySet<Id>;
    /** It began before a fault or a locked row of another request was known. */
    isOld: boolean;
}

/** Watches the requests of a run, and remembers which rules of lanes it broke. */
export class LaneWatch {
    readonly broken: string[] = [];
    /** Requests that were in flight at once, at most. */
    most = 0;
    #open = new Set<Request>();
    #lanes = 1;
    #cleanToGo = CLEAN.atFirst;
    /** After trouble, until the batches that were in flight are done. */
    #isFinishing = false;
    #answers = 0;
    /** How many answers there were when each user was read last. */
    #readAt = new Map<Id, number>();

    /** A page was opened. No answer to an earlier page reaches it. */
    newPage(): void {
        this.#open.clear();
        this.#lanes = 1;
        this.#cleanToGo = CLEAN.atFirst;
        this.#isFinishing = false;
    }

    over(org: MovingOrg): MovingOrg {
        return {
            memberships: async (userIds) => {
                const read = await this.#during('read', userIds, () => org.memberships(userIds));
                for (const userId of userIds) this.#readAt.set(userId, this.#answers);
                return read;
            },
            write: (writes: MembershipWrite[]) =>
                this.#during(
                    'write',
                    writes.map(({ userId }) => userId),
                    () => org.write(writes)
                ),
            writeOne: (write, unmodifiedSince) => org.writeOne(write, unmodifiedSince)
        };
    }

    async #during<Answer extends WriteAnswer[] | unknown[]>(
        what: Request['what'],
        userIds: Id[],
        ask: () => Promise<Answer>
    ): Promise<Answer> {
        const request = this.#begin(what, userIds);
        try {
            const answer = await ask();
            this.#end(request);
            if (what === 'write') this.#written(request, answer as WriteAnswer[]);
            return answer;
        } catch (thrown) {
            this.#end(request);
            this.#trouble();
            throw thrown;
        }
    }

    #begin(what: Request['what'], userIds: Id[]): Request {
        const others = this.#open.size;
        if (what === 'read') {
            if (others === 0) this.#isFinishing = false;
            if (this.#isFinishing) this.#breaks('a batch began before those in flight were done');
            if (others >= this.#lanes) this.#breaks(`a batch began beside ${others} others`);
        } else if (userIds.some((userId) => this.#readAt.get(userId) !== this.#answers))
            this.#breaks('another answer came between the read and the write of a batch');
        const request = { what, userIds: new Set(userIds), isOld: this.#isFinishing };
        for (const open of this.#open) {
            if (userIds.some((userId) => open.userIds.has(userId))) this.#breaks('a user was in two requests at once');
        }
        this.#open.add(request);
        this.most = Math.max(this.most, this.#open.size);
        return request;
    }

    #end(request: Request): void {
        this.#open.delete(request);
        this.#answers += 1;
    }

    #written({ isOld }: Request, answers: WriteAnswer[]): void {
        if (answers.some((answer) => !answer.written && answer.code === 'UNABLE_TO_LOCK_ROW')) return this.#trouble();
        if (isOld || this.#isFinishing) return;
        this.#cleanToGo -= 1;
        if (this.#cleanToGo <= 0) this.#lanes = MOST_LANES;
    }

    #trouble(): void {
        this.#lanes = 1;
        this.#cleanToGo = CLEAN.afterTrouble;
        this.#isFinishing = true;
    }

    #breaks(rule: string): void {
        if (!this.broken.includes(rule)) this.broken.push(rule);
    }
}
