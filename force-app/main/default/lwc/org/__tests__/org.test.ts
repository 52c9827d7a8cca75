import * as engine from 'lwc';
import type Org from 'c/org';
import type { Org as OrgPort } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { all, mount, settled, unmountAll } from '#tests/support/mount.ts';

jest.mock('lightning/uiRecordApi', () => ({ updateRecord: jest.fn() }));

/** How tests use the mock in tests/jest/graphql.ts. */
interface Wire {
    emit(value: unknown): void;
    getLastConfig(): { query: unknown; variables: Record<string, unknown> } | undefined;
}

let wire: Wire;
let mutate: jest.Mock;
let update: jest.Mock;
let documentText: (document: unknown) => string;

const ADA = '005000000000001AAA';
const WORK = '04v000000000001AAA';
const NOTHING_YET = { data: undefined, errors: undefined };

/**
 * The org component, with its own copy of all modules: they remember for a session which call form works and what was
 * asked before. Whatever the test and the component share must come from the same copy.
 */
function open() {
    jest.resetModules();
    // The engine stays the same, because it registers elements only once.
    jest.doMock('lwc', () => engine);
    const { graphql, executeMutation } = jest.requireActual<typeof import('lightning/graphql')>('lightning/graphql');
    const { updateRecord } = jest.requireMock<typeof import('lightning/uiRecordApi')>('lightning/uiRecordApi');
    ({ documentText } = jest.requireActual<typeof import('../../../../../../scripts/preview/lds/document.ts')>(
        '../../../../../../scripts/preview/lds/document.ts'
    ));
    wire = graphql as unknown as Wire;
    mutate = executeMutation as unknown as jest.Mock;
    update = updateRecord as unknown as jest.Mock;
    const { default: part } = jest.requireActual<{ default: typeof Org }>('c/org');
    const element = mount(part, {}) as unknown as HTMLElement & { port: OrgPort };
    return { port: element.port, reads: () => all(element.shadowRoot!, 'c-org-read') };
}

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

const search = (port: OrgPort, text: string, fresh: boolean) =>
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
        const { port, reads } = open();
        expect(reads()).toHaveLength(0);
        const read = watch(search(port, 'ada', false));
        await settled();
        expect(reads()).toHaveLength(1);
        const config = wire.getLastConfig();
        expect(documentText(config?.query)).toContain('query switchboardUsers');
        expect(JSON.stringify(config?.variables)).toContain('%ada%');
        wire.emit(found(3));
        await settled();
        expect(read).toMatchObject({ state: 'settled', value: { total: 3 } });
        expect(reads()).toHaveLength(0);
    });

    it('ignores the first emission, which is empty', async () => {
        const { port } = open();
        const read = watch(port.memberCounts());
        await settled();
        wire.emit(NOTHING_YET);
        await settled();
        expect(read.state).toBe('open');
        wire.emit(counted(7));
        await settled();
        expect(read.value).toEqual([{ callCenterId: null, members: 7 }]);
    });

    it('settles once, so later emissions don’t change the answer', async () => {
        const { port } = open();
        const read = watch(port.memberCounts());
        await settled();
        wire.emit(counted(7));
        wire.emit(counted(8));
        await settled();
        expect(read.value).toEqual([{ callCenterId: null, members: 7 }]);
    });

    it('takes one request when the question is new', async () => {
        const { port } = open();
        const refresh = jest.fn(async () => {});
        const read = watch(port.memberCounts());
        await settled();
        wire.emit({ ...counted(7), refresh });
        await settled();
        expect(read.state).toBe('settled');
        expect(refresh).not.toHaveBeenCalled();
    });

    it('refreshes a question that was asked before, and answers with fresh data', async () => {
        const { port, reads } = open();
        const first = watch(port.memberCounts());
        await settled();
        wire.emit(counted(7));
        await settled();
        expect(first.state).toBe('settled');

        const second = watch(port.memberCounts());
        await settled();
        let refreshed!: () => void;
        const refresh = jest.fn(() => new Promise<void>((done) => (refreshed = done)));
        wire.emit({ ...counted(7), refresh });
        await settled();
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(second.state).toBe('open');
        wire.emit({ ...counted(9), refresh });
        refreshed();
        await settled();
        expect(second.value).toEqual([{ callCenterId: null, members: 9 }]);
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(reads()).toHaveLength(0);
    });

    it('accepts a cached answer when it doesn’t have to be fresh', async () => {
        const { port } = open();
        const refresh = jest.fn(async () => {});
        for (let time = 0; time < 2; time += 1) {
            const read = watch(search(port, 'bo', false));
            await settled();
            wire.emit({ ...found(1), refresh });
            await settled();
            expect(read.state).toBe('settled');
        }
        expect(refresh).not.toHaveBeenCalled();
    });

    it('fails when the refresh fails', async () => {
        const { port, reads } = open();
        void port.memberCounts();
        await settled();
        wire.emit(counted(7));
        await settled();
        const read = watch(port.memberCounts());
        await settled();
        const refresh = async () => {
            throw Object.assign(new TypeError('Failed to fetch'));
        };
        wire.emit({ ...counted(7), refresh });
        await settled();
        expect(read).toMatchObject({ state: 'failed', reason: { name: 'OrgFault', kind: 'offline' } });
        expect(reads()).toHaveLength(0);
    });

    it('reads a list of errors as the org’s answer, and quotes it', async () => {
        const { port, reads } = open();
        const read = watch(port.memberCounts());
        await settled();
        wire.emit({ data: undefined, errors: [{ message: 'Validation error of type FieldUndefined: x' }] });
        await settled();
        expect(read).toMatchObject({ state: 'failed', reason: { kind: 'invalid' } });
        expect((read.reason as { words: string }).words).toContain('FieldUndefined');
        expect(reads()).toHaveLength(0);
    });

    it('reads any other error as a failed response', async () => {
        const { port } = open();
        const read = watch(port.memberCounts());
        await settled();
        const body = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];
        wire.emit({ data: undefined, errors: { status: 401, body } });
        await settled();
        expect(read).toMatchObject({ state: 'failed', reason: { kind: 'expired' } });
    });

    it('gives each of two simultaneous reads a wire of its own', async () => {
        const { port, reads } = open();
        void watch(port.memberCounts());
        void watch(search(port, 'cy', false));
        await settled();
        expect(reads()).toHaveLength(2);
    });
});

