import { randomBytes } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { sessionOf, type Session } from './session.ts';

/** The token of an `Authorization` header. Clients send Bearer or OAuth (observed). */
export function tokenOf(header: string | undefined): string | null {
    return /^(?:Bearer|OAuth) (.+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** An unused session ends after this time. Two hours is the documented default. */
const MAX_IDLE_MS = 2 * 60 * 60 * 1000;

/** The open sessions by token. A session ends when it is closed, or isn't used for two hours. */
export class Sessions {
    readonly #store: Store;
    readonly #open = new Map<string, { userId: string; usedAt: number }>();

    constructor(store: Store) {
        this.#store = store;
    }

    /** @returns a token in the form that clients recognize: `00D` + 12 characters + `!` + word characters (observed) */
    open(userId: string): string {
        const organization = this.organizationId().slice(0, 15);
        const token = `${organization}!AQ${randomBytes(24).toString('hex')}`;
        this.#open.set(token, { userId, usedAt: this.#now() });
        return token;
    }

    /** @returns undefined when the token is unknown or has ended, or its user is no longer active */
    of(token: string): Session | undefined {
        const found = this.#open.get(token);
        if (!found) return undefined;
        const now = this.#now();
        if (now - found.usedAt >= MAX_IDLE_MS) {
            this.#open.delete(token);
            return undefined;
        }
        found.usedAt = now;
        return sessionOf(this.#store, found.userId);
    }

    /** @returns whether the token was open */
    end(token: string): boolean {
        return this.#open.delete(token);
    }

    #now(): number {
        return this.#store.now().getTime();
    }

    organizationId(): string {
        return String(this.#store.get('SELECT "Id" FROM "Organization"')?.Id);
    }
}
