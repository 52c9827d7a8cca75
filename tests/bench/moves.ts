/** Compares moving 1, 100, and 1,000 users as the page does with one `updateRecord` per user. */
import { setTimeout as wait } from 'node:timers/promises';
import { graphqlOrg, type GraphqlTransport } from 'c/graphqlOrg';
import { planMoves } from 'c/movePlan';
import { startRun, type Journal, type RunReport } from 'c/moveRun';
import { saveReport } from 'c/runHistory';
import type { Org, User } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { startLocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { median, ms, ratio, table, timed } from './measure.ts';

const ROUNDS = 3;
const SIZES = [1, 100, 1000];
/** Milliseconds added to every request: none, and a common delay to a real org. */
const LATENCIES = [0, 150];
/** Milliseconds that all rounds of one measurement may take. */
const MAX_TIME = 60_000;

/** A time after every change of a user, so that the baseline's writes always happen. */
const FAR_FUTURE = '2100-01-01T00:00:00.000Z';

const noJournal: Journal = { available: false, begin() {}, intend() {}, settle() {}, end() {} };

type Way = (org: Org, users: User[], to: string | null) => Promise<void>;

/** The report of the last batch run, for the history. */
let lastReport: RunReport | null = null;

const WAYS: Record<string, Way> = {
    'Switchboard, batches': async (org, users, to) => {
        const run = startRun(
            planMoves(users, to, () => 'open-cti'),
            org,
            {
                runId: crypto.randomUUID(),
                by: 'bench',
                journal: noJournal,
                now: Date.now,
                wait,
                random: Math.random,
                onProgress() {}
            }
        );
        lastReport = await run.ended;
        const { settled } = lastReport;
        const moved = settled.filter(({ outcome }) => outcome === 'moved').length;
        if (moved !== users.length) throw new Error(`Only ${moved} of ${users.length} users moved.`);
    },
    'updateRecord, one by one': (org, users, to) => writeAll(org, users, to, 1),
    'updateRecord, five at a time': (org, users, to) => writeAll(org, users, to, 5)
};

async function writeAll(org: Org, users: User[], to: string | null, atOnce: number): Promise<void> {
    const queue = [...users];
    const work = async () => {
        for (let user = queue.pop(); user; user = queue.pop()) {
            const answer = await org.writeOne({ userId: user.id, to }, FAR_FUTURE);
            if (!('written' in answer) || !answer.written) throw new Error(`${user.name} didn't move.`);
        }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
}

export async function run(): Promise<void> {
    const local = await startLocalOrg({ users: 2500 });
    try {
        const fast = httpTransport(local.url, local.tokenFor('admin'));
        const { users } = await graphqlOrg(fast).users({ ...EVERYONE, isActive: true }, null, {
            first: 2000,
            fresh: true
        });
        const movable = users.filter(({ userType }) => userType === 'Standard');
        const center = users.find(({ callCenterId }) => callCenterId)!.callCenterId;
        const rows = [['moving users', 'latency', 'users', 'requests', 'time', 'Switchboard is']];
        for (const latency of LATENCIES) {
            const org = graphqlOrg(later(fast, latency));
            for (const size of SIZES) {
                const some = movable.slice(0, size);
                let ours = 0;
                for (const [name, way] of Object.entries(WAYS)) {
                    const { time, requests } = await measure(local.requests, org, some, center, way);
                    ours ||= time;
                    rows.push([name, ms(latency), String(size), String(requests), ms(time), ratio(ours, time)]);
                }
                const before = local.requests.count;
                const time = await timed(() => saveReport(lastReport!, org, () => null));
                const requests = String(local.requests.count - before);
                rows.push(['Switchboard, history only', ms(latency), String(size), requests, ms(time), '']);
            }
        }
        console.log(`${table(rows)}\n`);
    } finally {
        await local.close();
    }
}

/** Moves users into a center several times. @returns the requests and the median time of a move */
async function measure(log: { count: number }, org: Org, users: User[], center: string | null, way: Way) {
    const times: number[] = [];
    let requests = 0;
    for (let round = 0; round < ROUNDS && (!times.length || times[0] * ROUNDS < MAX_TIME); round += 1) {
        await removeAll(org, users);
        const before = log.count;
        const now = users.map((user) => ({ ...user, callCenterId: null }));
        times.push(await timed(() => way(org, now, center)));
        requests = log.count - before;
    }
    return { time: median(times), requests };
}

async function removeAll(org: Org, users: User[]): Promise<void> {
    for (let start = 0; start < users.length; start += 200) {
        await org.write(users.slice(start, start + 200).map(({ id }) => ({ userId: id, to: null })));
    }
}

function later(transport: GraphqlTransport, latency: number): GraphqlTransport {
    const slowed =
        <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
        async (...args: Args) => {
            if (latency) await wait(latency);
            return call(...args);
        };
    return {
        query: slowed(transport.query),
        mutate: slowed(transport.mutate),
        updateRecord: slowed(transport.updateRecord)
    };
}
