import { executeMutation, gql, type GraphQLDocument } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import type { GraphqlAnswer } from 'c/graphqlOrg';
import type { Id } from 'c/orgPort';

type Variables = Record<string, unknown>;
type CallForm = (document: GraphQLDocument, variables: Variables) => Promise<GraphqlAnswer>;

/** How public samples call executeMutation (lwc-recipes, graphqlMutations; LWC guide, "executeMutation"). */
const asOneObject: CallForm = (query, variables) => executeMutation({ query, variables });
/** How one Salesforce guide calls it. Where that form applies, the other one leaves the document undefined. */
const asTwoArguments: CallForm = (document, variables) =>
    (executeMutation as unknown as TwoArguments)(document, { variables });
type TwoArguments = (document: GraphQLDocument, options: { variables: Variables }) => Promise<GraphqlAnswer>;

let callForm = asOneObject;

export async function mutate(document: string, variables: Variables): Promise<GraphqlAnswer> {
    const query = gql`
        ${document}
    `;
    try {
        return await callForm(query, variables);
    } catch (thrown) {
        if (callForm !== asOneObject || !isMissingDocument(thrown)) throw thrown;
        callForm = asTwoArguments;
        return callForm(query, variables);
    }
}

/** A TypeError about the document is thrown before anything is sent, so a second call can't write twice. */
function isMissingDocument(thrown: unknown): boolean {
    return thrown instanceof TypeError && /undefined|document|query/i.test(thrown.message);
}

/** `unmodifiedSince` is a LastModifiedDate, as UI API returns it (LWC guide, "updateRecord"). */
export async function updateUser(userId: Id, fields: Variables, unmodifiedSince: string): Promise<void> {
    await updateRecord({ fields: { Id: userId, ...fields } }, { ifUnmodifiedSince: unmodifiedSince });
}
