import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FlowUnreadable, readFlowPlan } from '../../metadata/flow/flowPlan.ts';
import { flowSoql } from '../../metadata/flow/flowSoql.ts';
import { query, type PreviewOrg } from '../org.ts';

/**
 * What `lightning-flow` reports about an interview in `onstatuschange` (component reference). A flow without screens ends
 * with `FINISHED_SCREEN` (documented). The `message` of an error is the preview's own.
 */
export type FlowEnd =
    | { status: 'FINISHED_SCREEN'; outputVariables: FlowOutputVariable[] }
    | { status: 'ERROR'; message: string; outputVariables: [] };

export interface FlowOutputVariable {
    name: string;
    dataType: 'SOBJECT';
    objectType: string;
    isCollection: boolean;
    /** Null when the flow finds no records (`assignNullValuesIfNoRecordsFound`). */
    value: Record<string, unknown>[] | Record<string, unknown> | null;
}

const SUFFIX = '.flow-meta.xml';

/**
 * Runs a flow of this repository: queries the org, as one persona, for the records that the flow's file names. The org
 * doesn't need to have the flow. Permission to run it isn't checked.
 * @returns null when there is no such flow
 */
export async function runFlow(org: PreviewOrg, persona: string, folder: string, name: string): Promise<FlowEnd | null> {
    // The name is looked up in the folder, so that a request can't form a path of its own.
    const file = (await readdir(folder)).find((found) => found === `${name}${SUFFIX}`);
    if (!file) return null;
    try {
        const { lookups, outputs } = readFlowPlan(await readFile(join(folder, file), 'utf8'));
        const found = new Map<string, Record<string, unknown>[]>();
        for (const lookup of lookups) {
            const rows = await query(org, persona, flowSoql(lookup));
            if (!rows.ok) return { status: 'ERROR', message: rows.message, outputVariables: [] };
            found.set(lookup.into, rows.body);
        }
        return {
            status: 'FINISHED_SCREEN',
            outputVariables: outputs.map(({ name: variable, objectType, isCollection }) => {
                const rows = found.get(variable) ?? [];
                const value = rows.length === 0 ? null : isCollection ? rows : rows[0]!;
                return { name: variable, dataType: 'SOBJECT', objectType, isCollection, value };
            })
        };
    } catch (error) {
        if (error instanceof FlowUnreadable) return { status: 'ERROR', message: error.message, outputVariables: [] };
        throw error;
    }
}
