import { graphqlOrg } from 'c/graphqlOrg';
import { OrgFault } from 'c/orgPort';
import type { OrgConnection } from '../org/connection.ts';
import { quoted, type Finding } from '../org/readiness/finding.ts';
import { soql } from '../org/soql.ts';
import { UserError } from '../terminal/userError.ts';

/** Numbers of updates in one mutation, tried in this order. A run starts with the second and grows. */
const SIZES = [1, 50, 100, 200];

export interface Probed {
    size: Finding;
    /** Null when the first write succeeded, otherwise Salesforce's message. */
    refused: string | null;
}

export const NOT_PROBED: Finding = {
    name: 'update-size',
    question: 'How many updates does one mutation accept?',
    result: 'not tested, because testing requires a write',
    status: 'unknown',
    uses: '50 at first, fewer when Salesforce refuses, then slowly more',
    fallback: 'smaller mutations',
    fix: 'run again with --probe-writes --user USERNAME, which saves the current value again'
};

const FIRST_WRITE_FAILED: Finding = {
    ...NOT_PROBED,
    result: 'unknown, because the first test write failed',
    fix: null
};

interface Limit {
    size: number;
    message: string;
}

/**
 * Saves a user's current call center to that user again, more and more often in one mutation, with the page's own
 * document. The user is read again before each step. Nothing but the user's LastModifiedDate changes.
 * @throws UserError when there is no such user
 */
export async function probe(connection: OrgConnection, username: string): Promise<Probed> {
    const org = graphqlOrg({
        query: (document, variables) => carry(document, variables),
        mutate: (document, variables) => carry(document, variables),
        updateRecord: () => Promise.reject(new Error('The probe writes with mutations only.'))
    });
    let accepted = 0;
    let refusedAt: Limit | null = null;
    const queue = [...SIZES];
    for (let size = queue.shift(); size !== undefined; size = queue.shift()) {
        const { Id, CallCenterId } = await findUser(connection, username);
        try {
            const results = await org.write(Array.from({ length: size }, () => ({ userId: Id, to: CallCenterId })));
            const failed = results.find((result) => !result.written);
            if (failed && !failed.written && size === 1) return { size: FIRST_WRITE_FAILED, refused: failed.words };
            accepted = size;
            if (failed) break;
        } catch (fault) {
            if (!(fault instanceof OrgFault)) throw fault;
            if (size === 1) return { size: FIRST_WRITE_FAILED, refused: fault.words };
            refusedAt = { size, message: fault.words };
            const half = Math.floor(size / 2);
            queue.splice(0, queue.length, ...(half > accepted ? [half] : []));
        }
    }
    return { size: { ...NOT_PROBED, ...sizeResult(accepted, refusedAt), fix: null }, refused: null };

    async function carry(document: string, variables: Record<string, unknown>) {
        const answer = await connection.graphql(document, variables);
        return answer.ok ? answer.body : { data: {}, errors: [{ message: answer.message }] };
    }
}

function sizeResult(accepted: number, refusedAt: Limit | null): Pick<Finding, 'result' | 'status'> {
    if (!refusedAt) return { result: `at least ${accepted}`, status: 'ok' };
    const result = `${accepted} work, ${refusedAt.size} don't. Salesforce says ${quoted(refusedAt.message)}`;
    return { result, status: accepted >= SIZES[1]! ? 'ok' : 'fallback' };
}

interface ProbedUser {
    Id: string;
    CallCenterId: string | null;
}

/** @throws UserError */
async function findUser(connection: OrgConnection, username: string): Promise<ProbedUser> {
    const answer = await connection.query<ProbedUser>(
        soql`SELECT Id, CallCenterId FROM User WHERE Username = ${username}`
    );
    if (!answer.ok) throw new UserError(`Couldn't read the user ${username}: ${answer.message}`);
    const [row] = answer.body;
    if (!row) throw new UserError(`The org has no user named ${username}.`, 'Choose another one with --user USERNAME.');
    return row;
}
