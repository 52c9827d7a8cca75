import { ApiError } from '../apiError.ts';

/** Documented: GraphQL API guide, pagination. The words of the refusals are assumed. */
export const DEFAULT_FIRST = 10;
export const MOST_FIRST = 2000;
export const LEAST_FIRST_WITH_UPPER_BOUND = 200;
/** Rows within reach when no upperBound says more (documented: "Paginate with Record Connections"). */
export const MOST_WITHOUT_UPPER_BOUND = 4000;

export interface Page {
    /** Rows of this page: as asked, or what is left within reach. */
    first: number;
    offset: number;
    /** No row after this page is within reach. That `hasNextPage` is then false is assumed. */
    isLast: boolean;
}

/** `upperBound` may come with a later page only (documented, v60). @throws ApiError */
export function readPage(args: { first?: number | null; after?: string | null; upperBound?: number | null }): Page {
    const first = args.first ?? DEFAULT_FIRST;
    const hasUpperBound = (args.upperBound ?? null) !== null;
    const least = hasUpperBound ? LEAST_FIRST_WITH_UPPER_BOUND : 1;
    if (first < least || first > MOST_FIRST) {
        const bound = hasUpperBound ? ' when upperBound is specified' : '';
        throw new ApiError(
            'INVALID_ARGUMENT',
            `The value of the first argument must be between ${least} and ${MOST_FIRST}${bound}.`
        );
    }
    const offset = (args.after ?? null) === null ? 0 : readCursor(String(args.after));
    const reach = args.upperBound ?? MOST_WITHOUT_UPPER_BOUND;
    const left = Math.max(0, reach - offset);
    return { first: Math.min(first, left), offset, isLast: left <= first };
}

/** Cursors say after how many rows to go on: opaque to clients, and not bound to a query (assumed). */
export function cursorAt(place: number): string {
    return Buffer.from(`row:${place}`).toString('base64');
}

function readCursor(cursor: string): number {
    const place = /^row:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64').toString('latin1'))?.[1];
    if (place === undefined) throw new ApiError('INVALID_ARGUMENT', `The cursor ${cursor.slice(0, 100)} is not valid.`);
    return Number(place);
}

/** `rows` may hold one more than the page: then there is a next page. */
export function connection<Row, Node>({ first, offset, isLast }: Page, rows: readonly Row[], node: (row: Row) => Node) {
    const shown = rows.slice(0, first);
    const edges = shown.map((row, place) => ({ node: node(row), cursor: cursorAt(offset + place + 1) }));
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
