import type { View } from 'c/pageState';
import type { Layout } from 'c/panelState';

/** What has the place of the users, and what becomes of the rest. */
export interface Place {
    /** The class of what shows another view. */
    other: string;
    /** The class of the list, the table, and the line below it. */
    body: string;
    /** Only the line below the table is shown, or what takes its place. */
    isDockOnly: boolean;
}

/** A review and results come before any view. A run in progress is shown below every view. */
export function placeOf(view: View, layout: Layout): Place {
    if (layout === 'full') return { other: 'other away', body: 'body full', isDockOnly: true };
    if (view === 'users') return { other: 'other away', body: 'body', isDockOnly: false };
    return { other: 'other', body: layout === 'run' ? 'body docked' : 'body away', isDockOnly: true };
}
