/** `createRecord` and `deleteRecord` of `lightning/uiRecordApi` (LWC guide). */
import type { NewRecordInput, RecordRepresentation } from 'lightning/uiRecordApi';
import { askOrg } from './answer.ts';
import { recordChanged } from './getRecord.ts';

/** Sends `POST /ui-api/records`. @throws FetchResponse; its `body.output` has the refused fields and the reasons */
export async function createRecord({ apiName, fields }: NewRecordInput): Promise<RecordRepresentation> {
    if (typeof apiName !== 'string' || apiName === '') throw new TypeError('createRecord needs apiName');
    return (await askOrg('/ui-api/records', 'POST', { apiName, fields })) as RecordRepresentation;
}

/** Sends `DELETE /ui-api/records/{id}`. @throws FetchResponse */
export async function deleteRecord(recordId: string): Promise<void> {
    if (typeof recordId !== 'string' || !/^\w{15}(\w{3})?$/.test(recordId))
        throw new TypeError('deleteRecord needs the ID of a record');
    await askOrg(`/ui-api/records/${recordId}`, 'DELETE');
    recordChanged(recordId);
}
