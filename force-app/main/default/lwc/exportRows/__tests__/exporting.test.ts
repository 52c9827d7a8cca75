import { readSheet, withoutGuard } from 'c/csv';
import {
    cellOf,
    Exporting,
    headerOf,
    EXPORT_COLUMNS,
    MAX_EXPORT_ROWS,
    readExportSettings,
    USUAL_COLUMNS,
    writeTable
} from 'c/exportRows';
import type { ExportKind, ExportOrder, ExportSource, ReadingHost } from 'c/exportRows';
import { OrgFault, type ExportedUser } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { ADA, BO, DIALER, EVE, KINDS, LOBBY, NAMES, person, smallOrg, VOICE, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const HOST: ReadingHost = { isCancelled: () => false, onProgress: () => {} };
const TURNS = { now: () => 0, pause: async () => {}, isCancelled: () => false };
const words = { nameOf: (id: string) => NAMES.get(id) ?? `? ${id}`, kindOf: (id: string) => KINDS.get(id) ?? null };

function orderOf(kind: ExportKind, more: Partial<ExportOrder> = {}): ExportOrder {
    return {
        kind,
        search: EVERYONE,
        columns: ['name', 'user id'],
        centerIds: [WORK, DIALER, VOICE, LOBBY],
        words,
        ...more
    };
}

async function tableOf(org: ExportSource, order: ExportOrder) {
    const table = await new Exporting(org, order).goOn(HOST, TURNS);
    if (!table) throw new Error('It was cancelled.');
    return table;
}

describe('An export of users', () => {
    it('has the users that match, with the chosen columns, in the order of the search', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const search = { ...EVERYONE, memberOf: DIALER, sort: { field: 'name', descending: true } } as const;
        const order = orderOf('users', {
            search,
            columns: ['name', 'call center', 'call center id', 'type', 'active']
        });
        expect((await tableOf(org, order)).rows).toEqual([
            ['Name', 'Call center', 'Call center ID', 'Type', 'Active'],
            ['Di Vane', 'Old Dialer', DIALER, 'open-cti', 'true'],
            ['Ada Byron', 'Old Dialer', DIALER, 'open-cti', 'true']
        ]);
    });

    it('asks only for the fields of its columns', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const asked = jest.spyOn(org, 'exportedUsers');
        await tableOf(
            org,
            orderOf('users', { columns: ['user id', 'call center', 'type', 'call center id', 'email'] })
        );
        expect(asked.mock.calls[0][1]).toEqual(['call center', 'email']);
    });

    it('leaves out columns whose fields are hidden, and says which', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.hiddenFields = ['employee number', 'call center'];
        const columns = ['name', 'call center', 'type', 'employee number', 'user id'] as const;
        const { rows, missing } = await tableOf(org, orderOf('users', { columns }));
        expect(rows[0]).toEqual(['Name', 'User ID']);
        expect(missing.sort()).toEqual(['call center', 'employee number']);
    });

    it('says of users without a call center that they have none, in the word that an import reads', () => {
        const user: ExportedUser = { id: ADA.id, values: {} };
        expect(cellOf('call center', user, words)).toBe('none');
        expect(cellOf('call center id', user, words)).toBe('none');
        expect(cellOf('type', user, words)).toBe('');
    });

    it('goes on after a failure, and has each user once', async () => {
        const org = manyUsers(5_000);
        const { exportedUsers } = org;
        let calls = 0;
        org.exportedUsers = async (search, fields, after) => {
            calls += 1;
            if (calls === 2) throw new OrgFault('offline', '');
            const page = await exportedUsers(search, fields, after);
            // Someone was pushed from the first page onto the second.
            return after === '2000' ? { ...page, users: [userAt(1_999), ...page.users] } : page;
        };
        const exporting = new Exporting(org, orderOf('users'));
        await expect(exporting.goOn(HOST, TURNS)).rejects.toThrow('offline');
        const progress: number[] = [];
        const host: ReadingHost = { ...HOST, onProgress: (done) => progress.push(done) };
        const table = await exporting.goOn(host, TURNS);
        expect(calls).toBe(4);
        expect(progress).toEqual([4_000, 5_000]);
        expect(new Set(table?.rows.map(([, id]) => id)).size).toBe(5_001);
    });

    it('stops at the most rows that it can have, and says so', async () => {
        const { rows, isCut } = await tableOf(manyUsers(MAX_EXPORT_ROWS + 1), orderOf('users'));
        expect([rows.length, isCut]).toEqual([MAX_EXPORT_ROWS + 1, true]);
        const all = await tableOf(manyUsers(MAX_EXPORT_ROWS), orderOf('users'));
        expect([all.rows.length, all.isCut]).toEqual([MAX_EXPORT_ROWS + 1, false]);
    });

    it('can be cancelled, before the next page or while rows are made', async () => {
        const org = manyUsers(5_000);
        const asked = jest.spyOn(org, 'exportedUsers');
        expect(await new Exporting(org, orderOf('users')).goOn({ ...HOST, isCancelled: () => true }, TURNS)).toBeNull();
        expect(asked).toHaveBeenCalledTimes(1);
        let time = 0;
        const turns = { now: () => (time += 100), pause: async () => {}, isCancelled: () => true };
        expect(await new Exporting(org, orderOf('users')).goOn(HOST, turns)).toBeNull();
    });

    it('remembers its settings, and is as usual where none are kept, or they were edited', () => {
        const kept = { columns: ['email', 'nonsense', 'name'], delimiter: ';', hasNotes: true };
        const read = { columns: ['name', 'email'], delimiter: ';', hasNotes: true };
        expect(readExportSettings(JSON.stringify(kept))).toEqual(read);
        const usual = { columns: USUAL_COLUMNS, delimiter: ',', hasNotes: false };
        for (const text of [null, 'null', '{', '{"columns":[],"delimiter":"x","hasNotes":1}', '{"columns":"name"}'])
            expect(readExportSettings(text)).toEqual(usual);
        expect(new Set(EXPORT_COLUMNS.map(headerOf)).size).toBe(EXPORT_COLUMNS.length);
    });
});

