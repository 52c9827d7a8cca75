import type { Finding } from '../check.ts';
import type { Web } from './links.ts';
import type { MetadataFile } from './metadataFiles.ts';
import { child, childrenOf, childText, type Element } from './readXml.ts';

/** A flow’s elements, its variables, and the objects and fields that it reads. */
export function flowFindings({ path, root }: MetadataFile, web: Web): Finding[] {
    const lookups = childrenOf(root, 'recordLookups');
    const variables = childrenOf(root, 'variables');
    const names = [...lookups, ...variables].map((one) => childText(one, 'name') ?? '');
    const at = (line: number, sentence: string): Finding => ({ file: path, line, sentence });
    return [
        ...names
            .filter((name, index) => names.indexOf(name) < index)
            .map((name) => at(root.line, `Two elements have the name ${name}.`)),
        ...connectors(root)
            .filter(({ text }) => !lookups.some((lookup) => childText(lookup, 'name') === text))
            .map(({ line, text }) => at(line, `There is no element ${text} to go to.`)),
        ...(child(root, 'start') ? [] : [at(root.line, 'The flow has no start.')]),
        ...lookups.flatMap((lookup) => lookupObjections(lookup, variables, web).map((said) => at(lookup.line, said))),
        ...variables.flatMap((variable) => variableObjections(variable, web).map((said) => at(variable.line, said)))
    ];
}

function connectors(element: Element): Element[] {
    return element.children.flatMap((one) => (one.name === 'targetReference' ? [one] : connectors(one)));
}

function lookupObjections(lookup: Element, variables: Element[], { schema }: Web): string[] {
    const object = childText(lookup, 'object') ?? '';
    const fields = schema.get(object);
    if (!fields) return [`There is no object ${object} here, nor among the standard ones that are known.`];
    const named = [...childrenOf(lookup, 'queriedFields'), ...childrenOf(lookup, 'sortField')];
    const into = childText(lookup, 'outputReference');
    const variable = variables.find((one) => childText(one, 'name') === into);
    const objections = named
        .filter(({ text }) => !fields.has(text))
        .map(({ text }) => `${object} has no field ${text}.`);
    if (into === undefined) return objections;
    if (!variable) objections.push(`There is no variable ${into} to read into.`);
    else if (childText(variable, 'objectType') !== object)
        objections.push(`The variable ${into} does not hold ${object}.`);
    if (childText(lookup, 'storeOutputAutomatically') === 'true')
        objections.push('Records go into a variable or are kept automatically, not both.');
    if (!childrenOf(lookup, 'queriedFields').some(({ text }) => text === 'Id'))
        objections.push('A variable of records needs the field Id.');
    return objections;
}

function variableObjections(variable: Element, { schema }: Web): string[] {
    const object = childText(variable, 'objectType');
    const isRecord = childText(variable, 'dataType') === 'SObject';
    if (isRecord && object === undefined) return ['A variable of records needs an object.'];
    if (!isRecord && object !== undefined) return ['Only a variable of records has an object.'];
    return object !== undefined && !schema.has(object) ? [`There is no object ${object}.`] : [];
}
