import type { Id } from 'c/orgPort';

/** What truly happened in an org. `sentAt`: only of a commit that came late, the number of events when it was sent. */
export type OrgEvent =
    | { what: 'read'; userIds: ReadonlySet<Id> }
    | { what: 'commit'; userId: Id; to: Id | null; sentAt?: number }
    | { what: 'colleague moved'; userId: Id; to: Id | null }
    | { what: 'colleague touched'; userId: Id };
