import type { Id } from './ids.ts';

/** A request for a move as it is saved: a plan, and why it should run. */
export interface NewMoveRequest {
    /** The request's key: 36 characters, unique regardless of case. */
    key: string;
    reason: string;
    /** Null: no call center, or several. */
    target: Id | null;
    targetName: string | null;
    users: number;
    /** The plan, as `c/moveRequests` encodes it. */
    plan: string;
}

/** A person, as far as the org tells. */
export interface Person {
    id: Id | null;
    name: string | null;
}

/** A request as it is recorded. People can edit those records, so `c/moveRequests` checks what it reads. */
export interface MoveRequestRecord extends Omit<NewMoveRequest, 'plan'> {
    recordId: Id;
    /** The record number that people see, such as REQ-000042. */
    name: string;
    status: string;
    /** Why it was declined. */
    answer: string;
    /** The run that carries it out; null while there is none. */
    runId: string | null;
    /** How many users that run moved. */
    moved: number;
    /** Who asks. */
    by: Person;
    createdAt: string;
    /** Who changed it last: who runs, ran, declined, or withdrew it. */
    changedBy: Person;
    lastModified: string;
}

export interface RequestFilter {
    /** Only requests with one of these statuses. */
    statuses: readonly string[];
    /** Only requests of this user; null for everyone's. */
    by: Id | null;
}

/** What becomes of a request. `requested`: nobody carries it out anymore, so it waits again. */
export type RequestChange =
    | { to: 'requested' }
    | { to: 'running'; runId: string }
    | { to: 'done'; moved: number }
    | { to: 'declined'; answer: string }
    | { to: 'withdrawn' };

/**
 * Requests for moves, from people who may not edit users. Reads never come from a cache.
 * Every call can throw an OrgFault: `invalid` when the org doesn't have the object or this user can't see it.
 */
export interface MoveRequestsOrg {
    /** @throws OrgFault `forbidden` when this user may not create requests */
    saveRequest(request: NewMoveRequest): Promise<void>;
    /** Newest first, at most `MAX_REQUESTS_PER_READ`. */
    moveRequests(filter: RequestFilter): Promise<MoveRequestRecord[]>;
    /** The text of a request's plan; null when there is no such request. */
    requestPlan(recordId: Id): Promise<string | null>;
    /**
     * Changes a request, unless someone has modified it since.
     * @returns the org's time of this write; null when the record was modified after `unmodifiedSince`
     */
    changeRequest(recordId: Id, change: RequestChange, unmodifiedSince: string): Promise<string | null>;
}
