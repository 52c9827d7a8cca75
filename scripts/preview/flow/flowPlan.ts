import { XMLParser } from 'fast-xml-parser';

/** One Get Records element of a flow. */
export interface RecordLookup {
    name: string;
    object: string;
    fields: string[];
    conditions: { field: string; operator: string; value: FlowValue }[];
    sort: { field: string; descending: boolean } | null;
    /** Null: no more than the platform gives. */
    limit: number | null;
    /** The variable that the rows go to. */
    into: string;
}

export type FlowValue = string | number | boolean;

/** A variable that whoever runs the flow is given at its end. */
export interface FlowOutput {
    name: string;
    objectType: string;
    isCollection: boolean;
}

export interface FlowPlan {
    lookups: RecordLookup[];
    outputs: FlowOutput[];
}

/** The flow is more than a walk over Get Records elements, or it would not run in an org either. */
export class FlowUnreadable extends Error {
    override name = 'FlowUnreadable';
}

interface Element {
    name?: string;
    connector?: { targetReference?: string };
    [tag: string]: unknown;
}

/** What a flow may consist of for the preview to run it; the rest of its file says nothing about what it does. */
const ACTIVE_PARTS = new Set(['recordLookups', 'start', 'variables']);
const SAYS_NOTHING = new Set([
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

const parser = new XMLParser({
    parseTagValue: false,
    ignoreDeclaration: true,
    ignoreAttributes: true,
    isArray: (name) => ['recordLookups', 'variables', 'queriedFields', 'filters'].includes(name)
});

/**
 * What a `flow-meta.xml` does, when it is an active autolaunched flow of Get Records elements and nothing else.
 * Names of elements as the Metadata API documents them (Flow, FlowRecordLookup, FlowVariable).
 * @throws FlowUnreadable
 */
export function readFlowPlan(xml: string): FlowPlan {
    const flow = (parser.parse(xml) as { Flow?: Record<string, unknown> }).Flow;
    if (!flow) throw new FlowUnreadable('The file holds no flow.');
    if (flow.status !== 'Active') throw new FlowUnreadable('The flow is not active.');
    if (flow.processType !== 'AutoLaunchedFlow') throw new FlowUnreadable('The flow is not an autolaunched one.');
    const strange = Object.keys(flow).find((part) => !ACTIVE_PARTS.has(part) && !SAYS_NOTHING.has(part));
    if (strange) throw new FlowUnreadable(`The preview does not run ${strange} in a flow.`);

    const lookups = new Map(
        list(flow.recordLookups).map((element) => [String(element.name), { element, plan: lookup(element) }])
    );
    const walked: RecordLookup[] = [];
    let next = (flow.start as Element | undefined)?.connector?.targetReference;
    while (next !== undefined) {
        const found = lookups.get(next);
        if (!found) throw new FlowUnreadable(`The flow has no element ${next}.`);
        if (walked.includes(found.plan)) throw new FlowUnreadable(`The flow comes to ${next} twice.`);
        walked.push(found.plan);
        next = found.element.connector?.targetReference;
    }
    const outputs = list(flow.variables)
        .filter((variable) => variable.isOutput === 'true')
        .map(({ name, objectType, isCollection }) => ({
            name: String(name),
            objectType: String(objectType),
            isCollection: isCollection === 'true'
        }));
    return { lookups: walked, outputs };
}

function lookup(element: Element): RecordLookup {
    const { name, object, outputReference, sortField, sortOrder, limit, filterLogic = 'and' } = element;
    if (typeof object !== 'string' || typeof outputReference !== 'string')
        throw new FlowUnreadable(`${name} says no object, or no variable for its rows.`);
    if (filterLogic !== 'and') throw new FlowUnreadable(`The preview joins the filters of ${name} with "and" only.`);
    const conditions = list(element.filters).map(({ field, operator, value }) => ({
        field: String(field),
        operator: String(operator),
        value: valueOf((value ?? {}) as Record<string, string>, String(name))
    }));
    return {
        name: String(name),
        object,
        fields: strings(element.queriedFields),
        conditions,
        sort: typeof sortField === 'string' ? { field: sortField, descending: sortOrder === 'Desc' } : null,
        limit: typeof limit === 'object' && limit ? Number((limit as Record<string, string>).numberValue) : null,
        into: outputReference
    };
}

function valueOf({ stringValue, numberValue, booleanValue }: Record<string, string>, element: string): FlowValue {
    if (stringValue !== undefined) return stringValue;
    if (numberValue !== undefined) return Number(numberValue);
    if (booleanValue !== undefined) return booleanValue === 'true';
    throw new FlowUnreadable(`${element} filters by a value that the preview does not know.`);
}

const list = (value: unknown): Element[] => (Array.isArray(value) ? (value as Element[]) : []);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
