import { graphqlOrg, type GraphqlAnswer } from 'c/graphqlOrg';
import { isTemporary, OrgFault, type FaultKind } from 'c/orgPort';

const ADA = '005000000000001AAA';
const CENTER = '04v000000000001AAA';
const WRITE = { userId: ADA, to: CENTER };
const CUT = 'Disconnected or Canceled';
const UNREADABLE = 'Communication error, please retry or reload the page';
const INSIDE = 'Internal error in GraphQL adapter occurred';

/** A failed request, as Aura's transport reports it: a 500 without headers, and the words in `error`. */
const failed = (error: string, status = 500) => ({
    ok: false,
    status,
    statusText: 'Server Error',
    headers: {},
    body: { error }
});

function orgThat(give: () => GraphqlAnswer) {
    const answer = async () => give();
    return graphqlOrg({
        query: answer,
        mutate: answer,
        updateRecord: async () => {
            give();
        }
    });
}

const throwing = (thrown: unknown) =>
    orgThat(() => {
        throw thrown;
    });

const faultOf = async (work: Promise<unknown>) => {
    const thrown: unknown = await work.then(
        (value) => new Error(`No fault was thrown, but ${JSON.stringify(value)} answered.`),
        (reason: unknown) => reason
    );
    if (!(thrown instanceof OrgFault)) throw thrown;
    return thrown;
};

const SHAPES: [string, unknown, FaultKind, string][] = [
    ['a lost connection', failed(CUT), 'offline', CUT],
    ['an unreadable answer', failed(UNREADABLE), 'busy', UNREADABLE],
    ['a lost connection with another status', failed(CUT, 400), 'offline', CUT],
    ['an unreadable answer with another status', failed(UNREADABLE, 400), 'busy', UNREADABLE],
    ['a lost connection as an Error', new Error(CUT), 'offline', CUT],
    ['something thrown inside the adapter', new Error(INSIDE), 'busy', INSIDE]
];

describe.each(SHAPES)('%s', (_, thrown, kind, words) => {
    it('that a read throws keeps its words and is temporary', async () => {
        const fault = await faultOf(throwing(thrown).memberCounts());
        expect(fault).toMatchObject({ kind, words });
        expect(isTemporary(fault)).toBe(true);
    });

    it('that a mutation throws may have been written', async () => {
        expect(await faultOf(throwing(thrown).write([WRITE]))).toMatchObject({ kind, words, sent: true });
    });

    it('that updateRecord throws is a fault, not a refusal of the user', async () => {
        expect(await faultOf(throwing(thrown).writeOne(WRITE, ''))).toMatchObject({ kind, words, sent: true });
    });
});

/** A wire of v1 hands on responses in `errors`, without a message of their own. */
const IN_ERRORS: [string, object, FaultKind, string][] = [
    ['a lost connection', failed(CUT), 'offline', CUT],
    ['an unreadable answer', failed(UNREADABLE), 'busy', UNREADABLE],
    ['a busy server', { ok: false, status: 503, headers: {}, body: [{ message: 'Try later' }] }, 'busy', 'Try later'],
    ['an ended session', { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'x' }] }, 'expired', 'x'],
    ['a used-up limit', { status: 403, body: { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'x' } }, 'limit', 'x'],
    ['no response at all', { status: 0, body: { message: 'Nothing came' } }, 'offline', 'Nothing came'],
    ['something thrown inside the adapter', { message: INSIDE }, 'busy', INSIDE]
];

describe.each(IN_ERRORS)('%s in the errors of an answer', (_, error, kind, words) => {
    const org = () => orgThat(() => ({ data: undefined, errors: [error] }));

    it('is that fault for a read', async () => {
        expect(await faultOf(org().memberCounts())).toMatchObject({ kind, words });
    });

    it('is that fault for a mutation, which may have been written', async () => {
        expect(await faultOf(org().write([WRITE]))).toMatchObject({ kind, words, sent: true });
    });

    it('is not a refusal of a call center’s name', async () => {
        const empty = { edges: [], pageInfo: { hasNextPage: false } };
        const transport = {
            query: async () => ({ data: { uiapi: { query: { CallCenterProfile__c: empty } } } }),
            mutate: async () => ({ data: undefined, errors: [error] }),
            updateRecord: async () => {}
        };
        const saving = graphqlOrg(transport).saveCenterProfile({ callCenterId: CENTER, name: 'x', kind: 'unknown' });
        expect(await faultOf(saving)).toMatchObject({ kind, words });
    });
});

describe('An error of the server', () => {
    it('keeps the words that come in `error`, whatever they are', async () => {
        const fault = await faultOf(throwing(failed('Something else')).memberCounts());
        expect(fault).toMatchObject({ kind: 'unreadable', words: 'Something else' });
    });

    it('is a refusal when it names a row, whose words can say anything', async () => {
        const body = {
            message: 'x',
            output: { errors: [{ errorCode: 'X_Y', message: 'Your network is not allowed.' }] }
        };
        expect(await throwing({ status: 400, body }).writeOne(WRITE, '')).toEqual({
            userId: ADA,
            written: false,
            words: 'Your network is not allowed.',
            code: 'X_Y'
        });
    });
});
