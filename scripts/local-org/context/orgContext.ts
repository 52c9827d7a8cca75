import type { Hono } from 'hono';
import type { RowFault, Session } from '../access/session.ts';
import type { Sessions } from '../access/sessions.ts';
import { Faults } from '../faults/faults.ts';
import type { Store } from '../store/store.ts';
import type { Variant } from '../variants/variant.ts';
import { DAILY_REQUESTS, DailyLimit } from './dailyLimit.ts';
import type { RequestLog } from './requestLog.ts';

/** What every route can use. */
export interface OrgContext {
    store: Store;
    sessions: Sessions;
    log: RequestLog;
    daily: DailyLimit;
    faults: Faults;
    variant: Variant;
    /** Names of flows that were deactivated or deleted, in lower case. They can't run. */
    stoppedFlows: Set<string>;
}

/** What a request carries: the caller's session, once it is known, and the fault for the rows that it writes. */
export interface Env {
    Variables: { session: Session; rowFault: RowFault | null };
}
export type App = Hono<Env>;
export type Routes = (app: App, org: OrgContext) => void;

export function orgContext(
    store: Store,
    sessions: Sessions,
    log: RequestLog,
    dailyRequests: number = DAILY_REQUESTS,
    variant: Variant = { says: 'as it is' }
): OrgContext {
    const daily = new DailyLimit(dailyRequests, () => store.now());
    return { store, sessions, log, daily, faults: new Faults(), variant, stoppedFlows: new Set() };
}
