import { unmountAll } from '#tests/support/mount.ts';
import { LONGEST_READ, LONGEST_WRITE, withinTime, type Timers } from '../timeLimit.ts';
import { mountOrg } from './mountOrg.ts';

const WRITE = { userId: '005000000000001AAA', to: '04v000000000001AAA' };

/** Timers that go off only when the test says so. */
function timersOfTest() {
    const waiting = new Map<number, { work: () => void; milliseconds: number }>();
    let keys = 0;
    const timers: Timers = {
        set: (work, milliseconds) => {
            waiting.set((keys += 1), { work, milliseconds });
            return keys;
        },
        clear: (key) => void waiting.delete(key)
    };
    return { timers, waiting, goOff: () => [...waiting.values()].forEach(({ work }) => work()) };
}

afterEach(unmountAll);

describe('The time limit of a request', () => {
    it('is a fault without an answer: what was asked may have been done', async () => {
        const { timers, waiting, goOff } = timersOfTest();
        const request = withinTime(new Promise(() => {}), 1_000, timers);
        expect([...waiting.values()].map(({ milliseconds }) => milliseconds)).toEqual([1_000]);
        goOff();
        await expect(request).rejects.toMatchObject({ name: 'OrgFault', kind: 'offline', words: '', sent: true });
    });

    it('ends with the answer, or with the failure', async () => {
        const { timers, waiting } = timersOfTest();
        await expect(withinTime(Promise.resolve(7), 1_000, timers)).resolves.toBe(7);
        await expect(withinTime(Promise.reject(new Error('no')), 1_000, timers)).rejects.toThrow('no');
        expect(waiting.size).toBe(0);
    });
});

describe('A platform that never answers', () => {
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] }));
    afterEach(() => jest.useRealTimers());

    it('fails a read in time, and ends its wire', async () => {
        const { port, reads } = mountOrg();
        const fault = port.memberCounts().catch((thrown: unknown) => thrown);
        await jest.advanceTimersByTimeAsync(LONGEST_READ - 1);
        expect(reads()).toHaveLength(1);
        await jest.advanceTimersByTimeAsync(1);
        expect(await fault).toMatchObject({ name: 'OrgFault', kind: 'offline' });
        expect(reads()).toHaveLength(0);
    });

    it('fails a mutation in time, which may have been written', async () => {
        const { port, mutate } = mountOrg();
        mutate.mockReturnValue(new Promise(() => {}));
        const fault = port.write([WRITE]).catch((thrown: unknown) => thrown);
        await jest.advanceTimersByTimeAsync(LONGEST_WRITE);
        expect(await fault).toMatchObject({ name: 'OrgFault', kind: 'offline', sent: true });
    });

    it('fails the write of one user in time, which isn’t a refusal', async () => {
        const { port, update } = mountOrg();
        update.mockReturnValue(new Promise(() => {}));
        const fault = port.writeOne(WRITE, '').catch((thrown: unknown) => thrown);
        await jest.advanceTimersByTimeAsync(LONGEST_WRITE);
        expect(await fault).toMatchObject({ name: 'OrgFault', kind: 'offline', sent: true });
    });
});
