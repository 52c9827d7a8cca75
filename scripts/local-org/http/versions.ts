import type { App } from '../context/orgContext.ts';

/** The API versions served, unless a variant ends earlier. There are three per year; 68 is Winter '27 (documented). */
const OLDEST = 50;
const NEWEST = 68;

export function knownVersion(version: string, newest: number = NEWEST): boolean {
    const number = /^v(\d{2})\.0$/.exec(version)?.[1];
    return number !== undefined && Number(number) >= OLDEST && Number(number) <= newest;
}

/** `GET /services/data` requires no token. The resources of a version do. */
export function versionRoutes(app: App, newest: number = NEWEST): void {
    const versions = Array.from({ length: newest - OLDEST + 1 }, (_, index) => versionEntry(OLDEST + index));
    app.get('/services/data', (context) => context.json(versions));
    app.get('/services/data/', (context) => context.json(versions));
}

/** v50 is Winter '21. The seasons are Winter, Spring, and Summer, and a winter release belongs to the next year. */
function versionEntry(version: number) {
    const seasons = ['Winter', 'Spring', 'Summer'];
    const since = version - OLDEST;
    const label = `${seasons[since % 3]} '${21 + Math.floor(since / 3)}`;
    return { label, url: `/services/data/v${version}.0`, version: `${version}.0` };
}
