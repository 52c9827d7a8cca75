import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlow } from '../../metadata/flow/flow.ts';
import { flowPlan } from '../../metadata/flow/flowPlan.ts';
import { flowSoql } from '../../metadata/flow/flowSoql.ts';
import { readXml } from '../../metadata/xml.ts';

/** An active autolaunched flow with one Get Records element, whose records it returns. */
export interface ServedFlow {
    name: string;
    label: string;
    object: string;
    soql: string;
    /** The variable that holds the records. */
    output: string;
}

const SUFFIX = '.flow-meta.xml';

/**
 * The flows of a source folder that the embedded org can run. Inactive flows are left out, as in an org.
 * @throws Error that names a file that isn't a single Get Records element
 */
export function readFlows(folder: string): ServedFlow[] {
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX));
    return files.sort().flatMap((file) => readServedFlow(join(folder, file), file.slice(0, -SUFFIX.length)) ?? []);
}

function readServedFlow(path: string, name: string): ServedFlow | null {
    const read = readXml(readFileSync(path, 'utf8'));
    if ('fault' in read) throw new Error(`${path} isn't valid XML: ${read.fault.message}`);
    const flow = readFlow(read.root);
    if (flow.status !== 'Active') return null;
    try {
        const { label, lookups } = flowPlan(flow);
        const [lookup, ...others] = lookups;
        if (!lookup || others.length > 0 || lookup.conditions.length > 0)
            throw new Error('It must have exactly one Get Records element, without filters.');
        return { name, label: label ?? name, object: lookup.object, soql: flowSoql(lookup), output: lookup.into };
    } catch (cause) {
        throw new Error(`The embedded org can't run ${path}. ${(cause as Error).message}`, { cause });
    }
}
