import assert from 'node:assert/strict';
import { startLocalOrg, type LocalOrg, type LocalOrgOptions, type Persona } from '../index.ts';

/** The current time in tests that depend on it. */
export const NOON = new Date('2026-11-22T12:00:00Z');

export interface Answer {
    data: Record<string, unknown>;
    errors: { message: string; locations: unknown[]; paths: (string | number)[]; extensions: { ErrorType: string } }[];
}

/** An embedded org, and requests to it over HTTP, as any client sends them. */
export interface TestOrg {
    org: LocalOrg;
    graphql(query: string, variables?: Record<string, unknown>, persona?: Persona): Promise<Answer>;
    /** @param path the address after `/services/data/v66.0` */
    rest(path: string, init?: RequestInit, persona?: Persona): Promise<Response>;
}

export async function startTestOrg(options: LocalOrgOptions = {}): Promise<TestOrg> {
    const org = await startLocalOrg(options);
    const tokens = new Map<Persona, string>();
    const rest = (path: string, init: RequestInit = {}, persona: Persona = 'admin') => {
        const token = tokens.get(persona) ?? org.tokenFor(persona);
        tokens.set(persona, token);
        const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...init.headers };
        return fetch(`${org.url}/services/data/v66.0${path}`, { ...init, headers });
    };
    return {
        org,
        rest,
        async graphql(query, variables = {}, persona = 'admin') {
            const response = await rest(
                '/graphql',
                { method: 'POST', body: JSON.stringify({ query, variables }) },
                persona
            );
            assert.equal(response.status, 200);
            return (await response.json()) as Answer;
        }
    };
}

/** The value at the end of a path of names and indexes. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
    return path.reduce<unknown>(
        (found, step) => (typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined),
        value
    );
}

/** The nodes of `uiapi.query.X`. */
export function nodesOf(answer: Answer, object: string): Record<string, { value: unknown }>[] {
    assert.deepEqual(answer.errors, []);
    const edges = at(answer.data, 'uiapi', 'query', object, 'edges');
    assert.ok(Array.isArray(edges), `the answer has no edges of ${object}`);
    return edges.map((edge: unknown) => at(edge, 'node') as Record<string, { value: unknown }>);
}

/** The only user with a name. */
export async function userNamed(
    testOrg: TestOrg,
    name: string
): Promise<{ id: string; callCenterId: unknown; lastModified: unknown }> {
    const answer = await testOrg.graphql(
        'query ($name: String) { uiapi { query { User(where: { Name: { eq: $name } }) { edges { node { Id CallCenterId { value } LastModifiedDate { value } } } } } } }',
        { name }
    );
    const [node, ...others] = nodesOf(answer, 'User');
    assert.ok(node && others.length === 0, `expected one user named ${name}`);
    return { id: String(node.Id), callCenterId: node.CallCenterId?.value, lastModified: node.LastModifiedDate?.value };
}

/** A page of users, with the variables first, after, upperBound, where, and orderBy. */
export const USERS_QUERY = `query ($first: Int, $after: String, $upperBound: Int, $where: User_Filter, $orderBy: User_OrderBy) {
    uiapi { query { User(first: $first, after: $after, upperBound: $upperBound, where: $where, orderBy: $orderBy) {
        edges { node { Id Name { value } UserType { value } IsActive { value } CallCenterId { value } LastLoginDate { value displayValue } Profile { Name { value } } UserRole { Name { value } } Manager { Name { value } } } }
        pageInfo { hasNextPage endCursor } totalCount pageResultCount } } }
}`;

/** The names of the users that match a filter. */
export async function namesOf(
    testOrg: TestOrg,
    where: Record<string, unknown>,
    more: Record<string, unknown> = {}
): Promise<unknown[]> {
    const nodes = nodesOf(await testOrg.graphql(USERS_QUERY, { first: 2000, where, ...more }), 'User');
    return nodes.map((node) => node.Name?.value);
}
