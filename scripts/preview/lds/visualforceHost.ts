/**
 * Replaces `c/visualforceHost`, which tells an org's Visualforce origin by the page's own address. The preview's origins are
 * two ports of this computer, so its server tells.
 */
export interface CentersPage {
    src: string;
    origin: string;
}

export function centersPage(_location: { host: string }, _prefix: string): CentersPage | null {
    const content = document.querySelector<HTMLMetaElement>('meta[name="preview-visualforce"]')?.content ?? '';
    const [src, origin] = content.split(' ');
    return src && origin ? { src, origin } : null;
}
