import type { BuildFault } from '../build/buildFault.ts';
import { PLATFORM_ENTRIES, platformFile } from '../build/platformModules.ts';
import { escapeHtml } from './escapeHtml.ts';
import type { TransportName } from './transports.ts';

export interface PageParts {
    persona: string;
    transport: TransportName;
    /** The address of the page SwitchboardCenters, and the origin that it answers from. */
    visualforce: { src: string; origin: string };
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

/** The tab: the page alone, below the preview's own controls. */
export function pageHtml(parts: PageParts): string {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Switchboard</title>
${headHtml(parts)}
<script type="module" src="${platformUrls(parts.platformUrl)['lwc/synthetic-shadow']}"></script>
<script type="module" src="${appUrl(parts)}"></script>
</head>
<body>
${parts.bar}
<main id="page"></main>
</body>
</html>
`;
}

export const appUrl = ({ stamp }: Pick<PageParts, 'stamp'>): string => `/app.js?${encodeURIComponent(stamp)}`;

/** The URLs of the platform's modules, by specifier. */
export function platformUrls(platformUrl: string): Record<string, string> {
    return Object.fromEntries(PLATFORM_ENTRIES.map((name) => [name, `${platformUrl}/${platformFile(name)}`]));
}

/** What the page needs wherever it is: who looks at it, styles, and where its modules are. */
export function headHtml({ persona, transport, visualforce, platformUrl, preload, nonce, live }: PageParts): string {
    const who = `/preview/who/${encodeURIComponent(persona)}`;
    const imports = {
        ...platformUrls(platformUrl),
        '@salesforce/userPermission/': `${who}/userPermission/`,
        '@salesforce/user/': `${who}/user/`
    };
    return `<meta name="preview-persona" content="${escapeHtml(persona)}">
<meta name="preview-transport" content="${transport}">
<meta name="preview-visualforce" content="${escapeHtml(`${visualforce.src} ${visualforce.origin}`)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/styles/slds.css">
<link rel="stylesheet" href="/styles/preview.css">
<script type="importmap" nonce="${nonce}">${JSON.stringify({ imports }).replaceAll('<', '\\u003c')}</script>
${preload.map((url) => `<link rel="modulepreload" href="${url}">`).join('\n')}
${live ? '<script type="module" src="/preview/live.js"></script>' : ''}`;
}

/** Shown instead of the page when it doesn't compile, or when it uses what the preview doesn't have. */
export function faultHtml(
    { message, kind }: BuildFault,
    excerpt: { where: string; lines: string },
    live: boolean
): string {
    const isOurs = kind === 'not in the preview';
    const title = isOurs ? "This page uses something that isn't in the preview" : "This page wouldn't deploy";
    const note = isOurs ? '<p>It says nothing about whether the page would deploy. Try it in an org.</p>' : '';
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/styles/preview.css">
${live ? '<script type="module" src="/preview/live.js"></script>' : ''}
</head>
<body class="preview-fault">
<main><h1>${title}</h1><p>${escapeHtml(message)}</p>${note}
<p><code>${escapeHtml(excerpt.where)}</code></p><pre>${escapeHtml(excerpt.lines)}</pre></main>
</body>
</html>
`;
}
