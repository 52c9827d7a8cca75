import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';
import type { GraphQLConfig, GraphQLDocument } from 'lightning/graphql';
import type { WireAdapter } from 'lwc';
import { checkConfig, gql } from '../../scripts/preview/lds/document.ts';

/**
 * Replaces `lightning/graphql` in unit tests, because sfdx-lwc-jest has no executeMutation and its gql returns nothing.
 * `gql` and the check of a config are Salesforce's own: a wire throws for a mutation and for a document that gql didn't
 * make, and `executeMutation` rejects for a query and the like, before a test's mock is asked.
 * A test emits from the wire with `graphql.emit({ data, errors, refresh })`, and mocks `executeMutation`.
 */
export { gql };

const TestWire = createTestWireAdapter() as unknown as new (emit: (result: unknown) => void) => WireAdapter & {
    emit(result: unknown): void;
};

export class graphql extends TestWire {
    update(config: GraphQLConfig) {
        const checked = checkConfig(config, 'query');
        super.update(config);
        if (checked.kind === 'refused') this.emit({ data: undefined, errors: checked.errors });
    }
}

export const executeMutation = new Proxy(jest.fn(), {
    async apply(mock, self, [config, ...rest]: [GraphQLConfig, ...unknown[]]) {
        const checked = checkConfig(config, 'mutation');
        switch (checked.kind) {
            case 'no document':
                return undefined;
            case 'refused':
                return { data: undefined, errors: checked.errors };
            case 'document':
                return Reflect.apply(mock, self, [config, ...rest]);
        }
    }
});

/** The text of a document. It isn't visible from outside on the platform. */
export function documentText(query: GraphQLDocument): string {
    for (const operation of ['query', 'mutation'] as const) {
        try {
            const checked = checkConfig({ query }, operation);
            if (checked.kind === 'document') return checked.text;
        } catch (cause) {
            if (operation === 'mutation') throw cause;
        }
    }
    throw new Error("The document doesn't parse.");
}
