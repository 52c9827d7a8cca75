/** Writes that an org may refuse. */
import { culprits, documentFault, readFault, requestFault } from './faults.ts';
import type { GraphqlTransport, Input } from './transport.ts';

/** Someone else saved the same record at the same time. */
const ALREADY_SAVED = /DUPLICATE_VALUE|duplicate value found/i;

/** Writes. @returns null, or the words of the first refusal. @throws OrgFault */
export async function refusal(transport: GraphqlTransport, document: string, variables: Input): Promise<string | null> {
    try {
        const answer = await transport.mutate(document, variables);
        const errors = (answer.errors ?? []).filter(({ message }) => !ALREADY_SAVED.test(message ?? ''));
        if (!errors.length) return null;
        const failed = requestFault(errors);
        if (failed) throw failed;
        return documentFault(culprits(errors).slice(0, 1)).words;
    } catch (thrown) {
        throw readFault(thrown);
    }
}
