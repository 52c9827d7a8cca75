import type { Session } from '../access/session.ts';
import type { OrgObject } from '../objects/field.ts';
import { ApiError } from '../apiError.ts';
import type { Store } from '../store/store.ts';
import { updateRecord } from '../writes/recordWrite.ts';
import { writtenRecord } from './recordAnswer.ts';
import { readRecordInput } from './recordInput.ts';

/**
 * `PATCH /ui-api/records/{id}` `{ fields: { CallCenterId: … } }`.
 * @param unmodifiedSince the header, in any date format. A record that changed later isn't updated. The documented header
 * with this meaning is If-Modified-Since; `updateRecord` calls it If-Unmodified-Since. HTTP dates have whole seconds, so
 * the times are compared in whole seconds unless the header has milliseconds.
 * @throws ApiError
 */
export function patchRecord(
    store: Store,
    session: Session,
    object: OrgObject,
    id: string,
    body: string,
    unmodifiedSince: string | null
) {
    const { fields } = readRecordInput(body);
    return store.transaction(() => {
        if (unmodifiedSince !== null) checkUnmodified(store, object, id, unmodifiedSince);
        updateRecord(store, session, object, id, fields);
        return writtenRecord(store, session, object, id, fields);
    });
}

function checkUnmodified(store: Store, object: OrgObject, id: string, header: string): void {
    const since = Date.parse(header);
    if (Number.isNaN(since)) throw new ApiError('INVALID_OPERATION', 'The If-Unmodified-Since header is not a date.');
    const modified = Date.parse(String(store.record(object, id)?.LastModifiedDate));
    const hasMilliseconds = /\.\d/.test(header);
    const compared = hasMilliseconds ? modified : Math.floor(modified / 1000) * 1000;
    if (compared > since) {
        throw new ApiError(
            'PRECONDITION_FAILED',
            'The record has been modified since it was read. Refresh it and try again.'
        );
    }
}
