import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';

/** Users of the largest org that Switchboard supports. */
const USERS = 100_000;
const ROUNDS = 40;
const WARM_UP = 10;
/** Users in one mutation. */
const UPDATES = 200;

interface Measured {
    name: string;
    /** Milliseconds over HTTP, and for the same work in the store alone. */
    whole: number[];
    store: number[];
    /** Most milliseconds for this share of the requests. */
    goal: { ms: number; share: 0.5 | 0.95 };
}

/** Times of the embedded org with 100,000 users, over HTTP and GraphQL, and the store's share of them. */
export async function run(): Promise<void> {
    const started = performance.now();
    const org = await startLocalOrg({ users: USERS, dailyRequests: Number.MAX_SAFE_INTEGER });
    const seeding = performance.now() - started;
    try {
        const measured = [await page(org), await aggregate(org), await mutation(org)];
        console.log(`org: ${USERS.toLocaleString('en')} users, times in ms\n`);
        console.log(line(['', 'p50', 'p95', 'store p50', 'whole / store', 'goal', '']));
        for (const { name, whole, store, goal } of measured) {
            const [p50, p95, own] = [at(whole, 0.5), at(whole, 0.95), at(store, 0.5)];
            console.log(
                line([
                    name,
                    p50.toFixed(1),
                    p95.toFixed(1),
                    own.toFixed(1),
                    (p50 / own).toFixed(1),
                    `${goal.ms} (p${goal.share * 100})`,
                    met(at(whole, goal.share) <= goal.ms)
                ])
            );
        }
        console.log(line(['seeding', seeding.toFixed(0), '', '', '', '5000', met(seeding <= 5000)]));
    } finally {
        await org.close();
    }
}

/** The first page of a search: 100 active users by name, with another text in each round. */
async function page(org: LocalOrg): Promise<Measured> {
    const ask = asker(org);
    const query = `query ($like: String) { uiapi { query { User(first: 100, where: { Name: { like: $like }, IsActive: { eq: true } }, orderBy: { Name: { order: ASC } }) {
        edges { node { Id Name { value } Username { value } IsActive { value } CallCenterId { value } Profile { Name { value } } UserRole { Name { value } } } } pageInfo { hasNextPage endCursor } } } } }`;
    const sql = `SELECT u."Id", u."Name", u."Username", u."IsActive", u."CallCenterId", p."Name" AS profile, r."Name" AS role FROM (
        SELECT "Id" FROM "User" WHERE "Name$" LIKE ? AND "IsActive" = 1 ORDER BY "Name$", "Id" LIMIT 101) found
        JOIN "User" u ON u."Id" = found."Id" LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" LEFT JOIN "UserRole" r ON r."Id" = u."UserRoleId" ORDER BY u."Name$", u."Id"`;
    const patterns = Array.from(
        { length: ROUNDS },
        (_, round) => `%${String.fromCharCode(97 + (round % 26))}${'aeiou'[round % 5]}%`
    );
    return {
        name: 'page of 100, filtered, sorted',
        goal: { ms: 15, share: 0.95 },
        whole: await timed(patterns, (like) => ask(query, { like })),
        store: await timed(patterns, (like) => void org.store.all(sql, [like.toUpperCase()]))
    };
}

async function aggregate(org: LocalOrg): Promise<Measured> {
    const ask = asker(org);
    const query = `{ uiapi { aggregate { User(first: 2000, groupBy: { CallCenterId: { group: true } }) { edges { node { aggregate { CallCenterId { value } Id { count { value } } } } } } } } }`;
    const rounds = Array.from({ length: ROUNDS });
    return {
        name: 'members of every call center',
        goal: { ms: 8, share: 0.5 },
        whole: await timed(rounds, () => ask(query, {})),
        store: await timed(
            rounds,
            () => void org.store.all('SELECT "CallCenterId", count(*) AS n FROM "User" GROUP BY "CallCenterId"')
        )
    };
}

async function mutation(org: LocalOrg): Promise<Measured> {
    const ask = asker(org);
    const ids = org.store
        .all(`SELECT "Id" FROM "User" WHERE "UserType" = 'Standard' LIMIT ?`, [UPDATES])
        .map(({ Id }) => String(Id));
    const centers = org.store.all('SELECT "Id" FROM "CallCenter"').map(({ Id }) => String(Id));
    const names = ids.map((_id, index) => `$i${index}: UserUpdateInput!`).join(', ');
    const updates = ids
        .map((_id, index) => `u${index}: UserUpdate(input: $i${index}) { Record { Id CallCenterId { value } } }`)
        .join(' ');
    const query = `mutation (${names}) { uiapi(input: { allOrNone: false }) { ${updates} } }`;
    const rounds = Array.from({ length: ROUNDS }, (_, round) => centers[round % centers.length] ?? null);
    const inputs = (center: string | null) =>
        Object.fromEntries(ids.map((Id, index) => [`i${index}`, { Id, User: { CallCenterId: center } }]));
    return {
        name: `mutation of ${UPDATES} updates`,
        goal: { ms: 20, share: 0.5 },
        whole: await timed(rounds, (center) => ask(query, inputs(center))),
        store: await timed(rounds, (center) =>
            org.store.transaction(() => {
                for (const id of ids) {
                    org.store.get('SELECT * FROM "User" WHERE "Id" = ?', [id]);
                    org.store.run('UPDATE "User" SET "CallCenterId" = ?, "LastModifiedDate" = ? WHERE "Id" = ?', [
                        center,
                        org.store.writeTime(),
                        id
                    ]);
                }
            })
        )
    };
}

function asker(org: LocalOrg): (query: string, variables: Record<string, unknown>) => Promise<void> {
    const headers = { authorization: `Bearer ${org.tokenFor('admin')}`, 'content-type': 'application/json' };
    return async (query, variables) => {
        const body = JSON.stringify({ query, variables });
        const answer = await fetch(`${org.url}/services/data/v66.0/graphql`, { method: 'POST', headers, body });
        const { errors } = (await answer.json()) as { errors: { message: string }[] };
        if (errors.length > 0) throw new Error(`The measured request failed: ${errors[0]?.message}`);
    };
}

/** The first rounds prepare statements and compile code, and aren't counted. */
async function timed<Round>(rounds: readonly Round[], work: (round: Round) => Promise<void> | void): Promise<number[]> {
    for (const round of rounds.slice(0, WARM_UP)) await work(round);
    const times: number[] = [];
    for (const round of rounds) {
        const started = performance.now();
        await work(round);
        times.push(performance.now() - started);
    }
    return times;
}

function at(times: readonly number[], share: number): number {
    return times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
}

function line(cells: string[]): string {
    return cells.map((cell, index) => (index === 0 ? cell.padEnd(32) : cell.padStart(14))).join('');
}

function met(isMet: boolean): string {
    return isMet ? 'met' : 'missed';
}
