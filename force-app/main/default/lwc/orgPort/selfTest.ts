import type { CallCenterRow, CenterSource } from './callCenters.ts';

/** Every source that can be asked. `used` is the answer of the aggregate. */
export type AskedSource = Exclude<CenterSource, 'used'>;

/** What the self-test asks of an org beside what the page asks. Nothing is written. */
export interface SelfTestOrg {
    /** Asks one source, whatever the session remembers about it. @throws OrgFault when it gave no answer */
    centersFrom(source: AskedSource): Promise<CallCenterRow[]>;
    /**
     * Sends the mutation that moves users, with a field that doesn't exist, so that the org rejects it before it runs.
     * @returns null if the org rejected only that field, otherwise what else it rejected, in its words
     * @throws OrgFault when the org couldn't be asked, or didn't reject the document
     */
    mutationRefusal(): Promise<string | null>;
}
