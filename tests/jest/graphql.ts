import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/**
 * Replaces `lightning/graphql` in unit tests, because sfdx-lwc-jest has no executeMutation and its gql returns nothing.
 * A test emits from the wire with `graphql.emit({ data, errors, refresh })`, and mocks `executeMutation`.
 */
export { gql } from '../../scripts/preview/lds/document.ts';
export const graphql = createTestWireAdapter();
export const executeMutation = jest.fn();
