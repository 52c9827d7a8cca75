import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { BuildFault } from './buildFault.ts';

interface LabelEntry {
    fullName?: string;
    value?: string;
}

const parser = new XMLParser({ parseTagValue: false, trimValues: true, isArray: (name) => name === 'labels' });

/**
 * Custom labels of a `CustomLabels.labels-meta.xml`, name to text. No such file: no labels.
 * @throws BuildFault for a label without name or text, or with a name that comes twice.
 */
export function readLabels(file: string): Map<string, string> {
    let xml: string;
    try {
        xml = readFileSync(file, 'utf8');
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
        throw error;
    }
    const entries: LabelEntry[] = parser.parse(xml)?.CustomLabels?.labels ?? [];
    const labels = new Map<string, string>();
    for (const { fullName, value } of entries) {
        if (!fullName || !value) throw new BuildFault(`Label ${fullName ?? 'without a name'} has no text`, file);
        if (labels.has(fullName)) throw new BuildFault(`Label ${fullName} is there twice`, file);
        labels.set(fullName, value);
    }
    return labels;
}
