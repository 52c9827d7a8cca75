import {
    execute,
    GraphQLError,
    parse,
    specifiedRules,
    validate,
    type DocumentNode,
    type ExecutionResult,
    type GraphQLSchema
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Session } from '../access/session.ts';
import type { Store } from '../store/store.ts';
import { weigh } from './weight.ts';
import { executionError, syntaxError, validationError, type AnswerError } from './answerErrors.ts';
import { countOperations, countSubqueries, hiddenFieldsRule, MAX_SUBQUERIES, withoutHidden } from './rules.ts';

export interface GraphqlRequest {
    query: string;
    variables?: Record<string, unknown> | null;
    operationName?: string | null;
}

/** The body of the answer, whose status is always 200. `data` is `{}` when nothing ran. */
export interface GraphqlAnswer {
    data: unknown;
    errors: AnswerError[];
}

/** Documents cached after parsing and validation. A page sends only a few different ones. */
const MAX_CACHED_DOCUMENTS = 200;
/** Enough for about 500 updates in one document. Salesforce has a limit too, but this number is assumed. */
const MAX_TOKENS = 50_000;
/** Nested selections. From `uiapi` to the `value` of a field on a parent's parent is ten. The limit is assumed. */
const MAX_DEPTH = 25;
/** Fields in a document. Those of a fragment count each time it is spread. The limit is assumed. */
const MAX_FIELDS = 10_000;
/** Longer documents, in characters, aren't cached, because they are junk or used only once. */
const MAX_CACHED_LENGTH = 100_000;
/** graphql-js stops validating after this many errors. */
const MAX_ERRORS = 20;

type Prepared = { document: DocumentNode } | { errors: AnswerError[] };

/** Runs documents against one schema. */
export class GraphqlEndpoint {
    readonly #schema: GraphQLSchema;
    readonly #mostOperations: number;
    readonly #prepared = new LRUCache<string, Prepared>({ max: MAX_CACHED_DOCUMENTS });

    /** @param mostOperations the operations that one mutation can hold. Salesforce's own limit isn't known. */
    constructor(schema: GraphQLSchema, mostOperations = Infinity) {
        this.#schema = schema;
        this.#mostOperations = mostOperations;
    }

    answer(store: Store, session: Session, request: GraphqlRequest): GraphqlAnswer {
        const prepared = this.#prepare(request.query, session);
        if ('errors' in prepared) return { data: {}, errors: prepared.errors };
        const result = execute({
            schema: this.#schema,
            document: prepared.document,
            contextValue: { store, session },
            variableValues: request.variables ?? {},
            operationName: request.operationName ?? undefined
        }) as ExecutionResult;
        return { data: result.data ?? {}, errors: (result.errors ?? []).map(executionError) };
    }

    #prepare(query: string, session: Session): Prepared {
        const key = `${session.hidden.join()}\n${query}`;
        const kept = this.#prepared.get(key);
        if (kept) return kept;
        const prepared = this.#check(query, session);
        if (query.length <= MAX_CACHED_LENGTH) this.#prepared.set(key, prepared);
        return prepared;
    }

    #check(query: string, { hidden }: Session): Prepared {
        let document: DocumentNode;
        let isEndless: boolean;
        try {
            document = parse(query, { maxTokens: MAX_TOKENS });
            const { fields, depth } = weigh(document);
            // Validation reports a fragment that spreads itself.
            isEndless = depth === Infinity;
            if (depth > MAX_DEPTH && !isEndless) return { errors: [tooMuch('The query is nested too deeply.')] };
            if (fields > MAX_FIELDS && !isEndless) {
                return { errors: [tooMuch(`The query has more than ${MAX_FIELDS} fields.`)] };
            }
        } catch (cause) {
            if (cause instanceof GraphQLError) return { errors: [syntaxError(cause)] };
            // Thousands of nested brackets overflow the parser's stack.
            if (cause instanceof RangeError) return { errors: [tooMuch('The query is nested too deeply.')] };
            throw cause;
        }
        if (!isEndless && countSubqueries(document) > MAX_SUBQUERIES) {
            return { errors: [tooMuch(`The query has more than ${MAX_SUBQUERIES} subqueries.`)] };
        }
        if (!isEndless && countOperations(document) > this.#mostOperations) {
            return { errors: [tooMuch(`The mutation has more than ${this.#mostOperations} operations.`)] };
        }
        const rules = [...specifiedRules, hiddenFieldsRule(hidden)];
        const errors = validate(this.#schema, document, rules, { maxErrors: MAX_ERRORS, hideSuggestions: true });
        if (errors.length > 0) return { errors: errors.map((error) => validationError(error, document)) };
        return { document: withoutHidden(document, hidden) };
    }
}

function tooMuch(message: string): AnswerError {
    return { message, locations: [], paths: [], extensions: { ErrorType: 'ValidationError' } };
}
