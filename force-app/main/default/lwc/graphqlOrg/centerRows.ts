/** Call centers as a flow or a frame hands them over: plain records that nothing has checked. */
import { kindOf } from 'c/callCenters';
import { OrgFault, toId18, type CallCenterRow, type CenterSource, type Id } from 'c/orgPort';

/** Rows taken from one source, at most. Orgs have a handful; SOQL's offset, which pages of rows rest on, ends at 2,000. */
export const MAX_CENTERS = 2000;

/** Key prefix of call centers (standard objects published with jsforce). */
const CALL_CENTER_PREFIX = '04v';

/** Characters of CallCenter's names, at most (object reference). */
const MAX_NAME_LENGTH = 255;

/** Characters of an address or of settings that are read, at most. Salesforce's own fields hold a few thousand. */
const MAX_FACT_LENGTH = 32_768;

/**
 * Takes what is text, and of a call center that is listed twice the first record. Leaves out what isn't a call center.
 * @param records `[{ Id, Name, InternalName, AdapterUrl, CustomSettings }]`; null when there are none
 * @throws OrgFault `unreadable` when it isn't a list, or is longer than any list of call centers
 */
export function centerRows(records: unknown, source: CenterSource): CallCenterRow[] {
    const list = records ?? [];
    if (!Array.isArray(list)) throw new OrgFault('unreadable', '', { detail: 'The call centers are not a list.' });
    if (list.length > MAX_CENTERS) throw new OrgFault('unreadable', '', { detail: `${list.length} call centers.` });
    const rows = new Map<Id, CallCenterRow>();
    for (const record of list) {
        const row = centerRow((record ?? {}) as Record<string, unknown>, source);
        if (row && !rows.has(row.id)) rows.set(row.id, row);
    }
    return [...rows.values()];
}

function centerRow(record: Record<string, unknown>, source: CenterSource): CallCenterRow | null {
    const id = typeof record.Id === 'string' ? toId18(record.Id) : null;
    if (!id?.startsWith(CALL_CENTER_PREFIX)) return null;
    const adapterUrl = shortText(record.AdapterUrl, MAX_FACT_LENGTH);
    const customSettings = shortText(record.CustomSettings, MAX_FACT_LENGTH);
    return {
        id,
        name: shortText(record.Name, MAX_NAME_LENGTH),
        internalName: shortText(record.InternalName, MAX_NAME_LENGTH),
        ...kindOf({ adapterUrl, customSettings }),
        vendor: null,
        note: null,
        source,
        readAt: null,
        recordId: null
    };
}

function shortText(value: unknown, longest: number): string | null {
    return typeof value === 'string' && value !== '' && value.length <= longest ? value : null;
}
