/** What `lightning-flow` reports about an interview (component reference, "statuschange"). */
interface StatusChange {
    status?: string;
    outputVariables?: { name: string; value: unknown }[] | null;
}

/** In milliseconds. An autolaunched flow takes a second or two; one that hasn't ended by then won't end at all. */
const LONGEST_RUN = 15_000;

let keys = 0;

/** One run of a flow. Its component exists until the run ends. */
export class FlowRun {
    readonly key = (keys += 1);
    readonly apiName: string;
    readonly outputs: Promise<Record<string, unknown>>;
    changed!: (event: CustomEvent<StatusChange>) => void;

    constructor(apiName: string) {
        this.apiName = apiName;
        this.outputs = new Promise((settle, fail) => {
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            const timer = setTimeout(() => fail(new Error(`The flow ${apiName} did not end.`)), LONGEST_RUN);
            this.changed = ({ detail: { status, outputVariables } }) => {
                switch (status) {
                    case 'FINISHED':
                    case 'FINISHED_SCREEN':
                        clearTimeout(timer);
                        settle(Object.fromEntries((outputVariables ?? []).map(({ name, value }) => [name, value])));
                        break;
                    case 'ERROR':
                        clearTimeout(timer);
                        fail(new Error(`The flow ${apiName} is not there, not active, or failed.`));
                        break;
                    default:
                }
            };
        });
    }
}
