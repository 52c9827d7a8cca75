import type { OrgAsk } from '../orgAsk.ts';

/** What the schema, as this user sees it, says of the mutation that moves users. */
export interface UpdateShape {
    hasMutations: boolean;
    takesCallCenterId: boolean;
    givesRecord: boolean;
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
 * Asks the schema about itself (documented: GraphQL API can be introspected, and shows only what this user may use).
 * Types are found by walking, not by their names.
 */
export async function updateShape(ask: OrgAsk): Promise<UpdateShape | { words: string }> {
    const none = { hasMutations: false, takesCallCenterId: false, givesRecord: false };
    const root = await ask.graphql<{ __schema: { mutationType: SchemaType | null } }>(
        `{ __schema { mutationType { fields { name type { ${TYPE} } } } } }`
    );
    if (!root.ok) return { words: root.words };
    const uiapi = named(root.body.data.__schema.mutationType?.fields, 'uiapi');
    const mutations = await typeOf(ask, uiapi, `fields { name type { ${TYPE} } args { name type { ${TYPE} } } }`);
    const update = named(mutations?.fields, 'UserUpdate');
    if (!update) return none;
    const inputs = `inputFields { name type { ${TYPE} } }`;
    const payload = await typeOf(ask, update, 'fields { name }');
    const input = await typeOf(ask, named(update.args, 'input'), inputs);
    const user = await typeOf(ask, named(input?.inputFields, 'User'), inputs);
    return {
        hasMutations: true,
        takesCallCenterId: named(user?.inputFields, 'CallCenterId') !== undefined,
        givesRecord: named(payload?.fields, 'Record') !== undefined
    };
}

async function typeOf(ask: OrgAsk, field: SchemaField | undefined, selection: string): Promise<SchemaType | null> {
    const name = nameOf(field?.type);
    if (name === null) return null;
    const document = `query ($name: String!) { __type(name: $name) { ${selection} } }`;
    const answer = await ask.graphql<{ __type: SchemaType | null }>(document, { name });
    return answer.ok ? answer.body.data.__type : null;
}

function named(fields: SchemaField[] | null | undefined, name: string): SchemaField | undefined {
    return fields?.find((each) => each.name === name);
}

/** Lists and required types have no name of their own. */
function nameOf(type: TypeRef | null | undefined): string | null {
    return type ? (type.name ?? nameOf(type.ofType)) : null;
}
