import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { PERSONAS, personaUser, type Persona, type PersonaUser } from './access/personas.ts';
import { Sessions } from './access/sessions.ts';
import { orgContext, type Routes } from './context/orgContext.ts';
import { RequestLog } from './context/requestLog.ts';
import type { FaultPlan } from './faults/fault.ts';
import type { Faults } from './faults/faults.ts';
import { createApp } from './http/app.ts';
import { objectTable } from './objects/objectTable.ts';
import { seedOrg } from './seed/seedOrg.ts';
import { seedPlan } from './seed/seedPlan.ts';
import { openStore, type Store } from './store/store.ts';
import { unseed, variantPlan, variantTable, withdraw } from './variants/apply.ts';
import type { Variant } from './variants/variant.ts';

export { PASSWORD, PERSONAS, type Persona, type PersonaUser } from './access/personas.ts';
export type { Fault, FaultPlan, FaultRule, RequestKind } from './faults/fault.ts';
export type { Faults } from './faults/faults.ts';
export { readFaultFile } from './faults/readFaultPlan.ts';
export type { Store } from './store/store.ts';
export { variantNamed, VARIANTS, type VariantName } from './variants/variants.ts';
export type { Variant } from './variants/variant.ts';

const LOOPBACK = '127.0.0.1';
/** Node's default of 16,384 bytes answers longer addresses with an empty 431. This leaves them to a route. */
const MAX_HEADER_BYTES = 64 * 1024;
/**
 * Milliseconds that a connection stays open between requests. Node's default of five seconds is also what clients
 * expect of it, so a busy client can send a request on a connection that is just being closed, and the request is lost.
 */
const KEEP_ALIVE_TIME = 65_000;

export interface LocalOrgOptions {
    /** The default is 0, which picks a free port. */
    port?: number;
    /** The number of users to generate, by default 1,204. Ignored when the `keep` file already has users. */
    users?: number;
    /** A number that makes the generator produce different data, or the path of a JSON seed file. */
    seed?: string | number;
    /** The file that stores the org. By default, the org is kept in memory. */
    keep?: string | null;
    now?: () => Date;
    /** The daily API request limit, by default 15,000, as in a Developer Edition org. */
    dailyRequests?: number;
    /** The failures to simulate. */
    faults?: FaultPlan;
    /** How this org differs from the default: one of VARIANTS, or your own. */
    variant?: Variant;
    /** Routes to add to those of the org. */
    routes?: readonly Routes[];
}

export interface LocalOrg {
    url: string;
    port: number;
    /** Opens a session and returns its token. */
    tokenFor(persona: Persona): string;
    personas: Readonly<Record<Persona, PersonaUser>>;
    sessions: Sessions;
    store: Store;
    requests: RequestLog;
    /** The simulated failures. They can be changed while the org runs. */
    faults: Faults;
    close(): Promise<void>;
}

/**
 * Starts the embedded org on the loopback interface.
 * @throws Error with one sentence for the user: the port is in use, the seed file is broken, or the `keep` file has another
 * version
 */
export async function startLocalOrg(options: LocalOrgOptions = {}): Promise<LocalOrg> {
    const variant = options.variant ?? { says: 'as it is' };
    const plan = variantPlan(seedPlan(options.seed, options.users), variant);
    const { store, fresh } = openStore(
        variantTable(objectTable(), variant),
        options.keep ?? null,
        options.now ?? (() => new Date())
    );
    try {
        if (fresh) seedOrg(store, plan);
        if (fresh) unseed(store, variant);
        withdraw(store, variant);
        const sessions = new Sessions(store);
        const requests = new RequestLog();
        const context = orgContext(store, sessions, requests, options.dailyRequests, variant);
        if (options.faults) context.faults.set(options.faults);
        const app = createApp(context, options.routes);
        const personas = Object.fromEntries(
            PERSONAS.map((persona) => [persona, personaUser(store, persona)])
        ) as Record<Persona, PersonaUser>;
        const { server, port } = await listen(app.fetch, options.port ?? 0);
        return {
            url: `http://localhost:${port}`,
            port,
            tokenFor: (persona) => sessions.open(personas[persona].userId),
            personas,
            sessions,
            store,
            requests,
            faults: context.faults,
            close: async () => {
                await closed(server);
                store.close();
            }
        };
    } catch (cause) {
        store.close();
        throw cause;
    }
}

function listen(
    fetch: Parameters<typeof serve>[0]['fetch'],
    port: number
): Promise<{ server: ServerType; port: number }> {
    return new Promise((resolve, reject) => {
        const server = serve(
            {
                fetch,
                port,
                hostname: LOOPBACK,
                serverOptions: { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE_TIME }
            },
            (address: AddressInfo) => resolve({ server, port: address.port })
        );
        server.once('error', (cause: NodeJS.ErrnoException) => {
            const isInUse = cause.code === 'EADDRINUSE';
            reject(isInUse ? new Error(`Port ${port} is in use. Choose another with --port.`, { cause }) : cause);
        });
    });
}

function closed(server: ServerType): Promise<void> {
    return new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
    });
}
