import { randomBytes } from 'node:crypto';

/** Addresses that are good once: they may be seen by others (a list of processes, a history) when they are used up. */
export interface Tickets {
    issue(): string;
    /** @returns whether it was good; from now on it is not */
    take(ticket: string | null): boolean;
}

/** How long a ticket can be used, in milliseconds: a browser may have to start first. */
const LIFE = 60_000;

export function makeTickets(now: () => number = Date.now): Tickets {
    const until = new Map<string, number>();
    return {
        issue() {
            for (const [ticket, end] of until) if (now() >= end) until.delete(ticket);
            const ticket = randomBytes(24).toString('base64url');
            until.set(ticket, now() + LIFE);
            return ticket;
        },
        take(ticket) {
            const end = until.get(ticket ?? '');
            until.delete(ticket ?? '');
            return end !== undefined && now() < end;
        }
    };
}
