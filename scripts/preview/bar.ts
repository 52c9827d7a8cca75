import { API_VERSION } from '../build/compileModule.ts';
import { escapeHtml } from './escapeHtml.ts';
import type { WriteLock } from './writeLock.ts';

/** The two looks of the preview: the page alone, as in a tab, and the page inside Setup. */
export type Look = 'tab' | 'setup';

export interface BarParts {
    persona: string;
    personas: readonly string[];
    look: Look;
    lock: WriteLock;
    /** HTML of the controls for simulated failures. */
    faults?: string;
}

/** The preview's own controls, above the page. */
export function barHtml({ persona, personas, look, lock, faults = '' }: BarParts): string {
    const query = (name: string): string => `?as=${encodeURIComponent(name)}`;
    const here = look === 'setup' ? '/setup' : '/';
    const looks = [
        choice('As a tab', `/${query(persona)}`, look === 'tab'),
        choice('In Setup', `/setup${query(persona)}`, look === 'setup')
    ];
    const others = personas.map((name) => choice(name, here + query(name), name === persona));
    return `<header class="preview-bar"><span>Preview, API ${API_VERSION}</span>${faults}<nav aria-label="Look">${looks.join(' ')}</nav><nav aria-label="Persona">Viewing as ${others.join(' ')}</nav></header>
${productionHtml(lock)}`;
}

function choice(text: string, address: string, chosen: boolean): string {
    return chosen
        ? `<b aria-current="true">${escapeHtml(text)}</b>`
        : `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}

function productionHtml(lock: WriteLock): string {
    if (lock.name === null) return '';
    const form = `<form><label>To allow changes, type its name <input name="name" autocomplete="off" spellcheck="false" required></label> <button>Allow changes</button></form>`;
    return `<section class="preview-production" aria-label="Production org"><p>Production org <strong>${escapeHtml(lock.name)}</strong></p>${lock.isClosed() ? form : ''}
<p role="status">${lock.isClosed() ? '' : 'You can change this org until you stop the preview.'}</p></section>
${lock.isClosed() ? '<script type="module" src="/preview/writeLock.js"></script>' : ''}`;
}
