/** What a command cannot do, in one sentence for whoever typed it; no stack belongs to it. */
export class Refusal extends Error {
    constructor(sentence: string, options?: ErrorOptions) {
        super(sentence, options);
        this.name = 'Refusal';
    }
}

/** Ends a command that failed: a refusal says its sentence, anything else is a bug and shows where. */
export function fail(error: unknown): never {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
}
