/** Stands for `lightning/uiRecordApi`: `updateRecord` and nothing else, which is all the page uses of it. */
import type { RecordInput, RecordRepresentation } from 'lightning/uiRecordApi';
import { askOrg } from './answer.ts';

/**
 * `PATCH /ui-api/records/{id}`; with `ifUnmodifiedSince` the org refuses (412) what changed later.
 * @throws FetchResponse; `body.output` says which fields were refused and why
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
