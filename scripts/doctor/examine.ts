import { signedCenters } from '../deploy/centerSigns.ts';
import type { OrgAsk } from '../orgAsk.ts';
import type { Finding } from './finding.ts';
import { history } from './installed.ts';
import { apiRequests, apiVersion, callCenters, userRead } from './platform.ts';
import { NOT_PROBED, probe } from './probe.ts';
import { centersInFlow, centersInGraphql, registry, voice } from './sources.ts';
import { updateShape } from './updateShape.ts';
import { mayWrite, updateFindings } from './writing.ts';

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

/** What stands in the way of Switchboard, a sentence each with the next step. */
export function blockers(findings: Finding[]): string[] {
    return findings
        .filter(({ standing }) => standing === 'blocked')
        .map(({ question, answer, stop }) => stop ?? `${question} ${answer}.`);
}

/** What would make a deployment useless, asked with four questions; the first is the one to begin with. */
export async function examineForDeploy(ask: OrgAsk): Promise<string[]> {
    const found = await signedCenters(ask);
    return blockers([
        apiVersion(ask),
        await userRead(ask),
        ...updateFindings(await updateShape(ask)),
        callCenters('centers' in found ? found.centers : found)
    ]);
}
