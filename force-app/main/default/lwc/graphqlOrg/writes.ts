/** Writing memberships. */
import { OrgFault, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import { aliasedLines, inputValues, inputVariables } from './aliases.ts';
import { codeIn, documentFault, readFault, readThrown } from './faults.ts';
import type { GraphqlAnswer, GraphqlError, GraphqlTransport } from './transport.ts';

/** N aliased updates with `allOrNone: false`. It defaults to true, and then one refusal would roll back all of them. */
function writeDocument(count: number): string {
    return `mutation switchboardMove(${inputVariables(count, 'UserUpdateInput')}) {
  uiapi(input: { allOrNone: false }) {
${aliasedLines(count, 'u', 'UserUpdate', '{ Record { Id CallCenterId { value } } }')}
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
    Record?: { Id?: string; CallCenterId?: { value?: string | null } } | null;
}

/** @throws OrgFault when an alias is neither answered nor refused. The caller then reads the users again. */
function settle(writes: MembershipWrite[], answer: GraphqlAnswer): WriteAnswer[] {
    const errors = answer.errors ?? [];
    const data = (answer.data as { uiapi?: Record<string, Payload | null> | null } | null | undefined)?.uiapi;
    if (!data) {
        if (errors.length) throw documentFault(errors);
        throw new OrgFault('unreadable', '', { detail: 'The answer to a mutation has no data.' });
    }
    return writes.map(({ userId, to }, index) => {
        const record = data[`u${index}`]?.Record;
        if (record) return confirmed(userId, to, record.CallCenterId?.value ?? null);
        const refusal = errors.find((error) => aliasOf(error) === `u${index}`);
        if (!refusal)
            throw new OrgFault('unreadable', errors[0]?.message ?? '', {
                detail: 'The answer has no result for a user.'
            });
        const words = refusal.message ?? '';
        return { userId, written: false, words, code: codeOf(refusal) };
    });
}

/** A trigger or flow of the org may have set a different center than the one that was written. */
function confirmed(userId: string, to: string | null, now: string | null): WriteAnswer {
    return now === to ? { userId, written: true } : { userId, written: false, words: '', code: 'SET_OTHERWISE' };
}

/** Salesforce reports `paths`: a flat list of names, or names joined by slashes. The specification says `path`. */
function aliasOf(error: GraphqlError): string | null {
    const names = [error.paths, error.path].flat(3).flatMap((part) => String(part ?? '').split(/[/.]/));
    return names.find((name) => /^u\d+$/.test(name)) ?? null;
}

function codeOf(error: GraphqlError): string | null {
    const code = error.extensions?.errorCode;
    return typeof code === 'string' ? code : codeIn(error.message ?? '');
}

export async function writeOne(
    transport: GraphqlTransport,
    { userId, to }: MembershipWrite,
    unmodifiedSince: string
): Promise<WriteAnswer | { userId: string; changed: true }> {
    try {
        await transport.updateUser(userId, { CallCenterId: to }, unmodifiedSince);
        return { userId, written: true };
    } catch (thrown) {
        const { status, words, code, isRow } = readThrown(thrown);
        if (status === 412) return { userId, changed: true };
        const fault = readFault(thrown);
        const isRefusal =
            isRow || (status >= 400 && status < 500 && !['expired', 'limit', 'busy'].includes(fault.kind));
        if (isRefusal) return { userId, written: false, words, code };
        throw fault;
    }
}
