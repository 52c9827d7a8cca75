/**
 * What can go wrong with a request as a whole. A refusal of one user is not a fault: it is a `WriteAnswer`.
 * - `offline`: no answer came
 * - `busy`: 503, 429, a lock or another passing state of the server
 * - `expired`: the session ended
 * - `forbidden`: this user may not read or write here at all
 * - `limit`: the daily limit of requests is reached
 * - `invalid`: the org refused the document (unknown object, field, argument)
 * - `unreadable`: an answer came that is not what the platform sends
 */
export type FaultKind = 'offline' | 'busy' | 'expired' | 'forbidden' | 'limit' | 'invalid' | 'unreadable';

export class OrgFault extends Error {
    kind: FaultKind;
    /** The org's own words; empty when it said nothing. */
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

/** Whether a fault may be gone the next time. `unreadable`: also what the org has against one row of a document. */
export function passes(fault: OrgFault): boolean {
    switch (fault.kind) {
        case 'offline':
        case 'busy':
        case 'unreadable':
            return true;
        case 'expired':
        case 'forbidden':
        case 'limit':
        case 'invalid':
            return false;
    }
}
