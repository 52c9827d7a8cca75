import { MAX_PLAN_PART, MAX_REASON, MAX_REQUESTS_PER_READ, OrgFault, toId18 } from 'c/orgPort';
import type {
    Id,
    MoveRequestRecord,
    MoveRequestsOrg,
    NewMoveRequest,
    Person,
    RequestChange,
    RequestFilter
} from 'c/orgPort';

const STATUSES = ['requested', 'running', 'done', 'declined', 'withdrawn'];

/** Requests in memory, as strict as the custom object and its sharing: records of others are changed by admins only. */
export class MemoryRequests implements MoveRequestsOrg {
    /** Who works with the org. */
    user: Person & { id: Id; isAdmin: boolean };
    readonly saved: (MoveRequestRecord & { plan: string })[] = [];
    /** How the next requests fail; null: they don't. */
    faults: (OrgFault | null)[] = [];
    asked = 0;
    private now = Date.UTC(2026, 10, 2, 8);

    constructor(name = 'Ada Byron', isAdmin = true) {
        this.user = { id: toId18('005000000000009')!, name, isAdmin };
    }

    saveRequest({ plan, ...request }: NewMoveRequest): Promise<void> {
        return this.request(() => {
            if (this.saved.some(({ key }) => key.toLowerCase() === request.key.toLowerCase()))
                throw new OrgFault('unreadable', 'DUPLICATE_VALUE: duplicate value found');
            if (plan.length > MAX_PLAN_PART) throw new OrgFault('unreadable', 'STRING_TOO_LONG: Plan');
            const number = this.saved.length + 1;
            const at = this.time();
            this.saved.push({
                ...request,
                reason: request.reason.trim(),
                plan,
                recordId: toId18(`a0r${String(number).padStart(12, '0')}`)!,
                name: `REQ-${String(number).padStart(6, '0')}`,
                status: 'requested',
                answer: '',
                runId: null,
                moved: 0,
                by: this.person,
                createdAt: at,
                changedBy: this.person,
                lastModified: at
            });
        });
    }

    moveRequests({ statuses, by }: RequestFilter): Promise<MoveRequestRecord[]> {
        return this.request(() =>
            this.saved
                .filter(({ status }) => statuses.includes(status))
                .filter((record) => by === null || record.by.id === by)
                .reverse()
                .slice(0, MAX_REQUESTS_PER_READ)
                .map(({ plan: _, ...record }) => ({ ...record }))
        );
    }

    requestPlan(recordId: Id): Promise<string | null> {
        return this.request(() => this.saved.find((record) => record.recordId === recordId)?.plan ?? null);
    }

    changeRequest(recordId: Id, change: RequestChange, unmodifiedSince: string): Promise<string | null> {
        return this.request(() => {
            const record = this.saved.find((one) => one.recordId === recordId);
            if (!record) throw new OrgFault('invalid', 'The requested resource does not exist');
            if (Date.parse(record.lastModified) > Date.parse(unmodifiedSince)) return null;
            if (!this.user.isAdmin && record.by.id !== this.user.id)
                throw new OrgFault('forbidden', 'insufficient access rights on object id');
            if (!STATUSES.includes(change.to)) throw new OrgFault('invalid', 'bad value for restricted picklist field');
            record.status = change.to;
            if (change.to === 'requested') record.runId = null;
            if (change.to === 'running') record.runId = change.runId;
            if (change.to === 'done') record.moved = change.moved;
            if (change.to === 'declined') {
                if (change.answer.length > MAX_REASON) throw new OrgFault('unreadable', 'STRING_TOO_LONG: Answer');
                record.answer = change.answer;
            }
            Object.assign(record, { changedBy: this.person, lastModified: this.time() });
            return record.lastModified;
        });
    }

    private get person(): Person {
        return { id: this.user.id, name: this.user.name };
    }

    private time(): string {
        return new Date((this.now += 1000)).toISOString();
    }

    private async request<T>(answer: () => T): Promise<T> {
        this.asked += 1;
        const fault = this.faults.shift() ?? null;
        if (fault) throw fault;
        return answer();
    }
}
