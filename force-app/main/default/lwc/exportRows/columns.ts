import { NO_CENTER } from 'c/csv';
import type { ExportedUser, ExportField, Id, Kind } from 'c/orgPort';

/** Columns of an export of users, in the order of the file. */
export const EXPORT_COLUMNS = [
    'name',
    'username',
    'email',
    'user id',
    'alias',
    'profile',
    'role',
    'title',
    'department',
    'division',
    'manager',
    'active',
    'last login',
    'created',
    'call center',
    'call center id',
    'type',
    'federation id',
    'employee number'
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** Columns until someone chooses others: who it is, and where. */
export const USUAL_COLUMNS: readonly ExportColumn[] = [
    'name',
    'username',
    'email',
    'user id',
    'profile',
    'role',
    'active',
    'last login',
    'call center',
    'call center id'
];

/** What a file says of call centers. */
export interface CenterWords {
    nameOf(callCenterId: Id): string;
    kindOf(callCenterId: Id): Kind | null;
}

/** The name of a column in a file. An import recognizes users and call centers by it. */
export function headerOf(column: ExportColumn): string {
    switch (column) {
        case 'user id':
            return 'User ID';
        case 'call center id':
            return 'Call center ID';
        case 'federation id':
            return 'Federation ID';
        default:
            return column[0].toUpperCase() + column.slice(1);
    }
}

/** The field that a column shows; null for the ID, which every user has. */
export function fieldOf(column: ExportColumn): ExportField | null {
    switch (column) {
        case 'user id':
            return null;
        case 'call center id':
        case 'type':
            return 'call center';
        default:
            return column;
    }
}

/** Users without a call center have the word that removes: an import of the file then leaves them as they are. */
export function cellOf(column: ExportColumn, { id, values }: ExportedUser, { nameOf, kindOf }: CenterWords): string {
    const center = values['call center'];
    switch (column) {
        case 'user id':
            return id;
        case 'call center':
            return center === undefined ? NO_CENTER : nameOf(center);
        case 'call center id':
            return center ?? NO_CENTER;
        case 'type':
            return center === undefined ? '' : (kindOf(center) ?? 'unknown');
        default:
            return values[column] ?? '';
    }
}
