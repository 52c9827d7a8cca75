/** The registry: names and kinds of call centers, stored in CallCenterProfile__c. */
import { KINDS, type CallCenterRow, type CenterProfile, type Id } from 'c/orgPort';
import { documentFault, readFault, requestFault } from './faults.ts';
import { unusedName } from './fresh.ts';
import { ask, askAll, text, textOrNull, type Node } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

const REGISTRY_QUERY = `query switchboardRegistry($fresh: String, $first: Int, $after: String) {
  uiapi { query { CallCenterProfile__c(where: { Name: { ne: $fresh } }, first: $first, after: $after) {
    edges { node {
      Id Name { value } CallCenterId__c { value } InternalName__c { value } Kind__c { value } Vendor__c { value }
      Note__c { value } ReadAt__c { value }
    } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

function registryRow(node: Node): CallCenterRow {
    return {
        id: text(node, 'CallCenterId__c'),
        name: textOrNull(node, 'Name'),
        internalName: textOrNull(node, 'InternalName__c'),
        kind: KINDS.find((kind) => kind === node.Kind__c?.value) ?? 'unknown',
        vendor: textOrNull(node, 'Vendor__c'),
        note: textOrNull(node, 'Note__c'),
        source: 'registry',
        readAt: textOrNull(node, 'ReadAt__c')
    };
}

/** @throws OrgFault */
export async function registryRows(transport: GraphqlTransport): Promise<CallCenterRow[]> {
    return (await askAll(transport, [REGISTRY_QUERY, 'query', 'CallCenterProfile__c'])).map(registryRow);
}

const PROFILE_RECORD_QUERY = `query switchboardRegistryRow($id: String, $fresh: String) {
  uiapi { query { CallCenterProfile__c(where: { CallCenterId__c: { eq: $id }, Name: { ne: $fresh } }, first: 1) {
    edges { node { Id } }
  } } }
}`;

/** The registry's record of a call center; null when it has none. */
async function profileRecord(transport: GraphqlTransport, callCenterId: Id): Promise<Id | null> {
    const target: [string, 'query', string] = [PROFILE_RECORD_QUERY, 'query', 'CallCenterProfile__c'];
    const { nodes } = await ask(transport, target, { id: callCenterId, fresh: unusedName() });
    return nodes[0] ? String(nodes[0].Id) : null;
}

const PROFILE_CREATE = `mutation switchboardProfile($input: CallCenterProfile__cCreateInput!) {
  uiapi { CallCenterProfile__cCreate(input: $input) { Record { Id } } }
}`;

const PROFILE_UPDATE = `mutation switchboardProfile($input: CallCenterProfile__cUpdateInput!) {
  uiapi { CallCenterProfile__cUpdate(input: $input) { Record { Id } } }
}`;

export async function saveCenterProfile(transport: GraphqlTransport, profile: CenterProfile): Promise<string | null> {
    const { callCenterId, name, kind } = profile;
    const record = await profileRecord(transport, callCenterId);
    const fields = { Name: name, Kind__c: kind };
    const input = record
        ? { Id: record, CallCenterProfile__c: fields }
        : { CallCenterProfile__c: { ...fields, CallCenterId__c: callCenterId } };
    try {
        const answer = await transport.mutate(record ? PROFILE_UPDATE : PROFILE_CREATE, { input });
        if (!answer.errors?.length) return null;
        const failed = requestFault(answer.errors);
        if (failed) throw failed;
        return documentFault(answer.errors).words;
    } catch (thrown) {
        throw readFault(thrown);
    }
}
