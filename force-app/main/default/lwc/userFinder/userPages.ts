import { sameQuestion, USERS_PER_PAGE, USERS_SHOWN } from 'c/userSearch';
import type { Id, UserPagesOrg, User, UserPage, UserSearch } from 'c/orgPort';

/** The users found so far, page after page. */
export interface Found {
    users: User[];
    /** How many users match, loaded or not. */
    total: number;
    state: 'unread' | 'reading' | 'reading more' | 'read';
    /** A search failed, so the users are still those of an earlier search. */
    isOutdated: boolean;
    hasMore: boolean;
    /** Field-level security hides the call centers of the users. */
    hidesMemberships: boolean;
    /** More users match than the table holds. */
    isCut: boolean;
}

/** Reads users page after page, and drops an answer when a newer question was asked meanwhile. */
export class UserPages {
    found: Found = {
        users: [],
        total: 0,
        state: 'unread',
        isOutdated: false,
        hidesMemberships: false,
        hasMore: false,
        isCut: false
    };
    /** The search that found the users. */
    private answered: UserSearch | null = null;
    private endCursor: string | null = null;
    private question = 0;
    /** Moves since the question was asked, whose answer may be older than they are. */
    private moved = new Map<Id, Id | null>();
    private readonly tell: (found: Found) => void;

    constructor(tell: (found: Found) => void) {
        this.tell = tell;
    }

    /**
     * @param more the next page; otherwise the first one, which replaces the users found so far
     * @returns false when a newer question was asked meanwhile. @throws OrgFault; the users found so far stay
     */
    async read(org: UserPagesOrg, search: UserSearch, more: boolean): Promise<boolean> {
        const question = (this.question += 1);
        const after = more ? this.endCursor : null;
        this.moved = new Map();
        this.change({ state: more ? 'reading more' : 'reading' });
        let page: UserPage;
        try {
            page = await org.users(search, after, { first: USERS_PER_PAGE, fresh: true });
        } catch (thrown) {
            if (question !== this.question) return false;
            const isOutdated = this.answered !== null && !sameQuestion(this.answered, search);
            this.change({ state: 'read', isOutdated });
            throw thrown;
        }
        if (question !== this.question) return false;
        this.endCursor = page.endCursor;
        this.answered = search;
        const read = moveIn(page.users, this.moved);
        const users = more ? withNew(this.found.users, read) : read;
        const isFull = users.length >= USERS_SHOWN;
        const isMore = page.endCursor !== null;
        this.change({
            users,
            total: page.total,
            state: 'read',
            isOutdated: false,
            // A page without users tells nothing.
            hidesMemberships: page.users.length ? page.hidesMemberships : this.found.hidesMemberships,
            hasMore: isMore && !isFull,
            isCut: isMore && isFull
        });
        return true;
    }

    /** Our own write changes the version of a row, so what was read before isn't a version to write against anymore. */
    applyMoves(moves: { userId: Id; to: Id | null }[]) {
        for (const { userId, to } of moves) this.moved.set(userId, to);
        const users = moveIn(this.found.users, new Map(moves.map(({ userId, to }) => [userId, to])));
        this.change({ users });
    }

    private change(change: Partial<Found>) {
        this.found = { ...this.found, ...change };
        this.tell(this.found);
    }
}

function moveIn(users: User[], moved: ReadonlyMap<Id, Id | null>): User[] {
    return users.map((user) => {
        const to = moved.get(user.id);
        return to === undefined ? user : { ...user, callCenterId: to, lastModified: null };
    });
}

/** A change in the org can push a user from one page onto the next. Such a user is shown once. */
function withNew(users: User[], more: User[]): User[] {
    const known = new Set(users.map((user) => user.id));
    return [...users, ...more.filter((user) => !known.has(user.id))];
}
