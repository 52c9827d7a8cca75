import { fill, LABELS } from 'c/labels';
import type { UserSearch } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import { filtersOn, wordsOf } from 'c/userSearch';
import type { FindingState } from './finding.ts';

/** What is said when a search finds no one. */
export interface EmptyState {
    title: string;
    text: string;
    /** The label of the button that shows users again. */
    showEveryone: string;
}

/** A call center without members is no failed search, so it says what to do. */
export function emptyStateOf(search: UserSearch, { target, nameOf, mayEdit }: Viewpoint): EmptyState {
    const isOnlyMembership = wordsOf(search.text).length === 0 && filtersOn(search) === 0;
    if (isOnlyMembership && search.membership === 'here') {
        return {
            title: fill(LABELS.noMembersTitle, nameOf(target)),
            text: mayEdit ? LABELS.noMembersText : '',
            showEveryone: LABELS.showAllUsers
        };
    }
    if (isOnlyMembership && search.membership === 'none') {
        return { title: LABELS.noneLeftTitle, text: '', showEveryone: LABELS.showAllUsers };
    }
    return { title: LABELS.noUsersTitle, text: LABELS.noUsersText, showEveryone: LABELS.showEveryone };
}

/** Null while there are users, or something else to say. */
export function emptyOf({ found, failure, search, seen }: FindingState): EmptyState | null {
    const isEmpty = found.state === 'read' && failure === null && found.users.length === 0;
    return isEmpty && seen ? emptyStateOf(search, seen) : null;
}
