import { ApiError } from '../apiError.ts';
import { readJson } from '../context/readJson.ts';
import type { Row, Value } from '../store/store.ts';

/** UI API's Record Input: `{ apiName, fields: { Name: value } }`. Only a new record has an `apiName`. */
export interface RecordInput {
    apiName: string | null;
    fields: Row;
}

/** @throws ApiError JSON_PARSER_ERROR */
export function readRecordInput(body: string): RecordInput {
    const content = readJson(body);
    const given = typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
    const { apiName = null, fields } = given;
    if (apiName !== null && typeof apiName !== 'string')
        throw new ApiError('JSON_PARSER_ERROR', 'The apiName must be text.');
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
        throw new ApiError('JSON_PARSER_ERROR', 'The request body must hold fields.');
    for (const [name, value] of Object.entries(fields)) {
        if (typeof value === 'object' && value !== null)
            throw new ApiError('JSON_PARSER_ERROR', `The field ${name} must hold a plain value.`);
    }
    return { apiName, fields: fields as Record<string, Value> };
}
