import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/**
 * Stands for `lightning/graphql` in unit tests: sfdx-lwc-jest has no executeMutation, and its gql gives nothing.
 * A test says what the wire gives with `graphql.emit({ data, errors, refresh })` and mocks `executeMutation`.
 */
export { gql } from '../../scripts/preview/lds/document.ts';
export const graphql = createTestWireAdapter();
export const executeMutation = jest.fn();
