import { LABELS } from 'c/labels';
import type { Choice } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import { OPTIONAL_COLUMNS, type ColumnSettings, type OptionalColumn } from './tableSettings.ts';

/** Widths of the table, in pixels. Below each, columns give way to names and to the flag. */
const WIDTHS = {
    /** Every column has room for its contents. */
    wide: 960,
    /** The role gives way. The frame of Setup has 834 on a small laptop. */
    compact: 800
};

/** Narrower than this, in pixels, users are cards. */
export const CARDS_BELOW = 700;

/** In pixels. They fit usual contents, so that the call center, whose names are the longest, has the rest. */
const WIDTH = { name: 240, nameInCompact: 200, profile: 140, role: 140, lastLogin: 115, move: 150 };

export function columnsFor(
    { chosen, hidesMemberships }: Viewpoint,
    tableWidth: number,
    { shown, widths }: ColumnSettings
): Record<string, unknown>[] {
    const hasMoves = chosen !== 'everyone' && !hidesMemberships;
    const optional = new Set(shown ?? columnsThatFit(tableWidth));
    const isOptional = (field: OptionalColumn, label: string) =>
        optional.has(field) ? [{ label, fieldName: field, sortable: true, initialWidth: WIDTH[field] }] : [];
    const columns: Record<string, unknown>[] = [
        {
            label: LABELS.columnName,
            fieldName: 'name',
            type: 'person',
            sortable: true,
            initialWidth: tableWidth < WIDTHS.wide ? WIDTH.nameInCompact : WIDTH.name,
            typeAttributes: {
                username: { fieldName: 'username' },
                url: { fieldName: 'url' },
                badge: { fieldName: 'badge' }
            }
        },
        ...isOptional('profile', LABELS.profile),
        ...isOptional('role', LABELS.role),
        ...isOptional('lastLogin', LABELS.columnLastLogin),
        {
            label: LABELS.callCenter,
            fieldName: 'callCenter',
            type: 'membership',
            typeAttributes: {
                state: { fieldName: 'state' },
                plain: { fieldName: 'plain' },
                undo: { fieldName: 'undo' }
            }
        },
        ...(hasMoves ? [{ label: LABELS.columnMove, fieldName: 'move', type: 'move', initialWidth: WIDTH.move }] : [])
    ];
    return columns.map((column) => {
        const width = widths[String(column.fieldName)];
        return { ...column, ...(width && { initialWidth: width }), hideDefaultActions: true };
    });
}

export function columnsThatFit(tableWidth: number): OptionalColumn[] {
    if (tableWidth < WIDTHS.compact) return ['profile'];
    return tableWidth < WIDTHS.wide ? ['profile', 'lastLogin'] : [...OPTIONAL_COLUMNS];
}

export function columnChoices(): Choice[] {
    return [
        { id: 'profile', name: LABELS.profile },
        { id: 'role', name: LABELS.role },
        { id: 'lastLogin', name: LABELS.columnLastLogin }
    ];
}
