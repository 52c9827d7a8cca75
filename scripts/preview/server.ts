import { Hono } from 'hono';
import type { AppSource } from '../build/appSource.ts';
import { readLabels } from '../build/labels.ts';
import { CACHE } from '../build/places.ts';
import { platformBundle } from '../build/platformBundle.ts';
import { barHtml } from './bar.ts';
import { changes } from './changes.ts';
import { faultPanel } from './faultControls.ts';
import { files } from './files.ts';
import { makeFrameGate } from './frameGate.ts';
import { makeGate } from './gate.ts';
import { pageHtml } from './html.ts';
import { listenOnAddress, listenOnName, type Listening } from './loopback.ts';
import type { PreviewOrg } from './org.ts';
import { PAGE } from './pageBuild.ts';
import { pageRoutes } from './pageRoutes.ts';
import { protect } from './protect.ts';
import { setupRoutes } from './setup/setupRoutes.ts';
import { PAGE_IN_SETUP } from './setup/setupTree.ts';
import { visualforceHtml, type LightningOut } from './setup/visualforcePage.ts';
import type { TransportName } from './transports.ts';
import { visualforceRoutes } from './visualforce/routes.ts';
import { makeWriteLock } from './writeLock.ts';

export interface PreviewOptions {
    org: PreviewOrg;
    /** 0 for any free port. */
    port: number;
    source?: AppSource;
    /** The persona when the address has no `?as=`. */
    persona?: string;
    /** How failures reach the page; by default as on the platform. */
    transport?: TransportName;
    /** Reload the page when its files change. */
    live?: boolean;
    /** How Lightning Out behaves in the Setup frame; by default, it works. */
    lightningOut?: LightningOut;
}

export interface Preview {
    /** The origin, without the secret. */
    url: string;
    /** The address to open: the origin with the secret of this start. */
    address: string;
    /** An address for another program, such as a browser. It opens the page once. */
    addressForOnce(): string;
    port: number;
    /** The origin in the Setup frame: a different site than the page around it, as in Setup. */
    frameUrl: string;
    close(): Promise<void>;
}

/** The frame's port minus the page's port. With a fixed port, browsers keep the storage of the frame's origin. */
const FRAME_PORT_OFFSET = 2;

/**
 * Serves the page on this computer, in two looks: alone, and in a frame that looks like Setup. The page is compiled on
 * request, when its files have changed.
 * @throws the listen error (`EADDRINUSE`) of the port
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
    const { org, source = PAGE, live = false, transport = 'platform', lightningOut = 'works' } = options;
    const { persona: defaultPersona = org.personas[0]! } = options;
    const served = await files(await platformBundle(CACHE));
    const lock = makeWriteLock(org.production);
    const watched = live ? changes([source.lwcRoot, source.labelsFile]) : null;
    const page = pageRoutes({ org, source, defaultPersona, transport, lock, watched, files: served });
    const { personas } = org;
    const ports = { shell: 0, frame: 0 };
    const shellUrl = (): string => `http://127.0.0.1:${ports.shell}`;

    const gate = makeGate();
    const frameGate = makeFrameGate(() => ports.frame, shellUrl);

    const shell = new Hono();
    shell.use(gate.guard(() => ports.shell));
    setupRoutes(shell, {
        org,
        defaultPersona,
        lock,
        openFrame: (search) => frameGate.open(search, PAGE_IN_SETUP),
        frameUrl: () => frameUrl(ports.frame)
    });
    // As the org's own address does, this one redirects to the Visualforce origin, with a session there.
    shell.get('/apex/:page', (context) => {
        const { search, pathname } = new URL(context.req.url);
        protect(context, { around: [`'self'`] });
        return context.redirect(frameGate.open(search, pathname), 303);
    });
    page(shell, {
        path: '/',
        html: (parts) => {
            const bar = barHtml({ persona: parts.persona, personas, look: 'tab', lock, faults: faultPanel(org) });
            return pageHtml({ ...parts, bar });
        },
        around: () => [],
        frames: () => [`'self'`, frameUrl(ports.frame)],
        visualforce: (persona) => ({ src: centersAddress(persona), origin: frameUrl(ports.frame) })
    });

    const frame = new Hono();
    frame.use(frameGate.guard);
    const shells = (): string[] => [shellUrl(), `http://localhost:${ports.shell}`];
    page(frame, {
        path: PAGE_IN_SETUP,
        html: (parts) => visualforceHtml({ ...parts, lightningOut, labels: readLabels(source.labelsFile) }),
        around: shells,
        frames: () => [`'self'`],
        visualforce: (persona) => ({ src: centersAddress(persona), origin: frameUrl(ports.frame) })
    });
    visualforceRoutes(frame, org, shells);

    const listening: Listening[] = [];
    try {
        listening.push(await listenOnAddress(shell, options.port));
        ports.shell = listening[0]!.port;
        listening.push(await listenOnName(frame, options.port === 0 ? 0 : options.port + FRAME_PORT_OFFSET));
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

const centersAddress = (persona: string): string => `/apex/SwitchboardCenters?as=${encodeURIComponent(persona)}`;

const frameUrl = (port: number): string => `http://localhost:${port}`;
