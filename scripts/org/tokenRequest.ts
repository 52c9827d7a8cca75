import { readReply, type Reply } from './answer.ts';
import type { OrgRequest } from './connection.ts';
import { exchange } from './exchange.ts';

/** Where the tokens of a person come from. */
export interface Tokens {
    current(): string | Promise<string>;
    /** Another token in place of the refused one; null when there is none. */
    renew(refused: string): Promise<string | null>;
}

/** Requests with a token alone. `npm start` uses them for the embedded org, where jsforce isn't installed. */
export function tokenRequest(tokens: Tokens): OrgRequest {
    return async (method, url, body) => {
        const send = async (token: string): Promise<Reply> => {
            const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
            const text = body === undefined ? null : JSON.stringify(body);
            return readReply(await exchange({ url, method, headers, body: text }));
        };
        try {
            const token = await tokens.current();
            const reply = await send(token);
            if (reply.kind !== 'login expired') return reply;
            const renewed = await tokens.renew(token);
            return renewed === null ? reply : await send(renewed);
        } catch (cause) {
            return { kind: 'no response', cause: cause as Error };
        }
    };
}
