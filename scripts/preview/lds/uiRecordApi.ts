/** Replaces `lightning/uiRecordApi`, with only `updateRecord`, because the page uses nothing else. */
import type { RecordInput, RecordRepresentation } from 'lightning/uiRecordApi';
import { askOrg } from './answer.ts';

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
    return (await askOrg(`/ui-api/records/${Id}`, 'PATCH', { fields }, headers)) as RecordRepresentation;
}
