import {
    GraphQLError,
    isObjectType,
    Kind,
    visit,
    type ASTVisitor,
    type DocumentNode,
    type FieldNode,
    type ValidationContext,
    type ValidationRule
} from 'graphql';
import type { OrgObject } from '../objects/field.ts';
import { relationshipNamed } from '../objects/objectTable.ts';

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

/** Variables don't work in @skip and @include (documented). The type of the error is assumed. */
export function noVariableInConditions(context: ValidationContext): ASTVisitor {
    return {
        Directive(node) {
            if (node.name.value !== 'skip' && node.name.value !== 'include') return;
            if (node.arguments?.some((argument) => argument.value.kind === Kind.VARIABLE)) {
                context.reportError(
                    new GraphQLError(`Variables are not supported in the directive ${node.name.value}`, { nodes: node })
                );
            }
        }
    };
}

/** Removes fields marked `@optional` that this user can't see. The document must be valid. */
export function withoutHidden(document: DocumentNode, hidden: readonly string[]): DocumentNode {
    if (hidden.length === 0) return document;
    const names = new Set(hidden.map((each) => each.split('.')[1]));
    return visit(document, {
        Field: (node) => (isOptional(node) && names.has(node.name.value) ? null : undefined)
    });
}

/** Counts connections and aggregates. Each alias counts. */
export function countSubqueries(document: DocumentNode): number {
    let count = 0;
    const walked: string[] = [];
    visit(document, {
        Field: {
            enter(node) {
                walked.push(node.name.value);
                const [root, branch] = walked;
                if (walked.length === 3 && root === 'uiapi' && (branch === 'query' || branch === 'aggregate')) count++;
            },
            leave() {
                walked.pop();
            }
        }
    });
    return count;
}

/** Counts the creates, updates, and deletes of a document's mutations. Operations in fragments aren't counted. */
export function countOperations(document: DocumentNode): number {
    return document.definitions.reduce((count, definition) => {
        if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'mutation') return count;
        const roots = definition.selectionSet.selections.filter((each) => each.kind === Kind.FIELD);
        return count + roots.reduce((sum, root) => sum + (root.selectionSet?.selections.length ?? 0), 0);
    }, 0);
}

function isHidden(object: OrgObject, name: string, hidden: readonly string[]): boolean {
    const link = relationshipNamed(object, name);
    return hidden.includes(`${object.name}.${link?.name ?? name}`);
}

function isOptional(node: FieldNode): boolean {
    return node.directives?.some((directive) => directive.name.value === 'optional') ?? false;
}
