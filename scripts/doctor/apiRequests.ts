import type { OrgConnection } from '../org/connection.ts';
import { quoted, type Finding } from '../org/readiness/finding.ts';

/** The share of the daily requests below which the doctor warns. */
const LOW_SHARE = 0.1;

export async function apiRequests(org: OrgConnection): Promise<Finding> {
    const answer = await org.get<{ DailyApiRequests?: { Max: number; Remaining: number } }>('limits');
    const finding = {
        name: 'api-requests',
        question: 'How many API requests are left today?',
        uses: 'a few requests per page, and one for 50 users moved',
        fallback: 'moves stop at the limit; move the remaining users another day'
    };
    const limit = answer.ok ? answer.body.DailyApiRequests : undefined;
    if (!limit) {
        const reason = answer.ok ? "the org doesn't list the limit" : `Salesforce says ${quoted(answer.message)}`;
        return { ...finding, result: `unknown, ${reason}`, status: 'unknown', fix: null };
    }
    const isLow = limit.Remaining < limit.Max * LOW_SHARE;
    return {
        ...finding,
        result: `${limit.Remaining.toLocaleString('en')} of ${limit.Max.toLocaleString('en')}`,
        status: isLow ? 'fallback' : 'ok',
        fix: isLow ? 'wait until tomorrow to move many users' : null
    };
}
