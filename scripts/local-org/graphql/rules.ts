import {
    GraphQLError,
    isObjectType,
    Kind,
    visit,
    type ASTVisitor,
    type DocumentNode,
    type FieldNode,
    type OperationDefinitionNode,
    type ValidationContext,
    type ValidationRule
} from 'graphql';
import type { OrgObject } from '../objects/field.ts';
import { relationshipNamed } from '../objects/objectTable.ts';
import { fieldsOf } from './selectedFields.ts';

/** Subqueries per document (documented). */
export const MAX_SUBQUERIES = 10;

/**
 * A field that field-level security hides doesn't exist for this user. It fails the document unless it is marked
 * `@optional` (documented).
 * @param hidden fields such as `User.EmployeeNumber`
 */
export function hiddenFieldsRule(hidden: readonly string[]): ValidationRule {
    return (context: ValidationContext): ASTVisitor => ({
        Field(node) {
            const type = context.getParentType();
            const object = isObjectType(type) ? (type.extensions.orgObject as OrgObject | undefined) : undefined;
            if (!object || !isHidden(object, node.name.value, hidden) || isOptional(node)) return;
            context.reportError(
                new GraphQLError(`Cannot query field "${node.name.value}" on type "${type?.name}".`, { nodes: node })
            );
        }
    });
}

/** Removes fields marked `@optional` that this user can't see. The document must be valid. */
export function withoutHidden(document: DocumentNode, hidden: readonly string[]): DocumentNode {
    if (hidden.length === 0) return document;
    const names = new Set(hidden.map((each) => each.split('.')[1]));
    return visit(document, {
        Field: (node) => (isOptional(node) && names.has(node.name.value) ? null : undefined)
    });
}

/**
 * Counts connections and aggregates, including those in fragments. Each alias counts. Call it only on a document of
 * limited weight, whose fragments don't spread themselves.
 */
export function countSubqueries(document: DocumentNode): number {
    return operationsOf(document).reduce((count, operation) => {
        const branches = fieldsBelow(document, fieldsBelow(document, [operation]).filter(isNamed('uiapi')));
        return count + fieldsBelow(document, branches.filter(isNamed('query', 'aggregate'))).length;
    }, 0);
}

/** Counts the creates, updates, and deletes of a document's mutations, including those in fragments. */
export function countOperations(document: DocumentNode): number {
    const mutations = operationsOf(document).filter(({ operation }) => operation === 'mutation');
    return fieldsBelow(document, fieldsBelow(document, mutations)).length;
}

function operationsOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
    return definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
}

function fieldsBelow(
    { definitions }: DocumentNode,
    nodes: readonly (FieldNode | OperationDefinitionNode)[]
): FieldNode[] {
    const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    return fieldsOf(nodes, Object.fromEntries(fragments.map((each) => [each.name.value, each])));
}

function isNamed(...names: string[]): (node: FieldNode) => boolean {
    return ({ name }) => names.includes(name.value);
}

function isHidden(object: OrgObject, name: string, hidden: readonly string[]): boolean {
    const link = relationshipNamed(object, name);
    return hidden.includes(`${object.name}.${link?.name ?? name}`);
}

function isOptional(node: FieldNode): boolean {
    return node.directives?.some((directive) => directive.name.value === 'optional') ?? false;
}