describe('Writing several users', () => {
    const answer = {
        data: { uiapi: { u0: { Record: { Id: ADA, CallCenterId: { value: WORK } } } } },
        errors: undefined
    };
    const write = (port: OrgPort) => port.write([{ userId: ADA, to: WORK }]);

    it('calls executeMutation with one object and passes values as variables', async () => {
        const { port } = open();
        mutate.mockResolvedValue(answer);
        expect(await write(port)).toEqual([{ userId: ADA, written: true }]);
        expect(mutate).toHaveBeenCalledTimes(1);
        const [{ query, variables }, ...rest] = mutate.mock.calls[0];
        expect(rest).toEqual([]);
        expect(documentText(query)).toContain('UserUpdate');
        expect(documentText(query)).not.toContain(ADA);
        expect(variables).toEqual({ i0: { Id: ADA, User: { CallCenterId: WORK } } });
    });

    it('switches to two arguments for good when the first form leaves the document undefined', async () => {
        const { port } = open();
        mutate.mockImplementation(async (document: object, options?: { variables: object }) => {
            if (!options) throw new TypeError("Cannot read properties of undefined (reading 'definitions')");
            expect(documentText(document)).toContain('UserUpdate');
            expect(options.variables).toHaveProperty('i0');
            return answer;
        });
        expect(await write(port)).toEqual([{ userId: ADA, written: true }]);
        expect(mutate).toHaveBeenCalledTimes(2);
        await write(port);
        expect(mutate).toHaveBeenCalledTimes(3);
    });

    it.each([
        ['a failed response', { status: 503, body: { message: 'the document is undefined' } }],
        ['any other TypeError, such as a lost connection', new TypeError('Failed to fetch')]
    ])('never sends again after %s, because the first call may have written', async (_, thrown) => {
        const { port } = open();
        mutate.mockRejectedValue(thrown);
        await expect(write(port)).rejects.toMatchObject({ name: 'OrgFault', sent: true });
        expect(mutate).toHaveBeenCalledTimes(1);
    });
});

describe('Writing one user', () => {
    it('passes the time since which the user must not have changed', async () => {
        const { port } = open();
        update.mockResolvedValue({});
        const since = '2026-11-01T08:00:00.000Z';
        expect(await port.writeOne({ userId: ADA, to: WORK }, since)).toEqual({ userId: ADA, written: true });
        expect(update.mock.calls).toEqual([
            [{ fields: { Id: ADA, CallCenterId: WORK } }, { ifUnmodifiedSince: since }]
        ]);
    });

    it('reports that the user changed when the platform answers 412', async () => {
        const { port } = open();
        update.mockRejectedValue({ ok: false, status: 412, body: { message: 'modified' } });
        expect(await port.writeOne({ userId: ADA, to: null }, '')).toEqual({ userId: ADA, changed: true });
    });
});
