import type { Id, Membership, MembershipWrite, WriteAnswer } from 'c/orgPort';
import { FaultyOrg, type FaultPlan } from './faultyOrg.ts';
import type { MovingOrg } from './memoryOrg.ts';

/** An org of which requests go wrong as planned. */
export type Faulty = MovingOrg & Pick<FaultyOrg, 'crashed' | 'requests' | 'restart'>;

/** An org to try moves on, and a colleague who works in it at the same time. */
export interface World {
    org: MovingOrg;
    /** Who is where. */
    snapshot(): Promise<Map<Id, Id | null>>;
    /** Somebody else moves a user. */
    move(userId: Id, to: Id | null): Promise<void>;
    /** Somebody else edits something else of a user. */
    touch(userId: Id): Promise<void>;
    /** The org with faults below the port; without it they happen at the port. */
    faulty?(seen: Seen[], plan: FaultPlan): Faulty;
}

export type Seen =
    | { what: 'read'; userIds: ReadonlySet<Id> }
    | { what: 'commit'; userId: Id; to: Id | null }
    | { what: 'colleague moved'; userId: Id; to: Id | null }
    | { what: 'colleague touched'; userId: Id };

/** Stands right before an org and writes down what truly happened in it, whatever is told to whom afterwards. */
export class Witness {
    readonly seen: Seen[] = [];
    readonly org: MovingOrg;
    #world: World;

    constructor(world: World) {
        this.#world = world;
        this.org = {
            memberships: (userIds) => this.memberships(userIds),
            write: (writes) => this.write(writes),
            writeOne: async (write, unmodifiedSince) => {
                const answer = await world.org.writeOne(write, unmodifiedSince);
                if ('written' in answer) this.commits([write], [answer]);
                return answer;
            }
        };
    }

    /** The org with the faults of a plan; what truly happens is written down all the same. */
    faulty(plan: FaultPlan): Faulty {
        return this.#world.faulty?.(this.seen, plan) ?? new FaultyOrg(this.org, plan);
    }

    snapshot(): Promise<Map<Id, Id | null>> {
        return this.#world.snapshot();
    }

    async move(userId: Id, to: Id | null): Promise<void> {
        await this.#world.move(userId, to);
        this.seen.push({ what: 'colleague moved', userId, to });
    }

    async touch(userId: Id): Promise<void> {
        await this.#world.touch(userId);
        this.seen.push({ what: 'colleague touched', userId });
    }

    private async memberships(userIds: Id[]): Promise<Membership[]> {
        const memberships = await this.#world.org.memberships(userIds);
        this.seen.push({ what: 'read', userIds: new Set(userIds) });
        return memberships;
    }

    private async write(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
        const answers = await this.#world.org.write(writes);
        this.commits(writes, answers);
        return answers;
    }

    private commits(writes: MembershipWrite[], answers: WriteAnswer[]): void {
        writes.forEach(({ userId, to }, place) => {
            if (answers[place].written) this.seen.push({ what: 'commit', userId, to });
        });
    }
}
