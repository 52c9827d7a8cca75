import { CENTERS_QUERY } from 'c/graphqlOrg';
import type { CallCenterEvidence } from '../org/callCenterEvidence.ts';
import type { OrgConnection } from '../org/connection.ts';
import { counted, quoted, type Finding } from '../org/readiness/finding.ts';
import { REGISTRY_SOQL, type RegistryRow } from '../org/registry.ts';

const FLOW = 'List_Call_Centers';
const SAVE_NAMES = 'npm run deploy -- --registry-only --target-org ALIAS';
/** Age of saved names, in days, above which they're worth saving again. */
const MAX_AGE = 90;
const DAY = 24 * 60 * 60 * 1000;

/** Sends the same document as the page. */
export async function centersInGraphql(org: OrgConnection): Promise<Finding> {
    const [listed, info] = await Promise.all([
        org.graphql<{ uiapi: { query: { CallCenter: { edges: unknown[] } } } }>(CENTERS_QUERY, {
            fresh: 'No call center has this name',
            first: 200,
            after: null
        }),
        org.get('ui-api/object-info/CallCenter')
    ]);
    const finding = { name: 'centers-in-graphql', question: 'Can GraphQL and UI API read call centers?' };
    const objectInfo = info.ok ? 'object-info has CallCenter' : "object-info doesn't have CallCenter";
    if (listed.ok && listed.body.errors.length === 0) {
        const count = listed.body.data.uiapi.query.CallCenter.edges.length;
        return {
            ...finding,
            result: `yes, GraphQL lists ${counted(count, 'call center')}; ${objectInfo}`,
            status: 'ok',
            uses: 'GraphQL, always up to date',
            fallback: 'the Visualforce page, then the flow',
            fix: null
        };
    }
    const message = listed.ok ? listed.body.errors[0]!.message : listed.message;
    return {
        ...finding,
        result: `no, Salesforce says ${quoted(message)}; ${objectInfo}`,
        status: 'fallback',
        uses: 'the next sources: the Visualforce page, then the flow',
        fallback: 'the saved names, then the call center IDs of users',
        fix: null
    };
}

/** Runs the flow as any client can (documented: Flow Actions). It has one Get Records element and writes nothing. */
export async function centersInFlow(org: OrgConnection, known: CallCenterEvidence[] | null): Promise<Finding> {
    const path = `actions/custom/flow/${FLOW}`;
    const finding = { name: 'centers-in-flow', question: 'Can a flow read call centers?' };
    const withoutFlow = {
        ...finding,
        status: 'fallback',
        uses: 'the saved names',
        fallback: 'the call center IDs of users'
    } as const;
    const described = await org.get<{ inputs?: unknown[]; outputs?: { name?: string }[] }>(path);
    if (!described.ok) {
        const result = `unknown, this user doesn't have the flow ${FLOW}. Salesforce says ${quoted(described.message)}`;
        const fix = 'deploy, assign the permission set Switchboard Centers Flow, and run the doctor again';
        return { ...withoutFlow, status: 'unknown', result, fix };
    }
    const isOurs = !described.body.inputs?.length && described.body.outputs?.some(({ name }) => name === 'callCenters');
    if (!isOurs) {
        const result = `unknown, the org has another flow named ${FLOW}, which the doctor didn't run`;
        return { ...withoutFlow, status: 'unknown', result, fix: `deploy, which replaces the flow ${FLOW}` };
    }
    const ran = await org.send<{ isSuccess?: boolean; outputValues?: Record<string, unknown> }[]>('POST', path, {
        inputs: [{}]
    });
    const listed = ran.ok ? ran.body[0]?.outputValues?.callCenters : null;
    if (!ran.ok || !Array.isArray(listed)) {
        const reason = ran.ok ? "it didn't return a list" : `Salesforce says ${quoted(ran.message)}`;
        return { ...withoutFlow, result: `no, ${reason}`, fix: `keep the saved names up to date: ${SAVE_NAMES}` };
    }
    const missing = known === null ? 0 : known.length - listed.length;
    const difference = missing > 0 ? `, ${missing} fewer than SOQL` : '';
    return {
        ...finding,
        result: `yes, it lists ${counted(listed.length, 'call center')}${difference}`,
        status: 'ok',
        uses: 'the flow, where neither GraphQL nor the Visualforce page lists call centers',
        fallback: 'the saved names',
        fix: null
    };
}

export async function registry(org: OrgConnection, known: CallCenterEvidence[] | null, now: Date): Promise<Finding> {
    const finding = {
        name: 'registry',
        question: 'Are the names of the call centers saved?',
        uses: 'saved types, vendors, and notes; names when no other source has them',
        fallback: 'the call center IDs of users, without names'
    };
    const answer = await org.query<RegistryRow>(REGISTRY_SOQL);
    if (!answer.ok) {
        const result = `no, this user doesn't have the object. Salesforce says ${quoted(answer.message)}`;
        return { ...finding, result, status: 'fallback', uses: 'none of them', fix: 'deploy, which saves them' };
    }
    const rows = answer.body;
    const saved = new Set(rows.map((row) => row.CallCenterId__c));
    const missing = (known ?? []).filter(({ id }) => !saved.has(id)).map(({ name }) => name);
    const unknown = rows.filter((row) => (row.Kind__c ?? 'unknown') === 'unknown').map((row) => row.Name);
    const age = rows.reduce((oldest, row) => Math.max(oldest, daysSince(row.ReadAt__c, now)), 0);
    const parts = [
        `${counted(rows.length, 'call center')}, saved ${age === 0 ? 'today' : `${counted(age, 'day')} ago`}`,
        missing.length > 0 && `missing: ${missing.join(', ')}`,
        unknown.length > 0 && `unknown type: ${unknown.join(', ')}`
    ];
    const isIncomplete = rows.length === 0 || missing.length > 0 || age > MAX_AGE;
    const setTypes = unknown.length > 0 ? 'set their types in Switchboard; unknown types need a review' : null;
    return {
        ...finding,
        result: rows.length === 0 ? 'no' : parts.filter(Boolean).join('; '),
        status: isIncomplete ? 'fallback' : 'ok',
        fix: isIncomplete ? `save them: ${SAVE_NAMES}` : setTypes
    };
}

function daysSince(time: string | null, now: Date): number {
    return time ? Math.floor((now.getTime() - Date.parse(time)) / DAY) : 0;
}
