import { XMLParser } from 'fast-xml-parser';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An active autolaunched flow that consists of one Get Records element, whose rows are its output. */
export interface Flow {
    name: string;
    label: string;
    object: string;
    fields: string[];
    sort: { field: string; descending: boolean } | null;
    output: string;
}

interface FlowMetadata {
    label?: string;
    processType?: string;
    status?: string;
    recordLookups?: {
        object?: string;
        queriedFields?: string[];
        outputReference?: string;
        sortField?: string;
        sortOrder?: string;
        filters?: unknown;
    }[];
}

const SUFFIX = '.flow-meta.xml';
const parser = new XMLParser({
    parseTagValue: false,
    isArray: (name) => name === 'recordLookups' || name === 'queriedFields'
});

/**
 * The active flows of a source folder. Inactive flows are left out, as in Salesforce.
 * @throws Error with the file name when a flow is more than one Get Records element
 */
export function readFlows(folder: string): Flow[] {
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX));
    return files.sort().flatMap((file) => {
        const parsed: { Flow?: FlowMetadata } = parser.parse(readFileSync(join(folder, file), 'utf8'));
        const { label, processType, status, recordLookups = [] } = parsed.Flow ?? {};
        if (status !== 'Active') return [];
        const [lookup] = recordLookups;
        if (processType !== 'AutoLaunchedFlow' || recordLookups.length !== 1 || !lookup || lookup.filters)
            throw new Error(
                `${join(folder, file)} is more than one Get Records element. The embedded org can't run other flows.`
            );
        const name = file.slice(0, -SUFFIX.length);
        return [
            {
                name,
                label: label ?? name,
                object: lookup.object ?? '',
                fields: lookup.queriedFields ?? [],
                sort: lookup.sortField ? { field: lookup.sortField, descending: lookup.sortOrder === 'Desc' } : null,
                output: lookup.outputReference ?? ''
            }
        ];
    });
}
