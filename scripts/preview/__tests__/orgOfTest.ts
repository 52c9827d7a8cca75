import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { PreviewOrg } from '../org.ts';

export interface OrgOfTest extends PreviewOrg {
    /** The requests so far, newest last. */
    asked: { method: string; url: string; authorization: string; body: string }[];
    /** The response to the next requests; an empty GraphQL response by default. */
    answer: { status: number; headers?: Record<string, string>; body: string };
    /** The response to SOQL queries instead of their rows. */
    queryFault: { status: number; body: string } | null;
    forgotten: string[];
    close(): Promise<void>;
}

const USERS: Record<string, string> = { admin: '005000000000001AAA', viewer: '005000000000002AAA' };

/** An org that accepts and records every request. Only `admin` has ManageInternalUsers, by profile. */
export async function orgOfTest(context: TestContext): Promise<OrgOfTest> {
    const persona = (request: IncomingMessage): string => request.headers.authorization?.split('token-of-')[1] ?? '';
    const server = createServer((request, response) => {
        let body = '';
        request.on('data', (part) => (body += part));
        request.on('end', () => {
            const { method = '', url = '' } = request;
            const json = (value: unknown): void => void response.end(JSON.stringify(value));
            const userId = USERS[persona(request)];
            if (url === '/services/data/v66.0/') return json({ identity: `https://login.example/id/00D/${userId}` });
            if (url.includes('/query?')) {
                if (org.queryFault) return void response.writeHead(org.queryFault.status).end(org.queryFault.body);
                const soql = decodeURIComponent(url);
                const isGranted =
                    persona(request) === 'admin' && soql.includes('Profile.PermissionsManageInternalUsers = true');
                return json({ records: isGranted ? [{ Id: userId }] : [] });
            }
            org.asked.push({ method, url, authorization: request.headers.authorization ?? '', body });
            response.writeHead(org.answer.status, { 'content-type': 'application/json', ...org.answer.headers });
            response.end(org.answer.body);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const org: OrgOfTest = {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        personas: Object.keys(USERS),
        tokenFor: (name) => `token-of-${name}`,
        forget: (name) => void org.forgotten.push(name),
        asked: [],
        answer: { status: 200, body: '{"data":{}}' },
        queryFault: null,
        forgotten: [],
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
    context.after(() => org.close());
    return org;
}
