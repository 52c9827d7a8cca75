import { withoutGuard } from 'c/csv';
import { toId18, type FoundUser, type UserKey } from 'c/orgPort';

/** Longest values of the fields (describe of User). A longer value has no user, so the org isn't asked. */
const LONGEST: Record<UserKey, number> = {
    id: 18,
    username: 80,
    email: 128,
    'username or email': 128,
    'federation id': 512,
    'employee number': 20,
    alias: 8,
    name: 121
};
const USER_PREFIX = '005';
/** Characters that copied text carries and no one sees, such as zero-width spaces and no-break spaces at its ends. */
const INVISIBLE = /(?![\u200C\u200D])\p{Format}/gu;

/** Most cells. They need no normalization, which takes most of the time of reading 50,000 rows. */
const ASCII = /^[\x20-\x7E]*$/;

/** What a cell says, for reading: without what can't be seen, without spaces at its ends, without our apostrophe. */
export function meaningOf(cell: string | undefined): string {
    const text = withoutGuard(cell ?? '');
    return (ASCII.test(text) ? text : text.replace(INVISIBLE, '')).trim();
}

/** How texts are compared. SOQL ignores case (documented); composed and decomposed letters are the same letter. */
export function folded(text: string): string {
    return (ASCII.test(text) ? text : text.normalize('NFC')).toUpperCase();
}

/** Letters and digits without accents and case, to find what nearly matches. */
export function plain(text: string): string {
    return (ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{Mark}/gu, '')).toLowerCase();
}

/**
 * The value to ask the org for; null when no user can have it. IDs get 18 characters. "Byron, Ada" is "Ada Byron", because
 * User.Name begins with the first name.
 */
export function askedValue(text: string, by: UserKey): string | null {
    if (text === '' || text.length > LONGEST[by]) return null;
    switch (by) {
        case 'id': {
            const id = toId18(text);
            return id?.startsWith(USER_PREFIX) ? id : null;
        }
        case 'name':
            return nameInOrder(text);
        case 'username':
        case 'email':
        case 'username or email':
        case 'federation id':
        case 'employee number':
        case 'alias':
            return text;
    }
}

function nameInOrder(text: string): string {
    const [last, first, ...more] = text.split(',').map((part) => part.trim());
    const ordered = first && more.length === 0 ? `${first} ${last}` : text;
    return ordered.replace(/\s+/g, ' ');
}

/** Names a value of a question in `Found`. */
export function questionKey(value: string, by: UserKey): string {
    return `${by}:${by === 'id' ? value : folded(value)}`;
}

/** Of users whose federation IDs differ only in case, the one that has exactly this ID. */
export function exactFirst(users: readonly FoundUser[], value: string): readonly FoundUser[] {
    const exact = users.filter(({ keys }) => keys.includes(value));
    return exact.length === 1 ? exact : users;
}
