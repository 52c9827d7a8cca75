import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
    port: number;
    close(): Promise<void>;
}

/** How many ports to try until one is free on both loopback addresses. */
const MAX_TRIES = 5;

/** Serves on 127.0.0.1 only. @throws the listen error (`EADDRINUSE`) of the port */
export async function listenOnAddress(app: Hono, port: number): Promise<Listening> {
    const server = await listen(app, port, '127.0.0.1');
    return { port: portOf(server), close: () => closeAll([server]) };
}

/**
 * Serves on both addresses of `localhost`: 127.0.0.1 and, with IPv6, ::1. A browser may try either one first, and another
 * user of this computer could listen on the other one.
 */
export async function listenOnName(app: Hono, wanted: number): Promise<Listening> {
    for (let tries = 1; ; tries += 1) {
        const port = tries === 1 ? wanted : 0;
        const servers: Server[] = [];
        try {
            servers.push(await listen(app, port, '127.0.0.1'));
            servers.push(await listen(app, portOf(servers[0]!), '::1'));
        } catch (error) {
            const { code } = error as NodeJS.ErrnoException;
            const withoutIpv6 = code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
            if (!withoutIpv6 || servers.length === 0) {
                await closeAll(servers);
                if (code !== 'EADDRINUSE' || tries === MAX_TRIES) throw error;
                continue;
            }
        }
        return { port: portOf(servers[0]!), close: () => closeAll(servers) };
    }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listen(app: Hono, port: number, hostname: string): Promise<Server> {
    return new Promise((resolve, reject) => {
        const server = serve({ fetch: app.fetch, port, hostname }, () => resolve(server)) as Server;
        server.once('error', reject);
    });
}

async function closeAll(servers: Server[]): Promise<void> {
    await Promise.all(
        servers.map(
            (server) =>
                new Promise<void>((resolve) => {
                    server.close(() => resolve());
                    server.closeAllConnections();
                })
        )
    );
}
