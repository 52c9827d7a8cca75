import { executeMutation, gql } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import type { GraphqlAnswer } from 'c/graphqlOrg';
import { OrgFault, type Id } from 'c/orgPort';

type Variables = Record<string, unknown>;

/**
 * Calls executeMutation with one object, the documented form (LWC guide, "reference-graphql-mutation").
 * @throws anything, also an OrgFault: without a document, the platform sends nothing and gives no answer
 */
export async function mutate(document: string, variables: Variables): Promise<GraphqlAnswer> {
    const query = gql`
        ${document}
    `;
    const answer = (await executeMutation({ query, variables })) as GraphqlAnswer | null | undefined;
    if (!answer) throw new OrgFault('invalid', '', { sent: false, detail: 'executeMutation found no document.' });
    return answer;
}

/** `unmodifiedSince` is a LastModifiedDate, as UI API returns it (LWC guide, "updateRecord"). */
export function update(recordId: Id, fields: Variables, unmodifiedSince: string): Promise<unknown> {
    return updateRecord({ fields: { Id: recordId, ...fields } }, { ifUnmodifiedSince: unmodifiedSince });
}
