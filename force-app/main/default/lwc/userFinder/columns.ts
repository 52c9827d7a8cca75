import { LABELS } from 'c/labels';
import type { Viewpoint } from 'c/pageState';

/** Window widths, in pixels. Below each, columns give way to names and to the flag, which is what people look for. */
const WIDTHS = {
    /** Every column has room for its contents. */
    wide: 1440,
    /** The last login gives way. The frame of Setup has 1,100 on a small laptop. */
    small: 1200,
    /** The role gives way, which makes room for the last login again. */
    compact: 900,
    /** Both give way. */
    narrow: 780,
    /** A large phone: the profile gives way. */
    phone: 600
};

export function columnsFor({ chosen, hidesMemberships }: Viewpoint, windowWidth: number): unknown[] {
    const hasMoves = chosen !== 'everyone' && !hidesMemberships;
    const { wide, small, compact, narrow, phone } = WIDTHS;
    const isNarrow = windowWidth < small && hasMoves;
    const hidesLastLogin = windowWidth < narrow || (isNarrow && windowWidth >= compact);
    const tight = windowWidth < wide && hasMoves ? { initialWidth: 120 } : {};
    const columns: Record<string, unknown>[] = [
        {
            label: LABELS.columnName,
            fieldName: 'name',
            type: 'person',
            sortable: true,
            initialWidth: isNarrow || windowWidth < phone ? 180 : 240,
            typeAttributes: {
                username: { fieldName: 'username' },
                url: { fieldName: 'url' },
                note: { fieldName: 'note' }
            }
        },
        ...(windowWidth < phone ? [] : [{ label: LABELS.profile, fieldName: 'profile', sortable: true, ...tight }]),
        ...(windowWidth < compact ? [] : [{ label: LABELS.role, fieldName: 'role', sortable: true, ...tight }]),
        ...(hidesLastLogin
            ? []
            : [{ label: LABELS.columnLastLogin, fieldName: 'lastLogin', sortable: true, initialWidth: 115 }]),
        {
            label: LABELS.callCenter,
            fieldName: 'callCenter',
            type: 'membership',
            ...(windowWidth < phone ? { initialWidth: 170 } : {}),
            typeAttributes: { state: { fieldName: 'state' }, undo: { fieldName: 'undo' } }
        }
    ];
    const move = { label: LABELS.columnMove, fieldName: 'move', type: 'move', initialWidth: 165 };
    const shown = hasMoves ? [...columns, move] : columns;
    return shown.map((column) => ({ ...column, hideDefaultActions: true }));
}
