import { GraphQLEnumType } from 'graphql';
import type { Session } from '../access/session.ts';
import { ApiError } from '../apiError.ts';
import type { OrgObject } from '../objects/field.ts';
import { fieldNamed } from '../objects/objectTable.ts';
import type { Condition } from '../query/condition.ts';

/** The scopes of SOQL's USING SCOPE (documented). That GraphQL has the same ones is assumed, like the name of the enum. */
const SCOPES = ['DELEGATED', 'EVERYTHING', 'MINE', 'MY_TEAM_TERRITORY', 'MY_TERRITORY', 'QUEUE_OWNED', 'TEAM'] as const;
export type Scope = (typeof SCOPES)[number];

export const SupportedScopes = new GraphQLEnumType({
    name: 'SupportedScopes',
    values: Object.fromEntries(SCOPES.map((scope) => [scope, {}]))
});

/**
 * Adds a scope to a filter. An object supports EVERYTHING, and MINE if its records have an owner.
 * @throws ApiError INVALID_ARGUMENT for another scope (assumed)
 */
export function inScope(
    object: OrgObject,
    scope: Scope | null | undefined,
    { userId }: Session,
    where: Condition | null
): Condition | null {
    if (!scope || scope === 'EVERYTHING') return where;
    if (scope !== 'MINE' || !fieldNamed(object, 'OwnerId')) {
        throw new ApiError('INVALID_ARGUMENT', `The scope ${scope} is not supported for ${object.name}.`);
    }
    const own: Condition = { kind: 'compare', path: ['OwnerId'], comparison: 'eq', value: userId };
    return where ? { kind: 'all', of: [own, where] } : own;
}
