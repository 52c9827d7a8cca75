import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildFault } from '../../build/buildFault.ts';
import { REPO } from '../../build/places.ts';
import { escapeHtml } from '../escapeHtml.ts';
import { appUrl, headHtml, platformUrls, type PageParts } from '../html.ts';

/** The page that is deployed. */
const PAGE_FILE = join(REPO, 'force-app/main/default/pages/SwitchboardSetup.page');

/** How Lightning Out behaves: it works, or fails in one of the ways that it's known or expected to fail. */
export const LIGHTNING_OUT = [
    'works',
    /** Its script doesn't load, so there is no `$Lightning`. */
    'blocked',
    /** `$Lightning.use` never calls back, as with a hanging Aura framework. */
    'silent',
    /** `createComponent` calls back with ERROR. */
    'refused',
    /** `createComponent` calls back with INCOMPLETE, as when the connection is lost. */
    'incomplete',
    /** The component throws while it starts. */
    'throws',
    /** The component starts later than the page waits. */
    'late'
] as const;
export type LightningOut = (typeof LIGHTNING_OUT)[number];

export interface VisualforceParts extends Omit<PageParts, 'bar'> {
    lightningOut: LightningOut;
    labels: ReadonlyMap<string, string>;
}

/**
 * The Visualforce page as HTML. Only what the page uses is imitated: `apex:page`, `apex:includeLightning`, and labels.
 * @throws BuildFault for anything else
 */
export function visualforceHtml(parts: VisualforceParts, markup = readFileSync(PAGE_FILE, 'utf8')): string {
    const { lightningOut, labels, nonce } = parts;
    const source = lightningOut === 'blocked' ? '/preview/blocked.js' : '/preview/lightningOut.js';
    const data = {
        app: appUrl(parts),
        platform: platformUrls(parts.platformUrl)['lwc/synthetic-shadow']!,
        lightningOut
    };
    const attributes = Object.entries(data).map(([name, value]) => ` data-${kebab(name)}="${escapeHtml(value)}"`);
    const html = markup
        .replace(/<apex:page\b[^>]*>/, '')
        .replace('</apex:page>', '')
        .replaceAll('<script>', `<script nonce="${nonce}">`)
        .replace(
            '<apex:includeLightning />',
            () => `${headHtml({ ...parts, bar: '' })}\n<script src="${source}"${attributes.join('')}></script>`
        )
        .replace(/\{!\$Label\.(\w+)\}/g, (_merge, name: string) => {
            const text = labels.get(name);
            if (text === undefined) throw fault(markup, name, `There is no label ${name}`);
            return escapeHtml(text);
        });
    const other = /<\/?apex:\w+|\{!/.exec(html);
    if (other) throw fault(markup, other[0], `The preview's Visualforce doesn't have ${other[0]}`);
    return `<!doctype html>\n${html.trim()}\n`;
}

function fault(markup: string, at: string, message: string): BuildFault {
    const line = markup.slice(0, markup.indexOf(at)).split('\n').length;
    return new BuildFault(message, PAGE_FILE, line, 0);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
