/** Requests on the page: reviewing one, deciding about one, and what the page says of them. */
import type { Decision, MoveRequest, RequestDesk } from 'c/moveRequests';
import type { PageFlow } from 'c/pageFlow';
import type { RequestNews } from 'c/pageState';
import type { RequestPress } from 'c/requestList';
import type { PageParts } from './pageParts.ts';

export class Requests {
    private flow: PageFlow;
    private desk: RequestDesk;
    private parts: () => PageParts;

    constructor(flow: PageFlow, desk: RequestDesk, parts: () => PageParts) {
        this.flow = flow;
        this.desk = desk;
        this.parts = parts;
    }

    /** The selection was sent as a request, so it's no longer needed. */
    sent(): void {
        this.tell('sent');
        this.parts().finder?.clearSelection();
    }

    press({ request, to }: RequestPress): Promise<void> {
        return to.to === 'review' ? this.review(request) : this.decide(request, to);
    }

    /** Opens the review of a plan that is made fresh from a request. */
    private async review(request: MoveRequest): Promise<void> {
        const { flow } = this;
        try {
            await flow.reads.userName();
            const opened = await this.desk.plan(request, flow.kindOf);
            if (typeof opened === 'string') this.tell(opened);
            else this.parts().panel?.review(opened, []);
        } catch (thrown) {
            flow.tell({ about: 'failure', thrown });
        }
    }

    private async decide(request: MoveRequest, decision: Decision): Promise<void> {
        try {
            if (!(await this.desk.decide(request, decision))) this.tell('changed');
        } catch (thrown) {
            this.flow.tell({ about: 'failure', thrown });
        }
    }

    private tell(what: RequestNews): void {
        this.flow.tell({ about: 'request', what });
    }
}
