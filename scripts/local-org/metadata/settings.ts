import { childrenOf, childText, type Element } from '../../metadata/xml.ts';
import { ApiError } from '../apiError.ts';
import type { Variant } from '../variants/variant.ts';

/** Components in one `readMetadata` call (documented limit). */
const MAX_READ = 10;

type Values = { readonly [name: string]: boolean | Values };

/**
 * The settings that decide about pages in Setup, by the type and name of their component, with the elements in which they
 * are (documented: Metadata API guide, SecuritySettings and LightningExperienceSettings). The values are those of a new
 * org: Lightning Web Security and the CDN are on (documented), the rest is assumed.
 */
const SETTINGS: Readonly<Record<string, { fullName: string; values: Values }>> = {
    SecuritySettings: {
        fullName: 'Security',
        values: {
            enableCoepHeader: false,
            sessionSettings: {
                enableClickjackNonsetupSFDC: true,
                enableClickjackNonsetupUser: false,
                enableClickjackNonsetupUserHeaderless: false,
                enableClickjackSetup: true,
                lockerServiceNext: true,
                sidToken3rdPartyAuraApp: false
            }
        }
    },
    LightningExperienceSettings: { fullName: 'LightningExperience', values: { enableAuraCDNPref: true } }
};

/**
 * What `readMetadata` returns. A name that the org doesn't have becomes an empty record (observed).
 * @throws ApiError for more than ten names, or a type that isn't served
 */
export function readSettings(call: Element, { settings = {} }: Variant): Record<string, unknown> {
    const type = childText(call, 'type') ?? '';
    const names = childrenOf(call, 'fullNames').map(({ text }) => text);
    if (names.length > MAX_READ) {
        throw new ApiError('EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${MAX_READ} records`);
    }
    const known = SETTINGS[type];
    if (!known) throw new ApiError('INVALID_TYPE', `The embedded org reads settings only, not ${type}.`);
    return {
        records: names.map((name) =>
            name === known.fullName ? { fullName: name, ...changed(known.values, settings) } : null
        )
    };
}

function changed(values: Values, settings: Readonly<Record<string, boolean>>): Values {
    return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
            name,
            typeof value === 'boolean' ? (settings[name] ?? value) : changed(value, settings)
        ])
    );
}
