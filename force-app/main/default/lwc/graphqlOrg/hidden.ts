/**
 * Whether field-level security hides User.CallCenterId. A field marked `@optional` that is hidden is missing from its
 * record; one without a value is there, with the value null (GraphQL API Developer Guide, "Optional Fields"). A filter or a
 * group has no `@optional`, so there a hidden field fails the document.
 */
import { OrgFault } from 'c/orgPort';
import { unusedName } from './fresh.ts';
import { ask, type Node } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

const MEMBERSHIP_QUERY = `query switchboardMembershipAccess($fresh: String) {
  uiapi { query { User(where: { Name: { ne: $fresh } }, first: 1) {
    edges { node { Id CallCenterId @optional { value } } }
  } } }
}`;

/** Whether users are there whose call center can't be seen. Never true without users. */
export function hidesMemberships(nodes: Node[]): boolean {
    return isMissing(nodes, 'CallCenterId');
}

/** Whether an `@optional` field was left out of a record. */
export function isMissing(nodes: Node[], field: string): boolean {
    return nodes.some((node) => node[field]?.value === undefined);
}

export function hiddenFault(words = ''): OrgFault {
    return new OrgFault('hidden', words);
}

/**
 * Answers a question that filters or groups by CallCenterId. When it fails, one more question tells whether that is because
 * the field is hidden. @throws OrgFault `hidden` then, with the org's words, and otherwise as the question failed
 */
export async function unlessHidden<Answer>(transport: GraphqlTransport, question: Promise<Answer>): Promise<Answer> {
    try {
        return await question;
    } catch (thrown) {
        if (thrown instanceof OrgFault && mayBeHidden(thrown) && (await isHidden(transport)))
            throw hiddenFault(thrown.words);
        throw thrown;
    }
}

/** Whether the org may have objected to a field. How it words that isn't documented. */
export function mayBeHidden({ kind }: OrgFault): boolean {
    switch (kind) {
        case 'invalid':
        case 'forbidden':
        case 'unreadable':
            return true;
        case 'offline':
        case 'busy':
        case 'expired':
        case 'limit':
        case 'hidden':
            return false;
    }
}

async function isHidden(transport: GraphqlTransport): Promise<boolean> {
    try {
        const { nodes } = await ask(transport, [MEMBERSHIP_QUERY, 'query', 'User'], { fresh: unusedName() });
        return hidesMemberships(nodes);
    } catch (thrown) {
        // The first failure is the one to report. This one means only that nothing more is known about it.
        if (thrown instanceof OrgFault) return false;
        throw thrown;
    }
}
