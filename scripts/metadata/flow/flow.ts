import { child, childrenOf, childText, isTrue, type Element } from '../xml.ts';

/** A flow as its file describes it. Names as the Metadata API documents them (Flow, FlowRecordLookup, FlowVariable). */
export interface Flow {
    label: string | undefined;
    status: string | undefined;
    processType: string | undefined;
    /** Names of the elements that the file consists of. */
    parts: readonly string[];
    hasStart: boolean;
    /** The element that the flow starts with. */
    firstElement: string | undefined;
    lookups: readonly GetRecords[];
    variables: readonly FlowVariable[];
}

/** A Get Records element. */
export interface GetRecords {
    line: number;
    name: string;
    object: string | undefined;
    fields: readonly string[];
    filterLogic: string;
    filters: readonly FlowFilter[];
    sort: { field: string; descending: boolean } | null;
    /** Null: as many records as the platform returns. */
    limit: number | null;
    /** The variable that the records are stored in. */
    outputReference: string | undefined;
    storesAutomatically: boolean;
    /** The element that follows. */
    next: string | undefined;
}

export type FlowValue = string | number | boolean;

export interface FlowFilter {
    field: string;
    operator: string;
    /** Undefined for a value that isn't a literal, such as a reference to a variable. */
    value: FlowValue | undefined;
}

export interface FlowVariable {
    line: number;
    name: string;
    dataType: string | undefined;
    objectType: string | undefined;
    isCollection: boolean;
    isOutput: boolean;
}

/** Reads the root element of a `flow-meta.xml`. */
export function readFlow(root: Element): Flow {
    const start = child(root, 'start');
    return {
        label: childText(root, 'label'),
        status: childText(root, 'status'),
        processType: childText(root, 'processType'),
        parts: [...new Set(root.children.map(({ name }) => name))],
        hasStart: start !== undefined,
        firstElement: start && nextElement(start),
        lookups: childrenOf(root, 'recordLookups').map(getRecords),
        variables: childrenOf(root, 'variables').map(variable)
    };
}

function getRecords(element: Element): GetRecords {
    const sortField = childText(element, 'sortField');
    const limit = child(element, 'limit');
    return {
        line: element.line,
        name: childText(element, 'name') ?? '',
        object: childText(element, 'object'),
        fields: childrenOf(element, 'queriedFields').map(({ text }) => text),
        filterLogic: childText(element, 'filterLogic') ?? 'and',
        filters: childrenOf(element, 'filters').map(filter),
        sort: sortField ? { field: sortField, descending: childText(element, 'sortOrder') === 'Desc' } : null,
        limit: limit ? Number(childText(limit, 'numberValue')) : null,
        outputReference: childText(element, 'outputReference'),
        storesAutomatically: isTrue(element, 'storeOutputAutomatically'),
        next: nextElement(element)
    };
}

function filter(element: Element): FlowFilter {
    const value = child(element, 'value');
    return {
        field: childText(element, 'field') ?? '',
        operator: childText(element, 'operator') ?? '',
        value: value && literal(value)
    };
}

function literal(value: Element): FlowValue | undefined {
    const text = childText(value, 'stringValue');
    const number = childText(value, 'numberValue');
    const boolean = childText(value, 'booleanValue');
    if (text !== undefined) return text;
    if (number !== undefined) return Number(number);
    return boolean === undefined ? undefined : boolean === 'true';
}

function variable(element: Element): FlowVariable {
    return {
        line: element.line,
        name: childText(element, 'name') ?? '',
        dataType: childText(element, 'dataType'),
        objectType: childText(element, 'objectType'),
        isCollection: isTrue(element, 'isCollection'),
        isOutput: isTrue(element, 'isOutput')
    };
}

function nextElement(element: Element): string | undefined {
    const connector = child(element, 'connector');
    return connector && childText(connector, 'targetReference');
}
