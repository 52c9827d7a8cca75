/** Plans that are sent to admins as requests, and requests that this page runs. */
import type { Plan } from 'c/movePlan';
import type { Run } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import * as panel from 'c/panelState';
import type { FlowHost } from './flowHost.ts';

/** What the panel shows, and how it becomes something else. */
interface Panel {
    now(): panel.PanelState;
    become(state: panel.PanelState): void;
}

/** Sends the plan of the review to admins. */
export async function sendReviewed(host: Pick<FlowHost, 'requests' | 'sent'>, reason: string, { now, become }: Panel) {
    const state = now();
    if (state.stage !== 'review' || state.request.step === 'sending') return;
    const { question, plan } = state;
    become(panel.requesting(state, question, { step: 'sending' }));
    try {
        if (await host.requests.send(plan, reason)) {
            if (now().question === question) become(panel.close(now()));
            host.sent();
        } else become(panel.requesting(now(), question, { step: 'too large' }));
    } catch (thrown) {
        if (!(thrown instanceof OrgFault)) throw thrown;
        become(panel.requesting(now(), question, { step: 'not saved', thrown }));
    }
}

/** Says in the request of a plan what its run did, once it ended. */
export function settleRequest({ requests }: Pick<FlowHost, 'requests'>, { request }: Plan, run: Run): Run {
    if (request) void run.ended.then((report) => requests.settle(request.recordId, report));
    return run;
}
