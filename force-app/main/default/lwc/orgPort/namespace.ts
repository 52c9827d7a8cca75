/** `swb__`, or nothing without a namespace, from what `@salesforce/schema` says is the name of an object of ours. */
export function namespacePrefix(objectApiName: string): string {
    return /^([A-Za-z](?:_?[A-Za-z0-9])*__)\w+__c$/.exec(objectApiName)?.[1] ?? '';
}

/** Before parameters of addresses: `c__` without a namespace (documented, LWC guide, "Add Query Parameters"). */
export function parameterPrefix(objectApiName: string): string {
    return namespacePrefix(objectApiName) || 'c__';
}