describe('An export of all members', () => {
    it('has one row for each, by call center, with since when the history knows', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const run = (number: number, endedAt: string, to: string) => ({
            runId: `run ${number}`,
            startedAt: endedAt,
            endedAt,
            target: to,
            targetName: null,
            counts: { moved: 1 },
            undoneRecord: null
        });
        const move = (userId: string, to: string) => ({
            userId,
            userName: null,
            from: null,
            fromName: null,
            to,
            toName: null,
            outcome: 'moved',
            reason: null
        });
        for (const [number, [at, to]] of [
            ['2026-03-01T09:00:00.000Z', DIALER],
            ['2026-05-01T09:00:00.000Z', DIALER],
            ['2026-06-01T09:00:00.000Z', WORK],
            ['2026-04-01T09:00:00.000Z', DIALER]
        ].entries())
            await org.saveMoves(await org.saveRun(run(number, at, to)), [move(ADA.id, to)]);
        const { rows, historyFault } = await tableOf(org, orderOf('members'));
        expect(historyFault).toBeNull();
        expect(rows[0]).toEqual([
            ...['Call center', 'Call center ID', 'Type', 'Name', 'Username', 'User ID', 'Profile', 'Active'],
            'In this call center since'
        ]);
        expect(rows.slice(1).map(([center, , , name]) => `${center}: ${name}`)).toEqual([
            '8x8 Work: Bo Lind',
            'Old Dialer: Ada Byron',
            'Old Dialer: Di Vane',
            'Voice East: Eve Voice',
            `? ${LOBBY}: Fay Lobby`
        ]);
        expect(rows[2].at(-1)).toBe('2026-05-01T09:00:00.000Z');
        expect(rows[1]).toEqual(['8x8 Work', WORK, 'open-cti', 'Bo Lind', BO.username, BO.id, 'Agent', 'true', '']);
    });

    it('does without the history where it is not available, and says why', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const fault = new OrgFault('invalid', 'no such object');
        org.history.faults = [fault];
        const { rows, historyFault } = await tableOf(org, orderOf('members'));
        expect(historyFault).toBe(fault);
        expect(rows).toHaveLength(6);
        org.history.faults = [new OrgFault('offline', '')];
        await expect(tableOf(org, orderOf('members'))).rejects.toThrow('offline');
    });
});

describe('A summary of members', () => {
    it('counts them by call center and profile', async () => {
        const inactive = person(20, 'In Active', DIALER, { isActive: false });
        const org = new WholeMemoryOrg({ ...smallOrg(), people: [ADA, BO, EVE, inactive] });
        const { rows } = await tableOf(org, orderOf('summary', { centerIds: [DIALER, WORK] }));
        expect(rows).toEqual([
            ['Call center', 'Call center ID', 'Type', 'Profile', 'Active members', 'Inactive members', 'Members'],
            ['Old Dialer', DIALER, 'open-cti', 'Agent', '1', '1', '2'],
            ['8x8 Work', WORK, 'open-cti', 'Agent', '1', '0', '1'],
            ['Voice East', VOICE, 'voice-amazon', 'Agent', '1', '0', '1']
        ]);
        expect(org.requests.centerProfileCounts + org.requests.profiles).toBe(2);
    });
});

describe('A written table', () => {
    it('is in parts, with what spreadsheets would run made harmless', async () => {
        const people = [person(1, '=HYPERLINK("http://x")', WORK, { employeeNumber: '000123' })];
        const org = new WholeMemoryOrg({ ...smallOrg(), people });
        const { rows } = await tableOf(org, orderOf('users', { columns: ['name', 'employee number'] }));
        for (const delimiter of [',', ';', '\t'] as const) {
            const text = ((await writeTable(rows, delimiter, TURNS)) ?? []).join('');
            const sheet = readSheet(text, { hasHeader: true, delimiter });
            expect(sheet.rows[0].cells).toEqual([`'=HYPERLINK("http://x")`, "'000123"]);
            expect(sheet.rows[0].cells.map(withoutGuard)).toEqual(['=HYPERLINK("http://x")', '000123']);
        }
    });

    it('lets the page go on after every 500 rows', async () => {
        const { rows } = await tableOf(manyUsers(2_000), orderOf('users'));
        let time = 0;
        let pauses = 0;
        const turns = { now: () => (time += 100), pause: async () => void (pauses += 1), isCancelled: () => false };
        const parts = await writeTable(rows, ',', turns);
        expect([parts?.length, pauses]).toEqual([6, 4]);
    });
});

function userAt(number: number): ExportedUser {
    const id = `005${String(number).padStart(12, '0')}AAA`;
    return { id, values: { name: `User ${number}`, username: `user.${number}@x.example`, 'call center': WORK } };
}

/** An org that has so many users, and nothing else. */
function manyUsers(count: number): ExportSource {
    return {
        exportedUsers: async (_search, _fields, after) => {
            const start = Number(after ?? 0);
            const end = Math.min(count, start + 2_000);
            const users = Array.from({ length: end - start }, (_, index) => userAt(start + index));
            return { users, total: count, endCursor: end < count ? String(end) : null, missing: [] };
        },
        centerProfileCounts: async () => [],
        profiles: async () => [],
        pastMoves: async () => []
    };
}
