/** The registry: names and kinds of call centers, stored in CallCenterProfile__c. */
import { KINDS, KNOWN_BY, type CallCenterRow, type CenterProfile, type CenterRecord, type Id } from 'c/orgPort';
import { inputValues } from './aliases.ts';
import { unusedName } from './fresh.ts';
import { ask, askAll, text, textOrNull, type Node } from './read.ts';
import { refusal } from './refusal.ts';
import type { GraphqlTransport, Input } from './transport.ts';

const REGISTRY_QUERY = `query switchboardRegistry($fresh: String, $first: Int, $after: String) {
  uiapi { query { CallCenterProfile__c(where: { Name: { ne: $fresh } }, first: $first, after: $after) {
    edges { node {
      Id Name { value } CallCenterId__c { value } InternalName__c { value } Kind__c { value } KnownBy__c { value }
      Vendor__c { value } Note__c { value } ReadAt__c { value }
    } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

function registryRow(node: Node): CallCenterRow {
    const kind = KINDS.find((one) => one === node.Kind__c?.value) ?? 'unknown';
    // Older versions didn't say how a type is known. It was an admin who set it.
    const knownBy = KNOWN_BY.find((one) => one === node.KnownBy__c?.value) ?? 'admin';
    return {
        id: text(node, 'CallCenterId__c'),
        name: textOrNull(node, 'Name'),
        internalName: textOrNull(node, 'InternalName__c'),
        kind,
        knownBy: kind === 'unknown' ? null : knownBy,
        vendor: textOrNull(node, 'Vendor__c'),
        note: textOrNull(node, 'Note__c'),
        source: 'registry',
        readAt: textOrNull(node, 'ReadAt__c'),
        recordId: String(node.Id)
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
    const fields = { Name: name, Kind__c: kind, KnownBy__c: kind === 'unknown' ? null : 'admin' };
    const input = record
        ? { Id: record, CallCenterProfile__c: fields }
        : { CallCenterProfile__c: { ...fields, CallCenterId__c: callCenterId } };
    return refusal(transport, record ? PROFILE_UPDATE : PROFILE_CREATE, { input });
}

/** Aliased creates and updates in one document. A record that is refused doesn't stop the others. */
function saveDocument(records: CenterRecord[]): string {
    const types = records.map(({ recordId }) => (recordId ? 'Update' : 'Create'));
    const lines = types.map((type, index) => {
        const input = `$i${index}: CallCenterProfile__c${type}Input!`;
        return [input, `    c${index}: CallCenterProfile__c${type}(input: $i${index}) { Record { Id } }`];
    });
    return `mutation switchboardSaveCenters(${lines.map(([input]) => input).join(', ')}) {
  uiapi(input: { allOrNone: false }) {
${lines.map(([, line]) => line).join('\n')}
  }
}`;
}

function recordInput({ recordId, callCenterId, ...values }: CenterRecord): Input {
    const fields = Object.entries({
        Name: values.name,
        InternalName__c: values.internalName,
        Kind__c: values.kind,
        KnownBy__c: values.knownBy,
        ReadAt__c: values.readAt
    }).filter(([, value]) => value !== null);
    const known = Object.fromEntries(fields);
    return recordId
        ? { Id: recordId, CallCenterProfile__c: known }
        : { CallCenterProfile__c: { ...known, CallCenterId__c: callCenterId } };
}

/** The session remembers under this key why the registry wasn't saved. */
const NOT_SAVED = 'switchboard.callCentersNotSaved';

/** A session in which the org refused doesn't ask again. */
export async function saveCenters(transport: GraphqlTransport, records: CenterRecord[]): Promise<string | null> {
    if (!records.length) return null;
    const before = transport.session?.get(NOT_SAVED);
    if (before) return before;
    const words = await refusal(transport, saveDocument(records), inputValues(records.map(recordInput)));
    if (words !== null) transport.session?.set(NOT_SAVED, words);
    return words;
}
