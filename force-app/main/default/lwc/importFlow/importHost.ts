import type { NamedCenter } from 'c/importRows';
import type { KindOf } from 'c/movePlan';
import type { Id, UserLookupOrg } from 'c/orgPort';
import type { ImportState } from './state.ts';

/** What the flow needs from the page that it belongs to. */
export interface ImportHost {
    readonly org: UserLookupOrg;
    readonly centers: readonly NamedCenter[];
    readonly kindOf: KindOf;
    /** The call center that is selected on the page; null for none. */
    readonly target: Id | null;
    /** Milliseconds since any moment. */
    now(): number;
    wait(ms: number): Promise<void>;
    changed(state: ImportState): void;
}

/** The part of a `File` that is read. */
export interface SourceFile {
    name: string;
    /** In bytes. */
    size: number;
    arrayBuffer(): Promise<ArrayBuffer>;
}
