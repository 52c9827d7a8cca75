import { readFileSync } from 'node:fs';
import { childrenOf, childText, readXml } from '../metadata/xml.ts';
import { BuildFault } from './buildFault.ts';

/**
 * The texts of the custom labels in a `CustomLabels.labels-meta.xml`, by name. Empty if there is no such file.
 * @throws BuildFault for a file that isn't well-formed, a label without a name or text, or a name that is used twice
 */
export function readLabels(file: string): Map<string, string> {
    let xml: string;
    try {
        xml = readFileSync(file, 'utf8');
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
        throw error;
    }
    const read = readXml(xml);
    if ('fault' in read) throw new BuildFault(read.fault.message, file, read.fault.line, read.fault.column - 1);
    const labels = new Map<string, string>();
    for (const label of childrenOf(read.root, 'labels')) {
        const fullName = childText(label, 'fullName');
        const value = childText(label, 'value');
        if (!fullName || !value) throw new BuildFault(`Label ${fullName ?? 'without a name'} has no text`, file);
        if (labels.has(fullName)) throw new BuildFault(`Label ${fullName} is listed twice`, file);
        labels.set(fullName, value);
    }
    return labels;
}
