import { signedCenters } from '../deploy/centerSigns.ts';
import type { OrgAsk } from '../orgAsk.ts';
import type { Finding } from './finding.ts';
import { history } from './installed.ts';
import { apiRequests, apiVersion, callCenters, userRead } from './platform.ts';
import { NOT_PROBED, probe } from './probe.ts';
import { centersInFlow, centersInGraphql, registry, voice } from './sources.ts';
import { mayWrite, updateFindings, updateShape } from './writing.ts';

/**
 * Every open question about an org, answered by it.
 * @param probed the user to try a write on; null: nothing is written
 * @throws Refusal when the org stops answering, or has no such user
 */
export async function examine(ask: OrgAsk, probed: string | null, now: Date): Promise<Finding[]> {
    const found = await signedCenters(ask);
    const centers = 'centers' in found ? found.centers : null;
    const shape = await updateShape(ask);
    const canProbe = probed !== null && !('hasMutations' in shape && !shape.hasMutations);
    const tried = canProbe ? await probe(ask, probed) : null;
    return [
        apiVersion(ask),
        await apiRequests(ask),
        await userRead(ask),
        callCenters(centers ?? (found as { words: string })),
        await centersInGraphql(ask),
        await centersInFlow(ask, centers),
        await registry(ask, centers, now),
        voice(centers ?? []),
        ...updateFindings(shape),
        tried?.size ?? NOT_PROBED,
        await mayWrite(ask, tried?.refused),
        await history(ask)
    ];
}

/** What stands in the way of Switchboard, one sentence each; the first is the one to begin with. */
export function blockers(findings: Finding[]): string[] {
    return findings
        .filter(({ standing }) => standing === 'blocked')
        .map(({ question, answer, todo }) => `${question} ${capital(answer)}. To do: ${todo}.`);
}

function capital(words: string): string {
    return words.charAt(0).toUpperCase() + words.slice(1);
}
