import type { Org } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { eventually, settled, unmountAll } from '#tests/support/mount.ts';
import { mountOrg } from './mountOrg.ts';

const NO_ANSWER_YET = { data: undefined, errors: undefined };

/** The answer of an aggregate that counts users without a center. */
const counted = (members: number) => ({
    data: {
        uiapi: {
            aggregate: {
                User: {
                    edges: [
                        { node: { aggregate: { CallCenterId: { value: null }, Id: { count: { value: members } } } } }
                    ],
                    pageInfo: { hasNextPage: false, endCursor: null }
                }
            }
        }
    },
    errors: undefined
});

/** Whether a promise is still open, or else its value or reason. */
function watch<Value>(promise: Promise<Value>) {
    const seen: { state: 'open' | 'settled' | 'failed'; value?: Value; reason?: unknown } = { state: 'open' };
    promise.then(
        (value) => Object.assign(seen, { state: 'settled', value }),
        (reason: unknown) => Object.assign(seen, { state: 'failed', reason })
    );
    return seen;
}

const search = (port: Org, text: string, fresh: boolean) =>
    port.users({ ...EVERYONE, text }, null, { first: 100, fresh });
const found = (total: number) => ({
    data: {
        uiapi: { query: { User: { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: total } } }
    },
    errors: undefined
});

afterEach(unmountAll);

describe('Reading through the wire', () => {
    it('passes the document and its variables, and ends the wire with the answer', async () => {
        const { port, reads, wire, documentText } = mountOrg();
        expect(reads()).toHaveLength(0);
        const read = watch(search(port, 'ada', false));
        await eventually(() => expect(reads()).toHaveLength(1));
        const config = wire.getLastConfig();
        expect(documentText(config?.query)).toContain('query switchboardUsers');
        expect(JSON.stringify(config?.variables)).toContain('%ada%');
        wire.emit(found(3));
        await eventually(() => expect(read).toMatchObject({ state: 'settled', value: { total: 3 } }));
        expect(reads()).toHaveLength(0);
    });

    it('ignores the first emission, which is empty', async () => {
        const { port, wire } = mountOrg();
        const read = watch(port.memberCounts());
        await settled();
        wire.emit(NO_ANSWER_YET);
        await settled();
        expect(read.state).toBe('open');
        wire.emit(counted(7));
        await eventually(() => expect(read.value).toEqual([{ callCenterId: null, members: 7 }]));
    });

    it('settles once, so later emissions don’t change the answer', async () => {
        const { port, wire } = mountOrg();
        const read = watch(port.memberCounts());
        await settled();
        wire.emit(counted(7));
        wire.emit(counted(8));
        await eventually(() => expect(read.value).toEqual([{ callCenterId: null, members: 7 }]));
    });

    it('takes one request for each fresh read, and asks a new question that no cache can answer', async () => {
        const { port, reads, wire } = mountOrg();
        const refresh = jest.fn(async () => {});
        const questions = new Set<string>();
        for (const members of [7, 9]) {
            const read = watch(port.memberCounts());
            await eventually(() => expect(reads()).toHaveLength(1));
            questions.add(JSON.stringify(wire.getLastConfig()!.variables));
            wire.emit({ ...counted(members), refresh });
            await eventually(() => expect(read.value).toEqual([{ callCenterId: null, members }]));
        }
        expect(questions.size).toBe(2);
        expect(refresh).not.toHaveBeenCalled();
        expect(reads()).toHaveLength(0);
    });

    it.each([
        ['is missing', undefined],
        ['fails', () => Promise.reject(new TypeError('Failed to fetch'))],
        ['ends without an emission', () => Promise.resolve()]
    ])('doesn’t depend on `refresh`, so a fresh read is answered when it %s', async (_, refresh) => {
        const { port, reads, wire } = mountOrg();
        void port.memberCounts();
        await settled();
        wire.emit(counted(7));
        await eventually(() => expect(reads()).toHaveLength(0));
        const read = watch(port.memberCounts());
        await settled();
        wire.emit({ ...counted(9), refresh });
        await eventually(() => expect(read.value).toEqual([{ callCenterId: null, members: 9 }]));
    });

    it('asks the same question again when a cache may answer it', async () => {
        const { port, wire } = mountOrg();
        const questions = new Set<string>();
        for (let time = 0; time < 2; time += 1) {
            const read = watch(search(port, 'bo', false));
            await settled();
            questions.add(JSON.stringify(wire.getLastConfig()!.variables));
            wire.emit(found(1));
            await eventually(() => expect(read.state).toBe('settled'));
        }
        expect(questions.size).toBe(1);
    });

    it('reads a list of errors as the org’s answer, and quotes it', async () => {
        const { port, reads, wire } = mountOrg();
        // Counts would first ask whether the field is hidden.
        const read = watch(port.profiles());
        await settled();
        wire.emit({ data: undefined, errors: [{ message: 'Validation error of type FieldUndefined: x' }] });
        await eventually(() => expect(read).toMatchObject({ state: 'failed', reason: { kind: 'invalid' } }));
        expect((read.reason as { words: string }).words).toContain('FieldUndefined');
        expect(reads()).toHaveLength(0);
    });

    it('reads any other error as a failed response', async () => {
        const { port, wire } = mountOrg();
        const read = watch(port.memberCounts());
        await settled();
        const body = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];
        wire.emit({ data: undefined, errors: { status: 401, body } });
        await eventually(() => expect(read).toMatchObject({ state: 'failed', reason: { kind: 'expired' } }));
    });

    it('takes what is emitted again after a record changed for no other answer', async () => {
        const { port, wire } = mountOrg();
        const counts = watch(port.memberCounts());
        await settled();
        const question = wire.getLastConfig()!;
        const others = watch(port.memberCounts());
        await settled();
        const toFirst = ({ variables }: { variables?: unknown }) => variables === question.variables;
        wire.emit(counted(7), toFirst);
        wire.emit(counted(8), toFirst);
        await eventually(() => expect(counts.value).toEqual([{ callCenterId: null, members: 7 }]));
        expect(others.state).toBe('open');
        wire.emit(counted(9));
        await eventually(() => expect(others.value).toEqual([{ callCenterId: null, members: 9 }]));
    });

    it('gives each of two simultaneous reads a wire of its own', async () => {
        const { port, reads } = mountOrg();
        void watch(port.memberCounts());
        void watch(search(port, 'cy', false));
        await eventually(() => expect(reads()).toHaveLength(2));
    });
});
