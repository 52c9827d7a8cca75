import type { GraphqlAnswer, GraphqlError, GraphqlTransport } from 'c/graphqlOrg';
import { OrgFault } from 'c/orgPort';
import type { FetchResponse } from 'lightning/uiRecordApi';
import { LONGEST_READ, LONGEST_WRITE, withinTime } from '../../force-app/main/default/lwc/org/timeLimit.ts';
import { platform } from '../../scripts/preview/lds/platform.ts';
import type { Received } from '../../scripts/preview/lds/transport.ts';

/**
 * Hands on the failures of a transport as the page gets them on the platform: through Aura's transport, which loses most
 * of a failure, through the wire adapter for queries, and cut off by the page's own time limits, which end at once here.
 */
export function platformTransport(over: GraphqlTransport): GraphqlTransport {
    return {
        ...over,
        query: (document, variables) => over.query(document, variables).catch(inWire),
        mutate: (document, variables) =>
            over.mutate(document, variables).catch((thrown) => fail(thrown, LONGEST_WRITE)),
        updateRecord: (...update) => over.updateRecord(...update).catch((thrown) => fail(thrown, LONGEST_WRITE))
    };
}

/** A wire emits a failed response. It doesn't throw it. */
async function inWire(thrown: unknown): Promise<GraphqlAnswer> {
    try {
        return await fail(thrown, LONGEST_READ);
    } catch (failed) {
        if (failed instanceof OrgFault) throw failed;
        return { data: undefined, errors: platform.wireErrors(failed as FetchResponse) as GraphqlError[] };
    }
}

/** @throws the failure as the platform reports it; OrgFault `offline` when it never settles the request */
function fail(thrown: unknown, limit: number): Promise<never> {
    const delivered = (async () => platform.deliver(received(thrown)))() as Promise<never>;
    return withinTime(delivered, limit, AT_ONCE);
}

/** Time runs out once nothing else is to be done. */
const AT_ONCE = {
    set: (work: () => void) => {
        setImmediate(work);
        return 0;
    },
    clear: () => {}
};

/** What came over HTTP before `httpTransport` or a simulated fault made an error of it; null when nothing came. */
function received(thrown: unknown): Received | null {
    if (thrown instanceof TypeError) return null;
    if (thrown instanceof OrgFault) return { status: 200, statusText: '', headers: new Headers(), text: thrown.words };
    if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) throw thrown;
    const { status, headers, body } = thrown as FetchResponse;
    return { status, statusText: '', headers: new Headers(headers), text: JSON.stringify(body) };
}
