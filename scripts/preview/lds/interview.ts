/** One interview of a flow. The preview's server runs it from the flow's own file. */
import { persona } from './settings.ts';
import { deepFreeze } from './transport.ts';

export interface InputVariable {
    name: string;
    type: string;
    value: unknown;
}

/** The detail of `statuschange` (component reference of `lightning-flow`). */
export interface InterviewEnd {
    status: 'FINISHED_SCREEN' | 'ERROR';
    outputVariables: {
        name: string;
        dataType: string;
        objectType: string;
        isCollection: boolean;
        value: unknown;
    }[];
    activeStages: unknown[];
    currentStage: null;
    flowTitle: string;
    helpText: null;
    guid: string;
}

let interviews = 0;

/** Resolves when the interview ended. It never rejects, because `lightning-flow` reports failures as ERROR. */
export async function interview(name: string, inputs: readonly InputVariable[]): Promise<InterviewEnd> {
    const end = await run(name, inputs);
    interviews += 1;
    return deepFreeze({
        activeStages: [],
        currentStage: null,
        flowTitle: name,
        helpText: null,
        guid: `interview-${interviews}`,
        ...end
    });
}

type End = Pick<InterviewEnd, 'status' | 'outputVariables'>;
const FAILED: End = { status: 'ERROR', outputVariables: [] };

async function run(name: string, inputs: readonly InputVariable[]): Promise<End> {
    // No flow of this repository has input variables, and an org refuses variables that a flow doesn't have.
    if (inputs.length > 0) return FAILED;
    try {
        const response = await fetch(`/preview/flow/${encodeURIComponent(name)}`, {
            headers: { 'x-preview-persona': persona() }
        });
        if (!response.ok) return FAILED;
        const { status, outputVariables } = (await response.json()) as End;
        return { status, outputVariables };
    } catch {
        return FAILED;
    }
}
