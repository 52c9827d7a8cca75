import { callCenterEvidence } from '../org/callCenterEvidence.ts';
import type { OrgConnection } from '../org/connection.ts';
import type { OpenPage } from '../org/openPage.ts';
import type { ReadMetadata } from '../org/readMetadata.ts';
import type { Finding } from '../org/readiness/finding.ts';
import { apiVersion, callCenters, membershipAccess, userAccess } from '../org/readiness/requirements.ts';
import { updateFindings } from '../org/readiness/updateFindings.ts';
import { updateMutation } from '../org/readiness/updateMutation.ts';
import { history } from './history.ts';
import { apiRequests } from './apiRequests.ts';
import { optionalParts, type TryPart } from './optionalParts.ts';
import { NOT_PROBED, probe } from './probe.ts';
import { setupFrame } from './setupFrame.ts';
import { setupSettings } from './setupSettings.ts';
import { centersInFlow, centersInGraphql, registry } from './sources.ts';
import { voice } from './voice.ts';
import { writeAccess } from './writeAccess.ts';

/** What the doctor asks of an org beside its REST API. */
export interface BesideRest {
    read: ReadMetadata;
    tryPart: TryPart;
    open: OpenPage;
}

/**
 * Checks everything about an org that Switchboard depends on.
 * @param probedUser the user to test writing with; null to write nothing
 * @throws UserError when the org stops answering, or has no such user
 */
export async function examine(
    org: OrgConnection,
    beside: BesideRest,
    probedUser: string | null,
    now: Date
): Promise<Finding[]> {
    const found = await callCenterEvidence(org);
    const centers = found.ok ? found.centers : null;
    const mutation = await updateMutation(org);
    const canProbe = probedUser !== null && !(mutation.ok && !mutation.exists);
    const probed = canProbe ? await probe(org, probedUser) : null;
    return [
        apiVersion(org),
        await apiRequests(org),
        await userAccess(org),
        await membershipAccess(org),
        callCenters(found.ok ? found.centers : found),
        await centersInGraphql(org),
        await centersInFlow(org, centers),
        await registry(org, centers, now),
        voice(centers ?? []),
        ...updateFindings(mutation),
        probed?.size ?? NOT_PROBED,
        await writeAccess(org, probed?.refused),
        await history(org),
        ...(await optionalParts(beside.tryPart)),
        await setupSettings(beside.read),
        await setupFrame(beside.open)
    ];
}
