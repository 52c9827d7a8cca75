import { readSheet } from 'c/csv';
import { importPlan, judgeAgain, needsWorkCsv, recognize } from 'c/importRows';
import { planTargets } from 'c/movePlan';
import { toId18 } from 'c/orgPort';
import { ADA, BO, CY, DI, DIALER, EVE, FAY, GUS, person, smallOrg, VOICE, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';
import { CENTERS, corrected, importOf, judged, lookedUp, verdictsOf } from './sheets.ts';

const facts = smallOrg();
const TWIN = person(20, 'Ada Byron', null, { email: CY.email, username: 'ada.2@switchboard.example', alias: 'ada2' });
const ada = { ...ADA, federationId: 'Ada', employeeNumber: 'E1' };
const people = [...facts.people.map((each) => (each.id === ADA.id ? ada : each)), TWIN];
const org = new WholeMemoryOrg({ ...facts, people });

const judgedText = async (text: string, chosen: string | null = null, hasHeader = true) =>
    lookedUp(importOf(text, chosen === null ? null : { to: chosen }, hasHeader), org);

describe('Each row has one verdict:', () => {
    it('will move, already there, or blocked, as a plan of these users would say', async () => {
        const lines = [
            `${ADA.username},8x8 Work`,
            `${BO.username},${WORK}`,
            `${EVE.username},8x8 Work`,
            `${CY.username},Voice East`,
            `${GUS.username},Old Dialer`,
            `${FAY.username},OLDDIALERCTI`,
            `${DI.username}, None `
        ];
        const { verdicts, counts } = judged(await judgedText(`Username,To\n${lines.join('\n')}`));
        expect(verdicts).toMatchObject([
            { verdict: 'will move', from: DIALER, to: WORK },
            { verdict: 'already there', from: WORK, to: WORK },
            { verdict: 'blocked', reason: 'leaves a voice center', waits: false },
            { verdict: 'blocked', reason: 'enters a voice center', to: VOICE },
            { verdict: 'blocked', reason: 'inactive user' },
            { verdict: 'blocked', reason: 'may leave a voice center', waits: true },
            { verdict: 'will move', from: DIALER, to: null }
        ]);
        expect(counts).toMatchObject({ 'will move': 2, 'already there': 1, blocked: 4, 'not found': 0 });
    });

    it.each([
        ['User ID', ADA.id],
        ['User ID', ADA.id.slice(0, 15)],
        ['Username', ADA.username.toUpperCase()],
        ['Email', ` ${ADA.email}\u200B`],
        ['Federation ID', 'Ada'],
        ['Employee number', 'e1'],
        ['Alias', ADA.alias],
        ['Name', 'Bo Lind'],
        ['Name', '"Lind,  Bo"']
    ])('finds a user by %s: %j', async (header, value) => {
        const [verdict] = judged(await judgedText(`${header}\n${value}`, DIALER)).verdicts;
        expect(verdict).toMatchObject({ user: { id: header === 'Name' ? BO.id : ADA.id } });
    });

    it('not found, for values that no one has, empty cells, and IDs of other objects', async () => {
        const text = `User ID,Note\n${toId18('005000000000ZZZ')},\n,x\n${WORK},\nAda,`;
        expect(judged(await judgedText(text, WORK)).verdicts).toEqual([
            { verdict: 'not found', why: 'no match', text: toId18('005000000000ZZZ'), nearest: null },
            { verdict: 'not found', why: 'empty', text: '', nearest: null },
            { verdict: 'not found', why: 'not a user', text: WORK, nearest: null },
            { verdict: 'not found', why: 'not a user', text: 'Ada', nearest: null }
        ]);
    });

    it('several found, with the users to pick from', async () => {
        const given = await judgedText(`Name\nAda Byron`, WORK);
        const [verdict] = judged(given).verdicts;
        expect(verdict).toMatchObject({
            verdict: 'several found',
            candidates: [{ id: ADA.id }, { id: TWIN.id }],
            more: false
        });
        const picked =
            'candidates' in verdict && verdict.verdict === 'several found' ? verdict.candidates[1] : undefined;
        expect(judged(corrected(given, 2, { user: picked })).verdicts).toMatchObject([
            { verdict: 'will move', user: { id: TWIN.id } }
        ]);
    });

    it('named twice: the first row counts, or none when they disagree', async () => {
        const same = await judgedText(`Username\n${ADA.username}\n${BO.username}\n${ADA.username}`, DIALER);
        expect(judged(same).verdicts).toMatchObject([
            { verdict: 'already there' },
            { verdict: 'will move' },
            { verdict: 'named twice', counts: 2, rows: [2, 4] }
        ]);
        const text = `Username,To\n${ADA.username},8x8 Work\n${ADA.username},none\n`;
        const other = await judgedText(text);
        expect(judged(other).verdicts).toMatchObject([
            { verdict: 'named twice', counts: null, rows: [2, 3] },
            { verdict: 'named twice', counts: null, rows: [2, 3] }
        ]);
        expect(verdictsOf(corrected(other, 2, { skip: true }))).toEqual(['skipped', 'will move']);
    });

    it('target unknown, for names that no center or several have, and for empty cells when no center was chosen', async () => {
        const text = `Username,To\n${ADA.username},8x8\n${BO.username},Twin\n${CY.username},\n${DI.username},${toId18('04v000000000ZZZ')}`;
        const given = await judgedText(text);
        const twins = ['1', '2'].map((digit) => ({
            id: `04v00000000000${digit}XXX`,
            name: 'twin',
            internalName: null
        }));
        const { verdicts } = judged({ ...given, centers: [...CENTERS, ...twins] });
        expect(verdicts).toMatchObject([
            { verdict: 'target unknown', why: 'no match', text: '8x8', user: { id: ADA.id } },
            { verdict: 'target unknown', why: 'several', candidates: twins.map(({ id }) => id) },
            { verdict: 'target unknown', why: 'empty' },
            { verdict: 'target unknown', why: 'no match' }
        ]);
        const chosen = { ...given, mapping: { ...given.mapping, target: { column: 1, chosen: { to: WORK } } } };
        expect(verdictsOf(chosen)).toEqual(['target unknown', 'target unknown', 'will move', 'target unknown']);
        expect(verdictsOf(corrected(chosen, 2, { target: { to: null } }))[0]).toBe('will move');
    });

    it('unreadable, when it is not certain which cell is which', async () => {
        const rows = [
            `x,${ADA.username}`,
            `x,${BO.username},none,more`,
            `x,${CY.username},none,,`,
            `x,${DI.username},none`
        ];
        const given = await judgedText(`Region,Username,To,Note\n${rows.join('\n')}\nx,a,none,y,z`, WORK);
        expect(verdictsOf(given)).toEqual(['unreadable', 'will move', 'already there', 'will move', 'unreadable']);
        const correction = { text: ADA.username, target: { to: null } };
        expect(verdictsOf(await lookedUp(corrected(given, 2, correction), org))[0]).toBe('will move');
    });

    it('unreadable, in a sheet without a header, when a row is wider than most rows', async () => {
        const rows = [`${ADA.username}\t8x8 Work\tx`, `${BO.username}\tnone`, `${CY.username}\tnone`];
        expect(verdictsOf(await judgedText(rows.join('\n'), null, false))).toEqual([
            'unreadable',
            'will move',
            'already there'
        ]);
    });

    it('not checked, until the org was asked, and when it hides the field', async () => {
        const given = importOf(`Alias\n${ADA.alias}`, { to: WORK });
        expect(verdictsOf(given)).toEqual(['not checked']);
        const hiding = new WholeMemoryOrg(smallOrg());
        hiding.hiddenKeys = ['alias'];
        expect(judged(await lookedUp(given, hiding)).verdicts).toMatchObject([
            { verdict: 'not checked', text: ADA.alias, unavailable: 'No such column for alias' }
        ]);
    });

    it('the one of the text that replaced its cell', async () => {
        const given = await judgedText(`Username\nada.byrn@switchboard.example`, WORK);
        const fixed = corrected(given, 2, { text: ADA.username });
        expect([verdictsOf(given), verdictsOf(fixed)]).toEqual([['not found'], ['not checked']]);
        expect(verdictsOf(await lookedUp(fixed, org))).toEqual(['will move']);
    });
});

describe('A correction', () => {
    it('gives the verdicts that judging everything again would give', async () => {
        const given = await judgedText(`Username\n${ADA.username}\n${BO.username}\n${ADA.username}\nno one`, DIALER);
        const before = judged(given);
        const user = given.found.byKey.values().next().value![0];
        for (const [row, correction] of [
            [2, { skip: true }],
            [4, { target: { to: null } }],
            [5, { user }],
            [3, { user }]
        ] as const) {
            const next = corrected(given, row, correction);
            expect(judgeAgain(before, next, [row])).toEqual(judged(next));
        }
    });
});

describe('The plan of an import', () => {
    it('has the users who will move, and those who wait for an answer, each with their row', async () => {
        const rows = [ADA, BO, EVE, FAY, CY].map(({ username }) => `${username},8x8 Work`);
        const given = await judgedText(`Username,To\n${rows.join('\n')}\nno one,8x8 Work`);
        const plan = importPlan(given, judged(given), 'agents.csv');
        expect(plan).toMatchObject({ field: 'CallCenterId', target: WORK, undoOf: null, file: 'agents.csv' });
        expect(plan.users.map(({ name, verdict, row }) => [name, verdict, row])).toEqual([
            ['Ada Byron', 'move', 2],
            ['Fay Lobby', 'blocked', 5],
            ['Cy Tan', 'move', 6]
        ]);
        const requested = plan.users.map(({ userId, to }) => ({ userId, to }));
        const known = new Map([ADA, FAY, CY].map((user) => [user.id, user]));
        const sameUsers = planTargets(requested, known, given.kindOf).users;
        expect(plan.users.map(({ row: _, ...user }) => user)).toEqual(sameUsers);
        expect(importPlan(given, judged(given), null)).not.toHaveProperty('file');
    });
});

describe('The file of rows that need work', () => {
    const written = async (text: string, chosen: string | null, hasHeader = true) => {
        const given = await judgedText(text, chosen, hasHeader);
        return needsWorkCsv(given, judged(given), 'Reason', ({ verdict }) => `It is ${verdict}`);
    };

    it('has their cells and a reason, and gives them the same verdicts when it is imported', async () => {
        const text = `Username,To,Note\n${ADA.username},8x8,=1+1\n${BO.username},Old Dialer,\n'+x,none,"a\nb"\n${CY.username}\n`;
        const once = await written(text, WORK);
        const sheet = readSheet(once, { hasHeader: true });
        expect([sheet.header, ...sheet.rows.map(({ cells }) => cells)]).toEqual([
            ['Reason', 'Username', 'To', 'Note'],
            ['It is target unknown', ADA.username, '8x8', "'=1+1"],
            ['It is not found', "'+x", 'none', 'a\nb'],
            ['It is unreadable', CY.username]
        ]);
        expect(recognize(sheet, CENTERS, null).problems).toEqual([]);
        expect(verdictsOf(await judgedText(once, WORK))).toEqual(['target unknown', 'not found', 'unreadable']);
        expect(await written(once, WORK)).toBe(once);
    });

    it('gets names for columns that had none', async () => {
        const once = await written(`no.one@x.example\t8x8 Work\tx\n${ADA.username}\t8x8 Work\ty`, null, false);
        expect(readSheet(once, { hasHeader: true }).header).toEqual(['Reason', 'Username', 'Call center', 'Column 3']);
        expect(verdictsOf(await judgedText(once, null))).toEqual(['not found']);
    });
});
