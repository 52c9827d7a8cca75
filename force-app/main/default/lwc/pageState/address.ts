import { toId18, type Id } from 'c/orgPort';

/** The views of the page. A new view is one more name here, and one more part in the page's template. */
export const VIEWS = ['users', 'history'] as const;
export type View = (typeof VIEWS)[number];

/** What a link to the page asks for. */
export interface Address {
    view: View;
    center: Id | null;
}

/** Parameters of the page's link, such as /lightning/cmp/c__switchboard?c__center=04v… (url addressable components). */
const VIEW = 'c__view';
const CENTER = 'c__center';

/**
 * Reads a link's query string; whatever is missing or unknown is the start of the page.
 * The page reads its address itself, because Lightning Out has no navigation module.
 */
export function readAddress(search: string): Address {
    const parameters = new URLSearchParams(search);
    const view = VIEWS.find((known) => known === parameters.get(VIEW)) ?? 'users';
    const center = parameters.get(CENTER);
    return { view, center: center === null ? null : toId18(center) };
}
