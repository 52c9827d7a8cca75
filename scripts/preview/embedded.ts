import { PERSONAS, type LocalOrg, type Persona } from '../local-org/index.ts';
import type { PreviewOrg } from './org.ts';

/**
 * The embedded org as the preview sees it: one session a persona, a new one when that has ended.
 * Its flows cannot read call centers unless that is asked for: a stand-in is not kinder than Salesforce may be.
 */
export function embedded(
    org: Pick<LocalOrg, 'url' | 'tokenFor'> & Partial<Pick<LocalOrg, 'faults'>>,
    { flows = false } = {}
): PreviewOrg {
    const tokens = new Map<string, string>();
    return {
        url: org.url,
        personas: PERSONAS,
        flowsRefused: !flows,
        ...(org.faults ? { faults: org.faults } : {}),
        tokenFor(persona) {
            const token = tokens.get(persona) ?? org.tokenFor(persona as Persona);
            tokens.set(persona, token);
            return token;
        },
        forget: (persona) => void tokens.delete(persona)
    };
}
