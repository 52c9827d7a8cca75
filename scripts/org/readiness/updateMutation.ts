import type { Refused } from '../answer.ts';
import type { OrgConnection } from '../connection.ts';

/** What the schema, as this user sees it, says about the mutation that moves users. */
export interface UpdateMutation {
    ok: true;
    exists: boolean;
    acceptsCallCenterId: boolean;
    returnsRecord: boolean;
}

interface TypeRef {
    name: string | null;
    ofType?: TypeRef | null;
}

interface SchemaField {
    name: string;
    type?: TypeRef;
    args?: SchemaField[];
}

interface SchemaType {
    fields?: SchemaField[] | null;
    inputFields?: SchemaField[] | null;
}

const TYPE = 'name ofType { name ofType { name } }';

/**
 * Introspects the schema (documented: it shows only what this user may use). Types are found by following fields,
 * because their names aren't documented.
 */
export async function updateMutation(org: OrgConnection): Promise<UpdateMutation | Refused> {
    const root = await org.graphql<{ __schema: { mutationType: SchemaType | null } }>(
        `{ __schema { mutationType { fields { name type { ${TYPE} } } } } }`
    );
    if (!root.ok) return root;
    const uiapi = fieldNamed(root.body.data.__schema.mutationType?.fields, 'uiapi');
    const mutations = await typeOf(org, uiapi, `fields { name type { ${TYPE} } args { name type { ${TYPE} } } }`);
    const update = fieldNamed(mutations?.fields, 'UserUpdate');
    if (!update) return { ok: true, exists: false, acceptsCallCenterId: false, returnsRecord: false };
    const inputs = `inputFields { name type { ${TYPE} } }`;
    const payload = await typeOf(org, update, 'fields { name }');
    const input = await typeOf(org, fieldNamed(update.args, 'input'), inputs);
    const user = await typeOf(org, fieldNamed(input?.inputFields, 'User'), inputs);
    return {
        ok: true,
        exists: true,
        acceptsCallCenterId: fieldNamed(user?.inputFields, 'CallCenterId') !== undefined,
        returnsRecord: fieldNamed(payload?.fields, 'Record') !== undefined
    };
}

async function typeOf(
    org: OrgConnection,
    field: SchemaField | undefined,
    selection: string
): Promise<SchemaType | null> {
    const name = nameOf(field?.type);
    if (name === null) return null;
    const document = `query ($name: String!) { __type(name: $name) { ${selection} } }`;
    const answer = await org.graphql<{ __type: SchemaType | null }>(document, { name });
    return answer.ok ? answer.body.data.__type : null;
}

function fieldNamed(fields: SchemaField[] | null | undefined, name: string): SchemaField | undefined {
    return fields?.find((each) => each.name === name);
}

/** Lists and required types have no name of their own. */
function nameOf(type: TypeRef | null | undefined): string | null {
    return type ? (type.name ?? nameOf(type.ofType)) : null;
}
