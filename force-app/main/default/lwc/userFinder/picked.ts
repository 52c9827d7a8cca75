import type { Id, User, UserSearch } from 'c/orgPort';

/** What the admin picked: users one by one, or all that a search finds. */
export interface Selection {
    count: number;
    users: User[];
    /** Set when all that match are picked; `users` are then those that are loaded. */
    matching: UserSearch | null;
}

/** The picked users. They stay picked while the admin searches for others. Never changes: its methods give a new one. */
export class Picked {
    readonly isAll: boolean;
    private readonly users: ReadonlyMap<Id, User>;

    constructor(users: ReadonlyMap<Id, User>, isAll: boolean) {
        this.users = users;
        this.isAll = isAll;
    }

    /** @param ids the picked ones among `loaded`; who is not loaded stays as they are. */
    chosen(ids: ReadonlySet<Id>, loaded: User[]): Picked {
        const users = new Map(this.users);
        for (const user of loaded) {
            if (ids.has(user.id)) users.set(user.id, user);
            else users.delete(user.id);
        }
        return new Picked(users, false);
    }

    /** All that match; when all are loaded, that is picking each of them. */
    all(total: number, loaded: User[]): Picked {
        return new Picked(new Map(loaded.map((user) => [user.id, user])), loaded.length < total);
    }

    /** Whether picking all that match would pick more. */
    offersAll(total: number): boolean {
        return this.users.size > 0 && !this.isAll && this.users.size < total;
    }

    /** The picked ones among the loaded users. */
    among(loaded: User[]): Id[] {
        return loaded.filter((user) => this.isAll || this.users.has(user.id)).map((user) => user.id);
    }

    afterMoves(moves: { userId: Id; to: Id | null }[]): Picked {
        const users = new Map(this.users);
        for (const { userId, to } of moves) {
            const user = users.get(userId);
            if (user) users.set(userId, { ...user, callCenterId: to });
        }
        return new Picked(users, this.isAll);
    }

    selection(search: UserSearch, total: number): Selection {
        const users = [...this.users.values()];
        return { count: this.isAll ? total : users.length, users, matching: this.isAll ? search : null };
    }
}

export const NOBODY = new Picked(new Map(), false);
