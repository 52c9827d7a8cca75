import type { GraphqlTransport } from 'c/graphqlOrg';
import type { Id, Membership, MembershipWrite, WriteAnswer } from 'c/orgPort';
import type { FaultPlan, FaultPlayer } from './faultPlayer.ts';
import { FaultyOrg } from './faultyOrg.ts';
import type { MovingOrg } from './memoryOrg.ts';
import type { OrgEvent } from './orgEvent.ts';

/** An org whose requests fail as planned. */
export type Faulty = MovingOrg & { readonly player: FaultPlayer };

/** Changes how a run understands its transport. */
export type MutateTransport = (transport: GraphqlTransport) => GraphqlTransport;

/** An org to test moves in, and a colleague who works in it at the same time. */
export interface World {
    org: MovingOrg;
    /** Who is where. */
    snapshot(): Promise<Map<Id, Id | null>>;
    /** Someone else moves a user. */
    move(userId: Id, to: Id | null): Promise<void>;
    /** Someone else edits another field of a user. */
    touch(userId: Id): Promise<void>;
    /** The org with faults below the port. Where this is missing, faults happen at the port. */
    faulty?(events: OrgEvent[], plan: FaultPlan, mutate: MutateTransport): Faulty;
    /** Whether a run can't tell an ended session from a request without an answer, as on the platform. */
    hidesExpiry?: boolean;
}

/** Sits in front of an org and records what truly happens in it, whatever answers reach the run. */
export class Witness {
    readonly events: OrgEvent[] = [];
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

    /** The org with the faults of a plan. What truly happens is still recorded. */
    faulty(plan: FaultPlan, mutate: MutateTransport = (transport) => transport): Faulty {
        return this.#world.faulty?.(this.events, plan, mutate) ?? new FaultyOrg(this.org, this.events, plan);
    }

    get hidesExpiry(): boolean {
        return this.#world.hidesExpiry ?? false;
    }

    snapshot(): Promise<Map<Id, Id | null>> {
        return this.#world.snapshot();
    }

    async move(userId: Id, to: Id | null): Promise<void> {
        await this.#world.move(userId, to);
        this.events.push({ what: 'colleague moved', userId, to });
    }

    async touch(userId: Id): Promise<void> {
        await this.#world.touch(userId);
        this.events.push({ what: 'colleague touched', userId });
    }

    private async memberships(userIds: Id[]): Promise<Membership[]> {
        const memberships = await this.#world.org.memberships(userIds);
        this.events.push({ what: 'read', userIds: new Set(userIds) });
        return memberships;
    }

    private async write(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
        const answers = await this.#world.org.write(writes);
        this.commits(writes, answers);
        return answers;
    }

    private commits(writes: MembershipWrite[], answers: WriteAnswer[]): void {
        writes.forEach(({ userId, to }, place) => {
            if (answers[place].written) this.events.push({ what: 'commit', userId, to });
        });
    }
}
