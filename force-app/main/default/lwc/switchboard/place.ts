import type { View } from 'c/pageState';
import type { Layout } from 'c/panelState';

/** What has the place of the users, and what becomes of the rest. */
export interface Place {
    /** The class of what shows another view. */
    other: string;
    /** The class of the import, which is kept while something else is shown. */
    importer: string;
    /** The class of the list, the table, and the line below it. */
    body: string;
    /** The class of the notice, which is in the line below the table. */
    notice: string;
    /** Only the line below the table is shown, or what takes its place. */
    isDockOnly: boolean;
}

/** A review and results come before any view. A run in progress and a notice are shown below every view. */
export function placeOf(view: View, layout: Layout, hasNotice: boolean): Place {
    const inset = hasNotice ? 'inset' : '';
    const away = { other: 'other away', importer: 'importer away' };
    if (layout === 'full') return { ...away, body: 'body full', notice: inset, isDockOnly: true };
    if (view === 'users') {
        const notice = hasNotice && layout !== 'none' ? 'above' : '';
        return { ...away, body: 'body', notice, isDockOnly: false };
    }
    const shown = view === 'import' ? { ...away, importer: 'importer' } : { ...away, other: 'other' };
    return { ...shown, body: dockClass(layout, hasNotice), notice: inset, isDockOnly: true };
}

function dockClass(layout: Layout, hasNotice: boolean): string {
    if (layout === 'run') return 'body docked';
    return hasNotice ? 'body docked still' : 'body docked still idle';
}
