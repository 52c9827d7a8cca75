/** Writing memberships. */
import { OrgFault, toId18, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import { aliasedLines, aliasOf, inputValues, inputVariables } from './aliases.ts';
import { codeIn, documentFault, readFault, readThrown } from './faults.ts';
import type { GraphqlAnswer, GraphqlError, GraphqlTransport } from './transport.ts';

/**
 * N aliased updates with `allOrNone: false`. It defaults to true, and then one refusal would roll back all of them.
 * The call center is asked back with `@optional`, so that field-level security can't fail the document.
 */
function writeDocument(count: number): string {
    return `mutation switchboardMove(${inputVariables(count, 'UserUpdateInput')}) {
  uiapi(input: { allOrNone: false }) {
${aliasedLines(count, 'u', 'UserUpdate', '{ Record { Id CallCenterId @optional { value } } }')}
  }
}`;
}

export async function write(transport: GraphqlTransport, writes: MembershipWrite[]): Promise<WriteAnswer[]> {
    if (!writes.length) return [];
    const variables = inputValues(writes.map(({ userId, to }) => ({ Id: userId, User: { CallCenterId: to } })));
    try {
        return settle(writes, await transport.mutate(writeDocument(writes.length), variables));
    } catch (thrown) {
        throw readFault(thrown);
    }
}

interface Payload {
    Record?: { Id?: string; CallCenterId?: { value?: unknown } | null } | null;
}

/**
 * What the answer proves about each user. An answer that isn't `written` is not proof of a refusal: the org may have
 * written the user, and then failed to say so (field-level security, a partial answer, an error about what was asked
 * back).
 * @throws OrgFault when an alias is neither answered nor named by an error. The caller then reads the users again.
 */
function settle(writes: MembershipWrite[], answer: GraphqlAnswer): WriteAnswer[] {
    const errors = answer.errors ?? [];
    const data = (answer.data as { uiapi?: Record<string, Payload | null> | null } | null | undefined)?.uiapi;
    if (!data) {
        if (errors.length) throw documentFault(errors);
        throw new OrgFault('unreadable', '', { detail: 'The answer to a mutation has no data.' });
    }
    return writes.map((asked, index) => {
        const { userId } = asked;
        const payload = data[`u${index}`];
        const proven = provenBy(payload?.Record?.CallCenterId, asked);
        if (proven) return proven;
        const error = errors.find((candidate) => aliasOf(candidate) === `u${index}`);
        if (error) return { userId, written: false, words: error.message ?? '', code: codeOf(error) };
        if (payload) return { userId, written: false, words: '', code: null };
        throw new OrgFault('unreadable', errors[0]?.message ?? '', { detail: 'The answer has no result for a user.' });
    });
}

/** What the call center that the org says the user has now proves about a write; null when it doesn't say. */
function provenBy(field: { value?: unknown } | null | undefined, { userId, to }: MembershipWrite): WriteAnswer | null {
    const value = field?.value;
    if (typeof value !== 'string' && value !== null) return null;
    const now = value === null ? null : (toId18(value) ?? value);
    if (now === to) return { userId, written: true };
    // A trigger or flow of the org may have set a different center than the one that was written.
    return { userId, written: false, words: '', code: 'SET_OTHERWISE' };
}

function codeOf(error: GraphqlError): string | null {
    const code = error.extensions?.errorCode;
    return typeof code === 'string' ? code : codeIn(error.message ?? '');
}

/** What UI API answers to an update. That it has the fields that were written is inferred (docs/platform.md). */
interface UpdatedUser {
    fields?: { CallCenterId?: { value?: unknown } | null };
}

export async function writeOne(
    transport: GraphqlTransport,
    asked: MembershipWrite,
    unmodifiedSince: string
): Promise<WriteAnswer | { userId: string; changed: true }> {
    const { userId, to } = asked;
    try {
        const updated = await transport.updateRecord(userId, { CallCenterId: to }, unmodifiedSince);
        const { fields } = (updated ?? {}) as UpdatedUser;
        return provenBy(fields?.CallCenterId, asked) ?? { userId, written: false, words: '', code: null };
    } catch (thrown) {
        const { status, words, code, isRow } = readThrown(thrown);
        if (status === 412) return { userId, changed: true };
        const fault = readFault(thrown);
        const isRefusal =
            isRow || (status >= 400 && status < 500 && !['expired', 'limit', 'busy', 'offline'].includes(fault.kind));
        if (isRefusal) return { userId, written: false, words, code };
        throw fault;
    }
}
