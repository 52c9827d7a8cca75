/** An error as Salesforce answers it, for a whole request or one of its records. Routes give it their own shape. */
export class ApiError extends Error {
    /** Salesforce's status code, such as `INVALID_FIELD`. */
    code: string;
    /** Names of the fields that caused the error. */
    fields: string[];

    constructor(code: string, message: string, fields: string[] = []) {
        super(message);
        this.name = 'ApiError';
        this.code = code;
        this.fields = fields;
    }
}

/** The user's profile has no write access to the object. The status code is documented, its message is observed. */
export function mayNotWrite(): ApiError {
    return new ApiError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}
