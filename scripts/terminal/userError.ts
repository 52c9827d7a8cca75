/** Something that the person who typed a command can fix. Commands print its message and no stack. */
export class UserError extends Error {
    /**
     * @param problem what went wrong, as one sentence
     * @param nextStep what to do about it, as another sentence; left out when the problem names it
     */
    constructor(problem: string, nextStep?: string, options?: ErrorOptions) {
        super(nextStep === undefined ? problem : `${problem} ${nextStep}`, options);
        this.name = 'UserError';
    }
}

/** Ends a command that failed. Anything but a UserError is a bug, so its stack is printed. */
export function exitWithError(error: unknown): never {
    console.error(error instanceof UserError ? error.message : error);
    process.exit(1);
}
