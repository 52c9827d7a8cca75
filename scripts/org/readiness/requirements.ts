import { callCenterEvidence, type CallCenterEvidence } from '../callCenterEvidence.ts';
import type { Refused } from '../answer.ts';
import type { OrgConnection } from '../connection.ts';
import { blockers, counted, quoted, type Finding } from './finding.ts';
import { updateFindings } from './updateFindings.ts';
import { updateMutation } from './updateMutation.ts';

/** The first API version whose GraphQL has mutations for everyone. The package is made for it (documented). */
const FIRST_VERSION = 66;

/** Why Switchboard can't work in an org, asked with five questions. The first is the one to fix first. */
export async function findBlockers(org: OrgConnection): Promise<string[]> {
    const found = await callCenterEvidence(org);
    return blockers([
        apiVersion(org),
        await userAccess(org),
        await membershipAccess(org),
        ...updateFindings(await updateMutation(org)),
        callCenters(found.ok ? found.centers : found)
    ]);
}

export function apiVersion({ apiVersion }: OrgConnection): Finding {
    const isEnough = apiVersion >= FIRST_VERSION;
    return {
        name: 'api-version',
        question: 'Which API version does the org have?',
        result: `${apiVersion} (Switchboard requires ${FIRST_VERSION} or later)`,
        status: isEnough ? 'ok' : 'blocked',
        uses: isEnough ? `version ${FIRST_VERSION}` : 'nothing, because the package needs a newer version',
        fallback: null,
        fix: isEnough ? null : `wait until the org is upgraded to version ${FIRST_VERSION} (Spring '26)`,
        blocker: `The org has API version ${apiVersion}, which doesn't have the GraphQL mutations that Switchboard uses to move users. Wait until it's upgraded to version ${FIRST_VERSION} (Spring '26).`
    };
}

export async function userAccess(org: OrgConnection): Promise<Finding> {
    const document = 'query { uiapi { query { User(first: 1) { edges { node { Id } } } } } }';
    const [listed, counting] = await Promise.all([
        org.graphql(document),
        org.query<{ n?: number }>('SELECT COUNT(Id) n FROM User')
    ]);
    const refused = [listed, counting].find((answer) => !answer.ok);
    const visible = counting.ok ? Number(counting.body[0]?.n ?? 0) : 0;
    const finding = { name: 'user-read', question: 'Can this user see other users?', fallback: null };
    if (!refused && visible > 1)
        return { ...finding, result: `yes, ${counted(visible, 'user')}`, status: 'ok', uses: 'GraphQL', fix: null };
    // Where the sharing of User is private, people still see their own record (documented).
    const reason =
        refused && !refused.ok ? `Salesforce says ${quoted(refused.message)}` : 'this user sees only their own record';
    return {
        ...finding,
        result: `no, ${reason}`,
        status: 'blocked',
        uses: 'nothing, because there are no users to show',
        fix: 'give this user the View Setup and Configuration and View All Users permissions',
        blocker: `This user can't see other users (${reason}). Give them the View Setup and Configuration and View All Users permissions.`
    };
}

/** Field-level security leaves out a field marked `@optional` that it hides, instead of failing the query (documented). */
export async function membershipAccess(org: OrgConnection): Promise<Finding> {
    const document =
        'query { uiapi { query { User(first: 1) { edges { node { Id CallCenterId @optional { value } } } } } } }';
    const answer = await org.graphql<{ uiapi: { query: { User: { edges: { node: object }[] } } } }>(document);
    const finding = { name: 'membership-read', question: "Can this user see users' call centers?", fallback: null };
    const message = answer.ok ? answer.body.errors[0]?.message : answer.message;
    if (!answer.ok || message !== undefined)
        return {
            ...finding,
            result: `unknown, Salesforce says ${quoted(message ?? '')}`,
            status: 'unknown',
            uses: 'the field User.CallCenterId, untested',
            fix: null
        };
    if (answer.body.data.uiapi.query.User.edges.every(({ node }) => 'CallCenterId' in node))
        return { ...finding, result: 'yes', status: 'ok', uses: 'the field User.CallCenterId', fix: null };
    return {
        ...finding,
        result: 'no, field-level security hides User.CallCenterId from this user',
        status: 'blocked',
        uses: 'a list of users without their call centers, and no Move buttons',
        fix: 'give this user access to the field User.CallCenterId',
        blocker:
            "Field-level security hides User.CallCenterId from this user, so their moves can't be planned. Give them access to this field."
    };
}

/** @param centers as SOQL returns them, or why it doesn't */
export function callCenters(centers: CallCenterEvidence[] | Refused): Finding {
    const finding = { name: 'call-centers', question: 'Which call centers are there?', fallback: null };
    if (!Array.isArray(centers))
        return {
            ...finding,
            result: `unknown, Salesforce says ${quoted(centers.message)}`,
            status: 'unknown',
            uses: 'the call center IDs of users',
            fix: 'run the doctor as a user with the Manage Call Centers permission'
        };
    const hasAny = centers.length > 0;
    return {
        ...finding,
        result: hasAny
            ? `${counted(centers.length, 'call center')}: ${centers.map(({ name }) => name).join(', ')}`
            : 'none',
        status: hasAny ? 'ok' : 'blocked',
        uses: hasAny ? 'all of them' : 'nothing, because there is no call center to move users to',
        fix: hasAny ? null : 'create a call center in Setup, or deploy the two in demo/ to a scratch org',
        blocker:
            'The org has no call centers. Create one in Setup under Call Centers, or deploy the two in demo/ to a scratch org.'
    };
}
