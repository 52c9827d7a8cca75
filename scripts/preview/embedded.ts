import { PERSONAS, type LocalOrg, type Persona } from '../local-org/index.ts';
import type { PreviewOrg } from './org.ts';
import type { PageLook } from './visualforce/look.ts';

/**
 * The embedded org as the preview sees it, with one session per persona and a new one when that has ended.
 * @param visualforce how the org's Visualforce page for call centers behaves; by default it works
 * @param flows whether flows can read call centers; by default they can't, because Salesforce may not allow it either
 */
export function embedded(
    org: Pick<LocalOrg, 'url' | 'tokenFor'> & Partial<Pick<LocalOrg, 'faults'>>,
    { flows = false, visualforce = 'works' }: { flows?: boolean; visualforce?: PageLook } = {}
): PreviewOrg {
    const tokens = new Map<string, string>();
    return {
        url: org.url,
        personas: PERSONAS,
        flowsRefused: !flows,
        visualforce,
        ...(org.faults ? { faults: org.faults } : {}),
        tokenFor(persona) {
            const token = tokens.get(persona) ?? org.tokenFor(persona as Persona);
            tokens.set(persona, token);
            return token;
        },
        forget: (persona) => void tokens.delete(persona)
    };
}
