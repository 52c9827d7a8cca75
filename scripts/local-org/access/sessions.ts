import { randomBytes } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { sessionOf, type Session } from './session.ts';

/** The token of an `Authorization` header; clients say Bearer or OAuth (observed). */
export function tokenOf(header: string | undefined): string | null {
    return /^(?:Bearer|OAuth) (.+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** A session that is not used ends after so long, in milliseconds (documented default: two hours). */
const IDLE = 2 * 60 * 60 * 1000;

/** Who holds which token. Tokens live until they are ended, or are not used for two hours. */
export class Sessions {
    readonly #store: Store;
    readonly #open = new Map<string, { userId: string; usedAt: number }>();

    constructor(store: Store) {
        this.#store = store;
    }

    /** `00D` + 12 characters + `!` + word characters: what clients take for a token (observed). */
    open(userId: string): string {
        const organization = this.organizationId().slice(0, 15);
        const token = `${organization}!AQ${randomBytes(24).toString('hex')}`;
        this.#open.set(token, { userId, usedAt: this.#now() });
        return token;
    }

    /** Undefined: the token was never given out, has ended, or its user is no longer active. */
    of(token: string): Session | undefined {
        const found = this.#open.get(token);
        if (!found) return undefined;
        const now = this.#now();
        if (now - found.usedAt >= IDLE) {
            this.#open.delete(token);
            return undefined;
        }
        found.usedAt = now;
        return sessionOf(this.#store, found.userId);
    }

    /** @returns whether there was such a token */
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
