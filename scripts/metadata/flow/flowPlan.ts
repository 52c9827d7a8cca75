import { readXml } from '../xml.ts';
import { readFlow, type Flow, type FlowValue, type FlowVariable, type GetRecords } from './flow.ts';

/** A Get Records element that can be run as a query. */
export interface RecordLookup {
    name: string;
    object: string;
    fields: readonly string[];
    conditions: { field: string; operator: string; value: FlowValue }[];
    sort: { field: string; descending: boolean } | null;
    /** Null: as many records as the platform returns. */
    limit: number | null;
    /** The variable that the records are stored in. */
    into: string;
}

/** A variable that the flow returns to its caller. */
export interface FlowOutput {
    name: string;
    objectType: string;
    isCollection: boolean;
}

export interface FlowPlan {
    label: string | undefined;
    /** In the order in which they run. */
    lookups: RecordLookup[];
    outputs: FlowOutput[];
}

/** The flow does more than run Get Records elements, or it wouldn't run in an org either. */
export class FlowUnreadable extends Error {
    override name = 'FlowUnreadable';
}

/** Parts that a flow can consist of to run outside an org. */
const ACTIVE_PARTS = new Set(['recordLookups', 'start', 'variables']);
/** Parts that don't change what a flow does. */
const DESCRIPTIVE_PARTS = new Set([
    'apiVersion',
    'description',
    'environments',
    'interviewLabel',
    'isAdditionalPermissionRequiredToRun',
    'label',
    'processMetadataValues',
    'processType',
    'runInMode',
    'status'
]);

/**
 * What a `flow-meta.xml` does, if it's an active autolaunched flow of Get Records elements and nothing else.
 * @throws FlowUnreadable
 */
export function readFlowPlan(xml: string): FlowPlan {
    const read = readXml(xml);
    if ('fault' in read) throw new FlowUnreadable(`The flow isn't valid XML: ${read.fault.message}`);
    if (read.root.name !== 'Flow') throw new FlowUnreadable('The file holds no flow.');
    return flowPlan(readFlow(read.root));
}

/** @throws FlowUnreadable */
export function flowPlan(flow: Flow): FlowPlan {
    if (flow.status !== 'Active') throw new FlowUnreadable('The flow is not active.');
    if (flow.processType !== 'AutoLaunchedFlow') throw new FlowUnreadable('The flow is not an autolaunched one.');
    const unsupported = flow.parts.find((part) => !ACTIVE_PARTS.has(part) && !DESCRIPTIVE_PARTS.has(part));
    if (unsupported) throw new FlowUnreadable(`Switchboard does not run ${unsupported} in a flow.`);
    return {
        label: flow.label,
        lookups: inOrder(flow).map(recordLookup),
        outputs: flow.variables.filter(({ isOutput }) => isOutput).map(flowOutput)
    };
}

/** Get Records elements in the order in which the flow comes to them. */
function inOrder({ firstElement, lookups }: Flow): GetRecords[] {
    const visited: GetRecords[] = [];
    let next = firstElement;
    while (next !== undefined) {
        const found = lookups.find(({ name }) => name === next);
        if (!found) throw new FlowUnreadable(`The flow has no element ${next}.`);
        if (visited.includes(found)) throw new FlowUnreadable(`The flow comes to ${next} twice.`);
        visited.push(found);
        next = found.next;
    }
    return visited;
}

function recordLookup({ name, object, fields, filterLogic, filters, sort, limit, outputReference }: GetRecords) {
    if (object === undefined || outputReference === undefined)
        throw new FlowUnreadable(`${name} has no object, or no variable for its records.`);
    if (filterLogic !== 'and') throw new FlowUnreadable(`Switchboard joins the filters of ${name} with "and" only.`);
    const conditions = filters.map(({ field, operator, value }) => {
        if (value === undefined) throw new FlowUnreadable(`${name} filters by a value that Switchboard does not know.`);
        return { field, operator, value };
    });
    return { name, object, fields, conditions, sort, limit, into: outputReference };
}

function flowOutput({ name, objectType, isCollection }: FlowVariable): FlowOutput {
    return { name, objectType: objectType ?? '', isCollection };
}
