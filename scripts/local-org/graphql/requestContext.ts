import type { Session } from '../access/session.ts';
import type { Store } from '../store/store.ts';

/** The context of every resolver. */
export interface RequestContext {
    store: Store;
    session: Session;
}
