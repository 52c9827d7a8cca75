import { OrgFault } from 'c/orgPort';
import { CentersFrame } from '../centersFrame.ts';
import { LONGEST_GREETING, LONGEST_LIST } from '../timeLimit.ts';

const ORIGIN = 'https://acme--c.vf.force.com';
const ROWS = [{ Id: '04v000000000001AAA', Name: 'Dialer' }];

/** A frame whose page is played by the test. */
function open() {
    const asked: { switchboard: string; nonce: string }[] = [];
    const origins: string[] = [];
    const page = {
        postMessage: (message: (typeof asked)[number], origin: string) => {
            asked.push(message);
            origins.push(origin);
        }
    };
    const running = new Map<number, { work: () => void; milliseconds: number }>();
    let keys = 0;
    const timers = {
        set: (work: () => void, milliseconds: number) => {
            running.set((keys += 1), { work, milliseconds });
            return keys;
        },
        clear: (key: number) => void running.delete(key)
    };
    const frame = new CentersFrame({ src: `${ORIGIN}/apex/SwitchboardCenters`, origin: ORIGIN }, 'secret', timers);
    const ended = frame.rows.then(
        (rows) => ({ rows }),
        (fault: OrgFault) => ({ kind: fault.kind, words: fault.words })
    );
    const load = () => frame.loaded({ currentTarget: { contentWindow: page } } as unknown as Event);
    const send = (data: unknown, { origin = ORIGIN, source = page as unknown } = {}) => {
        const event = new MessageEvent('message', { data, origin });
        Object.defineProperty(event, 'source', { value: source });
        window.dispatchEvent(event);
    };
    const pass = (milliseconds: number) =>
        [...running.values()].filter((timer) => timer.milliseconds <= milliseconds).forEach(({ work }) => work());
    const isOpen = async () => 'open' === (await Promise.race([ended, Promise.resolve('open')]));
    return { asked, origins, ended, load, send, pass, isOpen, nonce: () => asked.at(-1)!.nonce, running };
}

describe('A hidden frame of the Visualforce page', () => {
    it('is asked when it has loaded, for its origin only, and answers with rows', async () => {
        const { asked, origins, ended, load, send, nonce, running } = open();
        expect(asked).toEqual([]);
        load();
        expect(asked).toEqual([{ switchboard: 'list', nonce: nonce() }]);
        expect(origins).toEqual([ORIGIN]);
        send({ switchboard: 'reading', nonce: nonce() });
        send({ switchboard: 'rows', nonce: nonce(), rows: ROWS });
        expect(await ended).toEqual({ rows: ROWS });
        expect(running.size).toBe(0);
    });

    it('is asked again after a redirect', async () => {
        const { asked, ended, load, send, nonce } = open();
        load();
        load();
        expect(asked).toHaveLength(2);
        send({ switchboard: 'rows', nonce: nonce(), rows: [] });
        expect(await ended).toEqual({ rows: [] });
    });

    it('says why Salesforce refused, as text that is not too long', async () => {
        const { ended, load, send, nonce } = open();
        load();
        send({ switchboard: 'refused', nonce: nonce(), words: 'x'.repeat(9_000) });
        expect(await ended).toEqual({ kind: 'invalid', words: 'x'.repeat(500) });
        const other = open();
        other.load();
        other.send({ switchboard: 'refused', nonce: other.nonce(), words: { no: 'text' } });
        expect(await other.ended).toEqual({ kind: 'invalid', words: '' });
    });

    it.each([
        ['of another origin', { origin: 'https://evil.example' }, {}],
        ['of a sandboxed frame', { origin: 'null' }, {}],
        ['of another window', { source: window }, {}],
        ['of no window', { source: null }, {}],
        ['with another nonce', {}, { nonce: 'guessed' }],
        ['with a nonce that is no text', {}, { nonce: ['x'] }],
        ['of an unknown kind', {}, { switchboard: 'list' }]
    ])('ignores a message %s', async (_, from, change) => {
        const { load, send, nonce, isOpen } = open();
        load();
        send({ switchboard: 'rows', nonce: nonce(), rows: ROWS, ...change }, from);
        expect(await isOpen()).toBe(true);
    });

    it.each([null, undefined, 'text', 7, []])(
        'ignores %j in place of a message, and anything before it has loaded',
        async (data) => {
            const { load, send, isOpen } = open();
            send({ switchboard: 'rows', rows: ROWS });
            load();
            send(data);
            expect(await isOpen()).toBe(true);
        }
    );

    it('ends when no page answers after the frame has loaded, and when rows never come', async () => {
        const empty = open();
        empty.load();
        empty.pass(LONGEST_GREETING);
        expect(await empty.ended).toEqual({ kind: 'offline', words: '' });

        const slow = open();
        slow.load();
        slow.send({ switchboard: 'reading', nonce: slow.nonce() });
        slow.pass(LONGEST_GREETING);
        expect(await slow.isOpen()).toBe(true);
        slow.pass(LONGEST_LIST);
        expect(await slow.ended).toEqual({ kind: 'offline', words: '' });
    });
});
