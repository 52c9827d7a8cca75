import type { ApiError } from '../apiError.ts';

/** Codes at the top level of the answer. Any other code is a failed write, with its reasons in `output`. */
const TOP_LEVEL_CODES = [
    'INVALID_ID_FIELD',
    'NOT_FOUND',
    'INVALID_TYPE',
    'INVALID_FIELD',
    'JSON_PARSER_ERROR',
    'ILLEGAL_QUERY_PARAMETER_VALUE'
];

/**
 * UI API's error body. The shape (`message`, `errorCode`, `enhancedErrorType`, `output { errors, fieldErrors }`) is
 * documented for failed writes. A failed precondition has HTTP status 412. Its message and code are assumed, and so are
 * the messages of failed creates and deletes.
 */
export function uiApiErrors(
    error: ApiError,
    write: 'create' | 'update' | 'delete' = 'update'
): Record<string, unknown>[] {
    if (TOP_LEVEL_CODES.includes(error.code)) return [{ errorCode: error.code, message: error.message }];
    if (error.code === 'PRECONDITION_FAILED') {
        return [
            {
                errorCode: error.code,
                message: error.message,
                enhancedErrorType: 'RecordError',
                output: { errors: [], fieldErrors: {} }
            }
        ];
    }
    const entry = {
        constituentField: null,
        duplicateRecordError: null,
        errorCode: error.code,
        field: error.fields[0] ?? null,
        fieldLabel: error.fields[0] ?? null,
        message: error.message
    };
    const [field] = error.fields;
    return [
        {
            errorCode: error.code === 'INSUFFICIENT_ACCESS_OR_READONLY' ? 'INSUFFICIENT_ACCESS' : 'INVALID_OPERATION',
            message: `An error occurred while trying to ${write} the record. Please try again.`,
            enhancedErrorType: 'RecordError',
            output:
                field === undefined
                    ? { errors: [entry], fieldErrors: {} }
                    : { errors: [], fieldErrors: { [field]: [entry] } }
        }
    ];
}
