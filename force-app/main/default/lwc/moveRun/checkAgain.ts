import { MAX_ROWS_PER_READ, type Membership, type Org } from 'c/orgPort';
import type { RunReport, Settled } from './report.ts';
import { valueIn } from './settle.ts';

/**
 * Reads the uncertain users of a report again. Who is at the target counts as moved, who is elsewhere as changed meanwhile,
 * and who is as before or can't be read stays uncertain, because a lost write may still commit. @throws OrgFault
 */
export async function checkAgain(report: RunReport, org: Pick<Org, 'memberships'>): Promise<RunReport> {
    const uncertain = report.settled.filter(({ outcome }) => outcome === 'uncertain').map(({ userId }) => userId);
    const now = new Map<string, Membership>();
    for (let start = 0; start < uncertain.length; start += MAX_ROWS_PER_READ) {
        for (const membership of await org.memberships(uncertain.slice(start, start + MAX_ROWS_PER_READ))) {
            now.set(membership.userId, membership);
        }
    }
    return { ...report, settled: report.settled.map((one) => proven(one, report, now.get(one.userId))) };
}

function proven(one: Settled, { field }: RunReport, now: Membership | undefined): Settled {
    if (one.outcome !== 'uncertain' || now === undefined) return one;
    const value = valueIn(now, field);
    if (value === one.to) return { ...one, outcome: 'moved', words: null, code: null };
    if (value === one.from) return one;
    return { ...one, outcome: 'changed meanwhile', nowIn: value, by: now.lastModifiedBy, at: now.lastModified };
}
