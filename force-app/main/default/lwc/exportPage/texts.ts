/** What an export says about its choices and its results. */
import { fileDay, noteRow } from 'c/csv';
import { MAX_EXPORT_ROWS, type ExportColumn, type ExportKind, type ExportState } from 'c/exportRows';
import { counted, fill, LABELS } from 'c/labels';
import type { Choice, UserSearch } from 'c/orgPort';
import { chipsOf } from 'c/userFilters';
import { faultText, listText, membersText, type NameOf } from 'c/wording';

export function columnText(column: ExportColumn): string {
    switch (column) {
        case 'name':
            return LABELS.columnName;
        case 'username':
            return LABELS.importKeyUsername;
        case 'email':
            return LABELS.importKeyEmail;
        case 'user id':
            return LABELS.importKeyId;
        case 'alias':
            return LABELS.importKeyAlias;
        case 'profile':
            return LABELS.profile;
        case 'role':
            return LABELS.role;
        case 'title':
            return LABELS.columnTitle;
        case 'department':
            return LABELS.columnDepartment;
        case 'division':
            return LABELS.columnDivision;
        case 'manager':
            return LABELS.columnManager;
        case 'active':
            return LABELS.activeOnly;
        case 'last login':
            return LABELS.columnLastLogin;
        case 'created':
            return LABELS.columnCreated;
        case 'call center':
            return LABELS.callCenter;
        case 'call center id':
            return LABELS.columnCenterId;
        case 'type':
            return LABELS.centerKind;
        case 'federation id':
            return LABELS.importKeyFederation;
        case 'employee number':
            return LABELS.importKeyEmployee;
    }
}

interface Names {
    centers: Choice[];
    profiles: Choice[];
    roles: Choice[];
    nameOf: NameOf;
}

/** What a search finds, in one line. */
export function searchText(search: UserSearch, names: Names): string {
    const parts = [
        ...(search.text.trim() ? [fill(LABELS.quoted, search.text.trim())] : []),
        ...membershipText(search, names.nameOf),
        ...chipsOf(search, names).map(({ text }) => text)
    ];
    return parts.length > 0 ? listText(parts) : LABELS.everyone;
}

function membershipText({ membership, target }: UserSearch, nameOf: NameOf): string[] {
    switch (membership) {
        case 'everyone':
            return [];
        case 'here':
            return [fill(LABELS.inCenter, nameOf(target))];
        case 'elsewhere':
            return [target ? fill(LABELS.chip, nameOf(target), LABELS.filterElsewhere) : LABELS.filterInCenter];
        case 'none':
            return [LABELS.withoutCenter];
    }
}

/** The choices of an export, with what each has. */
export function kindChoices(chosen: ExportKind, found: string) {
    const choice = (value: ExportKind, label: string, hint: string) => ({
        value,
        label,
        hint,
        isChosen: value === chosen
    });
    return [
        choice('users', LABELS.exportUsersMatch, found),
        choice('members', LABELS.exportMembers, LABELS.exportMembersHint),
        choice('summary', LABELS.exportSummary, LABELS.exportSummaryHint)
    ];
}

/** How many rows there will be; empty while that isn't known. */
export function sumText(kind: ExportKind, users: number | null): string {
    if (users === null) return '';
    if (users > MAX_EXPORT_ROWS && kind !== 'summary') return fill(LABELS.exportTooMany, users, MAX_EXPORT_ROWS);
    return kind === 'users' ? counted(users, LABELS.exportMatchOne, LABELS.exportMatch) : membersText(users);
}

/** What came of an export, and what its reader should know. */
export function resultText(state: ExportState, kind: ExportKind): { text: string; notes: string[] } | null {
    if (state.stage !== 'done') return null;
    const { delivery, rows, expected, table } = state;
    const isChanged = kind === 'users' && expected !== null && !table.isCut && rows !== expected;
    return {
        text: deliveredText(delivery, rows),
        notes: [
            ...(isChanged ? [fill(LABELS.exportChanged, expected)] : []),
            ...(table.isCut ? [fill(LABELS.exportTooMany, expected ?? rows, rows)] : []),
            ...(table.missing.length > 0 ? [fill(LABELS.exportMissing, listText(table.missing.map(columnText)))] : []),
            ...(table.historyFault ? [fill(LABELS.exportNoHistory, faultText(table.historyFault))] : [])
        ]
    };
}

function deliveredText(delivery: 'saved' | 'copied' | 'ready', rows: number): string {
    switch (delivery) {
        case 'saved':
            return counted(rows, LABELS.exportSavedOne, LABELS.exportSaved);
        case 'copied':
            return counted(rows, LABELS.exportCopiedOne, LABELS.exportCopied);
        case 'ready':
            return fill(LABELS.exportReady, rows);
    }
}

/** Rows about a file: which org, who, when, and what. A time has its zone, because others may read it. */
export function noteRows({ by, content, now }: { by: string | null; content: string; now: Date }): string[][] {
    return [
        fill(LABELS.exportNotesOrg, window.location.host),
        ...(by ? [fill(LABELS.exportNotesBy, by)] : []),
        fill(LABELS.exportNotesAt, isoTime(now)),
        content
    ].map(noteRow);
}

/** ISO 8601 with the zone of this browser, such as 2026-11-27T09:00:00+01:00. */
function isoTime(now: Date): string {
    const offset = -now.getTimezoneOffset();
    const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
    const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
    return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

/** `users-2026-11-27.csv` */
export function fileName(kind: ExportKind, now: Date): string {
    return `${kind}-${fileDay(now.getTime())}.csv`;
}
