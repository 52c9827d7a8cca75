import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { toId18 } from 'c/orgPort';
import { soql } from '../../org/soql.ts';
import { barHtml } from '../bar.ts';
import { connectAs, type PreviewOrg } from '../org.ts';
import { protect } from '../protect.ts';
import { problem } from '../proxy.ts';
import type { WriteLock } from '../writeLock.ts';
import { nodeTitle, PAGE_IN_SETUP, SWITCHBOARD_PAGE } from './setupTree.ts';
import { shellHtml, type SetupContent } from './shell.ts';

export interface SetupOptions {
    org: PreviewOrg;
    defaultPersona: string;
    lock: WriteLock;
    /** The address that opens the frame. It works once. */
    openFrame(search: string): string;
    frameUrl(): string;
}

/** Routes that imitate Setup: the shell around the frame, and placeholders for the pages that links lead to. */
export function setupRoutes(app: Hono, { org, defaultPersona, lock, openFrame, frameUrl }: SetupOptions): void {
    /** A link out of the frame has no persona, so the last choice is kept in a cookie. */
    const personaOf = (context: Context): string | null => {
        const cookie = `switchboard_as_${new URL(context.req.url).port}`;
        const asked = context.req.query('as');
        const persona = asked ?? getCookie(context, cookie) ?? defaultPersona;
        if (!org.personas.includes(persona)) return asked === undefined ? defaultPersona : null;
        if (asked !== undefined) setCookie(context, cookie, asked, { httpOnly: true, sameSite: 'Strict', path: '/' });
        return persona;
    };
    const unknownPersona = (context: Context): Response =>
        context.text(`Unknown persona. Choose from: ${org.personas.join(', ')}.`, 404);

    // This comes before the page's own route, so that npm start can print one address with the secret for both looks.
    app.get('/', (context, next) =>
        context.req.query('look') === 'setup' ? Promise.resolve(context.redirect('/setup', 303)) : next()
    );

    app.get('/setup', (context) => {
        if (personaOf(context) === null) return unknownPersona(context);
        return context.redirect(SWITCHBOARD_PAGE, 303);
    });

    // The tab, by the address that links of the platform use.
    app.get('/lightning/n/Switchboard', (context) => context.redirect(`/${new URL(context.req.url).search}`, 303));

    app.get('/setup/frame', (context) => {
        const persona = personaOf(context);
        if (persona === null) return unknownPersona(context);
        protect(context, { around: [`'self'`] });
        const search = new URLSearchParams(new URL(context.req.url).search);
        search.set('as', persona);
        return context.redirect(openFrame(search.toString()), 303);
    });

    app.get('/lightning/setup/:node/:kind{home|page}', async (context) => {
        const persona = personaOf(context);
        if (persona === null) return unknownPersona(context);
        const { node, kind } = context.req.param();
        const address = context.req.query('address') ?? '';
        const [page, search = ''] = address.split('?');
        const isSwitchboard = kind === 'page' && page === PAGE_IN_SETUP;
        if (!isSwitchboard && org.setupAt !== undefined) return context.redirect(intoOrg(org.setupAt, context), 303);

        const content: SetupContent = isSwitchboard
            ? { kind: 'switchboard', search }
            : { kind: 'placeholder', title: await titleOf(org, persona, node!, kind!, address) };
        protect(context, { frames: [`'self'`, frameUrl()] });
        const bar = barHtml({ persona, personas: org.personas, look: 'setup', lock });
        return context.html(shellHtml({ node: node!, content, bar }));
    });
    app.post('/preview/writes', async (context) => {
        const { name } = (await context.req.json().catch(() => ({}))) as { name?: unknown };
        if (typeof name === 'string' && lock.open(name)) return context.body(null, 204);
        return problem(403, 'NAME_DIFFERS', "This name doesn't match the name of the org exactly.");
    });
}

function intoOrg(setupAt: string, context: Context): string {
    const { pathname, search } = new URL(context.req.url);
    return new URL(pathname + search, setupAt).href;
}

/** Titles of record pages, and queries for the names, by key prefix. */
const RECORDS: Readonly<Record<string, { title: string; nameOf(id: string): string }>> = {
    '04v': { title: 'Call Center', nameOf: (id) => soql`SELECT Name FROM CallCenter WHERE Id = ${id}` },
    '005': { title: 'User', nameOf: (id) => soql`SELECT Name FROM User WHERE Id = ${id}` }
};

/** `Call Center: 8x8 Work` for the page of a record; otherwise the title in the tree. */
async function titleOf(org: PreviewOrg, persona: string, node: string, kind: string, address: string): Promise<string> {
    const id = kind === 'page' ? toId18(/^\/(\w+)/.exec(address)?.[1] ?? '') : null;
    const record = RECORDS[id?.slice(0, 3) ?? ''];
    if (id === null || !record) return nodeTitle(node);
    const answer = await connectAs(org, persona).query(record.nameOf(id));
    const row = answer.ok ? answer.body[0] : undefined;
    return row ? `${record.title}: ${String(row.Name)}` : record.title;
}
