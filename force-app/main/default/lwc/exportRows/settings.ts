import { EXPORT_COLUMNS, USUAL_COLUMNS, type ExportColumn } from './columns.ts';

/** What this browser remembers of exports. */
export interface ExportSettings {
    columns: readonly ExportColumn[];
    delimiter: ',' | ';';
    /** Whether a file begins with notes about it. */
    hasNotes: boolean;
}

/** Settings as they were kept. What is missing, or isn't a setting, is as usual. */
export function readExportSettings(kept: string | null): ExportSettings {
    const { columns, delimiter, hasNotes } = parsed(kept);
    const known = EXPORT_COLUMNS.filter((column) => Array.isArray(columns) && (columns as unknown[]).includes(column));
    return {
        columns: known.length > 0 ? known : USUAL_COLUMNS,
        delimiter: delimiter === ';' ? ';' : ',',
        hasNotes: hasNotes === true
    };
}

function parsed(kept: string | null): Record<string, unknown> {
    try {
        return (JSON.parse(kept ?? '{}') as Record<string, unknown> | null) ?? {};
    } catch (thrown) {
        if (thrown instanceof SyntaxError) return {};
        throw thrown;
    }
}
