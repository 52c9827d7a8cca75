import { toId18, type Id } from 'c/orgPort';

/** The views of the page. A new view is one more name here, and one more part in the page's template. */
export const VIEWS = ['users', 'history'] as const;
export type View = (typeof VIEWS)[number];

/** What a link to the page asks for. */
export interface Address {
    view: View;
    center: Id | null;
}

/**
 * Parameters of the page's link, without their namespace: `c`, or that of the package (documented, Aura guide, "Add
 * Query Parameters"): /lightning/n/Switchboard?c__center=04v…
 */
const VIEW = 'view';
const CENTER = 'center';

/**
 * Reads a link's query string; whatever is missing or unknown is the start of the page.
 * The page reads its address itself, because Lightning Out has no navigation module.
 */
export function readAddress(search: string): Address {
    const parameters = new URLSearchParams(search);
    const view = VIEWS.find((known) => known === valueOf(parameters, VIEW)) ?? 'users';
    const center = valueOf(parameters, CENTER);
    return { view, center: center === null ? null : toId18(center) };
}

function valueOf(parameters: URLSearchParams, name: string): string | null {
    return [...parameters].find(([key]) => key.endsWith(`__${name}`))?.[1] ?? null;
}
