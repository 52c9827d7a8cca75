import { writeCsv } from 'c/csv';
import type { UserKey } from 'c/orgPort';
import { needsWork } from './importPlan.ts';
import type { Import, Judged } from './judge.ts';
import { meaningOf } from './keys.ts';
import type { RowVerdict } from './types.ts';

/** Names of columns that `recognize` knows, for files of ours. */
const TARGET_HEADER = 'Call center';
const USER_HEADERS: Record<UserKey, string> = {
    id: 'User ID',
    username: 'Username',
    email: 'Email',
    'username or email': 'Username',
    'federation id': 'Federation ID',
    'employee number': 'Employee number',
    alias: 'Alias',
    name: 'Name'
};

/**
 * The rows that need work, with the cells that they have in the sheet, to be corrected and imported again. The reason is the
 * first column: a row that is too narrow or too wide then stays so, and isn't taken for another one. In a file that was
 * made like this before, new reasons replace the old ones. `reasonHeader` is the name of that column.
 */
export function needsWorkCsv(
    { sheet, mapping }: Import,
    { verdicts }: Judged,
    reasonHeader: string,
    reasonOf: (verdict: RowVerdict) => string
): string {
    const hasReasons = meaningOf(sheet.header?.[0]) === reasonHeader;
    const own = (cells: readonly string[]) => (hasReasons ? cells.slice(1) : cells);
    const width = sheet.rows[0]?.cells.length ?? 0;
    const names = Array.from({ length: width }, (_, column) => {
        if (column === mapping.user?.column) return USER_HEADERS[mapping.user.by];
        return column === mapping.target.column ? TARGET_HEADER : `Column ${column + 1}`;
    });
    const rows = sheet.rows.flatMap(({ cells }, place) =>
        needsWork(verdicts[place]) ? [[reasonOf(verdicts[place]), ...own(cells)]] : []
    );
    return writeCsv([[reasonHeader, ...own(sheet.header ?? names)], ...rows]);
}

/** A file to fill in: its columns are recognized. `examples` are rows to replace. */
export function templateCsv(examples: readonly { user: string; callCenter: string }[] = []): string {
    const rows = examples.map(({ user, callCenter }) => [user, callCenter]);
    return writeCsv([[USER_HEADERS['username or email'], TARGET_HEADER], ...rows]);
}
