import {
    MAX_ROWS_PER_READ,
    OrgFault,
    toId18,
    type Id,
    type Kind,
    type Membership,
    type MembershipWrite,
    type Org,
    type WriteAnswer
} from 'c/orgPort';

export interface MemoryUser {
    id: Id;
    name: string;
    callCenterId: Id | null;
    isActive: boolean;
    userType: string;
}

export interface MemoryCenter {
    id: Id;
    name: string;
    kind: Kind;
}

interface Row extends MemoryUser {
    modifiedAt: number;
    modifiedBy: string;
}

/** Who writes through the port, according to `lastModifiedBy`. */
const SELF = 'The admin';
/** The part of an org that moving uses. */
export type MovingOrg = Pick<Org, 'memberships' | 'write' | 'writeOne'>;

/** A small org in memory, as strict as a real one about IDs, targets and modification times. It never fails. */
export class MemoryOrg implements MovingOrg {
    /** Requests so far, by method. */
    readonly requests = { memberships: 0, write: 0, writeOne: 0 };
    /** Field-level security hides the call centers of users. */
    hidesMemberships = false;
    #rows = new Map<Id, Row>();
    #centers: Map<Id, MemoryCenter>;
    /** Each modification gets a millisecond of its own, so that no two have the same time. */
    #clock = Date.UTC(2026, 10, 2, 8);

    constructor(users: MemoryUser[], centers: MemoryCenter[]) {
        this.#centers = new Map(centers.map((center) => [strictId(center.id), center]));
        for (const user of users) {
            this.#rows.set(strictId(user.id), { ...user, modifiedAt: this.#clock, modifiedBy: 'The installer' });
        }
    }

    /** Who is where, for comparison. Doesn't count as a request. */
    snapshot(): Map<Id, Id | null> {
        return new Map([...this.#rows].map(([id, row]) => [id, row.callCenterId]));
    }

    /** The org's time, a millisecond later with each call. `ms` more pass when given. */
    tick(ms = 0): number {
        this.#clock += 1 + ms;
        return this.#clock;
    }

    /** Someone else moves a user. Doesn't count as a request. */
    move(userId: Id, to: Id | null, by: string): void {
        this.modify(this.row(userId), to, by);
    }

    /** Someone else edits another field of a user, such as the title. */
    touch(userId: Id, by: string): void {
        const row = this.row(userId);
        this.modify(row, row.callCenterId, by);
    }

    async memberships(userIds: Id[]): Promise<Membership[]> {
        this.requests.memberships += 1;
        if (userIds.length > MAX_ROWS_PER_READ)
            throw new OrgFault('invalid', 'first must be at most 2000', { sent: false });
        if (this.hidesMemberships) throw new OrgFault('hidden', '');
        return this.current(userIds);
    }

    /** Where users are, hidden or not. Doesn't count as a request. */
    current(userIds: Id[]): Membership[] {
        return userIds.map(strictId).flatMap((id) => {
            const row = this.#rows.get(id);
            return row === undefined ? [] : [membership(row)];
        });
    }

    async write(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
        this.requests.write += 1;
        if (new Set(writes.map((write) => write.userId)).size !== writes.length) {
            throw new OrgFault('invalid', 'Duplicate id in list', { sent: false });
        }
        return writes.map((write) => this.writeRow(write));
    }

    async writeOne(
        write: MembershipWrite,
        unmodifiedSince: string
    ): Promise<WriteAnswer | { userId: Id; changed: true }> {
        this.requests.writeOne += 1;
        const row = this.#rows.get(strictId(write.userId));
        if (Number.isNaN(Date.parse(unmodifiedSince))) {
            const words = 'The If-Unmodified-Since header is not a date.';
            return { userId: write.userId, written: false, words, code: 'INVALID_OPERATION' };
        }
        if (row !== undefined && row.modifiedAt > Date.parse(unmodifiedSince)) {
            return { userId: write.userId, changed: true };
        }
        return this.writeRow(write);
    }

    private writeRow({ userId, to }: MembershipWrite): WriteAnswer {
        if (this.hidesMemberships) {
            const words = "No such column 'CallCenterId' on sobject of type User";
            return { userId, written: false, words, code: 'INVALID_FIELD' };
        }
        const row = this.#rows.get(strictId(userId));
        if (row === undefined) {
            return { userId, written: false, words: 'entity is deleted', code: 'ENTITY_IS_DELETED' };
        }
        if (to !== null && !this.#centers.has(strictId(to))) {
            return {
                userId,
                written: false,
                words: 'invalid cross reference id',
                code: 'INVALID_CROSS_REFERENCE_KEY'
            };
        }
        this.modify(row, to, SELF);
        return { userId, written: true };
    }

    private modify(row: Row, to: Id | null, by: string): void {
        row.callCenterId = to;
        row.modifiedAt = this.tick();
        row.modifiedBy = by;
    }

    private row(userId: Id): Row {
        const row = this.#rows.get(userId);
        if (row === undefined) throw new RangeError(`No user ${userId}`);
        return row;
    }
}

/** The port uses only 18-character IDs. */
function strictId(id: Id): Id {
    if (toId18(id) !== id) throw new OrgFault('invalid', `Value ${id} is not a valid id`, { sent: false });
    return id;
}

function membership(row: Row): Membership {
    return {
        userId: row.id,
        name: row.name,
        callCenterId: row.callCenterId,
        isActive: row.isActive,
        userType: row.userType,
        lastModified: new Date(row.modifiedAt).toISOString(),
        lastModifiedBy: row.modifiedBy
    };
}
