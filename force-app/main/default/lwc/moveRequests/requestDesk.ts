import { type KindOf, type Plan } from 'c/movePlan';
import { countOutcomes, type RunReport } from 'c/moveRun';
import {
    MAX_ROWS_PER_READ,
    OrgFault,
    type HistoryRun,
    type Id,
    type Membership,
    type MoveRequestRecord,
    type MoveRequestsOrg,
    type Org,
    type RequestChange,
    type RunRecordsOrg
} from 'c/orgPort';
import { freshPlan } from './freshPlan.ts';
import { readRequest, type MoveRequest } from './readRequest.ts';
import { decodeRequest, encodeRequest, requestedOf } from './requestText.ts';

export interface DeskOptions {
    org: MoveRequestsOrg & Pick<RunRecordsOrg, 'runsNamed'> & Pick<Org, 'memberships'>;
    /** The user who works with the page. */
    userId: Id;
    /** Milliseconds since the epoch. */
    now(): number;
    /** A key that no request has: 36 characters. */
    newKey(): string;
    centerName(callCenterId: Id): string | null;
    /** A request was changed by this page, so what was read of it is out of date. */
    changed(): void;
}

/** A plan to review; `damaged`: someone edited the request; `gone`: there's no such request anymore. */
export type Opened = Plan | 'damaged' | 'gone';

/** Whether this page may run a request. `taken`: someone else changed it first. */
export type Claim = 'claimed' | 'taken';

/** What a person decides about a request, apart from running it. */
export type Decision = Extract<RequestChange, { to: 'declined' | 'withdrawn' | 'requested' }>;

const OPEN = ['requested', 'running'];
const ANSWERED = ['done', 'declined', 'withdrawn'];

/** Where requests are sent, read, and answered. */
export class RequestDesk {
    private options: DeskOptions;
    /** The org's time of this page's own write to a request that it runs. */
    private claims = new Map<Id, string>();
    /** The org's time of the last change of each request that was opened. */
    private opened = new Map<Id, string>();

    constructor(options: DeskOptions) {
        this.options = options;
    }

    /** @returns false when the plan has more users than one request can have @throws OrgFault */
    async send(plan: Plan, reason: string): Promise<boolean> {
        const { org, newKey, centerName, changed } = this.options;
        const key = newKey();
        const asked = requestedOf(plan);
        const text = encodeRequest(key, asked);
        if (text === null) return false;
        const { target, users } = asked;
        const targetName = target === null ? null : centerName(target);
        await org.saveRequest({ key, reason: reason.trim(), target, targetName, users: users.length, plan: text });
        changed();
        return true;
    }

    /** This user's own requests, newest first. @throws OrgFault */
    async own(): Promise<MoveRequest[]> {
        return this.read([...OPEN, ...ANSWERED], this.options.userId);
    }

    /** Requests that wait or are carried out, of everyone, with one request to the org unless one is carried out. @throws OrgFault */
    async open(): Promise<MoveRequest[]> {
        return this.read(OPEN, null);
    }

    /** The latest requests of everyone: the open ones first. @throws OrgFault */
    async all(): Promise<MoveRequest[]> {
        const [open, answered] = await Promise.all([this.read(OPEN, null), this.read(ANSWERED, null)]);
        return [...open, ...answered];
    }

    /** Reads the plan of a request and where its users are now. @throws OrgFault */
    async plan(request: MoveRequest, kindOf: KindOf): Promise<Opened> {
        const { org } = this.options;
        const text = await org.requestPlan(request.recordId);
        if (text === null) return 'gone';
        const asked = decodeRequest(request, text);
        if (asked === null) return 'damaged';
        const now: Membership[] = [];
        for (let start = 0; start < asked.users.length; start += MAX_ROWS_PER_READ) {
            const userIds = asked.users.slice(start, start + MAX_ROWS_PER_READ).map(({ userId }) => userId);
            now.push(...(await org.memberships(userIds)));
        }
        const { recordId, name, by, reason } = request;
        this.opened.set(recordId, request.lastModified);
        return { ...freshPlan(asked, now, kindOf), request: { recordId, name, by: by.name, reason } };
    }

    /** Says in the request who runs it, before anyone is moved. @throws OrgFault */
    async claim(recordId: Id, runId: string): Promise<Claim> {
        const { org, changed } = this.options;
        const written = await org.changeRequest(recordId, { to: 'running', runId }, this.opened.get(recordId) ?? '');
        changed();
        if (written === null) return 'taken';
        this.claims.set(recordId, written);
        return 'claimed';
    }

    /** Says in a request what its run did. If that fails, whoever reads the request next finds out from the run. */
    async settle(recordId: Id, report: RunReport): Promise<void> {
        const change = { to: 'done', moved: countOutcomes(report.settled).moved } as const;
        await this.tryTo(recordId, change, this.claims.get(recordId) ?? '');
        this.options.changed();
    }

    /** @returns false when someone else changed the request first @throws OrgFault */
    async decide({ recordId, lastModified }: MoveRequest, decision: Decision): Promise<boolean> {
        const written = await this.options.org.changeRequest(recordId, decision, lastModified);
        this.options.changed();
        return written !== null;
    }

    private async read(statuses: string[], by: Id | null): Promise<MoveRequest[]> {
        const { org, now } = this.options;
        const records = await org.moveRequests({ statuses, by });
        const runIds = records.flatMap(({ status, runId }) => (status === 'running' && runId ? [runId] : []));
        const runs = runIds.length ? await this.runsNamed(runIds) : [];
        return records.map((record) => {
            const runOf = ({ runId }: HistoryRun) => runId.toLowerCase() === record.runId?.toLowerCase();
            const request = readRequest(record, runs.find(runOf), now());
            void this.settleFromRun(record, request);
            return request;
        });
    }

    /** What can't be read about the runs of requests only leaves it open how far those are. */
    private async runsNamed(runIds: string[]): Promise<HistoryRun[]> {
        try {
            return await this.options.org.runsNamed(runIds);
        } catch (thrown) {
            if (thrown instanceof OrgFault) return [];
            throw thrown;
        }
    }

    /** A run ended, but its page couldn't say so in the request. Only the page of whoever ran it, or of another admin, may. */
    private async settleFromRun(record: MoveRequestRecord, { state, by }: MoveRequest): Promise<void> {
        if (record.status !== 'running' || state.status !== 'done' || by.id === this.options.userId) return;
        await this.tryTo(record.recordId, { to: 'done', moved: state.moved }, record.lastModified);
    }

    private async tryTo(recordId: Id, change: RequestChange, unmodifiedSince: string): Promise<void> {
        if (unmodifiedSince === '') return;
        try {
            await this.options.org.changeRequest(recordId, change, unmodifiedSince);
        } catch (thrown) {
            // The request keeps saying that it's carried out, and its run says more to whoever reads it.
            if (!(thrown instanceof OrgFault)) throw thrown;
        }
    }
}
