import fc from 'fast-check';
import { DELIMITERS, noteRow, readSheet, withoutGuard } from 'c/csv';
import { EXPORT_COLUMNS, Exporting, writeTable, type ExportColumn, type ExportKind } from 'c/exportRows';
import { importPlan, judgeSteps, lookUp, NOTHING_FOUND, recognize, valuesToAsk, type Import } from 'c/importRows';
import type { Id, UserLookupOrg } from 'c/orgPort';
import { atOnce } from 'c/slices';
import { EVERYONE } from 'c/userSearch';
import { DIALER, KINDS, LOBBY, NAMES, person, smallOrg, VOICE, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const HOST = { isCancelled: () => false, onProgress: () => {} };
const TURNS = { now: () => 0, pause: async () => {}, isCancelled: () => false };
const words = { nameOf: (id: string) => NAMES.get(id) ?? id, kindOf: (id: string) => KINDS.get(id) ?? null };

const texts = fc.constantFrom('Ada Byron', 'Byron, Ada', '=HYPERLINK("x")', '"Manu" F', 'Zoë;Ünal', '\ta\nb', '-x', '');
const numbers = fc.constantFrom('000123', '12345678901234567', '12-05', 'MAR1', '1E5', null);
const places = fc.constantFrom(WORK, DIALER, VOICE, LOBBY, null);
const peopleOf = fc
    .array(
        fc.record({
            name: texts.filter((text) => text !== ''),
            email: fc.constantFrom('team@x.example', '=1@x.example', 'u1@x.example', '+a@x.example'),
            callCenterId: places,
            isActive: fc.boolean(),
            title: texts,
            department: texts,
            federationId: numbers,
            employeeNumber: numbers,
            userType: fc.constantFrom('Standard', 'CspLitePortal')
        }),
        { minLength: 1, maxLength: 12 }
    )
    .map((all) =>
        all.map(({ name, callCenterId, ...more }, index) =>
            person(index + 1, name, callCenterId, { ...more, username: `${'=+-@'[index % 4]}u${index}@x.example` })
        )
    );
/** Any columns that tell who it is, and where. */
const columnsOf = fc
    .tuple(
        fc.subarray([...EXPORT_COLUMNS]),
        fc.constantFrom<ExportColumn>('user id', 'username'),
        fc.constantFrom<ExportColumn>('call center', 'call center id')
    )
    .map(([more, who, where]) => EXPORT_COLUMNS.filter((column) => [...more, who, where].includes(column)));

describe('Whatever is exported, of whichever org,', () => {
    it('changes nothing when it is imported', async () => {
        await fc.assert(
            fc.asyncProperty(
                peopleOf,
                columnsOf,
                fc.constantFrom<ExportKind>('users', 'members'),
                fc.constantFrom(...DELIMITERS),
                fc.boolean(),
                places,
                async (people, columns, kind, delimiter, hasNotes, chosen) => {
                    fc.pre(kind === 'users' || people.some(({ callCenterId }) => callCenterId !== null));
                    const org = new WholeMemoryOrg({ ...smallOrg(), people });
                    const order = { kind, search: EVERYONE, columns, centerIds: [DIALER, WORK], words };
                    const table = await new Exporting(org, order).goOn(HOST, TURNS);
                    const notes = hasNotes ? [noteRow('org: x; y, "z"'), noteRow('who: Ada')] : [];
                    const parts = await writeTable([...notes, ...table!.rows], delimiter, TURNS);
                    const given = await imported(parts!.join(''), chosen, org);
                    const judged = atOnce(judgeSteps(given));
                    const { counts } = judged;
                    expect(importPlan(given, judged, 'x.csv').users).toEqual([]);
                    const users = people.filter(({ callCenterId }) => kind === 'users' || callCenterId !== null);
                    expect(given.sheet.rows).toHaveLength(users.length);
                    const isSure = columns.includes('user id') || kind === 'members';
                    expect(counts['already there']).toBe(isSure ? users.length : counts['already there']);
                    const cells = given.sheet.rows.map((row) => row.cells.map(withoutGuard));
                    expect(cells).toEqual(table!.rows.slice(1));
                }
            ),
            { numRuns: 300 }
        );
    });
});

const CENTERS = [WORK, DIALER, VOICE, LOBBY].map((id) => ({ id, name: NAMES.get(id) ?? null, internalName: null }));
const QUIET = { isCancelled: () => false, onProgress: () => {}, wait: async () => {} };

/** An import of a text, after its users were looked up. @param to where rows go whose cell is empty */
async function imported(text: string, to: Id | null, org: UserLookupOrg): Promise<Import> {
    const sheet = readSheet(text, { hasHeader: true });
    const { mapping } = recognize(sheet, CENTERS, { to });
    const { kindOf } = words;
    const given = { sheet, mapping, centers: CENTERS, kindOf, found: NOTHING_FOUND, corrections: new Map() };
    const { found } = await lookUp(org, valuesToAsk(given), mapping.user!.by, NOTHING_FOUND, QUIET);
    return { ...given, found };
}
