import { remoteModels, type RemoteModel } from '../../metadata/markup.ts';
import type { PageLook } from './look.ts';
import { hostileScript } from './hostile.ts';

export interface RenderOptions {
    /** Who reads. */
    persona: string;
    /** For the inline scripts. */
    nonce: string;
    /** Origins that the page answers: the preview's, in place of those of an org. */
    parents: string[];
    look: PageLook;
}

/** The JavaScript that Visualforce makes of `apex:remoteObjects`, and what the page needs to know about the preview. */
function generated({ persona, nonce, parents, look }: RenderOptions, models: RemoteModel[]): string {
    const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
    const settings = `window.switchboardParents = function () { return ${json(parents)}; };
window.previewRemote = ${json({ persona, models: models.map(({ object, fields }) => ({ object, fields })) })};`;
    return [
        `<script nonce="${nonce}">${settings}</script>`,
        '<script src="/preview/remoteObjects.js"></script>',
        typeof look === 'object' ? `<script nonce="${nonce}">${hostileScript(look.hostile)}</script>` : ''
    ].join('\n');
}

/** A Visualforce page without a controller, as the browser gets it. Only Remote Objects are supported. */
export function renderPage(markup: string, options: RenderOptions): string {
    const html = markup
        .replace(/<apex:page\b[^>]*>|<\/apex:page>/g, '')
        .replaceAll('<script>', `<script nonce="${options.nonce}">`)
        .replace(/<apex:remoteObjects>[\s\S]*?<\/apex:remoteObjects>/, () => generated(options, remoteModels(markup)));
    if (/<apex:/.test(html)) throw new Error('The preview supports only Remote Objects in Visualforce pages.');
    return `<!doctype html>\n${html}`;
}
