import { childrenOf, childText, type Element } from '../../metadata/xml.ts';
import type { ShapeFinding } from './checkShape.ts';

/** Documented: Open CTI Developer Guide, "Required call center elements and attributes". */
const REQUIRED: Readonly<Record<string, (value: string) => boolean>> = {
    reqDescription: (value) => value.length <= 128,
    reqAdapterUrl: (value) => /^https?:\/\//.test(value) && value.length <= 2000,
    reqUseApi: (value) => value === 'true',
    reqSoftphoneHeight: isPixels,
    reqSoftphoneWidth: isPixels,
    reqSalesforceCompatibilityMode: (value) => ['Classic', 'Lightning', 'Classic_and_Lightning'].includes(value)
};

function isPixels(value: string): boolean {
    return /^\d+$/.test(value) && Number(value) >= 240 && Number(value) <= 2560;
}

export function callCenterFindings(root: Element): ShapeFinding[] {
    const general = childrenOf(root, 'sections').find((section) => childText(section, 'name') === 'reqGeneralInfo');
    if (!general) return [{ line: root.line, sentence: 'A call center needs the section reqGeneralInfo.' }];
    const items = childrenOf(general, 'items');
    const findings: ShapeFinding[] = Object.entries(REQUIRED).flatMap(([name, holds]) => {
        const item = items.find((one) => childText(one, 'name') === name);
        if (!item) return [{ line: general.line, sentence: `An Open CTI call center needs the item ${name}.` }];
        const value = childText(item, 'value') ?? '';
        return holds(value) ? [] : [{ line: item.line, sentence: `${name} cannot be ${value}.` }];
    });
    const address = items.find((item) => childText(item, 'name') === 'reqAdapterUrl');
    if (address && childText(address, 'value') !== childText(root, 'adapterUrl'))
        findings.push({ line: address.line, sentence: 'reqAdapterUrl and <adapterUrl> are different addresses.' });
    return findings;
}
