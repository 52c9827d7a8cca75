/** Measures the memory of `npm start`, and of the embedded org under a mixed load. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { table } from './measure.ts';

const USERS = 100_000;
/** Requests that the mixed load sends side by side, and in all. */
const SIDE_BY_SIDE = 8;
const REQUESTS = 400;
/** Milliseconds without a build, after which `npm start` counts as idle. Its build process ends before. */
const IDLE_TIME = 20_000;
/** In MB. */
const GOALS = { idle: 300, load: 400 };

const script = (name: string) => fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));

export async function run(): Promise<void> {
    const cache = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
    try {
        const rows = [['memory, MB', 'most', 'in the end', 'goal', '']];
        for (const name of ['npm start, first time', 'npm start, later']) {
            const { most, end } = await starting(cache);
            rows.push([name, megabytes(most), megabytes(end), `${GOALS.idle} in the end`, met(end, GOALS.idle)]);
        }
        const { most, end } = await mixedLoad();
        const name = `org, ${USERS.toLocaleString('en')} users, mixed load`;
        rows.push([name, megabytes(most), megabytes(end), `${GOALS.load} at most`, met(most, GOALS.load)]);
        console.log(`${table(rows)}\n`);
    } finally {
        rmSync(cache, { recursive: true });
    }
}

interface Memory {
    /** Kilobytes that the process and those that it started had, at most and when it was idle. */
    most: number;
    end: number;
}

/** Starts the page, opens it, and waits until it's idle. */
async function starting(cache: string): Promise<Memory> {
    const args = ['start.ts', '--no-open', '--port', '0', '--org-port', '0'];
    return measured(args, { SWITCHBOARD_CACHE: cache }, /Switchboard +(\S+)/, async (address) => {
        const opened = await fetch(address, { redirect: 'manual' });
        const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0]!;
        const page = await fetch(new URL('/app.js', address), { headers: { cookie } });
        if (!page.ok) throw new Error(`The page has status ${page.status}.`);
        await page.text();
        await wait(IDLE_TIME);
    });
}

/** The parts that are used of the answers of SOQL and GraphQL. */
interface Answer {
    records: { Id: string }[];
    errors?: unknown[];
}

/** Pages of 2,000 users, groups, searches, SOQL, and updates of 200 users, several at a time. */
async function mixedLoad(): Promise<Memory> {
    const args = ['local-org/main.ts', '--port', '0', '--users', String(USERS)];
    return measured(args, {}, /running at (\S+)[^]*admin: .*token (\S+)/, async (url, token) => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const ask = async (path: string, body?: unknown): Promise<Answer> => {
            const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
            const answer = await fetch(`${url}/services/data/v66.0/${path}`, init);
            const json = (await answer.json()) as Answer;
            if (!answer.ok || json.errors?.length) throw new Error(`${path}: ${JSON.stringify(json).slice(0, 300)}`);
            return json;
        };
        const soql = (query: string) => ask(`query?q=${encodeURIComponent(query)}`);
        const graphql = (query: string, variables = {}) => ask('graphql', { query, variables });
        const users = (await soql("SELECT Id FROM User WHERE UserType = 'Standard' LIMIT 2000")).records;
        const centers = (await soql('SELECT Id FROM CallCenter')).records;
        const kinds = [
            (n: number) => graphql(PAGE, { first: 2000, after: null, like: `%${'aeiou'[n % 5]}%` }),
            (n: number) => graphql(PAGE, { first: 100, after: null, like: `%${'aeiou'[n % 5]}%` }),
            () => graphql(GROUPS),
            (n: number) =>
                soql(
                    `SELECT Id, Name, Username, Profile.Name FROM User WHERE Name LIKE '%${'aeiou'[n % 5]}%' LIMIT 2000`
                ),
            (n: number) => {
                const some = users.slice((n * 200) % 2000, ((n * 200) % 2000) + 200);
                const center = centers[n % centers.length]!.Id;
                return graphql(
                    `mutation (${some.map((_, i) => `$i${i}: UserUpdateInput!`)}) { uiapi(input: { allOrNone: false }) { ${some
                        .map((_, i) => `u${i}: UserUpdate(input: $i${i}) { Record { Id CallCenterId { value } } }`)
                        .join(' ')} } }`,
                    Object.fromEntries(some.map(({ Id }, i) => [`i${i}`, { Id, User: { CallCenterId: center } }]))
                );
            }
        ];
        let next = 0;
        const client = async (): Promise<void> => {
            while (next < REQUESTS) {
                const n = next++;
                await kinds[n % kinds.length]!(n);
            }
        };
        await Promise.all(Array.from({ length: SIDE_BY_SIDE }, client));
    });
}

const PAGE = `query ($first: Int, $after: String, $like: String) { uiapi { query { User(first: $first, after: $after, where: { Name: { like: $like } }, orderBy: { Name: { order: ASC } }) {
    edges { node { Id Name { value } Username { value } Alias { value } Email { value } IsActive { value } CallCenterId { value } Profile { Name { value } } UserRole { Name { value } } } } pageInfo { hasNextPage endCursor } totalCount } } } }`;
const GROUPS =
    '{ uiapi { aggregate { User(first: 2000, groupBy: { CallCenterId: { group: true } }) { edges { node { aggregate { CallCenterId { value } Id { count { value } } } } } } } } }';

/** Runs a script, waits until it prints what `ready` matches, and measures its memory during the work. */
async function measured(
    [name, ...args]: string[],
    env: Record<string, string>,
    ready: RegExp,
    work: (...found: string[]) => Promise<void>
): Promise<Memory> {
    const child = spawn(process.execPath, [...nodeOptions(name!), script(name!), ...args], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'inherit']
    });
    let most = 0;
    const sample = (): number => {
        const now = residentSize(child);
        most = Math.max(most, now);
        return now;
    };
    const sampling = setInterval(sample, 100);
    try {
        await work(...(await printed(child, ready)));
        return { end: sample(), most };
    } finally {
        clearInterval(sampling);
        child.kill('SIGINT');
        await once(child, 'close');
    }
}

/** The options that package.json gives to Node for a script. */
function nodeOptions(name: string): string[] {
    const command = Object.values(manifest.scripts).find((each) => each.endsWith(` scripts/${name}`));
    if (!command) throw new Error(`No npm script runs ${name}.`);
    return command.split(' ').slice(1, -1);
}

function printed(child: ChildProcess, ready: RegExp): Promise<string[]> {
    let text = '';
    return new Promise((resolve, reject) => {
        child.stdout!.on('data', (part) => {
            text += part;
            const found = ready.exec(text);
            if (found && text.endsWith('\n')) resolve(found.slice(1));
        });
        child.on('close', (code) => reject(new Error(`The process ended with code ${code}: ${text}`)));
    });
}

/** Kilobytes of a process and of those that it started. */
function residentSize({ pid }: ChildProcess): number {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
    const rows = stdout
        .trim()
        .split('\n')
        .map((row) => row.trim().split(/\s+/).map(Number));
    return rows.filter(([id, parent]) => id === pid || parent === pid).reduce((sum, [, , size]) => sum + size!, 0);
}

const megabytes = (kilobytes: number): string => String(Math.round(kilobytes / 1024));
const met = (kilobytes: number, goal: number): string => (kilobytes / 1024 <= goal ? 'met' : 'missed');
