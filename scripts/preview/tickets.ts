import { randomBytes } from 'node:crypto';

/** Secrets for addresses, each for one use. Others may see such an address later, in a process list or a history. */
export interface Tickets {
    issue(): string;
    /** Uses up a ticket. @returns whether it was valid */
    redeem(ticket: string | null): boolean;
}

/** How long a ticket is valid, in milliseconds. A browser may have to start first. */
const LIFETIME = 60_000;

export function makeTickets(now: () => number = Date.now): Tickets {
    const until = new Map<string, number>();
    return {
        issue() {
            for (const [ticket, end] of until) if (now() >= end) until.delete(ticket);
            const ticket = randomBytes(24).toString('base64url');
            until.set(ticket, now() + LIFETIME);
            return ticket;
        },
        redeem(ticket) {
            const end = until.get(ticket ?? '');
            until.delete(ticket ?? '');
            return end !== undefined && now() < end;
        }
    };
}
