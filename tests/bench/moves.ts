/** Moving 1, 100 and 1,000 users as the page does, beside one `updateRecord` a user. */
import { graphqlOrg, type GraphqlTransport } from 'c/graphqlOrg';
import { planMoves } from 'c/movePlan';
import { startRun, type Journal, type RunReport } from 'c/moveRun';
import { keepReport } from 'c/runHistory';
import type { Org, User } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { startLocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { median, ms, ratio, table, timed } from './measure.ts';

const ROUNDS = 3;
const SIZES = [1, 100, 1000];
/** Milliseconds that every request takes longer: none, and a usual distance to an org. */
const LATENCIES = [0, 150];
/** Rounds of what takes minutes. */
const SLOW = 60_000;

/** A time that no user is modified after: the rival's writes are to happen, whatever was before. */
const WHENEVER = '2100-01-01T00:00:00.000Z';

const noJournal: Journal = { available: false, begin() {}, intend() {}, settle() {}, end() {} };
const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

type Way = (org: Org, users: User[], to: string | null) => Promise<void>;

/** What the history is to keep of the last run of batches. */
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
        if (moved !== users.length) throw new Error(`Only ${moved} of ${users.length} were moved.`);
    },
    'updateRecord, one by one': (org, users, to) => writeAll(org, users, to, 1),
    'updateRecord, five at once': (org, users, to) => writeAll(org, users, to, 5)
};

async function writeAll(org: Org, users: User[], to: string | null, atOnce: number): Promise<void> {
    const queue = [...users];
    const work = async () => {
        for (let user = queue.pop(); user; user = queue.pop()) {
            const answer = await org.writeOne({ userId: user.id, to }, WHENEVER);
            if (!('written' in answer) || !answer.written) throw new Error(`${user.name} was not moved.`);
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
        const rows = [['moving users', 'latency', 'users', 'requests', 'time', 'ours is']];
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
                const time = await timed(() => keepReport(lastReport!, org, () => null));
                const requests = String(local.requests.count - before);
                rows.push(['Switchboard, its history apart', ms(latency), String(size), requests, ms(time), '']);
            }
        }
        console.log(`${table(rows)}\n`);
    } finally {
        await local.close();
    }
}

/** Moves users there and back, a few times; the requests and the median time of moving them there. */
async function measure(log: { count: number }, org: Org, users: User[], center: string | null, way: Way) {
    const times: number[] = [];
    let requests = 0;
    for (let round = 0; round < ROUNDS && (!times.length || times[0] * ROUNDS < SLOW); round += 1) {
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
        updateUser: slowed(transport.updateUser)
    };
}
