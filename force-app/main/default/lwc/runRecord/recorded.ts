import type { JournalEntry } from 'c/moveJournal';
import { MAX_ROWS_PER_READ, type HistoryRun, type Id, type Membership, type Org, type RunRecordsOrg } from 'c/orgPort';
import { decodePlan, type PlanFlaw } from './planText.ts';

/** An unfinished run as its record in the org has it, and where its users are now. */
export interface RecordedRun {
    /** Without results: which users were moved is settled by reading. */
    entry: JournalEntry;
    /** Users who are where the plan wanted them. */
    moved: number;
}

/** Reads the plan of a run and its users, and writes nothing. @throws OrgFault */
export async function readRecorded(
    run: HistoryRun,
    org: RunRecordsOrg & Pick<Org, 'memberships'>
): Promise<RecordedRun | { flaw: PlanFlaw }> {
    const { runId, live, startedAt, target } = run;
    const decoded = decodePlan(runId, await org.planParts([runId]));
    if ('flaw' in decoded) return decoded;
    const { plan } = decoded;
    const started = Date.parse(startedAt);
    if (live === null || plan.users.length !== live.users || plan.target !== target || Number.isNaN(started))
        return { flaw: 'damaged' };
    const now = await readUsers(
        plan.users.map((user) => user.userId),
        org
    );
    const users = plan.users.map((user) => {
        const membership = now.get(user.userId);
        const by = user.verdict === 'kept' ? (membership?.lastModifiedBy ?? null) : null;
        return { ...user, name: membership?.name ?? user.name, by };
    });
    const moved = users.filter(({ verdict, userId, to }) => verdict === 'move' && now.get(userId)?.callCenterId === to);
    const entry: JournalEntry = {
        runId,
        plan: { ...plan, users },
        by: run.by ?? '',
        startedAt: started,
        settled: [],
        inFlight: [],
        startedBefore: live.createdAt,
        endedAt: null
    };
    return { entry, moved: moved.length };
}

async function readUsers(userIds: Id[], org: Pick<Org, 'memberships'>): Promise<Map<Id, Membership>> {
    const users = new Map<Id, Membership>();
    // The ID of a blocked user can be anything, and a question about something that isn't an ID fails as a whole.
    const readable = userIds.filter((userId) => /^005\w{15}$/.test(userId));
    for (let start = 0; start < readable.length; start += MAX_ROWS_PER_READ) {
        for (const one of await org.memberships(readable.slice(start, start + MAX_ROWS_PER_READ)))
            users.set(one.userId, one);
    }
    return users;
}
