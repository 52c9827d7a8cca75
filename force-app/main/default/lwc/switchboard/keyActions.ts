/** What the keys do on this page. */
import { nextToUndo, type Page, type View } from 'c/pageState';
import type { KeyActions } from './keyboard.ts';
import type { PageParts } from './pageParts.ts';

export interface KeyedPage {
    readonly page: Page;
    readonly place: { isDockOnly: boolean };
    readonly parts: PageParts;
    readonly showsKeys: boolean;
    handleKeys(): void;
    handleUndo(): void;
    openView(view: View): void;
}

export function keyActions(part: KeyedPage): KeyActions {
    const isFree = () => !part.place.isDockOnly;
    const did = (act: () => void) => {
        act();
        return true;
    };
    return {
        search: () => isFree() && did(() => part.parts.finder?.focusSearch()),
        review: () => isFree() && (part.parts.panel?.reviewSelection() ?? false),
        undo: () => nextToUndo(part.page) !== null && did(() => part.handleUndo()),
        back: () => goBack(part),
        help: () => did(() => part.handleKeys())
    };
}

/** Esc leads back from what was opened last: the list of keys, a review or results, another view. */
function goBack(part: KeyedPage): boolean {
    if (part.showsKeys) part.handleKeys();
    else if (!part.parts.panel?.leave()) {
        if (part.page.view === 'users') return false;
        part.openView('users');
    }
    return true;
}
