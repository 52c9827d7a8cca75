import { readFlow, type FlowVariable, type GetRecords } from '../../metadata/flow/flow.ts';
import { repeatedIndexes } from '../../metadata/names.ts';
import type { Inventory } from '../../metadata/references.ts';
import { descendants } from '../../metadata/xml.ts';
import type { Finding } from '../check.ts';
import type { MetadataFile } from './metadataFiles.ts';

/** A flow's connectors, its variables, and the fields that it reads. */
export function flowFindings({ path, root }: MetadataFile, inventory: Inventory): Finding[] {
    const { hasStart, lookups, variables } = readFlow(root);
    const names = [...lookups, ...variables].map(({ name }) => name);
    const at = (line: number, sentence: string): Finding => ({ file: path, line, sentence });
    return [
        ...repeatedIndexes(names).map((index) => at(root.line, `Two elements have the name ${names[index]}.`)),
        ...descendants(root, 'targetReference')
            .filter(({ text }) => !lookups.some(({ name }) => name === text))
            .map(({ line, text }) => at(line, `There is no element ${text} to go to.`)),
        ...(hasStart ? [] : [at(root.line, 'The flow has no start.')]),
        ...lookups.flatMap((lookup) =>
            lookupProblems(lookup, variables, inventory).map((problem) => at(lookup.line, problem))
        ),
        ...variables.flatMap((variable) => variableProblems(variable).map((problem) => at(variable.line, problem)))
    ];
}

function lookupProblems(lookup: GetRecords, variables: readonly FlowVariable[], inventory: Inventory): string[] {
    const { object = '', fields, sort, outputReference, storesAutomatically } = lookup;
    if (!inventory.hasObject(object)) return [];
    const used = sort ? [...fields, sort.field] : fields;
    const problems = used
        .filter((field) => !inventory.hasField(object, field))
        .map((field) => `${object} has no field ${field}.`);
    if (outputReference === undefined) return problems;
    const variable = variables.find(({ name }) => name === outputReference);
    if (!variable) problems.push(`There is no variable ${outputReference} to store records in.`);
    else if (variable.objectType !== object)
        problems.push(`The variable ${outputReference} can't store ${object} records.`);
    if (storesAutomatically) problems.push('Records are stored in a variable or automatically, not both.');
    if (!fields.includes('Id')) problems.push('A record variable needs the field Id.');
    return problems;
}

function variableProblems({ dataType, objectType }: FlowVariable): string[] {
    const isRecord = dataType === 'SObject';
    if (isRecord && objectType === undefined) return ['A record variable needs an object.'];
    if (!isRecord && objectType !== undefined) return ['Only a record variable can have an object.'];
    return [];
}
