import { request } from 'node:http';
import type { TestContext } from 'node:test';
import { component, pageOf } from '../../scripts/build/__tests__/bundle.ts';
import { orgOfTest, type OrgOfTest } from '../../scripts/preview/__tests__/orgOfTest.ts';
import { startPreview, type Preview } from '../../scripts/preview/server.ts';

export interface Heard {
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: string;
}

export interface Asking {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
    /** The address of this computer that gets the request. */
    host?: string;
}

/** One raw request. `fetch` can't send another Host, and it normalizes paths. */
export function ask(port: number, path: string, asking: Asking = {}): Promise<Heard> {
    const { method = 'GET', headers = {}, body, host = '127.0.0.1' } = asking;
    return new Promise((resolve, reject) => {
        const asked = request({ host, port, path, method, headers, timeout: 60_000 }, (response) => {
            let text = '';
            response.on('data', (part) => (text += part));
            response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
        });
        asked.on('timeout', () => asked.destroy(new Error('no answer')));
        asked.on('error', reject);
        asked.end(body);
    });
}

/** The cookie that a browser keeps from Set-Cookie. */
export const cookieOf = ({ headers }: Heard): string => String(headers['set-cookie']).split(';')[0]!;

export interface Opened {
    org: OrgOfTest;
    preview: Preview;
    /** The two origins, with the cookies of the browser that opened them. */
    shell: { port: number; name: string; cookie: string };
    frame: { port: number; name: string; cookie: string };
}

/** A preview that one browser opened in both looks. */
export async function opened(context: TestContext): Promise<Opened> {
    const org = await orgOfTest(context);
    const source = pageOf(context, { 'page/page.ts': component('') });
    const preview = await startPreview({ org, port: 0, source });
    context.after(() => preview.close());
    const { search } = new URL(preview.address);
    const shell = { port: preview.port, name: `127.0.0.1:${preview.port}`, cookie: '' };
    shell.cookie = cookieOf(await ask(shell.port, `/${search}`));

    const framePort = Number(new URL(preview.frameUrl).port);
    const frame = { port: framePort, name: `localhost:${framePort}`, cookie: '' };
    const ticketed = await frameAddress(shell);
    frame.cookie = cookieOf(await ask(frame.port, ticketed, { headers: { host: frame.name } }));
    return { org, preview, shell, frame };
}

/** The path, with a ticket, that the shell sends its frame to. */
export async function frameAddress(shell: Opened['shell']): Promise<string> {
    const { headers } = await ask(shell.port, '/setup/frame', { headers: { cookie: shell.cookie } });
    const { pathname, search } = new URL(String(headers.location));
    return pathname + search;
}
