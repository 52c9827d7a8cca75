import type { ReadChecks } from 'c/checks';
import { inOrderOf, withCounts, type CallCenter, type Overview, type Saving } from 'c/callCenters';
import type { Plan } from 'c/movePlan';
import type { MoveRequest } from 'c/moveRequests';
import type { OneRun } from 'c/moveRun';
import type { UnsavedRuns } from 'c/runHistory';
import type { Choice, HistoryRun, Id, MemberCount, ProfileCount, User } from 'c/orgPort';
import type { Address, View } from './address.ts';

/** Something the page reads. Both can be set: what was read before stays when reading it again fails. */
export interface Loadable<T> {
    /** Null until it was read. */
    value: T | null;
    /** What the last reading threw; null when it succeeded. */
    failure: unknown;
}

/** One click on a row, or its undo, after it ended. */
export interface Click {
    /** The user as they were shown before. */
    user: User;
    plan: Plan;
    run: OneRun;
}

/** What the page tells the admin beside its parts. */
export type Message =
    | { about: 'click'; click: Click; isUndoing: boolean; isChecking?: boolean }
    /** A button was pressed that isn't in the row anymore: the user is already where it leads. */
    | { about: 'already there'; user: User }
    /** A button was pressed for a user whom the run hasn't reached yet. */
    | { about: 'in run'; user: User }
    | { about: 'run elsewhere' }
    /** The user that the address asks for doesn't exist, or can't be seen. */
    | { about: 'unknown user' }
    /** A link to what the page shows was copied, or has to be copied by hand. */
    | { about: 'link'; link: string; isCopied: boolean }
    | { about: 'request'; what: RequestNews }
    | { about: 'failure'; thrown: unknown };

/**
 * What happened to a request. `changed`: someone else changed it before this page did, so this page did nothing. `damaged` and
 * `gone`: there's no plan to review.
 */
export type RequestNews = 'sent' | 'changed' | 'damaged' | 'gone';

/** Whether the user who works with the page may edit users. `unknown`: it couldn't be read, so the org decides. */
export type Permission = 'granted' | 'unknown' | 'missing';

/** What the page has read, what is chosen, and what it shows. */
export interface Page {
    view: View;
    /** `everyone`, `none`, or the id of a call center. */
    chosen: string;
    /** What the address asks to choose, until it is known or something else is chosen. */
    linked: Address['center'];
    overview: Loadable<Overview>;
    /** Of the chosen call center. */
    profileCounts: Loadable<ProfileCount[]>;
    choices: Loadable<{ profiles: Choice[]; roles: Choice[] }>;
    checks: Loadable<ReadChecks>;
    /** Users with a move in progress. */
    moving: ReadonlySet<Id>;
    /** Users whose move just ended. Their button waits, so that the second click of a double click does nothing. */
    resting: ReadonlySet<Id>;
    /** The latest clicks that can be undone, oldest first. */
    clicks: readonly Click[];
    /** A run of the panel is in progress. */
    isRunning: boolean;
    /** Every user of that run, settled or not. Nothing else moves them until it ends. */
    inRun: ReadonlySet<Id>;
    permission: Permission;
    /** The name of the user who works with the page, for reports; empty until it was read. */
    userName: string;
    /** Runs that ended and aren't in the history yet; null until the history was tried. */
    unsaved: UnsavedRuns | null;
    message: Message | null;
    /** Runs that the org keeps: those in progress on other pages, and runs of this browser that ended elsewhere. */
    runs: readonly HistoryRun[];
    /** Requests: for who may edit users everyone's, and otherwise this user's own. */
    requests: Loadable<readonly MoveRequest[]>;
}

const UNREAD = { value: null, failure: null };

export function openPage({ view, center }: Pick<Address, 'view' | 'center'>): Page {
    return {
        view,
        chosen: 'everyone',
        linked: center,
        overview: UNREAD,
        profileCounts: UNREAD,
        choices: UNREAD,
        checks: UNREAD,
        moving: new Set(),
        resting: new Set(),
        clicks: [],
        isRunning: false,
        inRun: new Set(),
        permission: 'unknown',
        userName: '',
        unsaved: null,
        message: null,
        runs: [],
        requests: UNREAD
    };
}

export function chosenCenter({ overview, chosen }: Page): CallCenter | null {
    return overview.value?.centers.find((center) => center.id === chosen) ?? null;
}

export function centerName({ overview }: Page, id: Id): string | null {
    return overview.value?.centers.find((center) => center.id === id)?.name ?? null;
}

export function choose(page: Page, chosen: string): Page {
    return { ...page, chosen, linked: null, profileCounts: UNREAD };
}

/** Opens the call center that the address asks for as soon as it is known. */
export function overviewRead(page: Page, overview: Overview): Page {
    const value = inOrderOf(page.overview.value, overview);
    const read: Page = { ...page, overview: { value, failure: null } };
    const { linked } = page;
    // Where call centers of users are hidden, users without one can't be found.
    if (overview.withoutCenter === null && page.chosen === 'none') return choose(read, 'everyone');
    return linked !== null && canChoose(overview, linked) ? choose(read, linked) : read;
}

/** Whether a call center, or the users without one, can be chosen. */
export function canChoose({ withoutCenter, centers }: Overview, linked: string): boolean {
    return linked === 'none' ? withoutCenter !== null : centers.some(({ id }) => id === linked);
}

/** The members were counted again. */
export function countsRead(page: Page, counts: MemberCount[] | null): Page {
    const { value } = page.overview;
    return value ? overviewRead(page, withCounts(value, counts)) : page;
}

export function centersSaved(page: Page, saving: Saving): Page {
    const { value } = page.overview;
    return value ? { ...page, overview: { ...page.overview, value: { ...value, saving } } } : page;
}

export function overviewFailed(page: Page, failure: unknown): Page {
    return { ...page, overview: { ...page.overview, failure } };
}

/** @param chosen what was chosen when the counts were asked for; counts of another call center are dropped */
export function profileCountsRead(page: Page, chosen: string, counts: Partial<Page['profileCounts']>): Page {
    return chosen === page.chosen ? { ...page, profileCounts: { ...page.profileCounts, ...counts } } : page;
}

export function choicesRead(page: Page, choices: Partial<Page['choices']>): Page {
    return { ...page, choices: { ...page.choices, ...choices } };
}

export function checksRead(page: Page, checks: Partial<Page['checks']>): Page {
    return { ...page, checks: { ...page.checks, ...checks } };
}

export function runsRead(page: Page, runs: readonly HistoryRun[]): Page {
    return runs.length || page.runs.length ? { ...page, runs } : page;
}

export function requestsRead(page: Page, requests: Partial<Page['requests']>): Page {
    return { ...page, requests: { ...page.requests, ...requests } };
}

export function show(page: Page, view: View): Page {
    return { ...page, view };
}

export function tell(page: Page, message: Message | null): Page {
    return { ...page, message };
}

export function permitted(page: Page, permission: Permission): Page {
    return permission === page.permission ? page : { ...page, permission };
}

export function named(page: Page, userName: string): Page {
    return { ...page, userName };
}

export function unsaved(page: Page, unsavedRuns: UnsavedRuns): Page {
    return { ...page, unsaved: unsavedRuns };
}
