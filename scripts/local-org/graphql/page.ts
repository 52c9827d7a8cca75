import { ApiError } from '../apiError.ts';

/** Rows per page. The limits are documented (GraphQL API guide, pagination). The error messages are assumed. */
export const DEFAULT_FIRST = 10;
export const MAX_FIRST = 2000;
export const MIN_FIRST_WITH_UPPER_BOUND = 200;
/** Rows that can be reached without upperBound (documented: "Paginate with Record Connections"). */
export const MAX_ROWS_WITHOUT_UPPER_BOUND = 4000;

export interface Page {
    /** Rows on this page: as many as requested, or as many as can still be reached. */
    first: number;
    offset: number;
    /** True when no row after this page can be reached. `hasNextPage` is then false (assumed). */
    isLast: boolean;
}

/** `upperBound` may be specified for a later page only (documented, v60). @throws ApiError */
export function readPage(args: { first?: number | null; after?: string | null; upperBound?: number | null }): Page {
    const first = args.first ?? DEFAULT_FIRST;
    const hasUpperBound = (args.upperBound ?? null) !== null;
    const least = hasUpperBound ? MIN_FIRST_WITH_UPPER_BOUND : 1;
    if (first < least || first > MAX_FIRST) {
        const bound = hasUpperBound ? ' when upperBound is specified' : '';
        throw new ApiError(
            'INVALID_ARGUMENT',
            `The value of the first argument must be between ${least} and ${MAX_FIRST}${bound}.`
        );
    }
    const offset = (args.after ?? null) === null ? 0 : readCursor(String(args.after));
    const reach = args.upperBound ?? MAX_ROWS_WITHOUT_UPPER_BOUND;
    const left = Math.max(0, reach - offset);
    return { first: Math.min(first, left), offset, isLast: left <= first };
}

/** A cursor holds the number of rows before it. It is opaque to clients, and works with any query (assumed). */
export function cursorAt(index: number): string {
    return Buffer.from(`row:${index}`).toString('base64');
}

function readCursor(cursor: string): number {
    const index = /^row:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64').toString('latin1'))?.[1];
    if (index === undefined) throw new ApiError('INVALID_ARGUMENT', `The cursor ${cursor.slice(0, 100)} is not valid.`);
    return Number(index);
}

/** @param rows one more than fits the page when there is a next page */
export function connection<Row, Node>({ first, offset, isLast }: Page, rows: readonly Row[], node: (row: Row) => Node) {
    const shown = rows.slice(0, first);
    const edges = shown.map((row, index) => ({ node: node(row), cursor: cursorAt(offset + index + 1) }));
    return {
        edges,
        pageResultCount: shown.length,
        pageInfo: {
            hasNextPage: rows.length > first && !isLast,
            hasPreviousPage: offset > 0,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null
        }
    };
}
