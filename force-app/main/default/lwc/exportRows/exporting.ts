/** Makes the table of an export: reads what it needs, and writes its rows. */
import { tableSteps, type Delimiter } from 'c/csv';
import {
    MAX_ROWS_PER_READ,
    OrgFault,
    type ExportField,
    type ExportOrg,
    type Id,
    type OldRunsOrg,
    type PastMove,
    type UserSearch,
    type UsersOrg
} from 'c/orgPort';
import { inSlices, type Turns } from 'c/slices';
import { EVERYONE } from 'c/userSearch';
import { fieldOf, type CenterWords, type ExportColumn } from './columns.ts';
import { memberRows, summaryRows, userRows } from './tables.ts';
import { UserReading, type ReadingHost } from './userReading.ts';

/** What to export: users that match, the members of all call centers, or how many members they have by profile. */
export type ExportKind = 'users' | 'members' | 'summary';
export const EXPORT_KINDS: readonly ExportKind[] = ['users', 'members', 'summary'];

export type ExportSource = ExportOrg & Pick<UsersOrg, 'profiles'> & Pick<OldRunsOrg, 'pastMoves'>;

export interface ExportOrder {
    kind: ExportKind;
    search: UserSearch;
    columns: readonly ExportColumn[];
    centerIds: readonly Id[];
    words: CenterWords;
}

/** A table that is ready to be written. */
export interface ExportTable {
    /** With the header. */
    rows: readonly string[][];
    /** Fields that the org lacks, or hides. Their columns were left out. */
    missing: ExportField[];
    /** More users match than the table has. */
    isCut: boolean;
    /** Why the history doesn't tell since when; null when it does, or wasn't asked. */
    historyFault: unknown;
}

const MEMBERS: UserSearch = { ...EVERYONE, membership: 'elsewhere', target: null };
const MEMBER_FIELDS = ['name', 'username', 'profile', 'active', 'call center'] as const satisfies ExportField[];

/** One export. After a failure, it can go on where it was. */
export class Exporting {
    private readonly order: ExportOrder;
    private readonly org: ExportSource;
    private readonly reading: UserReading;
    private moves: PastMove[] = [];
    private movesReadFor = 0;
    private historyFault: unknown = null;

    constructor(org: ExportSource, order: ExportOrder) {
        this.org = org;
        this.order = order;
        const { kind, search, columns } = order;
        const chosen = [...new Set(columns.flatMap((column) => fieldOf(column) ?? []))];
        this.reading =
            kind === 'users' ? new UserReading(org, search, chosen) : new UserReading(org, MEMBERS, MEMBER_FIELDS);
    }

    /** @returns null when it was cancelled. @throws OrgFault */
    async goOn(host: ReadingHost, turns: Turns): Promise<ExportTable | null> {
        const { kind, centerIds, words } = this.order;
        if (kind === 'summary') {
            const [counts, profiles] = await Promise.all([this.org.centerProfileCounts(), this.org.profiles()]);
            return host.isCancelled() ? null : this.table([...summaryRows(counts, profiles, centerIds, words)]);
        }
        if (!(await this.reading.goOn(host))) return null;
        if (kind === 'members' && !(await this.readMoves(host))) return null;
        const rows = await inSlices(collected(this.rows()), turns);
        return rows && this.table(rows);
    }

    private rows(): Generator<string[]> {
        const { kind, columns, centerIds, words } = this.order;
        const { users, missing } = this.reading;
        if (kind === 'members') return memberRows(users, this.moves, centerIds, words);
        const shown = columns.filter((column) => {
            const field = fieldOf(column);
            return field === null || !missing.includes(field);
        });
        return userRows(users, shown, words);
    }

    private table(rows: string[][]): ExportTable {
        const { missing, isCut } = this.reading;
        return { rows, missing, isCut, historyFault: this.historyFault };
    }

    /** Without a history, everything else is exported. */
    private async readMoves({ isCancelled }: ReadingHost): Promise<boolean> {
        const { users } = this.reading;
        while (this.movesReadFor < users.length && this.historyFault === null) {
            const batch = users.slice(this.movesReadFor, this.movesReadFor + MAX_ROWS_PER_READ);
            try {
                this.moves.push(...(await this.org.pastMoves(batch.map(({ id }) => id))));
            } catch (thrown) {
                if (!(thrown instanceof OrgFault) || (thrown.kind !== 'invalid' && thrown.kind !== 'forbidden'))
                    throw thrown;
                this.historyFault = thrown;
            }
            if (isCancelled()) return false;
            this.movesReadFor += batch.length;
        }
        return true;
    }
}

/** Writes a table, in parts that together are the text. @returns null when it was cancelled */
export function writeTable(
    rows: Iterable<readonly string[]>,
    delimiter: Delimiter,
    turns: Turns
): Promise<string[] | null> {
    return inSlices(tableSteps(rows, delimiter), turns);
}

/** Rows that are made before the making can pause. */
const ROWS_PER_STEP = 500;

function* collected(rows: Generator<string[]>): Generator<void, string[][]> {
    const all: string[][] = [];
    for (const row of rows) {
        all.push(row);
        if (all.length % ROWS_PER_STEP === 0) yield;
    }
    return all;
}
