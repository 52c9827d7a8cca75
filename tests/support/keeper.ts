import type { HistoryOrg, Org } from 'c/orgPort';
import { RunKeeper, type KeeperOptions } from 'c/runRecord';
import { ME } from './people.ts';

/** The keeper of a page with an org in memory. No time passes by itself, so beats come only from batches. */
export function keeperOf(org: Pick<Org, 'memberships'> & HistoryOrg, more: Partial<KeeperOptions> = {}): RunKeeper {
    return new RunKeeper({
        org,
        userId: ME.id,
        holder: 'this page',
        host: 'tab',
        now: Date.now,
        repeat: () => () => {},
        centerName: () => null,
        ...more
    });
}
