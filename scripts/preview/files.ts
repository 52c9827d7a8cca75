import { readFile, readdir } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { packageAt } from '../build/places.ts';

const SLDS = join(packageAt('@salesforce-ux/design-system-2'), 'dist/css/bundled/slds2.cosmos.css');
const CACHE_FOREVER = 'private, max-age=31536000, immutable';

/** The path of one of the preview's own files. */
export const previewFile = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export const script = (code: string): Response =>
    new Response(code, { headers: { 'content-type': 'text/javascript', 'cache-control': 'no-store' } });

/**
 * Serves styles, scripts, and the platform bundle, whose URL changes with its content. Only files that exist at the
 * start are served, by their full URL, so no path can lead to other files.
 */
export async function files(platform: string): Promise<{ routes: Hono; platformUrl: string; preload: string[] }> {
    const platformUrl = `/platform/${basename(platform)}`;
    const served = new Map<string, { path: string; type: string; cacheControl: string }>([
        ['/styles/slds.css', { path: SLDS, type: 'text/css', cacheControl: CACHE_FOREVER }],
        ['/styles/preview.css', { path: previewFile('preview.css'), type: 'text/css', cacheControl: 'no-store' }],
        ['/styles/setup.css', { path: previewFile('setup/setup.css'), type: 'text/css', cacheControl: 'no-store' }],
        ...[
            'live.js',
            'writeLock.js',
            'faultControls.js',
            'setup/quickFind.js',
            'setup/lightningOut.js',
            'visualforce/remoteObjects.js'
        ].map(
            (name) =>
                [
                    `/preview/${basename(name)}`,
                    { path: previewFile(name), type: 'text/javascript', cacheControl: 'no-store' }
                ] as const
        )
    ]);
    for (const name of await readdir(platform, { recursive: true })) {
        if (!name.endsWith('.js')) continue;
        const url = `${platformUrl}/${name.split(sep).join('/')}`;
        served.set(url, { path: join(platform, name), type: 'text/javascript', cacheControl: CACHE_FOREVER });
    }

    const routes = new Hono();
    routes.get('*', async (context, next) => {
        const file = served.get(context.req.path);
        if (!file) return next();
        return context.body(await readFile(file.path), 200, {
            'content-type': `${file.type}; charset=utf-8`,
            'cache-control': file.cacheControl
        });
    });
    // The page always needs these. Icons load when the first one is shown.
    const preload = [...served.keys()].filter((url) => /\/(lwc|chunks\/components-[\w-]+)\.js$/.test(url));
    return { routes, platformUrl, preload };
}
