import type { Session } from '../access/session.ts';
import { ApiError } from '../apiError.ts';
import type { Store } from '../store/store.ts';
import { createRecord } from '../writes/recordWrite.ts';
import { writtenRecord } from './recordAnswer.ts';
import { readRecordInput } from './recordInput.ts';

/** `POST /ui-api/records` `{ apiName, fields }`. @returns the new record. @throws ApiError */
export function createUiApiRecord(store: Store, session: Session, body: string) {
    const { apiName, fields } = readRecordInput(body);
    if (apiName === null) throw new ApiError('JSON_PARSER_ERROR', 'The request body must hold an apiName.');
    const object = store.objects.named(apiName);
    if (!object?.uiApi)
        throw new ApiError('INVALID_TYPE', `Object ${apiName.slice(0, 100)} is not supported in UI API`);
    return store.transaction(() => {
        const id = createRecord(store, session, object, fields);
        return writtenRecord(store, session, object, id, fields);
    });
}
