import type { Id, User, UserSearch } from 'c/orgPort';

/** The selected users: one by one, or all that a search finds. */
export interface Selection {
    count: number;
    users: User[];
    /** Set when all matching users are selected; `users` are then only the loaded ones. */
    matching: UserSearch | null;
}

/** The selected users. They stay selected while the admin searches for others. Immutable: its methods return a new one. */
export class Picked {
    readonly isAll: boolean;
    private readonly users: ReadonlyMap<Id, User>;

    constructor(users: ReadonlyMap<Id, User>, isAll: boolean) {
        this.users = users;
        this.isAll = isAll;
    }

    /** @param ids the selected ones among `loaded`. Users that aren't loaded stay as they are. */
    chosen(ids: ReadonlySet<Id>, loaded: User[]): Picked {
        const users = new Map(this.users);
        for (const user of loaded) {
            if (ids.has(user.id)) users.set(user.id, user);
            else users.delete(user.id);
        }
        return new Picked(users, false);
    }

    /** Selects all that match. When all are loaded, that is selecting each of them. */
    all(total: number, loaded: User[]): Picked {
        return new Picked(new Map(loaded.map((user) => [user.id, user])), loaded.length < total);
    }

    /** Whether selecting all that match would add any. */
    offersAll(total: number): boolean {
        return this.users.size > 0 && !this.isAll && this.users.size < total;
    }

    /** The ids of the selected users among the loaded ones. */
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

export const NO_USERS = new Picked(new Map(), false);
