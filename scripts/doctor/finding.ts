/**
 * How an answer leaves Switchboard:
 * - `good`: as it was built for
 * - `second`: it works in another way
 * - `blocked`: it does not work until somebody does something
 * - `open`: the org did not tell
 */
export type Standing = 'good' | 'second' | 'blocked' | 'open';

/** What was asked of an org, what it answered, and what follows from it. Sentences without a full stop. */
export interface Finding {
    name: string;
    question: string;
    answer: string;
    standing: Standing;
    /** What Switchboard uses, as things are. */
    uses: string;
    /** What it does when that fails; null: there is nothing else. */
    fallback: string | null;
    /** What somebody has to do; null: nothing. */
    todo: string | null;
    /** Of what is blocked: what is wrong and the next step, in one sentence with its full stop. */
    stop?: string;
}

/** `3 users`, `1 user`. */
export function counted(count: number, one: string): string {
    return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
}

/** The org's words, to stand inside a sentence. */
export function quoted(words: string): string {
    return `"${words.replace(/\s+/g, ' ').replace(/\.?\s*$/, '')}"`;
}
