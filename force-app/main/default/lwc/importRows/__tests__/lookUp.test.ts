import {
    findNearest,
    importPlan,
    judgeSteps,
    lookUp,
    MAX_LOOKUP_REQUESTS,
    NOTHING_FOUND,
    questionKey,
    valuesNotFound,
    valuesToAsk
} from 'c/importRows';
import { OrgFault, type FoundUser, type LookupAnswer, type UserLookup, type UserLookupOrg } from 'c/orgPort';
import { inSlices } from 'c/slices';
import { userOf } from '#tests/support/orgFacts.ts';
import { ADA, person, smallOrg, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';
import { corrected, importOf, judged, lookedUp, QUIET, usersIn } from './sheets.ts';

const usernames = (count: number) => Array.from({ length: count }, (_, index) => `user${index}@x.example`);
const userNamed = (username: string): FoundUser => ({
    ...userOf(person(1, 'Ada Byron', null)),
    username,
    keys: [username]
});

/** An org in which everyone exists, that counts its requests, and that can do something else. */
function orgOf(
    answer: (lookup: UserLookup, request: number, after: string | null) => LookupAnswer | null = () => null
) {
    const asked: UserLookup[] = [];
    const org: UserLookupOrg = {
        async usersBy(lookup, after) {
            asked.push(lookup);
            const users = lookup.values.map(userNamed);
            return answer(lookup, asked.length, after) ?? { status: 'found', users, endCursor: null };
        }
    };
    return { org, asked };
}

describe('Looking up the users of a sheet', () => {
    it('asks for 50,000 different values in 500 requests, each value once', async () => {
        const values = usernames(50_000);
        const { org, asked } = orgOf();
        const result = await lookUp(org, values, 'username or email', NOTHING_FOUND, QUIET);
        expect(result.state).toBe('done');
        expect(result.found.byKey.size).toBe(50_000);
        expect(asked).toHaveLength(500);
        expect(asked.flatMap((lookup) => lookup.values)).toEqual(values);
    });

    it('asks for a value once, whatever its case, and not again', async () => {
        const given = importOf(`Username\n${ADA.username}\n${ADA.username.toUpperCase()}\n\nx\n`, { to: WORK });
        expect(valuesToAsk(given)).toEqual([ADA.username, 'x']);
        const org = new WholeMemoryOrg(smallOrg());
        const found = await lookedUp(given, org);
        expect(valuesToAsk(found)).toEqual([]);
        expect(valuesToAsk(corrected(found, 5, { text: 'y' }))).toEqual(['y']);
        expect(valuesToAsk(corrected(given, 4, { skip: true }))).toEqual([ADA.username, 'x']);
        expect(valuesToAsk(corrected(given, 5, { skip: true }))).toEqual([ADA.username]);
    });

    it('never needs more requests than the most, however many pages and failures there are', async () => {
        const values = usernames(50_000);
        const paged = orgOf((lookup) => ({ status: 'found', users: lookup.values.map(userNamed), endCursor: 'more' }));
        const result = await lookUp(paged.org, values, 'email', NOTHING_FOUND, QUIET);
        expect(result.state).toBe('done');
        expect(paged.asked.length).toBeLessThan(MAX_LOOKUP_REQUESTS);
        expect(result.found.incomplete.size).toBeGreaterThan(0);
        const failing = orgOf((_, request) => {
            if (request % 2) throw new OrgFault('busy', '');
            return null;
        });
        expect((await lookUp(failing.org, values, 'email', NOTHING_FOUND, QUIET)).state).toBe('failed');
        expect(failing.asked.length).toBeLessThan(MAX_LOOKUP_REQUESTS);
    });

    it('says that a value has more users than were read', async () => {
        const { org } = orgOf(() => ({ status: 'found', users: [userNamed('team@x.example')], endCursor: 'more' }));
        const given = await lookedUp(importOf('Email\nteam@x.example\nbo@x.example', { to: WORK }), org);
        expect(judged(given).verdicts).toMatchObject([
            { verdict: 'several found', more: true },
            { verdict: 'not checked' }
        ]);
    });

    it('goes on after failures that pass, and stops at others with what was found', async () => {
        const waits: number[] = [];
        const options = { ...QUIET, wait: async (ms: number) => void waits.push(ms) };
        const busy = orgOf((_, request) => {
            if (request < 3) throw new OrgFault('busy', '', { retryAfter: 5_000 });
            return null;
        });
        const result = await lookUp(busy.org, ['a', 'b'], 'alias', NOTHING_FOUND, options);
        expect([result.state, waits]).toEqual(['done', [5_000, 5_000]]);
        const expired = orgOf((_, request) => {
            if (request > 3) throw new OrgFault('expired', 'Session expired');
            return null;
        });
        const stopped = await lookUp(expired.org, usernames(1_000), 'username', NOTHING_FOUND, QUIET);
        expect(stopped).toMatchObject({ state: 'failed', fault: { kind: 'expired' } });
        expect(stopped.found.byKey.size).toBe(300);
    });

    it('can be cancelled, and goes on later where it was', async () => {
        const values = usernames(1_000);
        let answered = 0;
        const options = {
            ...QUIET,
            isCancelled: () => answered >= 400,
            onProgress: (count: number) => (answered = count)
        };
        const { org, asked } = orgOf();
        const { state, found } = await lookUp(org, values, 'username', NOTHING_FOUND, options);
        expect(state).toBe('cancelled');
        expect(found.byKey.size).toBeLessThan(1_000);
        const rest = values.filter((value) => !found.byKey.has(questionKey(value, 'username')));
        const whole = await lookUp(org, rest, 'username', found, QUIET);
        expect(whole.found.byKey.size).toBe(1_000);
        expect(asked).toHaveLength(10);
    });

    it('asks once for a field that the org hides', async () => {
        const { org, asked } = orgOf(() => ({ status: 'unavailable', words: 'No such column' }));
        const { state, found } = await lookUp(org, usernames(5_000), 'federation id', NOTHING_FOUND, QUIET);
        expect([state, found.unavailable.get('federation id')]).toEqual(['done', 'No such column']);
        expect(asked.length).toBeLessThan(4);
    });
});

describe('The nearest match of a value without a user', () => {
    const magnus = person(30, 'Magnus Ó Briain', null);
    const agents = [14, 15].map((number) => person(30 + number, `Temp Agent${number}`, null));
    const twins = ['Marta Nowak', 'Marta Nowok'].map((name, index) => person(60 + index, name, null));
    const maria = person(70, 'María Ünal', null);
    const facts = smallOrg();
    const org = () => new WholeMemoryOrg({ ...facts, people: [...facts.people, magnus, maria, ...agents, ...twins] });
    const nearest = async (header: string, value: string) => {
        const given = await lookedUp(importOf(`${header}\n${value}`, { to: WORK }), org());
        const values = valuesNotFound(given, judged(given));
        const { found } = await findNearest(org(), values, given.mapping.user!.by, given.found, QUIET);
        const [verdict] = judged({ ...given, found }).verdicts;
        return verdict.verdict === 'not found' ? (verdict.nearest?.name ?? null) : verdict.verdict;
    };

    it.each([
        ['Username', 'magnus.ó.briain@acme.example', 'Magnus Ó Briain'],
        ['Username', 'magnus.ó.brian@switchboard.example', 'Magnus Ó Briain'],
        ['Name', 'Maria Unal', 'María Ünal'],
        ['Name', 'Magnus O Briain', 'Magnus Ó Briain'],
        ['Name', '"Briian, Magnus Ó"', 'Magnus Ó Briain'],
        ['Username', 'temp.agent24@switchboard.example', null],
        ['Name', 'Marta Nowek', null],
        ['Name', 'Bo', null],
        ['Alias', 'magnus.x', null]
    ])('by %s: %j is %j', async (header, value, expected) => {
        expect(await nearest(header, value)).toBe(expected);
    });

    it('is looked for with few requests', async () => {
        const { org: counting, asked } = orgOf(() => ({ status: 'found', users: [], endCursor: null }));
        await findNearest(counting, usernames(10_000), 'username', NOTHING_FOUND, QUIET);
        expect(asked.length).toBeLessThanOrEqual(30);
        expect(500 + 60 + 30).toBeLessThan(MAX_LOOKUP_REQUESTS);
    });
});

describe('Work in slices', () => {
    const turns = (slice: number, isCancelled = () => false) => {
        let [time, pauses] = [0, 0];
        const pause = async () => void (pauses += 1);
        return { now: () => (time += slice), pause, isCancelled, pauses: () => pauses };
    };
    const given = importOf(`Username\n${usernames(10_000).join('\n')}`, { to: WORK });

    it('gives the page a turn when it took long, and the same result', async () => {
        const slow = turns(50);
        expect(await inSlices(judgeSteps(given), slow)).toEqual(judged(given));
        expect(slow.pauses()).toBeGreaterThan(5);
        const quick = turns(0);
        await inSlices(judgeSteps(given), quick);
        expect(quick.pauses()).toBe(0);
    });

    it('ends when it is cancelled', async () => {
        expect(
            await inSlices(
                judgeSteps(given),
                turns(50, () => true)
            )
        ).toBeNull();
    });

    it('ends in a plan of 50,000 users', async () => {
        const many = importOf(`Username\n${usernames(50_000).join('\n')}`, { to: WORK });
        const byKey = new Map(
            valuesToAsk(many).map((value, index) => [
                questionKey(value, 'username or email'),
                [{ ...userNamed(value), id: `005${String(index).padStart(12, '0')}AAA` }]
            ])
        );
        const found = { ...NOTHING_FOUND, byKey };
        expect(usersIn(found)).toHaveLength(50_000);
        expect(importPlan(many, judged({ ...many, found }), null).users).toHaveLength(50_000);
    });
});
