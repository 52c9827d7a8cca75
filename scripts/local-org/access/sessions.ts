import { randomBytes } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { sessionOf, type Session } from './session.ts';

/** Who holds which token. Tokens live as long as the process, or until they are ended. */
export class Sessions {
    readonly #store: Store;
    readonly #users = new Map<string, string>();

    constructor(store: Store) {
        this.#store = store;
    }

    /** `00D` + 12 characters + `!` + word characters: what clients take for a token (observed). */
    open(userId: string): string {
        const organization = this.organizationId().slice(0, 15);
        const token = `${organization}!AQ${randomBytes(24).toString('hex')}`;
        this.#users.set(token, userId);
        return token;
    }

    /** Undefined: the token was never given out, was ended, or its user is no longer active. */
    of(token: string): Session | undefined {
        const userId = this.#users.get(token);
        return userId === undefined ? undefined : sessionOf(this.#store, userId);
    }

    /** @returns whether there was such a token */
    end(token: string): boolean {
        return this.#users.delete(token);
    }

    organizationId(): string {
        return String(this.#store.get('SELECT "Id" FROM "Organization"')?.Id);
    }
}
