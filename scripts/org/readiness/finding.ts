/**
 * - `ok`: as Switchboard expects
 * - `fallback`: Switchboard works in another way
 * - `blocked`: Switchboard can't work until someone fixes it
 * - `unknown`: the org didn't tell
 */
export type Status = 'ok' | 'fallback' | 'blocked' | 'unknown';

/** What was checked in an org, the result, and what follows from it. Texts have no period at the end. */
export interface Finding {
    name: string;
    question: string;
    result: string;
    status: Status;
    /** What Switchboard uses in this org. */
    uses: string;
    /** What Switchboard does when that fails; null when there is nothing else. */
    fallback: string | null;
    /** What someone has to do; null when there is nothing to do. */
    fix: string | null;
    /** For a finding that is blocked: the problem and the next step, as whole sentences. */
    blocker?: string;
}

/** `3 users`, `1 user`. */
export function counted(count: number, one: string): string {
    return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
}

/** Salesforce's message, to be used within a sentence. */
export function quoted(message: string): string {
    return `"${message.replace(/\s+/g, ' ').replace(/\.?\s*$/, '')}"`;
}

/** The blocker of each finding that is blocked. */
export function blockers(findings: Finding[]): string[] {
    return findings
        .filter(({ status }) => status === 'blocked')
        .map(({ question, result, blocker }) => blocker ?? `${question} ${result}.`);
}
