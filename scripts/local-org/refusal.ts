/** The org's no to a request or to one record of it, in Salesforce's words. Routes turn it into their own shape. */
export class Refusal extends Error {
    code: string;
    /** Names of the fields it is about. */
    fields: string[];

    constructor(code: string, words: string, fields: string[] = []) {
        super(words);
        this.name = 'Refusal';
        this.code = code;
        this.fields = fields;
    }
}

/** Missing object permission to write (documented as a status code; the words are observed in public error reports). */
export function mayNotWrite(): Refusal {
    return new Refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}
