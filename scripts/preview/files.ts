import { readFile, readdir } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { packageAt } from '../build/places.ts';

const SLDS = join(packageAt('@salesforce-ux/design-system-2'), 'dist/css/bundled/slds2.cosmos.css');
const KEEP = 'private, max-age=31536000, immutable';

/** A file of the preview itself. */
export const previewFile = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export const script = (code: string): Response =>
    new Response(code, { headers: { 'content-type': 'text/javascript', 'cache-control': 'no-store' } });

/**
 * Styles, and the platform bundle under a name that changes with it. Only files that were there at the start are
 * served, by their whole name: there is no path to climb.
 */
export async function files(platform: string): Promise<{ routes: Hono; platformUrl: string; preload: string[] }> {
    const platformUrl = `/platform/${basename(platform)}`;
    const served = new Map<string, { path: string; type: string; keep: string }>([
        ['/styles/slds.css', { path: SLDS, type: 'text/css', keep: KEEP }],
        ['/styles/preview.css', { path: previewFile('preview.css'), type: 'text/css', keep: 'no-store' }],
        ['/styles/setup.css', { path: previewFile('setup/setup.css'), type: 'text/css', keep: 'no-store' }],
        ...['live.js', 'writeLock.js', 'faultControls.js', 'setup/quickFind.js'].map(
            (name) =>
                [
                    `/preview/${basename(name)}`,
                    { path: previewFile(name), type: 'text/javascript', keep: 'no-store' }
                ] as const
        )
    ]);
    for (const name of await readdir(platform, { recursive: true })) {
        if (!name.endsWith('.js')) continue;
        const url = `${platformUrl}/${name.split(sep).join('/')}`;
        served.set(url, { path: join(platform, name), type: 'text/javascript', keep: KEEP });
    }

    const routes = new Hono();
    routes.get('*', async (context, next) => {
        const file = served.get(context.req.path);
        if (!file) return next();
        return context.body(await readFile(file.path), 200, {
            'content-type': `${file.type}; charset=utf-8`,
            'cache-control': file.keep
        });
    });
    // The page needs these whatever it draws; icons come when the first one is drawn.
    const preload = [...served.keys()].filter((url) => /\/(lwc|chunks\/components-[\w-]+)\.js$/.test(url));
    return { routes, platformUrl, preload };
}
