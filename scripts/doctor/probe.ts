import { graphqlOrg } from 'c/graphqlOrg';
import { OrgFault } from 'c/orgPort';
import { Refusal } from '../refusal.ts';
import { soql, type OrgAsk } from '../orgAsk.ts';
import { quoted, type Finding } from './finding.ts';

/** Updates in one mutation, as they are tried; a run starts with the second and grows. */
const SIZES = [1, 50, 100, 200];

export interface Probed {
    size: Finding;
    /** Null when the first write was done, else the org's words. */
    refused: string | null;
}

export const NOT_PROBED: Finding = {
    name: 'update-size',
    question: 'How many updates does one mutation take?',
    answer: 'not tried: it takes writing',
    standing: 'open',
    uses: '50 to begin with, halved when the org refuses and grown slowly',
    fallback: 'halving',
    todo: 'ask with --probe-writes --user USERNAME, which writes the value that is there'
};

const UNTOLD: Finding = { ...NOT_PROBED, answer: 'not known: not even one was done', todo: null };

/**
 * Writes the call center that a user has to the same user, more and more often in one mutation, with the page's own
 * document. Read anew before each step; nothing but the user's LastModifiedDate changes.
 * @throws Refusal when there is no such user
 */
export async function probe(ask: OrgAsk, username: string): Promise<Probed> {
    const org = graphqlOrg({
        query: (document, variables) => carry(document, variables),
        mutate: (document, variables) => carry(document, variables),
        updateUser: () => Promise.reject(new Error('The probe writes by mutation only.'))
    });
    let taken = 0;
    let refusedAt: { size: number; words: string } | null = null;
    const queue = [...SIZES];
    for (let size = queue.shift(); size !== undefined; size = queue.shift()) {
        const { Id, CallCenterId } = await userNamed(ask, username);
        try {
            const answers = await org.write(Array.from({ length: size }, () => ({ userId: Id, to: CallCenterId })));
            const no = answers.find((answer) => !answer.written);
            if (no && !no.written && size === 1) return { size: UNTOLD, refused: no.words };
            taken = size;
            if (no) break;
        } catch (fault) {
            if (!(fault instanceof OrgFault)) throw fault;
            if (size === 1) return { size: UNTOLD, refused: fault.words };
            refusedAt = { size, words: fault.words };
            const half = Math.floor(size / 2);
            queue.splice(0, queue.length, ...(half > taken ? [half] : []));
        }
    }
    const { answer, standing } = told(taken, refusedAt);
    return { size: { ...NOT_PROBED, answer, standing, todo: null }, refused: null };

    async function carry(document: string, variables: Record<string, unknown>) {
        const answer = await ask.graphql(document, variables);
        return answer.ok ? answer.body : { data: {}, errors: [{ message: answer.words }] };
    }
}

function told(taken: number, refusedAt: { size: number; words: string } | null): Pick<Finding, 'answer' | 'standing'> {
    if (!refusedAt) return { answer: `at least ${taken}`, standing: 'good' };
    const answer = `${taken} are taken, ${refusedAt.size} are refused: ${quoted(refusedAt.words)}`;
    return { answer, standing: taken >= SIZES[1]! ? 'good' : 'second' };
}

interface ProbedUser {
    Id: string;
    CallCenterId: string | null;
}

/** @throws Refusal */
async function userNamed(ask: OrgAsk, username: string): Promise<ProbedUser> {
    const answer = await ask.rows<ProbedUser>(soql`SELECT Id, CallCenterId FROM User WHERE Username = ${username}`);
    if (!answer.ok) throw new Refusal(`The user ${username} cannot be read: ${answer.words}`);
    const [row] = answer.body;
    if (!row) throw new Refusal(`The org has no user ${username} to try a write on: name one with --user USERNAME.`);
    return row;
}
