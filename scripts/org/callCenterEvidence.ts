import { hasVoiceItems, kindOf, type KnownKind } from 'c/callCenters';
import type { Answer, Refused } from './answer.ts';
import type { OrgConnection, Row } from './connection.ts';

/** A call center as SOQL returns it, with the evidence for its kind. */
export type CallCenterEvidence = KnownKind & {
    id: string;
    name: string;
    internalName: string;
    isVoiceLike: boolean;
    /** For people to judge, such as `3 of its users or queues are mapped to telephony users`. */
    evidence: string[];
};

/** Records that only the command line reads, counted by call center. */
interface Counts {
    mapped: number;
    channels: number;
}

const CENTERS_SOQL = 'SELECT Id, Name, InternalName, AdapterUrl, CustomSettings FROM CallCenter ORDER BY Name';
const MAPPED_SOQL = 'SELECT CallCenterId center, COUNT(Id) n FROM CallCenterRoutingMap GROUP BY CallCenterId';
const CHANNELS_SOQL =
    'SELECT ContactCenterId center, COUNT(Id) n FROM ContactCenterChannel WHERE ChannelId != null GROUP BY ContactCenterId';

/** Names that Voice centers tend to have. A hint for people, never a claim. */
const VOICE_NAMES = /voice|connect|scv|telephony/i;

/**
 * The kind comes from the page's own rule (`c/callCenters`). Routing maps (object reference: users mapped to an external
 * call center), items of Voice, a missing adapter, and names are hints that people judge.
 */
export function judgeCallCenter(row: Row, { mapped, channels }: Counts): CallCenterEvidence {
    const [adapterUrl, customSettings] = [textOrNull(row.AdapterUrl), textOrNull(row.CustomSettings)];
    const known = kindOf({ adapterUrl, customSettings, mapped, channels });
    const isPartner = known.kind === 'voice-partner';
    const strong = [
        isPartner && 'its settings name partner telephony',
        !isPartner && hasVoiceItems({ customSettings }) && 'its settings have items of a Voice center',
        mapped === 1 && '1 of its users or queues is mapped to a telephony user',
        mapped > 1 && `${mapped} of its users or queues are mapped to telephony users`
    ].filter((each) => each !== false);
    const weak = [
        adapterUrl === null && 'it has no CTI adapter URL',
        VOICE_NAMES.test(`${row.InternalName} ${row.Name}`) && 'its name sounds like Voice'
    ].filter((each) => each !== false);
    return {
        id: String(row.Id),
        name: String(row.Name),
        internalName: String(row.InternalName),
        ...known,
        isVoiceLike: strong.length > 0 || weak.length === 2,
        evidence: [...strong, ...weak]
    };
}

/** Every call center with its evidence, or why CallCenter can't be read. */
export async function callCenterEvidence(
    org: OrgConnection
): Promise<{ ok: true; centers: CallCenterEvidence[] } | Refused> {
    const [centers, maps, channels] = await Promise.all([
        org.query(CENTERS_SOQL),
        org.query(MAPPED_SOQL),
        org.query(CHANNELS_SOQL)
    ]);
    if (!centers.ok) return centers;
    const [mappedBy, channelsBy] = [countsOf(maps), countsOf(channels)];
    const counts = (id: unknown) => ({ mapped: mappedBy.get(id) ?? 0, channels: channelsBy.get(id) ?? 0 });
    return { ok: true, centers: centers.body.map((row) => judgeCallCenter(row, counts(row.Id))) };
}

/** An org without Voice or contact center services may not have these objects at all. */
function countsOf(answer: Answer<Row[]>): Map<unknown, number> {
    return new Map((answer.ok ? answer.body : []).map((row) => [row.center, Number(row.n)]));
}

function textOrNull(value: unknown): string | null {
    return typeof value === 'string' ? value : null;
}
