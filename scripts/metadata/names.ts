/** Characters of the name of a custom object or field, without `__c`. */
const MAX_CUSTOM_NAME = 40;
const MAX_DEVELOPER_NAME = 80;

const DEVELOPER_NAME = /^[A-Za-z](?!.*__)\w*(?<!_)$/;
const CUSTOM_NAME = /^[A-Za-z](?!.*__.*__c$)\w*(?<!_)__c$/;

/**
 * Why a component can't have its name; null when it can. Documented: the fullName pattern of each type.
 * @param name without the object's name, for a field
 */
export function nameProblem(type: string, name: string): string | null {
    switch (type) {
        case 'CustomObject':
        case 'CustomField':
            if (!CUSTOM_NAME.test(name)) return `${name} isn't a valid name for a custom object or field.`;
            return name.length > MAX_CUSTOM_NAME + '__c'.length
                ? `${name} is longer than ${MAX_CUSTOM_NAME} characters.`
                : null;
        case 'LightningComponentBundle':
            return /^[a-z](?!.*__)\w*(?<!_)$/.test(name) ? null : `${name} isn't a valid name for a bundle.`;
        case 'CallCenter':
            // Call center definition files: reqInternalName is alphanumeric, with 40 characters at most.
            return /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name)
                ? null
                : `${name} isn't a valid internal name for a call center.`;
        default:
            return DEVELOPER_NAME.test(name) && name.length <= MAX_DEVELOPER_NAME
                ? null
                : `${name} isn't a valid name for a ${type}.`;
    }
}

/** Indexes of the names that came before. Names of components differ by more than case. */
export function repeatedIndexes(names: readonly string[]): number[] {
    const folded = names.map((name) => name.toLowerCase());
    return folded.flatMap((name, index) => (folded.indexOf(name) < index ? [index] : []));
}
