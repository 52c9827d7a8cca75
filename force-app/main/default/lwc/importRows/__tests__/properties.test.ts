import fc from 'fast-check';
import { writeCsv } from 'c/csv';
import { importPlan, judgeAgain, needsWork, VERDICTS, type Correction, type Import } from 'c/importRows';
import { planCsv } from 'c/csv';
import { planTargets } from 'c/movePlan';
import { KINDS, NAMES, person, smallOrg, WORK, DIALER, VOICE, LOBBY } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';
import { importOf, judged, lookedUp } from './sheets.ts';

const places = fc.constantFrom(WORK, DIALER, VOICE, LOBBY, null);
/** People of an org: some share a name or an email, and some names are hard for files. */
const peopleOf = fc
    .array(
        fc.record({
            name: fc.constantFrom('Ada Byron', 'Byron, Ada', '=Ada Byron', '"Manu" F', 'Zoë;Ünal', 'a,b', '-x'),
            email: fc.constantFrom('team@x.example', '=1@x.example', '+a@x.example', 'bo@x.example'),
            callCenterId: places,
            isActive: fc.boolean(),
            userType: fc.constantFrom('Standard', 'CspLitePortal')
        }),
        { minLength: 1, maxLength: 12 }
    )
    .map((all) =>
        all.map(({ name, callCenterId, ...more }, index) =>
            person(index + 1, name, callCenterId, { ...more, username: `${'=+-@'[index % 4]}u${index}@x.example` })
        )
    );
const orgWith = (people: ReturnType<typeof person>[]) => new WholeMemoryOrg({ ...smallOrg(), people });

/** Rows of a sheet that mention these people, no one, call centers, and nonsense, in any order and as often as they like. */
const sheetOf = (people: ReturnType<typeof person>[]) =>
    fc.array(
        fc
            .tuple(
                fc.constantFrom(
                    ...people.flatMap(({ username, email }) => [username, email]),
                    '',
                    'no one',
                    '<script>'
                ),
                fc.constantFrom('8x8 Work', 'old dialer', 'Voice East', LOBBY, 'none', '', 'nowhere'),
                fc.constantFrom([], ['note'], ['note', 'x'])
            )
            .map(([user, target, more]) => [user, target, ...more]),
        { minLength: 1, maxLength: 20 }
    );
const correctionOf = (people: ReturnType<typeof person>[]): fc.Arbitrary<Correction> =>
    fc.oneof(
        fc.constant({ skip: true }),
        fc.constantFrom(...people).map((user) => ({ user: { ...user, keys: [] } })),
        places.map((to) => ({ target: { to } })),
        fc.constantFrom(...people).map(({ username }) => ({ text: username }))
    );

async function importRows(people: ReturnType<typeof person>[], rows: string[][]): Promise<Import> {
    return lookedUp(importOf(writeCsv([['Username', 'To', 'Note'], ...rows]), { to: DIALER }), orgWith(people));
}

describe('Whatever a sheet says,', () => {
    const anything = peopleOf.chain((people) => fc.record({ people: fc.constant(people), rows: sheetOf(people) }));

    it('every row has exactly one verdict, and no user moves twice', async () => {
        await fc.assert(
            fc.asyncProperty(anything, async ({ people, rows }) => {
                const given = await importRows(people, rows);
                const { verdicts, counts } = judged(given);
                expect(verdicts).toHaveLength(given.sheet.rows.length);
                expect(verdicts.every(({ verdict }) => VERDICTS.includes(verdict))).toBe(true);
                expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(verdicts.length);
                const plan = importPlan(given, { ...judged(given) }, 'x.csv');
                expect(new Set(plan.users.map(({ userId }) => userId)).size).toBe(plan.users.length);
                expect(plan.users.filter(({ verdict }) => verdict === 'move')).toHaveLength(counts['will move']);
                const left = verdicts.filter(needsWork).length;
                expect(plan.users.length + counts['already there'] + left).toBe(verdicts.length);
            }),
            { numRuns: 200 }
        );
    });

    it('a correction changes no row but its own, and those that name the same users', async () => {
        const withCorrection = anything.chain(({ people, rows }) =>
            fc.record({
                people: fc.constant(people),
                rows: fc.constant(rows),
                corrections: fc.array(fc.tuple(fc.nat(), correctionOf(people)), { minLength: 1, maxLength: 4 })
            })
        );
        await fc.assert(
            fc.asyncProperty(withCorrection, async ({ people, rows, corrections }) => {
                let given = await importRows(people, rows);
                let before = judged(given);
                if (given.sheet.rows.length === 0) return;
                for (const [at, correction] of corrections) {
                    const place = at % given.sheet.rows.length;
                    const { row } = given.sheet.rows[place];
                    const next = { ...given, corrections: new Map([...given.corrections, [row, correction]]) };
                    const after = judgeAgain(before, next, [row]);
                    expect(after).toEqual(judged(next));
                    const userIn = (verdict: object) =>
                        'user' in verdict ? (verdict.user as { id: string }).id : null;
                    const users = [before, after].map(({ verdicts }) => userIn(verdicts[place]));
                    for (const [other, verdict] of after.verdicts.entries()) {
                        if (other === place || users.includes(userIn(verdict) ?? '')) continue;
                        expect(verdict).toBe(before.verdicts[other]);
                    }
                    [given, before] = [next, after];
                }
            }),
            { numRuns: 200 }
        );
    });
});

describe('Importing what was exported', () => {
    it('plans no move, whoever is in the org', async () => {
        await fc.assert(
            fc.asyncProperty(peopleOf, places, async (people, chosen) => {
                const known = new Map(people.map((each) => [each.id, each]));
                const where = people.map(({ id, callCenterId }) => ({ userId: id, to: callCenterId }));
                const kindOf = (id: string) => KINDS.get(id) ?? null;
                const file = planCsv(planTargets(where, known, kindOf), (id) => NAMES.get(id) ?? null);
                const given = await lookedUp(importOf(file, { to: chosen }), orgWith(people));
                const { counts } = judged(given);
                expect(counts['already there']).toBe(people.length);
                expect(importPlan(given, judged(given), 'x.csv').users).toEqual([]);
            }),
            { numRuns: 100 }
        );
    });

    it('plans no move with usernames and names of call centers, as a person would write them', async () => {
        await fc.assert(
            fc.asyncProperty(peopleOf, places, async (people, chosen) => {
                const rows = people.map(({ username, callCenterId }) => [
                    username,
                    callCenterId === null ? 'none' : (NAMES.get(callCenterId) ?? callCenterId)
                ]);
                const file = writeCsv([['Username', 'Call center'], ...rows]);
                const given = await lookedUp(importOf(file, { to: chosen }), orgWith(people));
                expect(judged(given).counts['already there']).toBe(people.length);
            }),
            { numRuns: 100 }
        );
    });
});
