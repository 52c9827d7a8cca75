import type { TransportName } from '../transports.ts';

/** A request that the page sent, and ways to respond to it. */
export interface Asked {
    url: string;
    method: string;
    headers: Record<string, string>;
    body: { query?: string; variables?: unknown; fields?: unknown };
    answer(body: unknown, status?: number, headers?: Record<string, string>): Promise<void>;
    fail(): Promise<void>;
}

/** Waits until all pending promises have settled. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Replaces `fetch` and the part of `document` that the page has. @returns the requests, to be answered by the test */
export function fakeFetch(transport: TransportName = 'platform'): Asked[] {
    const asked: Asked[] = [];
    Object.assign(globalThis, {
        document: {
            querySelector: (selector: string) => ({ content: /transport/.test(selector) ? transport : 'admin' })
        },
        fetch: (
            url: string,
            { method, headers, body }: { method: string; headers: Record<string, string>; body: string }
        ) =>
            new Promise<Response>((resolve, reject) => {
                asked.push({
                    url,
                    method,
                    headers,
                    body: JSON.parse(body),
                    answer(answer, status = 200, headers = {}) {
                        const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
                        resolve(new Response(text, { status, headers }));
                        return settle();
                    },
                    fail() {
                        reject(new TypeError('fetch failed'));
                        return settle();
                    }
                });
            })
    });
    return asked;
}
