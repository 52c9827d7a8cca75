/**
 * How a request can fail as a whole. A refusal of one user isn't a fault: it is a `WriteAnswer`.
 * - `offline`: no answer came
 * - `busy`: 503, 429, a lock or another temporary state of the server
 * - `expired`: the session ended
 * - `forbidden`: this user isn't allowed to read or write here at all
 * - `limit`: the org reached its daily limit of API requests
 * - `hidden`: field-level security hides the call center of users from this user
 * - `invalid`: the org, or Lightning Data Service, rejected the document (unknown object, field, argument)
 * - `unreadable`: the answer isn't one that the platform sends
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

const FAULT_KINDS = ['offline', 'busy', 'expired', 'forbidden', 'limit', 'hidden', 'invalid', 'unreadable'] as const;

/** A user who wasn't moved has the kind of fault as a code, or one of Salesforce's. */
export function isFaultKind(code: string | null): code is FaultKind {
    return FAULT_KINDS.some((kind) => kind === code);
}

export class OrgFault extends Error {
    kind: FaultKind;
    /** The org's own words; empty when it gave none. */
    words: string;
    /** False only when it is certain that nothing was written. */
    sent: boolean;
    /** How long the server asked to wait, in milliseconds. */
    retryAfter: number | null;

    /** @param options `detail`: what we found wrong with an answer, for developers. People don't see it. */
    constructor(
        kind: FaultKind,
        words: string,
        options: { sent?: boolean; retryAfter?: number | null; detail?: string } = {}
    ) {
        super(`${kind}: ${words || (options.detail ?? '')}`);
        this.name = 'OrgFault';
        this.kind = kind;
        this.words = words;
        this.sent = options.sent ?? true;
        this.retryAfter = options.retryAfter ?? null;
    }
}

/**
 * Whether the same request may succeed later. `unreadable` counts as temporary, although it can also be the org's
 * objection to one row of a document.
 */
export function isTemporary(fault: OrgFault): boolean {
    switch (fault.kind) {
        case 'offline':
        case 'busy':
        case 'unreadable':
            return true;
        case 'expired':
        case 'forbidden':
        case 'limit':
        case 'hidden':
        case 'invalid':
            return false;
    }
}
