/** Replaces `lightning/uiRecordApi`, with what reads and writes one record. */
import type { RecordInput, RecordRepresentation } from 'lightning/uiRecordApi';
import { askOrg } from './answer.ts';
import { recordChanged } from './getRecord.ts';
import { recordUpdated } from './queryCache.ts';

export { getRecord } from './getRecord.ts';
export { createRecord, deleteRecord } from './recordWrites.ts';

/**
 * Sends `PATCH /ui-api/records/{id}`. With `ifUnmodifiedSince`, the org refuses (412) to change a newer record.
 * @throws FetchResponse; its `body.output` has the refused fields and the reasons
 */
export async function updateRecord(
    record: RecordInput,
    options: { ifUnmodifiedSince?: string } = {}
): Promise<RecordRepresentation> {
    const { Id, ...fields } = record.fields;
    if (!/^\w{15}(\w{3})?$/.test(Id)) throw new TypeError('updateRecord needs fields.Id');
    const headers: Record<string, string> = options.ifUnmodifiedSince
        ? { 'if-unmodified-since': options.ifUnmodifiedSince }
        : {};
    const updated = (await askOrg(`/ui-api/records/${Id}`, 'PATCH', { fields }, headers)) as RecordRepresentation;
    recordChanged(Id);
    recordUpdated(updated);
    return updated;
}
