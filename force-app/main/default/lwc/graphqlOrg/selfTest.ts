/** Asks whether an org would take the mutation that moves users, without running it. */
import { OrgFault } from 'c/orgPort';
import { documentFault, readFault } from './faults.ts';
import type { GraphqlAnswer, GraphqlTransport } from './transport.ts';

/** A field that no object has. */
const NO_FIELD = 'switchboardSelfTest';

/** Looks like the ID of a user, but no record has it. */
const NO_USER = '005000000000000AAA';

/**
 * A document is validated as a whole before anything runs (GraphQL specification, "Validation"), so one unknown field keeps
 * all of it from running. If it ran all the same, there is no such user. The values are part of the document, because the
 * validation of variables comes later, and isn't reached.
 */
const REJECTED_MUTATION = `mutation switchboardSelfTest {
  uiapi(input: { allOrNone: true }) {
    UserUpdate(input: { Id: "${NO_USER}", User: { CallCenterId: null } }) {
      Record { Id CallCenterId @optional { value } ${NO_FIELD} }
    }
  }
}`;

export async function mutationRefusal(transport: GraphqlTransport): Promise<string | null> {
    let answer: GraphqlAnswer;
    try {
        answer = await transport.mutate(REJECTED_MUTATION, {});
    } catch (thrown) {
        throw readFault(thrown);
    }
    const errors = answer.errors ?? [];
    if (!errors.length)
        throw new OrgFault('unreadable', '', { detail: 'The org accepted a field that does not exist.' });
    const others = errors.filter(
        ({ message = '' }) => !message.includes(`'${NO_FIELD}'`) && !message.includes(`"${NO_FIELD}"`)
    );
    if (!others.length) return null;
    const fault = documentFault(others);
    if (fault.kind !== 'invalid') throw fault;
    return fault.words;
}
