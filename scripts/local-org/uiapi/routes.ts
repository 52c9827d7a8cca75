import { toId18 } from 'c/orgPort';
import { NOT_FOUND, statusOf } from '../context/restErrors.ts';
import type { App, OrgContext } from '../context/orgContext.ts';
import { ApiError } from '../apiError.ts';
import { objectInfo } from '../records/objectInfo.ts';
import { deleteRecord } from '../writes/recordWrite.ts';
import { createUiApiRecord } from './createRecord.ts';
import { patchRecord } from './patchRecord.ts';
import { recordAnswer, requestedFields } from './recordAnswer.ts';
import { uiApiErrors } from './uiApiErrors.ts';

/** UI API records and object infos. UI API's errors have their own shape. */
export function uiApiRoutes(app: App, { store }: OrgContext): void {
    const base = '/services/data/:version/ui-api';
    app.get(`${base}/records/:id`, (context) => {
        const session = context.get('session');
        const answer = attempt(() => {
            const { object, id } = recordOf(context.req.param('id'));
            const { fields: names, optionalFields, layoutTypes } = context.req.query();
            const fields = requestedFields(names, optionalFields, layoutTypes);
            return recordAnswer(store, session, object, id, fields);
        });
        return answer instanceof ApiError ? context.json(uiApiErrors(answer), statusOf(answer)) : context.json(answer);
    });
    app.patch(`${base}/records/:id`, async (context) => {
        const session = context.get('session');
        const text = await context.req.text();
        const unmodifiedSince = context.req.header('If-Unmodified-Since') ?? null;
        const modifiedSince = context.req.header('If-Modified-Since') ?? null;
        const answer = attempt(() => {
            const { object, id } = recordOf(context.req.param('id'));
            return patchRecord(store, session, object, id, text, unmodifiedSince ?? modifiedSince);
        });
        return answer instanceof ApiError ? context.json(uiApiErrors(answer), statusOf(answer)) : context.json(answer);
    });
    app.post(`${base}/records`, async (context) => {
        const session = context.get('session');
        const text = await context.req.text();
        const answer = attempt(() => createUiApiRecord(store, session, text));
        return answer instanceof ApiError
            ? context.json(uiApiErrors(answer, 'create'), statusOf(answer))
            : context.json(answer, 201);
    });
    app.delete(`${base}/records/:id`, (context) => {
        const session = context.get('session');
        const answer = attempt(() => {
            const { object, id } = recordOf(context.req.param('id'));
            if (!store.record(object, id)) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
            deleteRecord(store, session, object, id);
        });
        // 200, as documented, and empty.
        return answer instanceof ApiError
            ? context.json(uiApiErrors(answer, 'delete'), statusOf(answer))
            : context.body(null, 200);
    });
    app.get(`${base}/object-info/:name`, (context) => {
        const object = store.objects.named(context.req.param('name'));
        if (object?.uiApi) return context.json(objectInfo(object, context.get('session')));
        const error = new ApiError('INVALID_TYPE', `Object ${context.req.param('name')} is not supported in UI API`);
        return context.json(uiApiErrors(error), 404);
    });
    app.all(`${base}/*`, (context) => context.json(NOT_FOUND, 404));

    /** @throws ApiError when the id is malformed, or UI API doesn't support its object */
    function recordOf(given: string) {
        const id = toId18(given);
        if (id === null) throw new ApiError('INVALID_ID_FIELD', `The record ID ${given.slice(0, 50)} is not valid`);
        const object = store.objects.ofId(id);
        if (!object) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
        if (!object.uiApi) throw new ApiError('INVALID_TYPE', `Object ${object.name} is not supported in UI API`);
        return { object, id };
    }
}

function attempt<Answer>(work: () => Answer): Answer | ApiError {
    try {
        return work();
    } catch (cause) {
        if (cause instanceof ApiError) return cause;
        throw cause;
    }
}
