/** What a check has against a file. `file` is relative to the project, `line` counts from 1. */
export interface Finding {
    file: string;
    line?: number;
    sentence: string;
}

/** What a check did: `seen` says what it looked at, so that a check that looked at nothing shows. */
export interface Verdict {
    seen: string;
    findings: Finding[];
}

/** A Salesforce project on disk, with the JavaScript of its bundles beside their TypeScript. */
export interface Project {
    root: string;
}

export interface Check {
    name: string;
    /** What holds when the check finds nothing. */
    promise: string;
    run(project: Project): Promise<Verdict>;
}
