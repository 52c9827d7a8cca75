/**
 * A whole number that grows with every change of the record: milliseconds since 1970. How Salesforce computes its own
 * eTags isn't public, so this is assumed.
 */
export function weakEtag(systemModstamp: unknown): number {
    return typeof systemModstamp === 'string' ? Date.parse(systemModstamp) : 0;
}
