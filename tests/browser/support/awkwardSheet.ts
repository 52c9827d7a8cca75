/** A sheet of 1,000 rows as a vendor may send it. 23 of them can't be taken as they are. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { centerId } from './steps.ts';

export const TARGET = '8x8 Work';
const FROM = 'Old Dialer';
const VOICE = 'Voice East';
/** Two call centers have this name. */
const DESK = 'Service Desk';
export const SOUTH_DESK = 'ServiceDeskSouth';

/** An org that has more users who can move than the sheet has rows. */
export const AWKWARD_SEED = join(tmpdir(), `switchboard-awkward-sheet-${process.pid}.json`);
const callCenters = [
    { name: TARGET, internalName: 'Work8x8', kind: 'open-cti', members: 40 },
    { name: FROM, internalName: 'OldDialer', kind: 'open-cti', members: 900 },
    { name: VOICE, internalName: 'VoiceEast', kind: 'voice-amazon', members: 12 },
    { name: DESK, internalName: 'ServiceDeskNorth', kind: 'open-cti', members: 4 },
    { name: DESK, internalName: SOUTH_DESK, kind: 'open-cti', members: 4 }
];
writeFileSync(AWKWARD_SEED, JSON.stringify({ users: 1_400, callCenters }));

const ROWS = 1_000;
const AWKWARD = 23;
/** The number of the first row below the header. */
const FIRST_ROW = 2;
/** Where the first awkward row is below the header, and how far the next ones are. */
const FIRST_AWKWARD = 20;
const DISTANCE = 43;

interface Person {
    id: string;
    username: string;
}

export interface AwkwardRow {
    row: number;
    cells: string[];
    /** What the file of rows that need work says. */
    reason: string;
    /** The row as a person corrects it; null for a row that they delete, because another row has its user. */
    mended: string[] | null;
    /** The user who moves once the row is corrected, and the internal name of where to; null when no one can be moved. */
    moves: { id: string; to: string } | null;
}

/** Makes the sheet from users of the org. Gives two pairs of users the same email. */
export async function awkwardSheet(connection: Connection): Promise<{ rows: string[][]; awkward: AwkwardRow[] }> {
    const ids = { from: await centerId(connection, FROM), voice: await centerId(connection, VOICE) };
    const people = (where: string) => peopleOf(connection, where);
    const movable = await people(
        `IsActive = true AND UserType = 'Standard' AND (CallCenterId = null OR CallCenterId = '${ids.from}')`
    );
    const [inVoice] = await people(`CallCenterId = '${ids.voice}' AND IsActive = true`);
    const [inactive] = await people("IsActive = false AND UserType = 'Standard' AND CallCenterId = null");
    const [portal] = await people("UserType != 'Standard' AND CallCenterId = null AND IsActive = true");
    const emails = ['desk.one@vendor.example', 'desk.two@vendor.example'];
    const others = await people(`CallCenterId = '${await centerId(connection, TARGET)}'`);

    const awkward: AwkwardRow[] = [];
    /** The row that is added next. */
    const rowNumber = (further = 0) => FIRST_ROW + FIRST_AWKWARD + (awkward.length + further) * DISTANCE;
    const add = (reason: string, cells: string[], mended: AwkwardRow['mended'], moves: AwkwardRow['moves'] = null) =>
        awkward.push({ row: rowNumber(), cells, reason, mended, moves });
    /** Adds a row that has this user once it's corrected. */
    const fixable = (reason: string, cells: string[], { id, username }: Person, center = TARGET, to = 'Work8x8') =>
        add(reason, cells, [username, center], { id, to });
    const next = () => movable.shift()!;
    const noUser = (value: string) => `No user has the value “${value}”.`;
    const noCenter = (name: string) => `No call center is named “${name}”.`;

    fixable(noUser('nobody@vendor.example'), ['nobody@vendor.example', TARGET], next());
    const typo = next();
    const wrong = typo.username.replace('@', 'x@');
    fixable(noUser(wrong), [wrong, TARGET], typo);
    for (const [place, email] of emails.entries()) {
        const one = next();
        const pair = [one, others[place]!].map(({ id }) => ({ Id: id, Email: email }));
        await connection.sobject('User').update(pair);
        fixable(`Multiple users have the value “${email}”. Enter a username.`, [email, TARGET], one);
    }
    const torn = next();
    const tornRows = `Rows ${rowNumber()}, ${rowNumber(1)} have this user with different call centers. Keep one.`;
    fixable(tornRows, [torn.username, TARGET], torn);
    add(tornRows, [torn.username, FROM], null);
    const plain = movable.splice(-(ROWS - AWKWARD));
    for (const [place, { username }] of plain.slice(0, 2).entries())
        add(`Row ${FIRST_ROW + place} has the same user. Only that row is used.`, [username, TARGET], null);
    for (const name of ['8x8', 'Servicedesk']) {
        const one = next();
        fixable(noCenter(name), [one.username, name], one);
    }
    const toVoice = next();
    fixable(
        "Add users to a contact center in Setup. Switchboard can't map them to telephony users.",
        [toVoice.username, VOICE],
        toVoice
    );
    const stays = (reason: string, { username }: Person) => add(reason, [username, TARGET], [username, TARGET]);
    stays("Remove users from a contact center in Setup. Switchboard can't remove their telephony mapping.", inVoice!);
    stays("Inactive users can't be added. Activate the user first.", inactive!);
    stays("Portal, guest, and system users can't be in a call center.", portal!);
    for (let times = 0; times < 2; times += 1) {
        const one = next();
        const reason = `Multiple call centers are named “${DESK}”. Enter an internal name or ID.`;
        fixable(reason, [one.username, DESK], one, SOUTH_DESK, SOUTH_DESK);
    }
    const [wide, narrow, empty, center, target, formula, script] = Array.from({ length: 7 }, next);
    fixable('The number of cells in this row is 3 instead of 2.', [wide!.username, TARGET, 'Berlin'], wide!);
    fixable('The number of cells in this row is 1 instead of 2.', [narrow!.username], narrow!);
    fixable('The cell is empty.', ['', TARGET], empty!);
    fixable(noUser(ids.from), [ids.from, TARGET], center!);
    fixable(noCenter(target!.id), [target!.username, target!.id], target!);
    const link = '=HYPERLINK("https://x.example","Ada")';
    fixable(noUser(link), [link, TARGET], formula!);
    const tag = '<script>alert(1)</script>';
    fixable(noCenter(tag), [script!.username, tag], script!);

    const rows = plain.map(({ username }) => [username, TARGET]);
    for (const { row, cells } of awkward) rows.splice(row - FIRST_ROW, 0, cells);
    return { rows, awkward };
}

async function peopleOf(connection: Connection, where: string): Promise<Person[]> {
    const { records } = await connection.query(`SELECT Id, Username FROM User WHERE ${where} ORDER BY Id LIMIT 1200`);
    return records.map(({ Id, Username }) => ({ id: String(Id), username: String(Username) }));
}
