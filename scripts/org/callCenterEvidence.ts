import type { Kind } from 'c/orgPort';
import type { Refused } from './answer.ts';
import type { OrgConnection, Row } from './connection.ts';

/** A call center as SOQL returns it, with the evidence for its kind. */
export interface CallCenterEvidence {
    id: string;
    name: string;
    internalName: string;
    /** Only where the evidence is certain; otherwise `unknown`. */
    kind: Kind;
    isVoiceLike: boolean;
    /** For people to judge, such as `3 of its users or queues are mapped to telephony users`. */
    evidence: string[];
}

const CENTERS_SOQL = 'SELECT Id, Name, InternalName, AdapterUrl, CustomSettings FROM CallCenter ORDER BY Name';
const MAPPED_SOQL = 'SELECT CallCenterId, COUNT(Id) mapped FROM CallCenterRoutingMap GROUP BY CallCenterId';

/** Marks a Voice center with partner telephony (observed in public metadata: `"reqCallCenterType":"SCVBYOT"`). */
const PARTNER_TYPE = /"reqCallCenterType"\s*:\s*"SCVBYOT"/i;
/** Items that only the definitions of Voice centers have (Voice developer guides: vendor, and `reqHvcc…`). */
const VOICE_ITEMS = /reqVendorInfoApiName|reqHvcc|"reqCallCenterType"\s*:\s*"SCV/i;
/** Names that Voice centers tend to have. A hint for people, never a claim. */
const VOICE_NAMES = /voice|connect|scv|telephony/i;

/**
 * No column says what kind a center is. Only the mark of partner telephony is certain. Routing maps (object reference:
 * users mapped to an external call center), a missing adapter address, and names are hints that people judge.
 * @param mapped how many users or queues are mapped to telephony users
 */
export function judgeCallCenter(row: Row, mapped: number): CallCenterEvidence {
    const settings = String(row.CustomSettings ?? '');
    const isPartner = PARTNER_TYPE.test(settings);
    const strong = [
        isPartner && 'its settings name partner telephony',
        !isPartner && VOICE_ITEMS.test(settings) && 'its settings have items of a Voice center',
        mapped === 1 && '1 of its users or queues is mapped to a telephony user',
        mapped > 1 && `${mapped} of its users or queues are mapped to telephony users`
    ].filter((each) => each !== false);
    const weak = [
        row.AdapterUrl === null && 'it has no CTI adapter URL',
        VOICE_NAMES.test(`${row.InternalName} ${row.Name}`) && 'its name sounds like Voice'
    ].filter((each) => each !== false);
    return {
        id: String(row.Id),
        name: String(row.Name),
        internalName: String(row.InternalName),
        kind: isPartner ? 'voice-partner' : 'unknown',
        isVoiceLike: strong.length > 0 || weak.length === 2,
        evidence: [...strong, ...weak]
    };
}

/** Every call center with its evidence, or why CallCenter can't be read. */
export async function callCenterEvidence(
    org: OrgConnection
): Promise<{ ok: true; centers: CallCenterEvidence[] } | Refused> {
    const [centers, maps] = await Promise.all([org.query(CENTERS_SOQL), org.query(MAPPED_SOQL)]);
    if (!centers.ok) return centers;
    // An org without Voice may not have routing maps at all. Then no users are mapped.
    const mapped = new Map((maps.ok ? maps.body : []).map((row) => [row.CallCenterId, Number(row.mapped)]));
    return { ok: true, centers: centers.body.map((row) => judgeCallCenter(row, mapped.get(row.Id) ?? 0)) };
}
