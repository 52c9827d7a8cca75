import type { SignedCenter } from '../deploy/centerSigns.ts';
import type { OrgAsk } from '../orgAsk.ts';
import { counted, quoted, type Finding } from './finding.ts';

/** The first version whose GraphQL has mutations for everybody, and that the package is made for (documented). */
const FIRST_VERSION = 66;
/** Below this share of the day's requests a warning is due. */
const FEW = 0.1;

export function apiVersion({ apiVersion }: OrgAsk): Finding {
    const isEnough = apiVersion >= FIRST_VERSION;
    return {
        name: 'api-version',
        question: 'Which API version does the org have?',
        answer: `${apiVersion}, Switchboard is made for ${FIRST_VERSION} and later`,
        standing: isEnough ? 'good' : 'blocked',
        uses: isEnough ? `version ${FIRST_VERSION}` : 'nothing: the package is not taken',
        fallback: null,
        todo: isEnough ? null : `wait until the org is upgraded to version ${FIRST_VERSION} (Spring '26)`,
        stop: `The org has API version ${apiVersion}, without the GraphQL mutations that Switchboard moves users by: wait until it is upgraded to version ${FIRST_VERSION} (Spring '26).`
    };
}

export async function apiRequests(ask: OrgAsk): Promise<Finding> {
    const answer = await ask.get<{ DailyApiRequests?: { Max: number; Remaining: number } }>('limits');
    const finding = {
        name: 'api-requests',
        question: 'How many API requests are left today?',
        uses: 'a few requests a page, one for 50 users moved',
        fallback: 'a run stops, and goes on where it stopped another day'
    };
    const limit = answer.ok ? answer.body.DailyApiRequests : undefined;
    if (!limit) {
        const words = answer.ok ? 'the org does not list the limit' : `the org does not say: ${quoted(answer.words)}`;
        return { ...finding, answer: words, standing: 'open', todo: null };
    }
    const isFew = limit.Remaining < limit.Max * FEW;
    return {
        ...finding,
        answer: `${limit.Remaining.toLocaleString('en')} of ${limit.Max.toLocaleString('en')}`,
        standing: isFew ? 'second' : 'good',
        todo: isFew ? 'leave big runs for tomorrow' : null
    };
}

export async function userRead(ask: OrgAsk): Promise<Finding> {
    const document = 'query { uiapi { query { User(first: 1) { edges { node { Id CallCenterId { value } } } } } } }';
    const [listed, counting] = await Promise.all([ask.graphql(document), ask.rows('SELECT COUNT(Id) n FROM User')]);
    const refused = [listed, counting].find((answer) => !answer.ok);
    const seen = counting.ok ? Number(counting.body[0]?.n ?? 0) : 0;
    const finding = { name: 'user-read', question: 'May this user read users?', fallback: null };
    if (!refused && seen > 1)
        return { ...finding, answer: `yes, ${counted(seen, 'user')}`, standing: 'good', uses: 'GraphQL', todo: null };
    // Where users are private, everybody still sees themselves (documented: sharing of User).
    const said = refused && !refused.ok ? `the org says ${quoted(refused.words)}` : 'nobody but themselves is seen';
    return {
        ...finding,
        answer: `no, ${said}`,
        standing: 'blocked',
        uses: 'nothing: there is nobody to show',
        todo: 'give this user View Setup and Configuration and View All Users, and see that User.CallCenterId is visible to them',
        stop: `This user may not read users (${said}): give them View Setup and Configuration and View All Users.`
    };
}

/** @param centers as SOQL tells them, or why it does not */
export function callCenters(centers: SignedCenter[] | { words: string }): Finding {
    const finding = { name: 'call-centers', question: 'Which call centers are there?', fallback: null };
    if (!Array.isArray(centers))
        return {
            ...finding,
            answer: `the org does not say: ${quoted(centers.words)}`,
            standing: 'open',
            uses: 'the ids that users carry',
            todo: 'run the doctor as a user with Manage Call Centers'
        };
    const [first] = centers;
    return {
        ...finding,
        answer: first
            ? `${counted(centers.length, 'call center')}: ${centers.map(({ name }) => name).join(', ')}`
            : 'none',
        standing: first ? 'good' : 'blocked',
        uses: first ? 'all of them' : 'nothing: there is nowhere to move users to',
        todo: first ? null : 'make a call center in Setup, Call Centers; demo/ holds two to deploy to a scratch org',
        stop: 'The org has no call center: make one in Setup, Call Centers, or deploy those in demo/ to a scratch org.'
    };
}
