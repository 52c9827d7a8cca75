/** Asks queries and unwraps UI API's answers: connections become lists of nodes, `{value}` becomes the value. */
import { MAX_ROWS_PER_READ, OrgFault } from 'c/orgPort';
import { documentFault, readFault } from './faults.ts';
import { unusedName } from './fresh.ts';
import type { GraphqlAnswer, GraphqlTransport } from './transport.ts';

/**
 * More records than an org has. Pages of 200 records or more may name an upper bound, and only then can they reach
 * beyond 4,000 records (API 59 and later).
 */
export const UPPER_BOUND = 1_000_000;

/** Pages of this size or more may name an upper bound. */
const SMALLEST_BOUNDED_PAGE = 200;

/** The argument that lets pages of so many records reach all of them. */
export function boundOf(first: number): string {
    return first >= SMALLEST_BOUNDED_PAGE ? `, upperBound: ${UPPER_BOUND}` : '';
}

export interface Wrapped {
    value?: unknown;
}
export type Node = Record<string, Wrapped & Record<string, Wrapped> & string>;

export interface Connection {
    nodes: Node[];
    endCursor: string | null;
    totalCount: number | null;
}

interface RawConnection {
    edges: { node: Node }[];
    pageInfo?: { hasNextPage: boolean; endCursor: string };
    totalCount?: number;
}

export function text(node: Node, field: string): string {
    const value = node[field]?.value;
    return typeof value === 'string' ? value : '';
}

export function textOrNull(node: Node, field: string): string | null {
    return text(node, field) || null;
}

/** A parent record; null when there is none, or when it can't be seen. */
export function parent(node: Node, relationship: string): Node | null {
    return (node[relationship] as unknown as Node | null | undefined) ?? null;
}

/** The Name of a parent record. */
export function parentName(node: Node, relationship: string): string | null {
    const related = parent(node, relationship);
    return related ? textOrNull(related, 'Name') : null;
}

/** The fields of one group of an aggregate. */
export function group(node: Node): Node {
    return node.aggregate as unknown as Node;
}

/** How many records a group has. */
export function groupCount(node: Node): number {
    return Number(group(node).Id.count.value);
}

/** @throws OrgFault `invalid` and the like when the document failed, `unreadable` when there is no connection */
function connection(answer: GraphqlAnswer, root: 'query' | 'aggregate', object: string): Connection {
    if (answer.errors?.length) throw documentFault(answer.errors);
    const uiapi = (answer.data as { uiapi?: Record<string, Record<string, RawConnection>> } | undefined)?.uiapi;
    const raw = uiapi?.[root]?.[object];
    if (!raw || !Array.isArray(raw.edges))
        throw new OrgFault('unreadable', '', { detail: `The answer has no ${object}.` });
    return {
        nodes: raw.edges.map((edge) => edge.node),
        endCursor: raw.pageInfo?.hasNextPage ? raw.pageInfo.endCursor : null,
        totalCount: raw.totalCount ?? null
    };
}

/** Asks one query. Anything that goes wrong is thrown as an `OrgFault`. */
export async function ask(
    transport: GraphqlTransport,
    [document, root, object]: [string, 'query' | 'aggregate', string],
    variables: Record<string, unknown>
): Promise<Connection> {
    return (await askTogether(transport, [document, root, [object]], variables))[0];
}

/** Asks several queries in one document. @param names of their objects, or their aliases */
export async function askTogether(
    transport: GraphqlTransport,
    [document, root, names]: [string, 'query' | 'aggregate', string[]],
    variables: Record<string, unknown>
): Promise<Connection[]> {
    try {
        const answer = await transport.query(document, variables);
        return names.map((name) => connection(answer, root, name));
    } catch (thrown) {
        throw readFault(thrown);
    }
}

/**
 * Reads all nodes, page after page. There is nearly always one page. The read is fresh: `document` uses `$fresh`. All
 * pages have one filter, because a cursor may belong to it.
 */
export async function askAll(
    transport: GraphqlTransport,
    target: [string, 'query' | 'aggregate', string],
    variables: Record<string, unknown> = {}
): Promise<Node[]> {
    const nodes: Node[] = [];
    const fresh = unusedName();
    let after: string | null = null;
    do {
        const page: Connection = await ask(transport, target, { ...variables, fresh, first: MAX_ROWS_PER_READ, after });
        nodes.push(...page.nodes);
        after = page.endCursor;
    } while (after);
    return nodes;
}
