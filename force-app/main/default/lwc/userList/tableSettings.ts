/** The columns that can be left out. The name and the call center are what people look for. */
export const OPTIONAL_COLUMNS = ['profile', 'role', 'lastLogin'] as const;
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];

/** What a person set in the table, as the browser keeps it. */
export interface ColumnSettings {
    /** Null while no one has chosen: then columns give way in narrow windows. */
    shown: OptionalColumn[] | null;
    /** In pixels, by the field of the column. Others have the width that fits. */
    widths: Record<string, number>;
}

/** The name of the setting in the browser's storage. */
export const TABLE_SETTING = 'switchboard.table';

export const NOTHING_SET: ColumnSettings = { shown: null, widths: {} };

/** The widest column that is kept, in pixels. */
const WIDEST = 2000;

/** Anything that isn't a setting of this version is as if nothing had been set. */
export function readTableSettings(kept: string | null): ColumnSettings {
    let read: unknown;
    try {
        read = JSON.parse(kept ?? 'null');
    } catch (thrown) {
        if (thrown instanceof SyntaxError) return NOTHING_SET;
        throw thrown;
    }
    const { shown, widths } = (read ?? {}) as { shown?: unknown; widths?: unknown };
    return { shown: Array.isArray(shown) ? optionalAmong(shown) : null, widths: widthsIn(widths) };
}

export function optionalAmong(fields: readonly unknown[]): OptionalColumn[] {
    return OPTIONAL_COLUMNS.filter((field) => fields.includes(field));
}

function widthsIn(widths: unknown): Record<string, number> {
    if (typeof widths !== 'object' || widths === null) return {};
    return Object.fromEntries(
        Object.entries(widths).filter(([, width]) => typeof width === 'number' && width > 0 && width < WIDEST)
    );
}
