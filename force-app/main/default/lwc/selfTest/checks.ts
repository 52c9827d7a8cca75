import {
    OrgFault,
    type AskedSource,
    type CallCenterRow,
    type HistoryOrg,
    type Id,
    type Org,
    type SelfTestOrg
} from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';

/** What the checks ask. Everything is read only. */
export type CheckedOrg = Pick<Org, 'users' | 'memberCounts' | 'memberships'> &
    Pick<HistoryOrg, 'historyRuns'> &
    SelfTestOrg;

/** What the checks ask of the browser, and of the platform around the page. */
export interface CheckedHost {
    /** The user who works with the page. */
    userId: Id;
    place: 'tab' | 'setup';
    /** Whether that user may edit users; `unknown` when the platform doesn't tell. */
    permission: 'granted' | 'unknown' | 'missing';
    /** The text of any custom label. */
    label: string;
    /** Saves text in the browser, and removes it again. @throws what the browser throws */
    tryStorage(): void;
    /** Takes a lock, and releases it again. @throws what the browser throws */
    tryLocks(): Promise<void>;
}

/** What a check found, if there is something to tell. */
export type Found = { of: 'users' | 'centers'; count: number } | { of: 'place'; place: CheckedHost['place'] } | null;

/** What a check depends on: all of Switchboard, or moving users. Without the others, Switchboard works in another way. */
export type Needed = 'to work' | 'to move' | 'no';

export interface Check {
    id: CheckId;
    isNeeded: Needed;
    /** Something that isn't there looks like no answer. */
    isSilentWhenMissing?: true;
    /** @throws OrgFault, or what the browser throws, when it doesn't work */
    try(org: CheckedOrg, host: CheckedHost): Promise<Found>;
}

export const CHECK_IDS = [
    'place',
    'labels',
    'users',
    'fresh users',
    'counts',
    'membership',
    'graphql',
    'visualforce',
    'flow',
    'registry',
    'permission',
    'mutation',
    'history',
    'storage',
    'locks'
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** The permission isn't there, or isn't known. It has no words of Salesforce. */
function permissionFault(permission: CheckedHost['permission']): OrgFault {
    return new OrgFault(permission === 'missing' ? 'forbidden' : 'unreadable', '');
}

async function users(org: CheckedOrg, fresh: boolean): Promise<Found> {
    const { total } = await org.users(EVERYONE, null, { first: 1, fresh });
    return { of: 'users', count: total };
}

function source(id: AskedSource, isSilentWhenMissing?: true): Check {
    return {
        id,
        isNeeded: 'no',
        ...(isSilentWhenMissing && { isSilentWhenMissing }),
        try: async (org) => countOf(await org.centersFrom(id))
    };
}

function countOf(rows: CallCenterRow[]): Found {
    return { of: 'centers', count: rows.length };
}

/** In the order in which they run and are shown. */
export const CHECKS: readonly Check[] = [
    { id: 'place', isNeeded: 'no', try: async (_, { place }) => ({ of: 'place', place }) },
    {
        id: 'labels',
        isNeeded: 'to work',
        async try(_, { label }) {
            if (!label.trim()) throw new OrgFault('invalid', '');
            return null;
        }
    },
    { id: 'users', isNeeded: 'to work', try: (org) => users(org, false) },
    { id: 'fresh users', isNeeded: 'to work', try: (org) => users(org, true) },
    {
        id: 'counts',
        isNeeded: 'to move',
        async try(org) {
            await org.memberCounts();
            return null;
        }
    },
    {
        id: 'membership',
        isNeeded: 'to move',
        async try(org, { userId }) {
            const [found] = await org.memberships([userId]);
            if (!found) throw new OrgFault('forbidden', '');
            return null;
        }
    },
    source('graphql'),
    source('visualforce', true),
    source('flow', true),
    source('registry'),
    {
        id: 'permission',
        isNeeded: 'to move',
        async try(_, { permission }) {
            if (permission !== 'granted') throw permissionFault(permission);
            return null;
        }
    },
    {
        id: 'mutation',
        isNeeded: 'to move',
        async try(org) {
            const words = await org.mutationRefusal();
            if (words !== null) throw new OrgFault('invalid', words);
            return null;
        }
    },
    {
        id: 'history',
        isNeeded: 'no',
        async try(org) {
            await org.historyRuns({ words: [] }, null, 1);
            return null;
        }
    },
    {
        id: 'storage',
        isNeeded: 'no',
        async try(_, host) {
            host.tryStorage();
            return null;
        }
    },
    {
        id: 'locks',
        isNeeded: 'no',
        async try(_, host) {
            await host.tryLocks();
            return null;
        }
    }
];
