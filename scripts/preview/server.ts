import { Hono } from 'hono';
import type { AppSource } from '../build/appBundle.ts';
import { CACHE } from '../build/places.ts';
import { platformBundle } from '../build/platformBundle.ts';
import { barHtml } from './bar.ts';
import { changes } from './changes.ts';
import { files } from './files.ts';
import { makeFrameGate } from './frameGate.ts';
import { makeGate } from './gate.ts';
import { listenOnAddress, listenOnName, type Listening } from './loopback.ts';
import type { PreviewOrg } from './org.ts';
import { PAGE } from './pageBuild.ts';
import { pageRoutes } from './pageRoutes.ts';
import { setupRoutes } from './setup/setupRoutes.ts';
import { makeWriteLock } from './writeLock.ts';

export interface PreviewOptions {
    org: PreviewOrg;
    /** 0: any free port. */
    port: number;
    source?: AppSource;
    /** Who looks at the page when the address does not say (`?as=`). */
    persona?: string;
    /** Reload the page when its files change. */
    live?: boolean;
}

export interface Preview {
    /** Origin, without the secret. */
    url: string;
    /** What to open: the origin with the secret of this start. */
    address: string;
    /** What to hand to another program, such as a browser to be started: it opens the page once. */
    addressForOnce(): string;
    port: number;
    /** Where the page in the Setup frame comes from: another site than the page around it, as in Setup. */
    frameUrl: string;
    close(): Promise<void>;
}

/** From the page's port to the frame's, when nobody holds that: what a browser keeps for an origin stays. */
const FRAME_BESIDE = 2;

/**
 * Serves the page on loopback, in two looks: by itself, and in a frame of something like Setup. It is compiled when it
 * is asked for, as far as its files have changed.
 * @throws the listen error (`EADDRINUSE`) of the port
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
    const { org, source = PAGE, live = false, persona: usual = org.personas[0]! } = options;
    const served = await files(await platformBundle(CACHE));
    const lock = makeWriteLock(org.production);
    const watched = live ? changes([source.lwcRoot, source.labelsFile]) : null;
    const page = pageRoutes({ org, source, usual, lock, watched, files: served });
    const { personas } = org;
    const ports = { shell: 0, frame: 0 };
    const shellUrl = (): string => `http://127.0.0.1:${ports.shell}`;

    const gate = makeGate();
    const frameGate = makeFrameGate(() => ports.frame, shellUrl);

    const shell = new Hono();
    shell.use(gate.guard(() => ports.shell));
    setupRoutes(shell, { org, usual, lock, openFrame: frameGate.open, frameUrl: () => frameUrl(ports.frame) });
    page(shell, { bar: (persona) => barHtml({ persona, personas, look: 'tab', lock }), around: () => [] });

    const frame = new Hono();
    frame.use(frameGate.guard);
    page(frame, { bar: () => '', around: () => [shellUrl(), `http://localhost:${ports.shell}`] });

    const listening: Listening[] = [];
    try {
        listening.push(await listenOnAddress(shell, options.port));
        ports.shell = listening[0]!.port;
        listening.push(await listenOnName(frame, options.port === 0 ? 0 : options.port + FRAME_BESIDE));
        ports.frame = listening[1]!.port;
    } catch (error) {
        watched?.close();
        await Promise.all(listening.map(({ close }) => close()));
        throw error;
    }
    return {
        url: shellUrl(),
        address: `${shellUrl()}/?token=${gate.secret}`,
        addressForOnce: () => `${shellUrl()}/?ticket=${gate.ticket()}`,
        port: ports.shell,
        frameUrl: frameUrl(ports.frame),
        close: async () => {
            watched?.close();
            await Promise.all(listening.map(({ close }) => close()));
        }
    };
}

const frameUrl = (port: number): string => `http://localhost:${port}`;
