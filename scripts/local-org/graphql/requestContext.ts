import type { Session } from '../access/session.ts';
import type { Store } from '../store/store.ts';

/** What every resolver is handed. */
export interface RequestContext {
    store: Store;
    session: Session;
}
