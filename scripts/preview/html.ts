import { PLATFORM_ENTRIES } from '../build/platformModules.ts';
import { platformFile } from '../build/platformBundle.ts';
import { escapeHtml } from './escapeHtml.ts';

export interface PageParts {
    persona: string;
    /** HTML above the page; empty in the Setup frame. */
    bar: string;
    /** The URL of the platform bundle. */
    platformUrl: string;
    /** Scripts for the browser to fetch early. */
    preload: string[];
    /** Changes with the page's files, so that browsers don't use an old script. */
    stamp: string;
    nonce: string;
    /** Whether the page reloads itself when a file changes. */
    live: boolean;
}

/**
 * Allows only scripts, styles, and requests of this server, so that no one else can add to the page.
 * @param around origins that can frame the page
 * @param frames origins that the page can frame
 */
export function securityPolicy(nonce: string, around: readonly string[], frames: readonly string[]): string {
    const origins = (list: readonly string[]): string => (list.length > 0 ? list.join(' ') : `'none'`);
    return [
        `default-src 'none'`,
        `script-src 'self' 'nonce-${nonce}'`,
        // Components set inline styles, as on the platform.
        `style-src 'self' 'unsafe-inline'`,
        `img-src 'self' data:`,
        `connect-src 'self'`,
        `base-uri 'none'`,
        `form-action 'none'`,
        `frame-src ${origins(frames)}`,
        `frame-ancestors ${origins(around)}`
    ].join('; ');
}

export function pageHtml({ persona, bar, platformUrl, preload, stamp, nonce, live }: PageParts): string {
    const modules = Object.fromEntries(PLATFORM_ENTRIES.map((name) => [name, `${platformUrl}/${platformFile(name)}`]));
    const who = `/preview/who/${encodeURIComponent(persona)}`;
    const imports = {
        ...modules,
        '@salesforce/userPermission/': `${who}/userPermission/`,
        '@salesforce/user/': `${who}/user/`
    };
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="preview-persona" content="${escapeHtml(persona)}">
<title>Switchboard</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/styles/slds.css">
<link rel="stylesheet" href="/styles/preview.css">
<script type="importmap" nonce="${nonce}">${JSON.stringify({ imports }).replaceAll('<', '\\u003c')}</script>
${preload.map((url) => `<link rel="modulepreload" href="${url}">`).join('\n')}
<script type="module" src="${modules['lwc/synthetic-shadow']}"></script>
<script type="module" src="/app.js?${encodeURIComponent(stamp)}"></script>
${live ? '<script type="module" src="/preview/live.js"></script>' : ''}
</head>
<body>
${bar}
<main id="page"></main>
</body>
</html>
`;
}

/** Shown instead of the page when it doesn't compile. */
export function faultHtml(message: string, excerpt: { where: string; lines: string }, live: boolean): string {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>This page wouldn't deploy</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/styles/preview.css">
${live ? '<script type="module" src="/preview/live.js"></script>' : ''}
</head>
<body class="preview-fault">
<main><h1>This page wouldn't deploy</h1><p>${escapeHtml(message)}</p>
<p><code>${escapeHtml(excerpt.where)}</code></p><pre>${escapeHtml(excerpt.lines)}</pre></main>
</body>
</html>
`;
}
