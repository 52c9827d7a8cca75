import { childText } from './readXml.ts';
import type { MetadataFile } from './metadataFiles.ts';

/** Longest name of a custom object or field, without `__c`. */
const CUSTOM_NAME = 40;
const DEVELOPER_NAME = 80;

const DEVELOPER = /^[A-Za-z](?!.*__)\w*(?<!_)$/;
const CUSTOM = /^[A-Za-z](?!.*__.*__c$)\w*(?<!_)__c$/;

/** Why a component cannot have the name of its file; null when it can. Documented: fullName patterns of each type. */
export function nameObjection({ type, fullName, root }: MetadataFile): string | null {
    const own = fullName.split('.').at(-1)!;
    switch (type) {
        case 'CustomObject':
        case 'CustomField':
            if (!CUSTOM.test(own)) return `${own} is no name for a custom object or field.`;
            if (own.length > CUSTOM_NAME + 3) return `${own} is longer than ${CUSTOM_NAME} characters.`;
            if (type === 'CustomField' && childText(root, 'fullName') !== own)
                return `Its <fullName> is ${childText(root, 'fullName')}, its file’s ${own}.`;
            return null;
        case 'LightningComponentBundle':
            return /^[a-z](?!.*__)\w*(?<!_)$/.test(own) ? null : `${own} is no name for a bundle.`;
        case 'CallCenter':
            // Call center definition files: reqInternalName is alphanumeric, 40 characters at most.
            return /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(own) ? null : `${own} is no internal name for a call center.`;
        default:
            return DEVELOPER.test(own) && own.length <= DEVELOPER_NAME ? null : `${own} is no name for a ${type}.`;
    }
}
