/** What can keep a plan from running, before anyone is moved. */
import type { Plan } from 'c/movePlan';
import { OrgFault } from 'c/orgPort';
import * as panel from 'c/panelState';
import type { Overlap, RunKeeper } from 'c/runRecord';
import type { FlowHost } from './flowHost.ts';

/** Why nothing ran: what the panel shows then. */
export type Obstacle = (state: panel.PanelState) => panel.PanelState;

/**
 * Others who are about to move the same users, unless that was asked already; and then, for a request, someone who changed it
 * first. @returns null when nothing keeps the plan from running
 */
export async function obstacleTo(
    host: Pick<FlowHost, 'keeper' | 'requests'>,
    plan: Plan,
    runId: string,
    reviewed: panel.PanelState
): Promise<Obstacle | null> {
    const isAsked = reviewed.stage === 'review' && reviewed.overlaps !== null;
    const overlaps = isAsked ? [] : await overlapsOf(host.keeper, plan);
    if (overlaps.length) return (state) => panel.overlapping(state, overlaps);
    const problem = await claimRequest(host, plan, runId);
    return problem && ((state) => panel.notClaimed(state, problem));
}

/** The runs of others that are about to move users of a plan. */
async function overlapsOf(keeper: RunKeeper, plan: Plan): Promise<Overlap[]> {
    try {
        return await keeper.watch.overlaps(plan);
    } catch (thrown) {
        // A move doesn't wait for what others do. Fresh reads protect their changes.
        if (thrown instanceof OrgFault) return [];
        throw thrown;
    }
}

/**
 * Says in the request of a plan who runs it, before anyone is moved, so that no one else runs it, too.
 * @returns why the plan may not run; null when it may
 */
async function claimRequest(
    { requests }: Pick<FlowHost, 'requests'>,
    { request }: Plan,
    runId: string
): Promise<panel.RequestStep | null> {
    if (!request) return null;
    try {
        return (await requests.claim(request.recordId, runId)) === 'claimed' ? null : { step: 'taken' };
    } catch (thrown) {
        if (thrown instanceof OrgFault) return { step: 'not saved', thrown };
        throw thrown;
    }
}
