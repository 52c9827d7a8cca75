/** A problem in a file. `file` is relative to the project, and `line` counts from 1. */
export interface Finding {
    file: string;
    line?: number;
    sentence: string;
}

/** The result of a check. `seen` says how much was checked, so that a check of nothing is noticed. */
export interface Verdict {
    seen: string;
    findings: Finding[];
}

/** A Salesforce project on disk. The JavaScript of its bundles is beside their TypeScript. */
export interface Project {
    root: string;
}

export interface Check {
    name: string;
    /** What is true when the check finds nothing. */
    promise: string;
    /** It takes minutes or needs the network, so it runs only when it's asked for by name. */
    onlyByName?: true;
    run(project: Project): Promise<Verdict>;
}
