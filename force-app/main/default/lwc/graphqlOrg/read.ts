/** Takes UI API's wrapping off: connections to lists of nodes, `{value}` to the value. */
import { OrgFault } from 'c/orgPort';
import { documentFault, readFault } from './faults.ts';
import type { GraphqlAnswer, GraphqlTransport } from './transport.ts';

/** Most records a page can have (UI API). */
export const MOST_ROWS = 2000;

export interface Wrapped {
    value?: unknown;
}
export type Node = Record<string, Wrapped & Record<string, Wrapped> & string>;

export interface Connection {
    nodes: Node[];
    endCursor: string | null;
    totalCount: number | null;
}

export function text(node: Node, field: string): string {
    const value = node[field]?.value;
    return typeof value === 'string' ? value : '';
}

export function textOrNull(node: Node, field: string): string | null {
    return text(node, field) || null;
}

/** @throws OrgFault `invalid` and the like when the document failed, `unreadable` when the connection is not there. */
export function connection(answer: GraphqlAnswer, root: 'query' | 'aggregate', object: string): Connection {
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

interface RawConnection {
    edges: { node: Node }[];
    pageInfo?: { hasNextPage: boolean; endCursor: string };
    totalCount?: number;
}

/** One query; whatever goes wrong is thrown as an `OrgFault`. */
export async function ask(
    transport: GraphqlTransport,
    [document, root, object]: [string, 'query' | 'aggregate', string],
    variables: Record<string, unknown>,
    fresh: boolean
): Promise<Connection> {
    try {
        return connection(await transport.query(document, variables, fresh), root, object);
    } catch (thrown) {
        throw readFault(thrown);
    }
}

/** All nodes, page after page; nearly always one. */
export async function askAll(
    transport: GraphqlTransport,
    target: [string, 'query' | 'aggregate', string],
    variables: Record<string, unknown> = {}
): Promise<Node[]> {
    const nodes: Node[] = [];
    let after: string | null = null;
    do {
        const page: Connection = await ask(transport, target, { ...variables, first: MOST_ROWS, after }, true);
        nodes.push(...page.nodes);
        after = page.endCursor;
    } while (after);
    return nodes;
}
