import type { Kind } from 'c/orgPort';
import type { OrgAsk, Row } from '../orgAsk.ts';

/** A call center as SOQL tells it, with what its row and its routing maps say of its kind. */
export interface SignedCenter {
    id: string;
    name: string;
    internalName: string;
    /** Only where it is certain; else `unknown`. */
    kind: Kind;
    isVoiceLike: boolean;
    /** What there is to see, for people: `3 users are mapped to telephony users`. */
    signs: string[];
}

export const CENTERS_SOQL = 'SELECT Id, Name, InternalName, AdapterUrl, CustomSettings FROM CallCenter ORDER BY Name';
const MAPPED_SOQL = 'SELECT CallCenterId, COUNT(Id) mapped FROM CallCenterRoutingMap GROUP BY CallCenterId';

/** The value that marks a Voice center with partner telephony (observed in public metadata: `"reqCallCenterType":"SCVBYOT"`). */
const PARTNER_TYPE = /"reqCallCenterType"\s*:\s*"SCVBYOT"/i;
/** Items that only definitions of Voice centers have (Voice developer guides: vendor, and `reqHvcc…`). */
const VOICE_ITEMS = /reqVendorInfoApiName|reqHvcc|"reqCallCenterType"\s*:\s*"SCV/i;
/** Names that Voice centers tend to have. A hint for people, never a claim. */
const VOICE_NAMES = /voice|connect|scv|telephony/i;

/**
 * No column says what a center is. Certain is only the mark of partner telephony: routing maps (object reference:
 * users mapped to an external call center), a missing adapter address and names are signs, which people judge.
 */
export function signed(row: Row, mapped: number): SignedCenter {
    const settings = String(row.CustomSettings ?? '');
    const isPartner = PARTNER_TYPE.test(settings);
    const strong = [
        isPartner && 'its settings say partner telephony',
        !isPartner && VOICE_ITEMS.test(settings) && 'its settings have items of a Voice center',
        mapped > 0 && `${mapped} of its users or queues are mapped to telephony users`
    ].filter((sign) => sign !== false);
    const weak = [
        row.AdapterUrl === null && 'it has no CTI adapter URL',
        VOICE_NAMES.test(`${row.InternalName} ${row.Name}`) && 'its name sounds like Voice'
    ].filter((sign) => sign !== false);
    return {
        id: String(row.Id),
        name: String(row.Name),
        internalName: String(row.InternalName),
        kind: isPartner ? 'voice-partner' : 'unknown',
        isVoiceLike: strong.length > 0 || weak.length === 2,
        signs: [...strong, ...weak]
    };
}

/** Every call center with its signs, or the org's words on why CallCenter cannot be read. */
export async function signedCenters(ask: OrgAsk): Promise<{ centers: SignedCenter[] } | { words: string }> {
    const [centers, maps] = await Promise.all([ask.rows(CENTERS_SOQL), ask.rows(MAPPED_SOQL)]);
    if (!centers.ok) return { words: centers.words };
    // Without Voice an org may not have routing maps at all: then nobody is mapped.
    const mapped = new Map((maps.ok ? maps.body : []).map((row) => [row.CallCenterId, Number(row.mapped)]));
    return { centers: centers.body.map((row) => signed(row, mapped.get(row.Id) ?? 0)) };
}
