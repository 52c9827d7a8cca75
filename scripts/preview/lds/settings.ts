import type { TransportName } from '../transports.ts';

/** What the preview's server wrote into the page for these modules. */
export const persona = (): string => setting('persona') ?? '';
export const transportName = (): TransportName => (setting('transport') === 'direct' ? 'direct' : 'platform');

function setting(name: string): string | undefined {
    return document.querySelector<HTMLMetaElement>(`meta[name="preview-${name}"]`)?.content;
}
